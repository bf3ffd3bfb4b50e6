"""One unit as a reviewer sees it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.workspace.journal import UnitStatus
from glossary.finding import Severity

if TYPE_CHECKING:
    from corpus.bitext import InlineCode, TranslationUnit
    from glossary.finding import Finding

LETTERS = {Severity.CRITICAL: "E", Severity.MAJOR: "W", Severity.MINOR: "i"}
"""One letter for each severity, for those who see no colours."""


class Doubt(StrEnum):
    """That a text is still to be reviewed, in the words of its kind of file."""

    FUZZY = "fuzzy"
    """A flag of PO."""
    NEEDS_REVIEW = "needs-review"
    """A state of XLIFF."""


def unit_key(unit: TranslationUnit) -> str:
    """What the workspace knows a unit by."""
    return unit.id if unit.document is None else f"{unit.document}\x1f{unit.id}"


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
    comment: str = ""
    """What a person noted."""
    carried: bool = False
    """The correction, or the confirmation, was made for another text than the file has now."""
    moved: bool = False
    """The two sides stand in different places of their texts."""
    doubtful: bool = False
    """The aligner is not sure that the two sides belong together, and nobody has said so."""
    codes: tuple[InlineCode, ...] = ()
    """What the marks in the two texts stand for."""
    other: str = ""
    """Another Japanese to be shown below, where the person wants to see one and it differs."""
    other_name: str = ""
    """What that is called."""
    final: bool = False
    """The file calls the text final that it held when it was opened, and nobody took that back."""
    notes: tuple[str, ...] = ()
    """What the file notes on it."""
    alternatives: tuple[str, ...] = ()
    """Other Japanese that the file has for it."""
    context: str = ""
    """What tells it from others with the same English, as the file says."""
    singular: str = ""
    """The English for one, where `source` is that for any other number."""
    doubt: Doubt | None = None
    """How the file says that the text it held when it was opened is still to be reviewed."""

    @property
    def alternative(self) -> str | None:
        """What else could stand there, by the file, as long as nobody has changed it."""
        return next((a for a in self.alternatives if a != self.target and not self.changed), None)

    @property
    def doubted(self) -> Doubt | None:
        """The `doubt` that is left: confirming ends it, and in a catalogue any correction does."""
        over = self.status is UnitStatus.CONFIRMED or (self.changed and self.doubt is Doubt.FUZZY)
        return None if over else self.doubt

    @property
    def unresolved(self) -> bool:
        """Something is open, and nobody has confirmed it all the same."""
        return bool(self.findings) and self.status is not UnitStatus.CONFIRMED

    @property
    def changed(self) -> bool:
        return self.target != self.machine

    @property
    def state(self) -> str:
        """In two or three letters: `ok` confirmed, `car` carried over, `mod` changed, `new`,
        `--` one-sided."""
        if self.carried:
            return "car"
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
