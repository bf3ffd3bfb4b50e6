"""Search for any number of strings at once. The only file that knows daachorse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import daachorse

if TYPE_CHECKING:
    from collections.abc import Sequence

Hit = tuple[int, int, int]
"""Start, end, number of the pattern."""


class Search(Protocol):
    """Looks for all its patterns at once."""

    def find(self, text: str) -> list[Hit]:
        """Every hit, in code points of the text as it is given (folded, as a rule)."""


class Everywhere:
    """Finds every occurrence of every pattern, also inside one another."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """`patterns` are distinct and not empty."""
        self._automaton = _built(patterns, daachorse.MATCH_KIND_STANDARD)

    def find(self, text: str) -> list[Hit]:
        """By their ends; of those that end together the longest first."""
        return [] if self._automaton is None else self._automaton.find_overlapping(text)

    def saved(self) -> bytes:
        """What `restored` makes the same search of, where `version` is the same."""
        automaton: Any = self._automaton
        return b"" if automaton is None else bytes(automaton.__getstate__())

    @classmethod
    def restored(cls, data: bytes) -> Everywhere:
        """The search that was `saved`; anything else may end the process."""
        search = cls([" "] if data else [])
        automaton: Any = search._automaton
        if data:
            automaton.__setstate__(data)
        return search


def version() -> str:
    """Changes with the library, whose saved form may change with it."""
    folder = Path(daachorse.__file__).parent
    files = sorted(folder.glob("*.so")) + sorted(folder.glob("*.pyd"))
    return " ".join(f"{f.stat().st_size}.{f.stat().st_mtime_ns}" for f in files)


class LeftmostLongest:
    """Finds occurrences that do not overlap: the first one, and of those the longest."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """`patterns` are distinct and not empty."""
        self._automaton = _built(patterns, daachorse.MATCH_KIND_LEFTMOST_LONGEST)

    def find(self, text: str) -> list[Hit]:
        """In the order of the text."""
        return [] if self._automaton is None else self._automaton.find(text)


class Joined:
    """Two searches as one; the patterns of the second are numbered on from `number`."""

    def __init__(self, first: Search, second: Search, number: int) -> None:
        self._first, self._second, self._number = first, second, number

    def find(self, text: str) -> list[Hit]:
        """Those of the first search, then those of the second."""
        found = self._first.find(text)
        found += [(start, end, n + self._number) for start, end, n in self._second.find(text)]
        return found


class JoinedLongest(Joined):
    """Two searches everywhere as one for what `LeftmostLongest` finds; ties go to the first."""

    def find(self, text: str) -> list[Hit]:
        """In the order of the text, none overlapping another."""
        kept: list[Hit] = []
        for hit in sorted(super().find(text), key=lambda hit: (hit[0], -hit[1], hit[2])):
            if not kept or hit[0] >= kept[-1][1]:
                kept.append(hit)
        return kept


def _built(patterns: Sequence[str], kind: int) -> daachorse.CharwiseDoubleArrayAhoCorasick | None:
    # The library refuses an empty set.
    if not patterns:
        return None
    return daachorse.CharwiseDoubleArrayAhoCorasick(list(patterns), kind)
