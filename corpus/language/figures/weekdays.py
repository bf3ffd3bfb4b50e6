"""The days of the week in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.figures.quantity import Worded
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
          "sat": 5, "sun": 6}  # fmt: skip
DAYS_OF_THE_WEEK = "月火水木金土日"
"""Their Japanese letters, Monday first."""
_ENGLISH_DAY = regex(rf"\b({'|'.join(_ENGLISH)})s?\b", re.IGNORECASE)
_ENGLISH_SHORT = regex(r"\b(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b")
_WEEKEND = regex(r"\bweek-?ends?\b", re.IGNORECASE)
_JAPANESE_DAY = regex(
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


def other_weekdays(source: str, target: str) -> Iterator[tuple[Worded, bool]]:
    """Days that the English does not name, where it names others; and whether it is sure which
    one is meant."""
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
        yield _instead(left[0] if left else english[0], span), len({d for d, _ in left}) == 1
    if len(left) == 1 and len(english) == len(japanese) and said < named:
        # One day is written twice, and another not at all: the place tells which.
        place = english.index(left[0])
        if sum(day == japanese[place][0] for day, _ in english) == 1:
            yield _instead(left[0], japanese[place][1]), False


def _instead(wanted: tuple[int, Span], span: Span) -> Worded:
    return Worded(wanted[1], span, DAYS_OF_THE_WEEK[wanted[0]])
