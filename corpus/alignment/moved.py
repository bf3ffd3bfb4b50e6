"""Paragraphs that the translation has put elsewhere, where no chain in order can find them."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.alignment.beads import Beads

_SURE = 7.5
"""By how much, in natural logarithms, two paragraphs must be likelier to answer each other than
to have no counterpart; to it comes the logarithm of the number of pairs looked at."""
_FEW = 2_500
"""Pairs up to which all are looked at, whatever signs they share."""


def moved(
    beads: Beads, source: Sequence[int], target: Sequence[int]
) -> dict[int, tuple[int, float]]:
    """Of the paragraphs left without counterpart, those of the target that answer one of the
    source: for each its number and how sure it is, from a half to one.

    Each is the best for the other by far.
    """
    wanted = _SURE + math.log(max(1, len(source) * len(target)))
    by_source: dict[int, list[tuple[float, int]]] = defaultdict(list)
    by_target: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, j in _candidates(beads, source, target):
        advantage = beads.advantage(i, j)
        by_source[i].append((advantage, j))
        by_target[j].append((advantage, i))
    found = {}
    for j, rivals in by_target.items():
        advantage, i = max(rivals)
        ahead = min(_ahead(rivals), _ahead(by_source[i]))
        if max(by_source[i])[1] == j and min(advantage, ahead + wanted / 2) >= wanted:
            found[j] = (i, 1 / (1 + math.exp(wanted - advantage)))
    return found


def _ahead(rivals: list[tuple[float, int]]) -> float:
    """How far the best is ahead of the second."""
    first, *others = sorted(rivals, reverse=True)
    return first[0] - others[0][0] if others else math.inf


def _candidates(
    beads: Beads, source: Sequence[int], target: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """All pairs of a few paragraphs; of many, those that share a token that is rare in both."""
    if len(source) * len(target) <= _FEW:
        yield from ((i, j) for i in source for j in target)
        return
    yield from beads.evidence.telling_pairs(source, target)
