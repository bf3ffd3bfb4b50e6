"""The units in which what a person looks for stands, kept while they go from one to the next."""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING

from tui.review.rising import holds
from tui.review.search import seeker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.bitext import Bitext
    from tui.review.ledger import Ledger


class Seeking:
    """Looks through all units once for each search, and then only at those that change."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._asked: tuple[Bitext, str, Sequence[int]] | None = None
        self._hits: list[int] = []
        self._known = 0

    def hits(self, words: str, shown: Sequence[int]) -> Sequence[int]:
        """The units, by number from 0, of those that are `shown`, in which the words stand."""
        edited, stands = self._ledger.standing.edited, seeker(words)
        asked = (self._ledger.bitext, words, shown)
        if self._asked is None or not _same(asked, self._asked):
            self._hits = [at for at in shown if self._has(at, stands)]
        else:
            for at in self._ledger.numbers(set(edited[self._known :])):
                self._look_again(at, shown, stands)
        self._asked, self._known = asked, len(edited)
        return self._hits

    def _look_again(self, at: int, shown: Sequence[int], stands: Callable[[str], bool]) -> None:
        there = holds(shown, at) and self._has(at, stands)
        if there and not holds(self._hits, at):
            insort(self._hits, at)
        elif holds(self._hits, at) and not there:
            self._hits.remove(at)

    def _has(self, at: int, stands: Callable[[str], bool]) -> bool:
        return stands(self._ledger.bitext.units[at].source) or stands(
            self._ledger.standing.text(at)
        )


def _same(
    asked: tuple[Bitext, str, Sequence[int]], before: tuple[Bitext, str, Sequence[int]]
) -> bool:
    """Whether two searches are for the same; those that are shown are not gone through."""
    all_shown = isinstance(asked[2], range) and asked[2] == before[2]
    return asked[0] is before[0] and asked[1] == before[1] and (all_shown or asked[2] is before[2])
