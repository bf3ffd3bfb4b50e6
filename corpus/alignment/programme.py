"""The dynamic programme: the best chain of beads through the allowed cells, with probabilities.

A cell (i, j) stands between paragraphs: i of the source and j of the target lie before it. The
corridor says for each i which j are allowed. Beads get the probability that the weights give
them among all chains through the corridor; the chain chosen has the highest sum of them, those
of beads with one side counted less: it is the one that has most right links to be expected.
"""

from __future__ import annotations

import math
from array import array
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from corpus.alignment.beads import LINKED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.alignment.beads import Beads

Corridor = list[tuple[int, int]]
"""For each i the first and the last j, both rising with i, from (0, 0) to the last cell."""

_ALL = (*LINKED, (1, 0), (0, 1))
_IMPOSSIBLE = -math.inf
_NEGLIGIBLE = 30.0
"""A term this much below the largest, in natural logarithms, adds nothing to a sum."""
_ONE_SIDED = 0.5
"""What it is worth to be right that a paragraph has no counterpart, where a link is worth one."""


class Bead(NamedTuple):
    """A step of the chosen chain: `m` paragraphs from `i` on answer `n` from `j` on."""

    i: int
    j: int
    m: int
    n: int
    probability: float


Row: TypeAlias = "array[float]"
"""As a list, but of a quarter of the size: of long texts there are millions of cells."""


def solve(beads: Beads, corridor: Corridor, tick: Callable[[int], None]) -> list[Bead]:
    """The beads of the best chain, in order; `tick` is called with each i that is done."""
    steps = []
    for i, (low, high) in enumerate(corridor):
        steps.append(_steps(beads, i, low, high))
        tick(i)
    before = _forward(steps, corridor)
    after = _backward(steps, corridor)
    return _best(_probabilities(steps, before, after, corridor), corridor)


def _steps(beads: Beads, i: int, low: int, high: int) -> list[Row]:
    """The scores of all beads that start in the cells of row i, in the order of `_ALL`."""
    width = high + 1 - low
    source = beads.source_alone[i] if i < len(beads.source_alone) else _IMPOSSIBLE
    target = beads.target_alone[low : high + 1]
    target = target + [_IMPOSSIBLE] * (width - len(target))
    return [array("d", row) for row in (*beads.scores(i, low, high), [source] * width, target)]


def _log_sum(terms: Sequence[float]) -> float:
    """log of the sum of exp of the terms."""
    if not terms:
        return _IMPOSSIBLE
    largest = max(terms)
    if largest == _IMPOSSIBLE:
        return largest
    floor = largest - _NEGLIGIBLE
    return largest + math.log(math.fsum(math.exp(t - largest) for t in terms if t > floor))


def _forward(steps: Sequence[list[Row]], corridor: Corridor) -> list[Row]:
    """The log of the weight of all chains from the start to each cell."""
    rows: list[Row] = []
    for i, (low, high) in enumerate(corridor):
        incoming = [
            (n, rows[i - m] if m else None, steps[i - m][k], *corridor[i - m])
            for k, (m, n) in enumerate(_ALL)
            if m <= i
        ]
        row = array("d")
        rows.append(row)
        for j in range(low, high + 1):
            if i == j == 0:
                row.append(0.0)
                continue
            terms = []
            for n, values, scores, first, last in incoming:
                if first <= j - n <= last:
                    at = j - n - first
                    terms.append((row if values is None else values)[at] + scores[at])
            row.append(_log_sum(terms))
    return rows


def _backward(steps: Sequence[list[Row]], corridor: Corridor) -> list[Row]:
    """The log of the weight of all chains from each cell to the end."""
    end = len(corridor) - 1
    rows = [array("d") for _ in corridor]
    for i in range(end, -1, -1):
        low, high = corridor[i]
        outgoing = [
            (n, i + m, steps[i][k], *corridor[i + m])
            for k, (m, n) in enumerate(_ALL)
            if i + m <= end
        ]
        row = rows[i] = array("d", [_IMPOSSIBLE]) * (high + 1 - low)
        for j in range(high, low - 1, -1):
            if i == end and j == high:
                row[j - low] = 0.0
                continue
            row[j - low] = _log_sum(
                [
                    rows[to][j + n - first] + scores[j - low]
                    for n, to, scores, first, last in outgoing
                    if first <= j + n <= last
                ]
            )
    return rows


def _probabilities(
    steps: Sequence[list[Row]], before: list[Row], after: list[Row], corridor: Corridor
) -> list[list[Row]]:
    """For each bead as in `steps`, the share of the weight of all chains that has it."""
    whole = after[0][0]
    found = []
    for i, (low, high) in enumerate(corridor):
        rows = []
        for (m, n), scores in zip(_ALL, steps[i], strict=True):
            row = array("d", [0.0]) * (high + 1 - low)
            if i + m < len(corridor):
                first, last = corridor[i + m]
                beyond = after[i + m]
                for j in range(max(low, first - n), min(high, last - n) + 1):
                    log = before[i][j - low] + scores[j - low] + beyond[j + n - first] - whole
                    if log > -_NEGLIGIBLE:
                        row[j - low] = min(1.0, math.exp(log))
            rows.append(row)
        found.append(rows)
    return found


def _best(probabilities: Sequence[list[Row]], corridor: Corridor) -> list[Bead]:
    """The chain whose beads with two sides are worth most."""
    rows: list[Row] = []
    origins: list[array[int]] = []
    for i, (low, high) in enumerate(corridor):
        rows.append(array("d"))
        origins.append(array("b"))
        for j in range(low, high + 1):
            value, origin = (0.0, -1) if i == j == 0 else (_IMPOSSIBLE, -1)
            for k, (m, n) in enumerate(_ALL):
                if m > i or not corridor[i - m][0] <= j - n <= corridor[i - m][1]:
                    continue
                at = j - n - corridor[i - m][0]
                worth = probabilities[i - m][k][at] * (1.0 if m and n else _ONE_SIDED)
                if rows[i - m][at] + worth > value:
                    value, origin = rows[i - m][at] + worth, k
            rows[i].append(value)
            origins[i].append(origin)
    return _traced(origins, probabilities, corridor)


def _traced(
    origins: Sequence[array[int]], probabilities: Sequence[list[Row]], corridor: Corridor
) -> list[Bead]:
    i, j = len(corridor) - 1, corridor[-1][1]
    chain = []
    while i or j:
        k = origins[i][j - corridor[i][0]]
        m, n = _ALL[k]
        i, j = i - m, j - n
        chain.append(Bead(i, j, m, n, probabilities[i][k][j - corridor[i][0]]))
    return chain[::-1]
