"""Where the programme has to look: around signs that stand once or twice on each side."""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.alignment.beads import Beads
    from corpus.alignment.programme import Bead, Corridor

Cell = tuple[int, int]

_SMALL = 10_000
"""Pairs of paragraphs up to which all cells are searched."""
_SURE = 8.0
"""By how much, in natural logarithms, a sure pair must be likelier than two paragraphs without
counterpart; to it comes the logarithm of the number of paragraphs that might have been paired."""
_CLOSE = 12
"""Paragraphs between two sure pairs below which no more are looked for."""
_PADDING = 4
"""Cells searched around each sure pair, at first."""

_WIDEST = 100
"""Cells searched at first on both sides of a line through a stretch without sure pairs."""


def everywhere(rows: int, columns: int) -> Corridor:
    """All cells."""
    return [(0, columns)] * (rows + 1)


def skeleton(beads: Beads) -> list[Cell]:
    """Pairs of paragraphs that are sure to answer each other, in order, with rising numbers.

    Found by signs that are rare on both sides; between two pairs, by what is rare there.
    """
    found: list[Cell] = []
    gaps = [((0, 0), (len(beads.source_alone), len(beads.target_alone)))]
    while gaps:
        start, end = gaps.pop()
        if min(end[0] - start[0], end[1] - start[1]) <= _CLOSE:
            continue
        chain = _longest_chain(_sure_pairs(beads, start, end))
        if chain:
            found += chain
            after = [start, *((i + 1, j + 1) for i, j in chain)]
            gaps += zip(after, [*chain, end], strict=True)
    return sorted(found)


def _sure_pairs(beads: Beads, start: Cell, end: Cell) -> list[Cell]:
    """Pairs between two cells that share rare tokens and that the weights believe in."""
    wanted = _SURE + math.log(min(end[0] - start[0], end[1] - start[1]))
    shared = beads.evidence.telling_pairs(range(start[0], end[0]), range(start[1], end[1]))
    return [(i, j) for i, j in shared if beads.advantage(i, j) >= wanted]


def _longest_chain(cells: Sequence[Cell]) -> list[Cell]:
    """The longest part of the cells in which both numbers rise."""
    ordered = sorted(cells, key=lambda cell: (cell[0], -cell[1]))
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for at, (_, j) in enumerate(ordered):
        length = bisect_left(ends, j)
        previous.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [j]
        last[length : length + 1] = [at]
    chain = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(ordered[at])
        at = previous[at]
    return chain[::-1]


def around(chain: Sequence[Cell], rows: int, columns: int) -> Corridor:
    """The cells between each pair of the chain and the next, and some around them.

    Where two pairs lie far apart only a band between them is searched.
    """
    if rows * columns <= _SMALL:
        return everywhere(rows, columns)
    lows, highs = [columns] * (rows + 1), [0] * (rows + 1)
    for start, end in pairwise([(0, 0), *chain, (rows, columns)]):
        height, width = end[0] - start[0], end[1] - start[1]
        # A gap that is longer on one side may have lost a block anywhere.
        slack = _PADDING + min(width, abs(height - width) + width // 4, _WIDEST)
        for row in range(max(0, start[0] - _PADDING), min(rows, end[0] + _PADDING) + 1):
            part = (min(max(row, start[0]), end[0]) - start[0]) / max(1, height)
            middle = start[1] + int(part * width)
            lows[row] = min(lows[row], max(0, middle - slack))
            highs[row] = max(highs[row], min(columns, middle + 1 + slack))
    return _rising(lows, highs)


def along(chain: Sequence[Bead], rows: int, columns: int) -> Corridor:
    """The cells near a chain that is right but for details."""
    return around([(bead.i, bead.j) for bead in chain], rows, columns)


def widened(corridor: Corridor, touched: Sequence[int], by: int) -> Corridor:
    """The corridor with `by` more cells on both sides, and along it, around the touched rows."""
    columns = corridor[-1][1]
    lows, highs = [low for low, _ in corridor], [high for _, high in corridor]
    near = {row for at in touched for row in range(max(0, at - by), min(len(lows), at + by + 1))}
    for row in near:
        lows[row] = max(0, corridor[row][0] - by)
        highs[row] = min(columns, corridor[row][1] + by)
    return _rising(lows, highs)


def touches(chain: Sequence[Bead], corridor: Corridor) -> list[int]:
    """The rows where a chain runs along an edge of the corridor that is no edge of the texts."""
    columns = corridor[-1][1]
    return [
        bead.i
        for bead in chain
        if (bead.j <= corridor[bead.i][0] and bead.j > 0)
        or (bead.j >= corridor[bead.i][1] and bead.j < columns)
    ]


def _rising(lows: list[int], highs: list[int]) -> Corridor:
    """The corridor from the first cell to the last, widened until both edges rise.

    Each row then shares a cell with the next, so that there is a way through.
    """
    lows[0] = 0
    for row in range(len(lows) - 2, -1, -1):
        lows[row] = min(lows[row], lows[row + 1])
    for row in range(1, len(highs)):
        highs[row] = max(highs[row], highs[row - 1])
        lows[row] = min(lows[row], highs[row - 1])
    return list(zip(lows, highs, strict=True))
