"""One unit as a reviewer sees it, and what can be mended in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.workspace.journal import UnitStatus
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


@dataclass(frozen=True, slots=True)
class Place:
    """A unit in which the same thing can be mended as elsewhere."""

    key: str
    number: int
    fixes: tuple[Fix, ...]
    before: str
    after: str
    held: bool
    """A person has confirmed the unit: it is not changed unless asked for."""


def remedy(finding: Finding, text: str) -> Fix | None:
    """The change to offer for a finding: its fix, or its first suggestion for the marked words."""
    if finding.fix is not None:
        return finding.fix
    if finding.target is None or not len(finding.target) or not finding.suggestions:
        return None
    return Fix(finding.target, finding.target.of(text), finding.suggestions[0])


def fixed(text: str, fixes: Iterable[Fix]) -> str:
    """The text with several fixes made; each was found in `text` as it is."""
    for fix in sorted(fixes, key=lambda f: f.span, reverse=True):
        text = fix.apply(text)
    return text


def places(finding: Finding, unit: UnitView, units: Iterable[UnitView]) -> Iterator[Place]:
    """The units with findings that the remedy of `finding` in `unit` answers as well."""
    wanted = remedy(finding, unit.target)
    if wanted is None:
        return
    for other in units:
        fixes = tuple(
            fix
            for f in other.findings
            if (f.check, f.concept) == (finding.check, finding.concept)
            and (fix := remedy(f, other.target)) is not None
            and (fix.found, fix.replacement) == (wanted.found, wanted.replacement)
        )
        after = fixed(other.target, fixes)
        if after != other.target:
            held = other.status is UnitStatus.CONFIRMED
            yield Place(other.key, other.number, fixes, other.target, after, held)
