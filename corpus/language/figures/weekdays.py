"""The days of the week in both languages."""

from __future__ import annotations

import re
from decimal import Decimal

from corpus.bitext import Span

_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
          "sat": 5, "sun": 6}  # fmt: skip
DAYS_OF_THE_WEEK = "月火水木金土日"
"""Their Japanese letters, Monday first."""
_ENGLISH_DAY = re.compile(rf"\b({'|'.join(_ENGLISH)})s?\b", re.IGNORECASE)
_ENGLISH_SHORT = re.compile(r"\b(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b")
_WEEKEND = re.compile(r"\bweek-?ends?\b", re.IGNORECASE)
_JAPANESE_DAY = re.compile(
    f"([{DAYS_OF_THE_WEEK}])曜"
    rf"|(?<=[0-9０-９]日)[(（]([{DAYS_OF_THE_WEEK}])(?=[・)）])"
    rf"|(?<![ァ-ヺー一-龥])[(（]([{DAYS_OF_THE_WEEK}])[)）]"
)


def english_days(text: str) -> tuple[tuple[int, Span], ...]:
    """The days of the week named, 0 for Monday, where they stand."""
    found = [(_ENGLISH.index(m[1].lower()), Span(*m.span())) for m in _ENGLISH_DAY.finditer(text)]
    return tuple(sorted(found, key=lambda day: day[1]))


def other_english_days(text: str) -> frozenset[int]:
    """Days that the text may mean besides: `Sun`, the weekend."""
    short = {_SHORT[word.lower()] for word in _ENGLISH_SHORT.findall(text)}
    return frozenset(short | ({5, 6} if _WEEKEND.search(text) else set()))


def japanese_days(text: str) -> tuple[tuple[int, Span], ...]:
    """The days of the week named, 0 for Monday; the span is that of the one letter."""
    found = []
    for match in _JAPANESE_DAY.finditer(text):
        group = match.lastindex or 1
        found.append((DAYS_OF_THE_WEEK.index(match[group]), Span(*match.span(group))))
    return tuple(found)


def day_value(day: int) -> Decimal:
    """A day as the value of a figure."""
    return Decimal(day)
