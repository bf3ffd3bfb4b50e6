"""What the checks say of every unit, and how much of it a person still wants to hear."""

from __future__ import annotations

from collections import Counter
from time import monotonic
from typing import TYPE_CHECKING, Final

from corpus.patterns import regex
from corpus.workspace.journal import TermRow
from glossary.finding import by_unit
from glossary.runner import findings, remembered
from tui.review.overview import Overview
from tui.review.reading import Reading
from tui.review.remedies import flaw_of, turned, turns
from tui.review.terms import concepts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.checks.check import Check
    from glossary.concept import Concept
    from glossary.finding import Finding
    from glossary.rendering import AnnotatedUnit
    from glossary.termbase import Termbase
    from tui.review.remedies import Flaw

_AT_ONCE: Final = 2_000
"""Units of a document up to which all of it is judged after every change of one."""

_FEW_TERMS: Final = 50
"""Terms up to which the units that they are about are sought, and judged at once."""


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
        earlier: Iterable[tuple[str, str]],
    ) -> None:
        """`termbase` is without `terms`, which are those added in review; `muted` are checks, and
        `earlier` the English and Japanese of paragraphs that were corrected in any work."""
        self._units = units
        self._without_terms = termbase
        self._checks = checks
        self._across = {check.name for check in checks if check.across}
        self._terms = {row.id: row for row in terms}
        self._waived = set(waived)
        self.muted = set(muted)
        """The checks of which nothing is open."""
        self._exempt = exempt
        self._turned: Counter[Flaw | None] = Counter()
        self._overview: Overview | None = None
        self.stale = False
        """Whether a long document has changed since it was judged as a whole."""
        self._reading = Reading(units, texts, self._termbase, checks)
        self._earlier = remembered(earlier, self._termbase)
        self._findings: list[tuple[Finding, ...]] = [()] * len(units)

    @property
    def done(self) -> bool:
        """Whether all units have been judged; until then, each has been by itself or not at all."""
        return not self._reading.left

    @property
    def left(self) -> int:
        """How many units are still to be judged."""
        return self._reading.left

    def judge_on(self, seconds: float = float("inf")) -> list[int]:
        """Judge more units for so long, at least one if any is left; which ones."""
        until = monotonic() + seconds
        new: list[int] = []
        while not self.done and (not new or monotonic() < until):
            at = self._reading.next()
            self._put(at, self._by_unit([at])[at])
            new.append(at)
        if new and self.done:
            self.judge_documents()
        return new

    @property
    def overview(self) -> Overview:
        """The open findings of all units."""
        if self._overview is None:
            self._overview = Overview()
            for at, found in enumerate(self._findings):
                if found:
                    self._overview.put(at, self._reading.texts[at], self.open(at))
        return self._overview

    def open(self, at: int) -> tuple[Finding, ...]:
        """What is wrong with a unit and not waived."""
        return self._split(self._findings[at], self._reading.texts[at])[0]

    def has_any(self, at: int) -> bool:
        """Whether a unit has any findings, open or ignored."""
        return bool(self._findings[at])

    def ignored(self, at: int) -> tuple[Finding, ...]:
        """What a person has waived in a unit."""
        return self._split(self._findings[at], self._reading.texts[at])[1]

    def annotated(self, at: int) -> AnnotatedUnit:
        """A unit as the checks see it."""
        return self._reading.judged(at).annotated

    def concept(self, id: str) -> Concept | None:  # noqa: A002
        """A concept that a finding names."""
        return self.termbase.get(id)

    @property
    def termbase(self) -> Termbase:
        """All terms by which units are judged now."""
        return self._reading.termbase

    @property
    def without_terms(self) -> Termbase:
        """The same without the terms of the workspace."""
        return self._without_terms

    def of(self, at: int, text: str) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """What would be open and ignored in a unit with another text."""
        return self._split(self._changed(at, text)[at], text)

    def judge(self, at: int, text: str) -> None:
        """The Japanese of a unit is now `text`."""
        found = self._changed(at, text)
        self.stale |= self.done and len(found) < len(self._reading.document(at))
        self._reading.put(at, text)
        for number, new in found.items():
            self._put(number, new)

    def judge_documents(self) -> None:
        """Say anew what whole documents show."""
        for at, found in self._by_unit(range(len(self._units))).items():
            self._findings[at] = found
        self.stale = False
        self._overview = None

    def waive(self, waived: Mapping[str, bool]) -> None:
        """Hear of findings no more, or again, by their fingerprints."""
        for fingerprint, silent in waived.items():
            (self._waived.add if silent else self._waived.discard)(fingerprint)
        for at, found in enumerate(self._findings):
            if found and any(f.fingerprint in waived for f in found):
                self._put(at, found)

    def mute(self, check: str, muted: bool) -> None:
        """Have nothing of a check open, or hear of it again."""
        (self.muted.add if muted else self.muted.discard)(check)
        self._overview = None

    def relink(self, units: Sequence[TranslationUnit], texts: Iterable[str]) -> None:
        """Go on with other units of the same texts; those that were there are not read again."""
        self._units = units
        self._reading = self._reading.relinked(units, texts)
        self._findings = [()] * len(units)
        self._overview = None
        if not self.judge_on():
            self.judge_documents()

    def turn(self, at: int, pick: int) -> None:
        """From now on, offer the next suggestion of an open finding and of all that are alike."""
        fingerprint = self.open(at)[pick].fingerprint
        finding = next(f for f in self._findings[at] if f.fingerprint == fingerprint)
        self._turned[flaw_of(finding, self._reading.texts[at])] += 1
        self._overview = None

    def put_terms(self, values: Mapping[str, str | None]) -> None:
        """Have terms by their ids, as the workspace writes them, or have them no more; the units
        that they may be about are judged again; of many terms, that is left to `judge_on`."""
        rows = []
        for id_, value in values.items():
            row = TermRow.from_json(value) if value is not None else None
            if row is not None:
                rows.append(row)
                self._terms.pop(id_, None)  # what is changed comes last, as in the workspace
                self._terms[id_] = row
            elif id_ in self._terms:
                rows.append(self._terms.pop(id_))
        self._reading.termbase = self._termbase
        texts = self._reading.texts
        self._reading.forget(
            at
            for at, unit in enumerate(self._units)
            if len(rows) > _FEW_TERMS or any(_about(r, unit, texts[at]) for r in rows)
        )
        if len(rows) <= _FEW_TERMS and not self.judge_on():
            self.judge_documents()

    def _put(self, at: int, found: tuple[Finding, ...]) -> None:
        """Let these be the findings of a unit, as it reads now."""
        self._findings[at] = found
        if self._overview is not None:
            self._overview.put(at, self._reading.texts[at], self.open(at))

    @property
    def _termbase(self) -> Termbase:
        """All terms there are now."""
        return self._without_terms.with_concepts(concepts(self._terms.values()))

    def _changed(self, at: int, text: str) -> dict[int, tuple[Finding, ...]]:
        """The findings of all units that a change of one may touch.

        A long document is not judged as a whole: then what it had shown of the unit stays, as
        far as the words still stand there.
        """
        document = self._reading.document(at)
        if self.done and len(document) <= _AT_ONCE:
            return self._by_unit(document, (at, text))
        found = self._by_unit([at], (at, text))[at]
        old, known = self._reading.texts[at], {f.fingerprint for f in found}
        stay = [
            f
            for f in self._findings[at]
            if f.check in self._across
            and f.fingerprint not in known
            and (f.target is None or f.target.of(text) == f.target.of(old))
        ]
        return {at: (*found, *stay)}

    def _by_unit(
        self, numbers: Sequence[int], other: tuple[int, str] = (-1, "")
    ) -> dict[int, tuple[Finding, ...]]:
        """The findings of some units, one of them with another text."""
        read = [self._reading.judged(n, other[1] if n == other[0] else None) for n in numbers]
        every = findings(read, self._checks, earlier=self._earlier)
        found = by_unit(f for f in every if f.unit not in self._exempt)
        units = (j.annotated.unit for j in read)
        return {
            number: tuple(found.get((unit.document, unit.id), ()))
            for number, unit in zip(numbers, units, strict=True)
        }

    def _split(
        self, found: tuple[Finding, ...], text: str
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """The open and the ignored ones, with the suggestion first that a person turned to."""
        if not found:
            return (), ()
        offered = [turned(f, self._turned[flaw_of(f, text)] % turns(f)) for f in found]
        silent = [f.fingerprint in self._waived or f.check in self.muted for f in offered]
        return (
            tuple(f for f, quiet in zip(offered, silent, strict=True) if not quiet),
            tuple(f for f, quiet in zip(offered, silent, strict=True) if quiet),
        )


_WORD: Final = regex(r"\w{2,}")


def _about(term: TermRow, unit: TranslationUnit, text: str) -> bool:
    """Whether a term may be about a unit: rather too often than not, since forms vary."""
    words, source = _WORD.findall(term.source.lower()), unit.source.lower()
    telling = [word for word in words if len(word) > 3] or words
    return not telling or term.target[:2] in text or any(w[:4] in source for w in telling)
