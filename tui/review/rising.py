"""Numbers that rise: whether one is among them, and which comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def holds(rising: Sequence[int], number: int) -> bool:
    """Whether a number is among them."""
    at = bisect_left(rising, number)
    return at < len(rising) and rising[at] == number


def onward(rising: Sequence[int], number: int, step: int) -> Iterator[int]:
    """All of them, from the first after a number, or with -1 before it; round and round."""
    ahead = bisect_right(rising, number) if step > 0 else bisect_left(rising, number) - 1
    return (rising[(ahead + n * step) % len(rising)] for n in range(len(rising)))
