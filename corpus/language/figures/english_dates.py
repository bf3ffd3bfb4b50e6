"""Reading the dates and times of an English text, as `english_figures` has found them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.figures.numerals import WORDS
from corpus.language.figures.quantity import Figure, Kind
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = {
    name: value
    for value, name in enumerate(
        re.findall(
            r"\w+",
            "january february march april may june july august september october november december",
        ),
        start=1,
    )
}
"""The months by their names and usual abbreviations, in lower case."""
MONTHS |= {word[:3]: value for word, value in MONTHS.items()} | {"sept": 9}

_YEAR_NEXT = regex(r",?\s+(?:1\d|20)\d\d\b")
_SHORT = 4
"""Letters below which a month is abbreviated."""
_ERAS = {"meiji": 1867, "taisho": 1911, "showa": 1925, "heisei": 1988, "reiwa": 2018}
_NAMES = ("may", "march", "mar", "dec", "jan", "jun", "april", "june", "august")
"""Months that are names or words as well."""
_BESIDE_A_NAME = regex(r"(?:-[a-z]+|\s[A-Z][a-z]+)")
_NOON = 12


def date(match: re.Match[str]) -> Iterator[Figure]:
    """Month and day; a word such as "may" is a month only with a capital letter."""
    month, day = ("month", "day") if match["month"] else ("month_after", "day_before")
    parts = [(month, Kind.MONTH)] if match[month][0].isupper() else []
    if (
        match[month].lower() in _NAMES
        and not match[day]
        and not _YEAR_NEXT.match(match.string, match.end())
        and _no_month(match)
    ):
        parts = []
    if match[day]:
        parts.append((day, Kind.DAY))
    for name, kind in sorted(parts, key=lambda part: match.start(part[0])):
        value = MONTHS[match[name].lower()] if kind is Kind.MONTH else int(match[name])
        yield Figure(Decimal(value), kind, Span(*match.span(name)))


_BEFORE_MONTH = regex(
    r"\b(?:in|since|until|by|of|from|last|this|next|early|late|mid|through|to|and|for|before|after"
    r"|between)[\s-]$",
    re.IGNORECASE,
)


def _no_month(match: re.Match[str]) -> bool:
    """Whether "May" or "March" is rather a verb or a name: "May we", "Theresa May"."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    if _BEFORE_MONTH.search(before):
        return False
    short = match["month"] is None or len(match["month"]) < _SHORT
    named = bool(re.search(r"[A-Z][a-z]+\s$", before)) or _BESIDE_A_NAME.match(
        match.string, match.end()
    )
    return short or bool(named) or match["month"].lower() in ("may", "march")


def clock(match: re.Match[str]) -> Iterator[Figure]:
    """A time of day, as it is written with a colon or with a.m. and p.m."""
    half = (match["half"] or match["half_word"] or "").lower()
    unit = f"{half}m" if half else ""
    name = "clock" if match["clock"] else "clock_word" if match["clock_word"] else "hour"
    written = match[name]
    value = Decimal(int(written) if written.isdigit() else WORDS[written.lower()])
    if half == "a" and value == _NOON:
        value = Decimal(0)
    minute = "minute" if match["minute"] else "minutes"
    # With minutes the hour ends before the colon, so that the two do not overlap.
    yield Figure(value, Kind.HOUR, Span(*match.span(name)), unit)
    if match[minute]:
        firm = int(match[minute]) > 0
        yield Figure(Decimal(match[minute]), Kind.NUMBER, Span(*match.span(minute)), firm=firm)


def military(match: re.Match[str]) -> Iterator[Figure]:
    """A time of day of four figures, as in 1430 hours."""
    start = match.start("military")
    hour, minute = int(match["military"][:2]), int(match["military"][2:])
    yield Figure(Decimal(hour), Kind.HOUR, Span(start, start + 2))
    minutes = Span(start + 2, match.end("military"))
    yield Figure(Decimal(minute), Kind.NUMBER, minutes, firm=minute > 0)


def era(match: re.Match[str]) -> Iterator[Figure]:
    """Heisei 31 is 2019."""
    year = _ERAS[match["era"].lower()] + int(match["era_year"])
    yield Figure(Decimal(year), Kind.YEAR, Span(*match.span()))
