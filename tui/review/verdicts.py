"""What the checks say of every unit, and how much of it a person still wants to hear."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.workspace.journal import TermRow
from glossary.rendering import AnnotatedUnit
from glossary.runner import Judged, findings, judged, rejudged
from tui.review.remedies import flaw_of, turned, turns
from tui.review.terms import concepts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.checks.check import Check
    from glossary.concept import Concept
    from glossary.finding import Finding, Severity
    from glossary.termbase import Termbase
    from tui.review.remedies import Flaw


@dataclass(frozen=True, slots=True)
class Overview:
    """All open findings, from afar."""

    counts: Counter[Severity]
    stops: tuple[int, ...]
    """The units, by number from 0, that have any."""
    alike: dict[Flaw, tuple[int, ...]]
    """The units in which the same thing can be mended in the same way."""


class Verdicts:
    """Findings by the number of their unit, from 0, about the Japanese last given for it."""

    def __init__(
        self,
        units: Sequence[TranslationUnit],
        termbase: Termbase,
        checks: tuple[Check, ...],
        *,
        terms: Iterable[TermRow],
        waived: Iterable[str],
        muted: Iterable[str],
        texts: Iterable[str],
        exempt: frozenset[str],
    ) -> None:
        """`termbase` is without `terms`, which are those added in review; `muted` are checks."""
        self._units = units
        self._without_terms = termbase
        self._checks = checks
        self._terms = {row.id: row for row in terms}
        self._waived = set(waived)
        self.muted = set(muted)
        """The checks of which nothing is open."""
        self._texts = list(texts)
        self._exempt = exempt
        self._turned: Counter[Flaw | None] = Counter()
        self._overview: Overview | None = None
        self.judge_all()

    @property
    def overview(self) -> Overview:
        """The open findings of all units."""
        if self._overview is None:
            self._overview = _overview(
                zip(self._texts, map(self.open, range(len(self._texts))), strict=True)
            )
        return self._overview

    def open(self, at: int) -> tuple[Finding, ...]:
        """What is wrong with a unit and not waived."""
        return self._split(self._findings[at], self._texts[at])[0]

    def ignored(self, at: int) -> tuple[Finding, ...]:
        """What a person has waived in a unit."""
        return self._split(self._findings[at], self._texts[at])[1]

    def annotated(self, at: int) -> AnnotatedUnit:
        """A unit as the checks see it."""
        return self._read[at].annotated

    def concept(self, id: str) -> Concept | None:  # noqa: A002
        """A concept that a finding names."""
        return self._termbase.get(id)

    def of(self, at: int, text: str) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """What would be open and ignored in a unit with another text."""
        return self._split(self._shown(self._instead(at, text), at)[at], text)

    def judge(self, at: int, text: str) -> None:
        """The Japanese of a unit is now `text`."""
        self._read, self._texts[at] = self._instead(at, text), text
        for number, found in self._shown(self._read, at).items():
            self._findings[number] = found
        self._overview = None

    def judge_all(self) -> None:
        """Judge everything anew, by the terms there are now."""
        self._termbase = self._without_terms.with_concepts(concepts(self._terms.values()))
        units = (u.with_target(t) for u, t in zip(self._units, self._texts, strict=True))
        self._read = judged(units, self._termbase, self._checks)
        found = self._by_unit(range(len(self._units)), self._read)
        self._findings = [found[at] for at in range(len(self._units))]
        self._overview = None

    def waive(self, fingerprint: str, waived: bool) -> None:
        """Hear of a finding no more, or again."""
        (self._waived.add if waived else self._waived.discard)(fingerprint)
        self._overview = None

    def mute(self, check: str, muted: bool) -> None:
        """Have nothing of a check open, or hear of it again."""
        (self.muted.add if muted else self.muted.discard)(check)
        self._overview = None

    def relink(self, units: Sequence[TranslationUnit], texts: Iterable[str]) -> None:
        """Go on with other units of the same texts; those that were there are not read again."""
        known = {
            (unit.document, unit.id, text): read
            for unit, text, read in zip(self._units, self._texts, self._read, strict=True)
        }
        self._units, self._texts, self._read = units, list(texts), []
        for unit, text in zip(units, self._texts, strict=True):
            here = unit.with_target(text)
            read = known.get((unit.document, unit.id, text))
            if read is None or read.annotated.unit != here:
                before = self._read[-1].annotated.acronyms if self._read else {}
                blank = Judged(AnnotatedUnit(here, (), ()), before, ())
                read = rejudged(blank, text, self._termbase, self._checks)
            self._read.append(read)
        found = self._by_unit(range(len(units)), self._read)
        self._findings = [found[at] for at in range(len(units))]
        self._overview = None

    def turn(self, at: int, pick: int) -> None:
        """From now on, offer the next suggestion of an open finding and of all that are alike."""
        fingerprint = self.open(at)[pick].fingerprint
        finding = next(f for f in self._findings[at] if f.fingerprint == fingerprint)
        self._turned[flaw_of(finding, self._texts[at])] += 1
        self._overview = None

    def put_term(self, id: str, value: str | None) -> None:  # noqa: A002
        """Have a term, as the workspace writes it, or have it no more; `judge_all` follows."""
        if value is None:
            self._terms.pop(id, None)
        else:
            self._terms[id] = TermRow.from_json(value)

    def _instead(self, at: int, text: str) -> list[Judged]:
        """All units, one of them with another text."""
        read = self._read.copy()
        if text != self._texts[at]:
            read[at] = rejudged(read[at], text, self._termbase, self._checks)
        return read

    def _shown(self, read: Sequence[Judged], at: int) -> dict[int, tuple[Finding, ...]]:
        """The findings of all units of the document that a unit belongs to."""
        document = self._units[at].document
        numbers = [n for n, unit in enumerate(self._units) if unit.document == document]
        return self._by_unit(numbers, [read[n] for n in numbers])

    def _by_unit(
        self, numbers: Sequence[int], read: Sequence[Judged]
    ) -> dict[int, tuple[Finding, ...]]:
        found: dict[tuple[str | None, str], list[Finding]] = {}
        for finding in findings(read, self._checks):
            if finding.unit in self._exempt:
                continue
            found.setdefault((finding.document, finding.unit), []).append(finding)
        units = (j.annotated.unit for j in read)
        return {
            number: tuple(found.get((unit.document, unit.id), ()))
            for number, unit in zip(numbers, units, strict=True)
        }

    def _split(
        self, found: tuple[Finding, ...], text: str
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """The open and the ignored ones, with the suggestion first that a person turned to."""
        offered = [turned(f, self._turned[flaw_of(f, text)] % turns(f)) for f in found]
        silent = [f.fingerprint in self._waived or f.check in self.muted for f in offered]
        return (
            tuple(f for f, quiet in zip(offered, silent, strict=True) if not quiet),
            tuple(f for f, quiet in zip(offered, silent, strict=True) if quiet),
        )


def _overview(units: Iterable[tuple[str, Iterable[Finding]]]) -> Overview:
    """Count and sort the open findings of all units, given with their Japanese."""
    counts: Counter[Severity] = Counter()
    alike: dict[Flaw, dict[int, None]] = {}
    stops: dict[int, None] = {}
    for at, (text, found) in enumerate(units):
        for finding in found:
            counts[finding.severity] += 1
            stops[at] = None
            if flaw := flaw_of(finding, text):
                alike.setdefault(flaw, {})[at] = None
    return Overview(counts, tuple(stops), {what: tuple(at) for what, at in alike.items()})
