"""Search for any number of strings at once. The only file that knows daachorse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import daachorse

if TYPE_CHECKING:
    from collections.abc import Sequence

Hit = tuple[int, int, int]
"""Start, end, number of the pattern."""


class Everywhere:
    """Finds every occurrence of every pattern, also inside one another."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """`patterns` are distinct and not empty."""
        self._automaton = _built(patterns, daachorse.MATCH_KIND_STANDARD)

    def find(self, text: str) -> list[Hit]:
        return [] if self._automaton is None else self._automaton.find_overlapping(text)


class LeftmostLongest:
    """Finds occurrences that do not overlap: the first one, and of those the longest."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """`patterns` are distinct and not empty."""
        self._automaton = _built(patterns, daachorse.MATCH_KIND_LEFTMOST_LONGEST)

    def find(self, text: str) -> list[Hit]:
        return [] if self._automaton is None else self._automaton.find(text)


def _built(patterns: Sequence[str], kind: int) -> daachorse.CharwiseDoubleArrayAhoCorasick | None:
    # The library refuses an empty set.
    if not patterns:
        return None
    return daachorse.CharwiseDoubleArrayAhoCorasick(list(patterns), kind)
