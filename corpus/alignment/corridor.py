"""Where the programme has to look: around signs that stand once or twice on each side."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.alignment.beads import Beads
    from corpus.alignment.evidence import Token
    from corpus.alignment.programme import Bead, Corridor

Cell = tuple[int, int]

_SMALL = 10_000
"""Pairs of paragraphs up to which all cells are searched."""
_RARE = 2
"""Paragraphs of one side that a telling token may stand in, of those between two sure pairs."""
_TELLING = 2
"""Rare tokens that two paragraphs must share to be taken for a pair."""
_SURE = 8.0
"""By how much, in natural logarithms, a sure pair is likelier than two without counterpart."""
_CLOSE = 12
"""Paragraphs between two sure pairs below which no more are looked for."""
_PADDING = 6
"""Cells around two pairs taken for sure, at first."""


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
        found += chain
        if chain:
            corners = [start, *chain, end]
            gaps += [
                ((i + 1, j + 1) if (i, j) != start else start, to)
                for (i, j), to in pairwise(corners)
            ]
    return sorted(found)


def _sure_pairs(beads: Beads, start: Cell, end: Cell) -> list[Cell]:
    """Pairs between two cells that share rare tokens and that the weights believe in."""
    places = _places(beads.evidence.source, start[0], end[0])
    others = _places(beads.evidence.target, start[1], end[1])
    shared: Counter[Cell] = Counter()
    for token, rows in places.items():
        columns = others.get(token, ())
        if token.kind != "mark" and len(rows) <= _RARE and len(columns) <= _RARE:
            shared.update((i, j) for i in rows for j in columns)
    return [
        (i, j)
        for (i, j), count in shared.items()
        if count >= _TELLING and beads.advantage(i, j) >= _SURE
    ]


def _places(side: Sequence[frozenset[Token]], start: int, end: int) -> dict[Token, list[int]]:
    found: dict[Token, list[int]] = defaultdict(list)
    for at in range(start, end):
        for token in side[at]:
            found[token].append(at)
    return found


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


def around(chain: Sequence[Cell], rows: int, columns: int, widening: int) -> Corridor:
    """The cells between each pair of the chain and the next, and some around them.

    `widening` multiplies what is added on both sides. Where two pairs lie far apart only a band
    between them is searched.
    """
    if rows * columns <= _SMALL:
        return everywhere(rows, columns)
    lows, highs = [columns] * (rows + 1), [0] * (rows + 1)
    padding = _PADDING * widening
    for (i, j), (k, l) in pairwise([(0, 0), *chain, (rows, columns)]):  # noqa: E741
        slope = (l - j) / max(1, k - i)
        # A gap that is longer on one side may have lost a block anywhere.
        slack = padding + min(l - j, abs((k - i) - (l - j)) + (l - j) // 4)
        for row in range(max(0, i - padding), min(rows, k + padding) + 1):
            middle = j + slope * (min(max(row, i), k) - i)
            lows[row] = min(lows[row], max(0, int(middle) - slack))
            highs[row] = max(highs[row], min(columns, int(middle) + 1 + slack))
    lows[0], highs[-1] = 0, columns
    return _rising(lows, highs)


def _rising(lows: list[int], highs: list[int]) -> Corridor:
    """The corridor with both edges made to rise, by widening it."""
    for row in range(len(lows) - 2, -1, -1):
        lows[row] = min(lows[row], lows[row + 1])
    for row in range(1, len(highs)):
        highs[row] = max(highs[row], highs[row - 1])
    return list(zip(lows, highs, strict=True))


def touches(chain: Sequence[Bead], corridor: Corridor, columns: int) -> bool:
    """Whether a chain runs along an edge of the corridor that is no edge of the texts."""
    for bead in chain:
        low, high = corridor[bead.i]
        if (bead.j <= low and low > 0) or (bead.j >= high and high < columns):
            return True
    return False
