"""How long a person is with each unit: from key to key, long pauses cut short."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

PAUSE: Final = 60.0
"""Seconds after which a person who presses nothing is taken to be elsewhere."""


class Stopwatch:
    """Adds up seconds by unit key until they are `taken`."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        """By unit key, what has not been taken yet."""
        self.last: float | None = None
        """When the last key was pressed, in seconds from any beginning."""

    def pressed(self, unit: str, now: float) -> None:
        """A key was pressed with a unit in view, `now` in seconds from any beginning."""
        if self.last is not None:
            self.spent[unit] += min(max(0.0, now - self.last), PAUSE)
        self.last = now

    def taken(self) -> dict[str, float]:
        """What has been added up; from then on it counts from nothing."""
        spent = dict(self.spent)
        self.spent.clear()
        return spent
