"""Figures of the English that good Japanese does without, or says in another way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.language.figures.japanese import HALF_WIDTH
from corpus.language.figures.quantity import Kind
from corpus.language.figures.same_figure import in_celsius
from corpus.language.figures.units import converts
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.language.figures.quantity import Figure

_THIS_YEAR = regex("[今本昨同来翌前][年季]|[今昨来前]シーズン|一昨年|今大会|歳|年前")
_THIS_MONTH = regex("[今先来同翌前]月|[0-9０-９]/[0-9０-９]")
_TODAY = regex("[今昨同当明前翌]日|/[0-9０-９]")
_END_OF_PERIOD = regex("[月年期]末|[月年]期|四半期|中間期")
_IDIOMS = regex(
    r"24/7|\b(?:[a-z]+|\d{1,2})-figure\b|\bCOVID-19\b|\b24-hour\b|\b(?:911|101|360)\b(?![.,]?\d|\s[a-z]+s\b)|\b20/20\b"
    r"|\b100\s?(?:percent|%|per cent)|\b(?:no\.|number|#)\s?1\b|\b9/11\b|\b50[/-]50\b"
    r"|\b(?:a|do a|did a) 180\b(?![.,]?\d)",
    re.IGNORECASE,
)
_LAST_DAYS = 28
_DATELINE = regex(r"^[A-Z][A-Z .,]+, $|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, $")
_OPENED = regex(r"[A-Za-z°. ]{0,12}\([^()]{0,12}")
_DAYS_WITH_NAMES = tuple(
    (regex(rf"\b(?:{english})\b"), regex(japanese))
    for english, japanese in (
        ("December 31(?:st)?|31 December|Dec\\. 31", "年末|年内|大みそか|大晦日"),
        ("March 31(?:st)?|31 March", "年度末|期末"),
        ("January 1(?:st)?|1 January|Jan\\. 1", "元日|元旦|年初|年明け"),
        ("April 1(?:st)?|1 April", "年度初め|年度始め|新年度|年度当初"),
    )
)


def _said_twice(e: Figure, o: Figure, source: str) -> bool:
    """Whether a figure and the one beside it, one of them in brackets, are the same."""
    first, second = sorted((e, o), key=lambda figure: figure.span)
    if not _OPENED.fullmatch(source, first.span.end, second.span.start):
        return False
    if first.unit == second.unit == "degree":
        return in_celsius(first.value, second.value) or in_celsius(second.value, first.value)
    return converts(e.value, e.unit, o.value, o.unit)


def _as_newspapers_date(e: Figure, source: str, target: str, english: Sequence[Figure]) -> bool:
    """Whether the day stands without its month, as newspapers write of the month that runs.

    "TOKYO, Aug. 5" and "on Friday, Nov. 7" are 5日 and 7日 where no month and no year is named.
    """
    day = next((o for o in english if o.kind is Kind.DAY and o.span.start > e.span.start), None)
    dated = _DATELINE.search(source[: e.span.start])
    if not dated or day is None or "月" in target or "年" in target:
        return False
    return bool(re.search(rf"(?<![0-9０-９]){_day(day)}日", target.translate(HALF_WIDTH)))


def _day(figure: Figure) -> str:
    return f"{figure.value.normalize():f}"


def excused(e: Figure, source: str, target: str, english: Sequence[Figure]) -> bool:
    """Whether the Japanese need not have a figure `e` of the English."""
    if any(match.start() <= e.span.start < match.end() for match in _IDIOMS.finditer(source)):
        return True
    if any(_said_twice(e, o, source) for o in english if o is not e):
        return True
    if e.kind is Kind.MONTH and _as_newspapers_date(e, source, target, english):
        return True
    if e.kind in (Kind.MONTH, Kind.DAY) and any(
        day.search(source) and said.search(target) for day, said in _DAYS_WITH_NAMES
    ):
        return True
    if e.kind is Kind.DAY and e.value >= _LAST_DAYS and _END_OF_PERIOD.search(target):
        return True  # 2026年3月期 for the year that ended March 31, 2026
    excuse = {Kind.YEAR: _THIS_YEAR, Kind.MONTH: _THIS_MONTH, Kind.DAY: _TODAY}.get(e.kind)
    return bool(excuse and excuse.search(target))
