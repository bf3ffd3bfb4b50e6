"""Where the figures of a Japanese text do not agree with those of its English.

A figure is answered by anything in the other text that could stand for it. Only those that
nothing answers are looked at: two of them that could belong together are one wrong figure, one
that is left over was dropped or invented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.bitext import Side, Span
from corpus.language.codes import code_mismatches
from corpus.language.dates import DAYS_OF_THE_WEEK, english_days, japanese_days, other_english_days
from corpus.language.figures import Bound, Figure, Kind, figures
from corpus.language.implied import implied_in_english, implied_in_japanese
from corpus.language.same_figure import (
    DATES,
    conflict,
    converted,
    likeness,
    may_be,
    same_hour,
    same_share,
    same_year,
)
from corpus.language.units import converts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal


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


_SCALED = re.compile(
    r"\s?(?:to|-|–|—|or|and|~|～|〜|から|ないし|、|・)\s?(?:US)?[$€£]?\d[\d,.]*[\s-]?"
    r"(?P<scale>hundred|thousand|million|billion|trillion|bn|m\b|k\b|千|万|億|兆|百万)"
)
_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "bn": 10**9, "m": 10**6, "k": 10**3, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12,
    "百万": 10**6,
}  # fmt: skip
_LETTER = {"m": 10**6, "k": 10**3, "b": 10**9}
_THIS_YEAR = re.compile("[今本昨同来翌前][年季]|[今昨来前]シーズン|一昨年|今大会|歳|年前")
_THIS_MONTH = re.compile("[今先来同翌前]月|[0-9０-９]/[0-9０-９]")
_TODAY = re.compile("[今昨同当明前翌]日|/[0-9０-９]")
_END_OF_PERIOD = re.compile("[月年期]末|[月年]期|四半期|中間期")
_DANGLING = re.compile(
    "(?:^|[、。「『（(\\s第約のでにはがをともし中過去計])"
    "(?:回|人|名|件|個|位|台|つ|か月|頭|隻|社|カ国|か国|ドル|円|％|%|パーセント|年間|時間)"
    "(?:の|が|は|を|に|で|も|と|へ|目|以上|以下|超|ほど|再生|ルール|程度|増|減|近|余)"
    "|第(?:回|位|章|条|世代)|(?:^|[のはにでし、])から[0-9０-９]|[0-9０-９]から[^0-9０-９]{0,2}パーセント|人中[0-9]|(?:過去|合計|計|通算)回(?![答復収避線路転帰想顧])"
)
_DANGLING_MONEY = re.compile(
    "(?:^|[、。のでにはがをと約額])(?:米)?(?:ドル|円|ポンド|ユーロ|[億兆])"
)
_SHARE = re.compile(
    r"%|per ?cent|proportion|\brates?\b|\bshare|odds|half|quarter|third|fifth|double|full|whole"
    r"|out of|in (?:\d|two|three|four|five|ten)|\d/\d|times|fold|all|every|one|pct|pp\b|points?\b",
    re.IGNORECASE,
)
_IDIOMS = re.compile(
    r"24/7|\b24-hour\b|\b(?:911|101|360)\b(?![.,]?\d|\s[a-z]+s\b)|\b20/20\b"
    r"|\b100\s?(?:percent|%|per cent)|\b(?:no\.|number|#)\s?1\b|\b9/11\b|\b50[/-]50\b"
    r"|\b(?:a|do a|did a) 180\b(?![.,]?\d)",
    re.IGNORECASE,
)
_WORDS = re.compile("[A-Za-z]{2}")
_BARE_COUNTER = re.compile(
    "(?:^|[、。でにはが])(?P<a>位(?=[にとの]))|もう(?P<b>[台個隻])|ランク(?P<c>位)"
    "|第(?P<d>回|位|条|章)(?!答)|(?:過去|合計|通算|、)(?P<e>回)(?=[のにも目])"
)
_SMALLEST_ADDED = 3
_LAST_DAYS = 28
_NEXT_TO = 4


@lru_cache(maxsize=64)
def disagreements(source: str, target: str) -> tuple[Disagreement, ...]:
    """What is wrong with the figures, dates and weekdays of a Japanese text, each place once."""
    english, japanese = figures(source, Side.SOURCE), figures(target, Side.TARGET)
    codes = [*code_mismatches(source, target)]
    found = [
        *_weekdays(source, target),
        *(Disagreement(Flaw.VALUE, None, None, c.source, c.target, c.wanted) for c in codes),
    ]
    if english or japanese:
        blamed = [code.target for code in codes]
        japanese = tuple(j for j in japanese if not any(j.span.overlaps(b) for b in blamed))
        found += _Comparison(source, target, english, japanese).disagreements()
    return tuple(each for each in found if not _part_of_a_wrong_date(each, found))


def _part_of_a_wrong_date(each: Disagreement, found: Iterable[Disagreement]) -> bool:
    """Whether it is only the other half of one: 8月3日 for March 8."""
    return each.flaw is Flaw.MISSING and any(
        other.flaw is Flaw.DATE and _touches(each.source_span, other.source_span) for other in found
    )


def _touches(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return False
    return max(one.start, other.start) - min(one.end, other.end) <= _NEXT_TO


def _weekdays(source: str, target: str) -> Iterator[Disagreement]:
    """Days that the English does not name, where it names others."""
    english = english_days(source)
    if not english:
        return
    named = {day for day, _ in english}
    japanese = japanese_days(target)
    said = {day for day, _ in japanese}
    left = [(day, span) for day, span in english if day not in said]
    for day, span in japanese:
        if day in named or day in other_english_days(source):
            continue
        wanted = left[0] if left else english[0]
        yield _weekday(wanted, span, sure=len({d for d, _ in left}) == 1)
    if len(left) == 1 and len(english) == len(japanese) and said < named:
        # One day is written twice, and another not at all: the place tells which.
        place = english.index(left[0])
        if sum(day == japanese[place][0] for day, _ in english) == 1:
            yield _weekday(left[0], japanese[place][1], sure=False)


def _weekday(wanted: tuple[int, Span], span: Span, *, sure: bool) -> Disagreement:
    letter = DAYS_OF_THE_WEEK[wanted[0]]
    return Disagreement(
        Flaw.DATE, source_span=wanted[1], target_span=span, wanted=letter, sure=sure
    )


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
            if k not in answered and not self._said(e, in_japanese) and not self._excused(e)
        ]
        over = [
            j
            for m, j in enumerate(self.japanese)
            if m not in answering and not (self._ways(j, self.target) & in_english)
        ]
        yield from self._units(pairs)
        yield from self._bounds(pairs)
        yield from self._left_over(left, over)
        if not left and not over:
            yield from self._exchanged(pairs)

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
        return converted(e, j)

    def _units(self, pairs: set[tuple[int, int]]) -> Iterator[Disagreement]:
        """Figures of the same value that count different things, wherever they stand."""
        for m, j in enumerate(self.japanese):
            partners = [self.english[k] for k, n in sorted(pairs) if n == m]
            if not partners:
                continue
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
        for k, m in sorted(pairs):
            e, j = self.english[k], self.japanese[m]
            alone = sum(i == k for i, _ in pairs) == sum(n == m for _, n in pairs) == 1
            if alone and {e.bound, j.bound} == {Bound.OVER, Bound.UNDER}:
                yield Disagreement(Flaw.BOUND, e, j, e.span, j.span)

    def _exchanged(self, pairs: set[tuple[int, int]]) -> Iterator[Disagreement]:
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
            if e.kind is j.kind and (alone[0], free[0]) not in pairs:
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
        explained = j.kind in DATES or j.unit in ("JPY", "age") or "約" in before
        return not (explained and ("（" in before or "(" in before))

    def _missing(self, rest: list[Figure]) -> Iterator[Disagreement]:
        bare = None if rest else _BARE_COUNTER.search(self.target)
        if bare and bare.lastgroup and self.english:
            yield Disagreement(Flaw.MISSING, target_span=Span(*bare.span(bare.lastgroup)))
        dangling = _DANGLING.search(self.target) or _DANGLING_MONEY.search(self.target)
        missed = [e for e in rest if (e.firm or dangling) and e.value > 1]
        # A date, or a range, is one thing.
        start = 0
        for k, e in enumerate(missed):
            if k + 1 == len(missed) or missed[k + 1].span.start - e.span.end > _NEXT_TO:
                whole = Span(missed[start].span.start, e.span.end)
                yield Disagreement(Flaw.MISSING, missed[start], source_span=whole)
                start = k + 1

    def _excused(self, e: Figure) -> bool:
        if any(
            match.start() <= e.span.start < match.end() for match in _IDIOMS.finditer(self.source)
        ):
            return True
        before = self.source[max(0, e.span.start - 10) : e.span.start]
        if "(" in before and any(
            converts(e.value, e.unit, o.value, o.unit) for o in self.english if o is not e
        ):
            return True
        if e.kind is Kind.DAY and e.value >= _LAST_DAYS and _END_OF_PERIOD.search(self.target):
            return True  # 2026年3月期 for the year that ended March 31, 2026
        excuse = {Kind.YEAR: _THIS_YEAR, Kind.MONTH: _THIS_MONTH, Kind.DAY: _TODAY}.get(e.kind)
        return bool(excuse and excuse.search(self.target))
