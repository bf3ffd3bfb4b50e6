"""Several units that a command is about at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Selection:
    """Units by number from 0: those that are ticked one by one, and a range that follows the
    cursor while it is open."""

    def __init__(self) -> None:
        self._ticked: set[int] = set()
        self._range: frozenset[int] = frozenset()
        self._anchor: int | None = None

    def __contains__(self, at: object) -> bool:
        return at in self._ticked or at in self._range

    def __len__(self) -> int:
        return len(self._ticked | self._range)

    @property
    def units(self) -> tuple[int, ...]:
        """The selected ones, in the order of the text."""
        return tuple(sorted(self._ticked | self._range))

    @property
    def open(self) -> bool:
        """Whether a range follows the cursor."""
        return self._anchor is not None

    def tick(self, at: int) -> None:
        """Select one, or select it no longer."""
        self.settle()
        self._ticked ^= {at}

    def begin(self, at: int) -> None:
        """Open a range at a unit."""
        self.settle()
        self._anchor, self._range = at, frozenset((at,))

    def follow(self, at: int, shown: Sequence[int]) -> None:
        """Let the open range reach to a unit, over those that are `shown`."""
        if self._anchor is not None:
            first, last = sorted((self._anchor, at))
            self._range = frozenset(unit for unit in shown if first <= unit <= last)

    def settle(self) -> None:
        """Close the range; what it holds stays selected."""
        self._ticked |= self._range
        self._range, self._anchor = frozenset(), None

    def clear(self) -> None:
        """Select nothing."""
        self._ticked.clear()
        self._range, self._anchor = frozenset(), None
