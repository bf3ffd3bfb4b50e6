"""Where each row of a long list stands, when the rows are of different heights."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_STRETCH: Final = 256
"""Rows whose heights are kept added up: a place is found over hundreds of sums, not over all
heights, and a row that turns out higher changes one of them."""


class Heights:
    """Rows by number from 0, in lines; one below the other, without gaps."""

    def __init__(self, each: Iterable[int] = ()) -> None:
        self._each = list(each)
        self._sums = [
            sum(self._each[at : at + _STRETCH]) for at in range(0, len(self._each), _STRETCH)
        ]

    def __len__(self) -> int:
        return len(self._each)

    def __getitem__(self, row: int) -> int:
        return self._each[row]

    def __setitem__(self, row: int, height: int) -> None:
        self._sums[row // _STRETCH] += height - self._each[row]
        self._each[row] = height

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return sum(self._sums)

    def top(self, row: int) -> int:
        """The line at which a row begins; of the row after the last, where that ends."""
        stretch = row // _STRETCH
        return sum(self._sums[:stretch]) + sum(self._each[stretch * _STRETCH : row])

    def at(self, line: int) -> int:
        """The row on which a line lies; below all of them, how many there are."""
        ends = list(accumulate(self._sums))
        stretch = bisect_right(ends, line)
        if stretch == len(ends):
            return len(self._each)
        start, above = stretch * _STRETCH, ends[stretch] - self._sums[stretch]
        return start + bisect_right(
            list(accumulate(self._each[start : start + _STRETCH])), line - above
        )
