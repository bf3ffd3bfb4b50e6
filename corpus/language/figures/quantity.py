"""What a figure is: a value, what it counts, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from corpus.bitext import Span


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


@dataclass(frozen=True, slots=True)
class Worded:
    """What each of the texts says, in words or in figures, of one thing: a third, 3割."""

    source: Span
    target: Span
    wanted: str = ""
    """What should stand at `target`; empty where the two say the same."""
