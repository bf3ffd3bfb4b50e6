"""Parts of the year and of the day told in words: third quarter and 10～12月期, midnight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.figures.english_dates import MONTHS
from corpus.language.figures.japanese import HALF_WIDTH
from corpus.language.figures.numerals import ORDINALS, WORDS, japanese_value
from corpus.language.figures.quantity import Worded
from corpus.language.figures.units import longest_first
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_NTH = {**{word: value for word, value in ORDINALS.items() if value <= 4},
        "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}  # fmt: skip
_QUARTER = regex(
    rf"\b(?:(?P<nth>{longest_first(_NTH)})[\s-]quarter(?!-?finals?\b)|Q(?P<digit>[1-4]))\b",
    re.IGNORECASE,
)
_JAPANESE_QUARTER = regex("第[ ]?(?P<nth>[1-4一二三四])[ ]?(?:四半期|クォーター)")
_MONTHS_ENDED = regex(
    rf"\b(?:(?P<count>three|six|nine|twelve|3|6|9|12)[\s-]months?|(?P<quarter>quarter)"
    rf"|(?P<half>half(?:-year)?))(?:\speriod)?\s(?:that\s)?(?:ended|ending|through|to|until)\s(?:on\s)?"
    rf"(?P<month>{longest_first(MONTHS)})\b\.?(?:\s\d{{1,2}}\b(?:,?\s(?P<year>20\d\d)\b)?)?",
    re.IGNORECASE,
)
_MONTH = regex(rf"\b(?:{longest_first(MONTHS)})\b", re.IGNORECASE)
_MONTHS_OF_THE_YEAR = 12
_FISCAL = regex(r"(?P<year>20\d\d)年(?P<month>1?\d)月期[ 　]?")
_NINE_MONTHS = regex(r"\b(?P<count>three|six|nine|3|6|9)[\s-]months?\b", re.IGNORECASE)
_FISCAL_YEAR = regex(r"\b(?:fiscal(?:\syear)?|FY)\s?(?P<year>20\d\d|'?\d\d)\b", re.IGNORECASE)
_YEAR_ENDED = regex(
    rf"\b(?:fiscal\s|financial\s)?year(?:\sthat)?\s(?:ended|ending|to)\s"
    rf"(?P<month>{longest_first(MONTHS)})\.?\s\d{{1,2}},?\s(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_PART_OF_IT = regex(
    "(?:第[1-4一二三四]四半期(?:累計期間)?|中間期|上期|(?:（|\\()中間期(?:）|\\)))+"
)
_PERIOD = regex(r"(?P<first>1?\d)月?[ ]?(?:[〜～~\-‐–—ー]|から)[ ]?(?P<last>1?\d)月期?")
_QUARTERS = frozenset(((1, 3), (4, 6), (7, 9), (10, 12)))
_HALF = regex(r"\b(?:(?P<first>first)|(?P<second>second|latter))[\s-]half\b", re.IGNORECASE)
_JAPANESE_HALF = regex("(?P<first>上半期|上期|前半)|(?P<second>下半期|下期|後半)")
_OTHER_HALF = str.maketrans("上下前後", "下上後前")
_TURN = regex(r"\b(?:(?P<midnight>midnight)|(?P<noon>noon|midday))\b", re.IGNORECASE)
_JAPANESE_TURN = regex(
    r"(?P<midnight>真夜中|(?:午前|深夜|夜中の?|夜の?)?(?:零|(?<!\d)0)時|(?<!\d)24時|午後12時)"
    r"|(?P<noon>正午|真昼|(?<![後夜])12時)"
)
_TURNS = {"midnight": "午前0時", "noon": "正午"}


def periods(source: str, target: str) -> Iterator[Worded]:
    """The periods and turning points that both texts name."""
    plain = target.translate(HALF_WIDTH)
    yield from _months(source, plain)
    yield from _fiscal(source, plain)
    yield from _nine_months(source, plain)
    yield from _quarters(source, plain)
    yield from _halves(source, plain)
    yield from _turns(source, plain)


def _months(source: str, target: str) -> Iterator[Worded]:
    """The nine months ended December 31, and a quarter without its months: 4～12月期, 7～9月期."""
    found = list(_PERIOD.finditer(target))
    for match in _MONTHS_ENDED.finditer(source) if found else ():
        last = MONTHS[match["month"].lower()]
        count = 3 if match["quarter"] else 6 if match["half"] else _count(match["count"])
        first = (last - count) % _MONTHS_OF_THE_YEAR + 1
        for period in found:
            if (int(period["first"]), int(period["last"])) == (first, last):
                yield Worded(Span(*match.span()), Span(*period.span()))
    named = found and not any(m[0][0].isupper() for m in _MONTH.finditer(source))
    for match in _QUARTER.finditer(source) if named else ():
        for period in found:
            if (int(period["first"]), int(period["last"])) in _QUARTERS:
                yield Worded(Span(*match.span()), Span(*period.span()))


def _fiscal(source: str, target: str) -> Iterator[Worded]:
    """2026年3月期第1四半期: a part of the fiscal year that ends in March 2026.

    It answers the three months ended June 30, 2025, and the fiscal year 2025.
    """
    for japanese in _FISCAL.finditer(target):
        end = _MONTHS_OF_THE_YEAR * int(japanese["year"]) + int(japanese["month"])
        part = _PART_OF_IT.match(target, japanese.end())
        whole = Span(japanese.start(), part.end() if part else japanese.end())
        for match in _MONTHS_ENDED.finditer(source) if part else ():
            if not match["year"]:
                continue
            last = _MONTHS_OF_THE_YEAR * int(match["year"]) + MONTHS[match["month"].lower()]
            if 0 < end - last < _MONTHS_OF_THE_YEAR:
                yield Worded(Span(*match.span()), whole)
                yield from _another_quarter(match, 4 - (end - last) // 3, target, whole)
        for match in _YEAR_ENDED.finditer(source):
            if (int(match["year"]), MONTHS[match["month"].lower()]) == _ends(japanese):
                yield Worded(Span(*match.span()), Span(*japanese.span()))
        for match in _FISCAL_YEAR.finditer(source):
            year = int(match["year"].lstrip("'")) % 100
            if int(japanese["year"]) % 100 - year in (0, 1):
                yield Worded(Span(*match.span()), Span(*japanese.span()))


def _another_quarter(
    english: re.Match[str], quarter: int, target: str, whole: Span
) -> Iterator[Worded]:
    """The number of a quarter in `whole` that is not the one that the months end with."""
    japanese = _JAPANESE_QUARTER.search(target, whole.start, whole.end)
    if japanese and int(japanese_value(japanese["nth"])) != quarter:
        wanted = str(quarter) if japanese["nth"].isdigit() else "〇一二三四"[quarter]
        yield Worded(Span(*english.span()), Span(*japanese.span("nth")), wanted)


def _nine_months(source: str, target: str) -> Iterator[Worded]:
    """Nine months are what ends with the third quarter: 第3四半期累計."""
    found = {int(japanese_value(m["nth"])): m for m in _JAPANESE_QUARTER.finditer(target)}
    for match in _NINE_MONTHS.finditer(source):
        quarters = _count(match["count"]) // 3
        if (quarter := found.get(quarters)) and not _QUARTER.search(source):
            yield Worded(Span(*match.span()), Span(*quarter.span()))


def _ends(japanese: re.Match[str]) -> tuple[int, int]:
    return int(japanese["year"]), int(japanese["month"])


def _count(written: str) -> int:
    return int(written) if written.isdigit() else WORDS[written.lower()]


def _quarters(source: str, target: str) -> Iterator[Worded]:
    """One quarter that is another one."""
    english = list(_QUARTER.finditer(source))
    named = {_NTH[m["nth"].lower()] if m["nth"] else int(m["digit"]) for m in english}
    japanese = list(_JAPANESE_QUARTER.finditer(target))
    said = {int(japanese_value(m["nth"])) for m in japanese}
    if len(named) == len(said) == 1 and named != said:
        e, j = english[0], japanese[0]
        wanted = str(*named) if j["nth"].isdigit() else "〇一二三四"[next(iter(named))]
        yield Worded(Span(*e.span()), Span(*j.span("nth")), wanted)


def _halves(source: str, target: str) -> Iterator[Worded]:
    english, japanese = list(_HALF.finditer(source)), list(_JAPANESE_HALF.finditer(target))
    named, said = {m.lastgroup for m in english}, {m.lastgroup for m in japanese}
    if len(named) == len(said) == 1 and named != said:
        e, j = english[0], japanese[0]
        yield Worded(Span(*e.span()), Span(*j.span()), j[0].translate(_OTHER_HALF))


def _turns(source: str, target: str) -> Iterator[Worded]:
    english, japanese = list(_TURN.finditer(source)), list(_JAPANESE_TURN.finditer(target))
    named, said = {m.lastgroup for m in english}, {m.lastgroup for m in japanese}
    if len(named) == len(said) == 1 and named != said:
        e, j = english[0], japanese[0]
        yield Worded(Span(*e.span()), Span(*j.span()), _TURNS[e.lastgroup or ""])
