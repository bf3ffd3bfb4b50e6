"""One unit as a reviewer sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.workspace.journal import UnitStatus
from glossary.finding import Severity

if TYPE_CHECKING:
    from glossary.finding import Finding

LETTERS = {Severity.CRITICAL: "E", Severity.MAJOR: "W", Severity.MINOR: "i"}
"""One letter for each severity, for those who see no colours."""


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit at one moment; made anew after every change."""

    number: int
    """Counted from 1, in reading order."""
    key: str
    source: str
    target: str
    """What stands now."""
    machine: str
    """What the file held when it was opened."""
    status: UnitStatus
    findings: tuple[Finding, ...]
    """Open ones, about `target`."""
    ignored: tuple[Finding, ...]
    one_sided: bool
    """There is no English, or no Japanese, and nobody has written any."""

    @property
    def changed(self) -> bool:
        return self.target != self.machine

    @property
    def state(self) -> str:
        """In two or three letters: `ok` confirmed, `mod` changed, `new`, `--` one-sided."""
        if self.status is UnitStatus.CONFIRMED:
            return "ok"
        if self.changed:
            return "mod"
        return "--" if self.one_sided else "new"

    @property
    def marks(self) -> tuple[str, ...]:
        """Open findings by severity, worst first: `("E1", "W2")`."""
        severities = [f.severity for f in self.findings]
        return tuple(f"{letter}{n}" for s, letter in LETTERS.items() if (n := severities.count(s)))
