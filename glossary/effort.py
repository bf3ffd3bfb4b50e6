"""What it took to mend a machine's text: how much was changed, and for the sake of which flaws."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.bitext import Span
from glossary.finding import by_unit
from glossary.fuzzy import edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.finding import Finding


@dataclass(frozen=True, slots=True)
class Effort:
    """Post-edit effort over some paragraphs."""

    paragraphs: int
    touched: int
    """Paragraphs that were changed."""
    characters: int
    """Of the machine's text."""
    changed: int
    """Characters that were put in, taken out or replaced, in the shortest way from one text to
    the other."""

    @property
    def touched_share(self) -> float:
        """0 to 1."""
        return self.touched / self.paragraphs if self.paragraphs else 0.0

    @property
    def per_hundred(self) -> float:
        """Changed characters for each 100 of the machine's text."""
        return 100 * self.changed / self.characters if self.characters else 0.0


@dataclass(frozen=True, slots=True)
class Cause:
    """A flaw, wherever it was found, and what was changed in its places."""

    check: str
    """Empty: what no finding explains."""
    found: str = ""
    wanted: str = ""
    findings: int = 0
    mended: int = 0
    """Of these, those that are not found any more."""
    changed: int = 0
    """Characters."""
    seconds: float = 0.0
    """How long a person was with these changes, where that was kept: the time with a paragraph is
    shared out by changed characters."""


def effort(machine: Sequence[str], corrected: Sequence[str]) -> Effort:
    """The effort between two texts of as many paragraphs."""
    pairs = list(zip(machine, corrected, strict=True))
    changed = [size(one, other) for one, other in pairs if one != other]
    return Effort(len(pairs), len(changed), sum(map(len, machine)), sum(changed))


def size(machine: str, corrected: str) -> int:
    """How many characters differ, in the shortest way from one to the other."""
    return sum(max(len(went), len(came)) for went, came in edits(machine, corrected))


def ter_work(machine: Sequence[str], corrected: Sequence[str]) -> int:
    """What makes TER slow: changed characters times the length of their paragraph, summed up."""
    pairs = zip(machine, corrected, strict=True)
    return sum(size(one, other) * len(other) for one, other in pairs if one != other)


def causes(
    units: Sequence[TranslationUnit],
    corrected: Sequence[str],
    before: Iterable[Finding],
    after: Iterable[Finding],
    seconds: Sequence[float] = (),
) -> tuple[Cause, ...]:
    """The flaws of the machine's text, those that took most to mend first; last what else was
    changed.

    `before` are the findings about `units` as the machine left them, `after` those about the same
    with the `corrected` Japanese. `seconds` says of each unit how long a person was with it.
    """
    left = {(f.document, f.unit, f.fingerprint) for f in after}
    wrong = by_unit(before)
    sums: dict[tuple[str, str, str], list[int]] = {}
    times: defaultdict[tuple[str, str, str], float] = defaultdict(float)
    spent = seconds or [0.0] * len(units)
    for unit, text, time in zip(units, corrected, spent, strict=True):
        found = wrong.get((unit.document, unit.id), [])
        for finding in found:
            tally = sums.setdefault(_key(finding, unit), [0, 0, 0])
            tally[0] += 1
            tally[1] += (finding.document, finding.unit, finding.fingerprint) not in left
        whole = size(unit.target, text)
        for went, came in edits(unit.target, text) if whole else ():
            cause = _cause_of(went, found)
            key = _key(cause, unit) if cause else ("", "", "")
            changed = max(len(went), len(came))
            sums.setdefault(key, [0, 0, 0])[2] += changed
            times[key] += time * changed / whole
    made = [
        Cause(*key, findings, mended, changed, times[key])
        for key, (findings, mended, changed) in sums.items()
    ]
    return tuple(sorted(made, key=lambda c: (not c.check, -c.changed, -c.findings, c.check)))


def by_check(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    """The same summed up for each check."""
    sums: dict[str, Cause] = {}
    for c in causes:
        known = sums.get(c.check, Cause(c.check))
        sums[c.check] = Cause(
            c.check,
            findings=known.findings + c.findings,
            mended=known.mended + c.mended,
            changed=known.changed + c.changed,
            seconds=known.seconds + c.seconds,
        )
    return tuple(sorted(sums.values(), key=lambda c: (not c.check, -c.changed, -c.findings)))


def _key(finding: Finding, unit: TranslationUnit) -> tuple[str, str, str]:
    found = finding.target.of(unit.target) if finding.target else ""
    if not found and finding.source:
        found = finding.source.of(unit.source)
    return finding.check, found, finding.suggestions[0] if finding.suggestions else ""


def _cause_of(went: Span, found: Sequence[Finding]) -> Finding | None:
    """The finding at whose place something was changed; of those without a place in the Japanese,
    the first, where there is no other."""
    touching = Span(went.start - 1, went.end + 1)
    here = [f for f in found if f.target and f.target.overlaps(touching)]
    inside = [f for f in here if f.target and f.target.overlaps(went)]
    nowhere = [f for f in found if f.target is None]
    return next(iter((*inside, *here, *nowhere)), None)
