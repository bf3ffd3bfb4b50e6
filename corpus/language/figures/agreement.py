"""Where the figures of a Japanese text do not agree with those of its English.

A figure is answered by anything in the other text that could stand for it. Only those that
nothing answers are looked at: two of them that could belong together are one wrong figure, one
that is left over was dropped or invented.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.bitext import Side, Span
from corpus.language.figures import Bound, Figure, Kind, figures
from corpus.language.figures.bare_counters import bare_counter, unit_alone
from corpus.language.figures.codes import code_mismatches
from corpus.language.figures.durations import durations
from corpus.language.figures.excuses import excused
from corpus.language.figures.implied import implied_in_english, implied_in_japanese
from corpus.language.figures.periods import periods
from corpus.language.figures.proportions import proportions
from corpus.language.figures.rough_numbers import rough_numbers
from corpus.language.figures.same_figure import (
    DATES,
    conflict,
    converted,
    likeness,
    may_be,
    same_hour,
    same_share,
    same_year,
)
from corpus.language.figures.weekdays import other_weekdays
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from corpus.language.figures.quantity import Worded


class Flaw(StrEnum):
    """What is wrong with a figure."""

    VALUE = "value"
    DATE = "date"
    UNIT = "unit"
    PERCENT = "percent"
    BOUND = "bound"
    MISSING = "missing"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A figure of one text, or one of each, that do not agree."""

    flaw: Flaw
    source: Figure | None = None
    target: Figure | None = None
    source_span: Span | None = None
    target_span: Span | None = None
    wanted: str = ""
    """What should stand at `target_span`, where only this text can tell: a weekday, a code."""
    sure: bool = True
    """Whether the pair is the only one that it can be."""


_SCALED = regex(
    r"\s?(?:to|-|–|—|or|and|~|～|〜|から|ないし|、|・)\s?(?:US)?[$€£]?\d[\d,.]*[\s-]?"
    r"(?P<scale>hundred|thousand|million|billion|trillion|bn|m\b|k\b|千|万|億|兆|百万)"
)
_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "bn": 10**9, "m": 10**6, "k": 10**3, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12,
    "百万": 10**6,
}  # fmt: skip
_LETTER = {"m": 10**6, "k": 10**3, "b": 10**9}
_SHARE = regex(
    r"%|per ?cent|proportion|\brates?\b|\bshare|odds|half|quarter|third|fifth|double|full|whole"
    r"|out of|in (?:\d|two|three|four|five|ten)|\d/\d|times|fold|all|every|one|pct|pp\b|points?\b"
    r"|(?<![a-z])bps?\b|basis",
    re.IGNORECASE,
)
_COUNTRIES = regex("[日米英豪印韓中仏独伊加露欧台比越]{2,6}の?$")
_WORDS = regex("[A-Za-z]{2}")
_SMALLEST_ADDED = 3
_NEXT_TO = 4
_NEAR_BY = 40
_MOST = 300
"""Figures of a text that are compared; where there are more, each with each takes too long."""


@lru_cache(maxsize=64)
def disagreements(source: str, target: str) -> tuple[Disagreement, ...]:
    """What is wrong with the figures, dates and weekdays of a Japanese text, each place once."""
    both = figures(source, Side.SOURCE), figures(target, Side.TARGET)
    numbers = (
        *proportions(source, target),
        *rough_numbers(source, target),
        *durations(*both, source, target),
    )
    dates = tuple(periods(source, target))
    codes = tuple(code_mismatches(source, target))
    found = [
        *(_in_words(Flaw.DATE, day, sure=sure) for day, sure in other_weekdays(source, target)),
        *(_in_words(Flaw.VALUE, each) for each in (*codes, *numbers) if each.wanted),
        *(_in_words(Flaw.DATE, each) for each in dates if each.wanted),
    ]
    told = (*codes, *numbers, *dates)
    english = _without(both[0], [each.source for each in told])
    japanese = _without(both[1], [each.target for each in told])
    if (english or japanese) and max(len(english), len(japanese)) <= _MOST:
        found += _Comparison(source, target, english, japanese).disagreements()
    return tuple(each for each in found if not _part_of_a_wrong_date(each, found))


def _in_words(flaw: Flaw, each: Worded, *, sure: bool = True) -> Disagreement:
    return Disagreement(flaw, None, None, each.source, each.target, each.wanted, sure)


def _without(found: Sequence[Figure], told: Sequence[Span]) -> tuple[Figure, ...]:
    """The figures that are no part of what is told in words."""
    return tuple(f for f in found if not any(f.span.overlaps(span) for span in told))


def _part_of_a_wrong_date(each: Disagreement, found: Iterable[Disagreement]) -> bool:
    """Whether it is only the other half of one: 8月3日 for March 8."""
    return each.flaw is Flaw.MISSING and any(
        other.flaw is Flaw.DATE and _touches(each.source_span, other.source_span) for other in found
    )


def _touches(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return False
    return max(one.start, other.start) - min(one.end, other.end) <= _NEXT_TO


@dataclass(frozen=True, slots=True)
class _Comparison:
    source: str
    target: str
    english: Sequence[Figure]
    japanese: Sequence[Figure]

    def disagreements(self) -> Iterator[Disagreement]:
        in_english, in_japanese = implied_in_english(self.source), implied_in_japanese(self.target)
        pairs = {
            (k, m)
            for k, e in enumerate(self.english)
            for m, j in enumerate(self.japanese)
            if self._agree(e, j)
        }
        answered = {k for k, _ in pairs}
        answering = {m for _, m in pairs}
        left = [
            e
            for k, e in enumerate(self.english)
            if k not in answered
            and not self._said(e, in_japanese)
            and not excused(e, self.source, self.target, self.english)
        ]
        over = [
            j
            for m, j in enumerate(self.japanese)
            if m not in answering
            and not (self._ways(j, self.target) & in_english)
            and not any(self._later(e, j) for e in self.english)
        ]
        derived = {j: used for j in over if j.value > 1 and (used := self._difference(j))}
        over = [j for j in over if j not in derived]
        left = [e for e in left if all(e not in used for used in derived.values())]
        yield from self._units(pairs)
        yield from self._bounds(pairs)
        yield from self._left_over(left, over)
        if not left and not over and not derived:
            yield from self._exchanged(pairs, in_japanese)

    def _ways(self, figure: Figure, text: str) -> set[Decimal]:
        """The values that a figure may have: 2 in "2 to 3 million" is two million."""
        ways = {figure.value}
        after = _SCALED.match(text, figure.span.end)
        if after and figure.value < 10**4:
            ways.add(figure.value * _SCALES[after["scale"]])
        last = text[figure.span.end - 1].lower()
        if not figure.firm and last in _LETTER:
            ways.add(figure.value * _LETTER[last])
        return ways

    def _said(self, figure: Figure, implied: frozenset[Decimal]) -> bool:
        if figure.kind is Kind.MONTH:
            return False
        if figure.kind is Kind.PERCENT and figure.firm and figure.value != 100:
            return bool({figure.value / 100} & implied) or figure.value in implied
        return bool(self._ways(figure, self.source) & implied)

    def _agree(self, e: Figure, j: Figure) -> bool:
        if (e.kind is Kind.MONTH) != (j.kind is Kind.MONTH):
            # A month is written with its name: 7 days do not answer July.
            return False
        if e.kind is Kind.HOUR and j.kind is Kind.HOUR:
            return same_hour(e, j)
        if self._ways(e, self.source) & self._ways(j, self.target):
            return True
        if same_year(e, j) or same_share(e, j):
            return True
        return converted(e, j) or self._later(e, j)

    def _difference(self, j: Figure) -> Sequence[Figure]:
        """Two figures of the English of which this is the difference: 20億円増の120億円.

        A rise from 3% to 5% is one of 2ポイント, and of 15 members all but two are 13.
        """
        kinds = {Kind.PERCENT} if j.unit == "point" else {j.kind, Kind.NUMBER}
        figures = [e for e in self.english if e.kind in kinds and e.value > 0]
        for e in figures:
            for o in figures:
                near = abs(e.span.start - o.span.start) <= _NEAR_BY
                if e is not o and near and e.value - o.value == j.value:
                    return (e, o)
        return ()

    def _later(self, e: Figure, j: Figure) -> bool:
        """Whether "three years later" became the year itself: 2013年, or 13年."""
        if e.unit != "year" or j.kind is not Kind.YEAR:
            return False
        years = {o.value + e.value for o in self.english if o.kind is Kind.YEAR}
        return j.value in years or j.value in {year % 100 for year in years}

    def _units(self, pairs: set[tuple[int, int]]) -> Iterator[Disagreement]:
        """Figures of the same value that count different things, wherever they stand."""
        answered: dict[int, list[Figure]] = defaultdict(list)
        for k, m in sorted(pairs):
            answered[m].append(self.english[k])
        for m, partners in sorted(answered.items()):
            j = self.japanese[m]
            if j.kind is Kind.PERCENT and not _SHARE.search(self.source):
                e = partners[0]
                yield Disagreement(Flaw.PERCENT, e, j, e.span, j.span)
                continue
            if not all(conflict(e, j) for e in partners):
                continue
            e = partners[0]
            # Another Japanese figure may be the right one.
            k = self.english.index(e)
            others = [self.japanese[n] for i, n in pairs if i == k and n != m]
            if any(not conflict(e, other) for other in others):
                continue
            percent = Kind.PERCENT in (e.kind, j.kind)
            flaw = Flaw.PERCENT if percent else Flaw.UNIT
            yield Disagreement(flaw, e, j, e.span, j.span)

    def _bounds(self, pairs: set[tuple[int, int]]) -> Iterator[Disagreement]:
        """More than made less than, or the other way round."""
        ours, theirs = Counter(k for k, _ in pairs), Counter(m for _, m in pairs)
        for k, m in sorted(pairs):
            e, j = self.english[k], self.japanese[m]
            alone = ours[k] == theirs[m] == 1
            if alone and {e.bound, j.bound} == {Bound.OVER, Bound.UNDER}:
                yield Disagreement(Flaw.BOUND, e, j, e.span, j.span)

    def _exchanged(
        self, pairs: set[tuple[int, int]], implied: frozenset[Decimal]
    ) -> Iterator[Disagreement]:
        """A figure written twice, and another not at all, where there are as many of them."""
        ours = [k for k, e in enumerate(self.english) if e.firm]
        theirs = [m for m, j in enumerate(self.japanese) if j.firm]
        if len(ours) != len(theirs):
            return
        alone, free = [], list(theirs)
        for k in ours:
            partner = next((m for m in free if (k, m) in pairs), None)
            if partner is None:
                alone.append(k)
            else:
                free.remove(partner)
        if len(alone) == 1:
            e, j = self.english[alone[0]], self.japanese[free[0]]
            known = (alone[0], free[0]) in pairs or self._said(e, implied)
            if e.kind is j.kind and not known:
                yield Disagreement(Flaw.VALUE, e, j, e.span, j.span, sure=False)

    def _left_over(self, left: list[Figure], over: list[Figure]) -> Iterator[Disagreement]:
        firm = [j for j in over if j.firm]
        rest = list(left)
        for j in sorted(firm, key=lambda j: (j.kind not in DATES, j.span)):
            candidates = [e for e in rest if may_be(e, j)]
            if candidates:
                place = j.span.start / max(1, len(self.target))
                best = max(candidates, key=lambda e: likeness(e, j, self.source, place))
                rest.remove(best)
                dated = j.kind in DATES and best.kind in DATES
                flaw = Flaw.DATE if dated else Flaw.VALUE
                yield Disagreement(
                    flaw, best, j, best.span, j.span, sure=len(candidates) == 1 and len(firm) == 1
                )
            elif j.value >= _SMALLEST_ADDED and self._invented(j):
                yield Disagreement(Flaw.ADDED, target=j, target_span=j.span)
        yield from self._missing(rest)

    def _invented(self, j: Figure) -> bool:
        """Whether a figure that the English lacks is no mere explanation."""
        if j.kind in (Kind.YEAR, Kind.MONTH, Kind.DAY) and not any(
            e.kind is j.kind for e in self.english
        ):
            return False
        if not _WORDS.search(self.source):
            return False
        before = self.target[max(0, j.span.start - 12) : j.span.start]
        countries = _COUNTRIES.search(before)
        if countries and len(countries[0]) == j.value:
            return False  # 日英伊3カ国
        explained = j.kind in DATES or j.unit in ("JPY", "age") or "約" in before
        return not (explained and ("（" in before or "(" in before))

    def _missing(self, rest: list[Figure]) -> Iterator[Disagreement]:
        bare = bare_counter(self.target) if self.english and not rest else None
        if bare:
            yield Disagreement(Flaw.MISSING, target_span=bare)
        lost = unit_alone(self.target)
        missed = [e for e in rest if (e.firm or lost) and e.value > 1]
        # A date, or a range, is one thing.
        start = 0
        for k, e in enumerate(missed):
            if k + 1 == len(missed) or missed[k + 1].span.start - e.span.end > _NEXT_TO:
                whole = Span(missed[start].span.start, e.span.end)
                yield Disagreement(Flaw.MISSING, missed[start], source_span=whole)
                start = k + 1
