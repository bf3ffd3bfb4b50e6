"""What a figure is: a value, what it counts, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.bitext import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


class Kind(StrEnum):
    """What a figure counts."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    YEAR = "year"
    """A year of the calendar, in the Western count."""
    MONTH = "month"
    """1 to 12."""
    DAY = "day"
    """Of the month."""
    HOUR = "hour"
    """Of the day, as written: `3 p.m.` is 3."""


class Bound(StrEnum):
    """What the words around a figure say of it."""

    NONE = ""
    ABOUT = "about"
    OVER = "over"
    """More than, at least, 以上, 超."""
    UNDER = "under"
    """Less than, up to, 未満, 以下, 最大."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure where it stands."""

    value: Decimal
    """In full: a million is 1000000; per cent as said, so 5 % is 5."""
    kind: Kind
    span: Span
    unit: str = ""
    """A key of `units.UNITS`, a currency (`USD`), `am` or `pm`; empty if none."""
    firm: bool = True
    """Written so that it can be nothing but a figure, and has to be in the other text too."""
    bound: Bound = Bound.NONE


ISO_DATE = (
    r"(?<![A-Za-z0-9.-])(?P<iso_year>(?:1\d|20)\d\d)-(?P<iso_month>0[1-9]|1[0-2])"
    r"-(?P<iso_day>0[1-9]|[12]\d|3[01])(?![A-Za-z0-9-])"
)
"""2024-04-10 (ISO 8601), which is written so in both languages; for a pattern of figures."""


def iso_date(match: re.Match[str]) -> Iterator[Figure]:
    """The year, the month and the day of an `ISO_DATE`."""
    for name, kind in (("year", Kind.YEAR), ("month", Kind.MONTH), ("day", Kind.DAY)):
        yield Figure(Decimal(match[f"iso_{name}"]), kind, Span(*match.span(f"iso_{name}")))


@dataclass(frozen=True, slots=True)
class Worded:
    """What each of the texts says, in words or in figures, of one thing: a third, 3割."""

    source: Span
    target: Span
    wanted: str = ""
    """What should stand at `target`; empty where the two say the same."""
