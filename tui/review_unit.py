"""One unit as a reviewer sees it, and what can be mended in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from corpus.workspace.journal import UnitStatus
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

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


Flaw: TypeAlias = tuple[str, str | None, str, str]
"""What can be mended together: check, concept, what is found, what replaces it."""


@dataclass(frozen=True, slots=True)
class Overview:
    """All open findings, from afar."""

    counts: Counter[Severity]
    stops: tuple[int, ...]
    """The units, by number from 0, that have any."""
    alike: dict[Flaw, tuple[int, ...]]
    """The units in which the same thing can be mended in the same way."""


def overview(units: Iterable[tuple[str, Iterable[Finding]]], waived: Collection[str]) -> Overview:
    """Count and sort the findings of all units (with their Japanese), but for the waived ones."""
    counts: Counter[Severity] = Counter()
    alike: dict[Flaw, dict[int, None]] = {}
    stops: dict[int, None] = {}
    for at, (text, found) in enumerate(units):
        for finding in found:
            if finding.fingerprint not in waived:
                counts[finding.severity] += 1
                stops[at] = None
                if flaw := flaw_of(finding, text):
                    alike.setdefault(flaw, {})[at] = None
    return Overview(counts, tuple(stops), {what: tuple(at) for what, at in alike.items()})


def remedy(finding: Finding, text: str) -> Fix | None:
    """The change to offer for a finding: its fix, or its first suggestion for the marked words."""
    if finding.fix is not None:
        return finding.fix
    if finding.target is None or not len(finding.target) or not finding.suggestions:
        return None
    return Fix(finding.target, finding.target.of(text), finding.suggestions[0])


def flaw_of(finding: Finding, text: str) -> Flaw | None:
    """What a finding has in common with others; None where it has no remedy."""
    fix = remedy(finding, text)
    return (finding.check, finding.concept, fix.found, fix.replacement) if fix else None


def fixed(text: str, fixes: Iterable[Fix]) -> str:
    """The text with several fixes made; each was found in `text` as it is."""
    for fix in sorted(fixes, key=lambda f: f.span, reverse=True):
        text = fix.apply(text)
    return text


def places(flaw: Flaw, units: Iterable[UnitView]) -> Iterator[Place]:
    """The units in which a flaw can be mended, and how they read then."""
    for unit in units:
        fixes = tuple(
            fix
            for f in unit.findings
            if flaw_of(f, unit.target) == flaw and (fix := remedy(f, unit.target))
        )
        after = fixed(unit.target, fixes)
        if after != unit.target:
            held = unit.status is UnitStatus.CONFIRMED
            yield Place(unit.key, unit.number, fixes, unit.target, after, held)
