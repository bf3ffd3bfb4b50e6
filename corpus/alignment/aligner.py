"""Which paragraphs of a translation answer which of its source."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from corpus.bitext import AlignmentLink

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_BEADS = ((1, 1, 0.0), (1, 0, 5.0), (0, 1, 5.0), (2, 1, 3.0), (1, 2, 3.0))


def align(
    source: Sequence[str],
    target: Sequence[str],
    names: Sequence[tuple[str, str]] = (),
    progress: Callable[[int, int], None] | None = None,
) -> tuple[AlignmentLink, ...]:
    """One link for each group of paragraphs that answer each other, in order."""
    rows, columns = len(source), len(target)
    best = {(0, 0): (0.0, (0, 0))}
    for i in range(rows + 1):
        for j in range(columns + 1):
            options = []
            for m, n, cost in _BEADS:
                if (i - m, j - n) in best:
                    a = sum(map(len, source[i - m : i]))
                    b = sum(map(len, target[j - n : j]))
                    off = abs(math.log((b + 1) / (0.43 * a + 1))) if m and n else 0
                    options.append((best[i - m, j - n][0] + cost + 4 * off, (m, n)))
            if options:
                best[i, j] = min(options)
    links = []
    i, j = rows, columns
    while i or j:
        m, n = best[i, j][1]
        links.append(AlignmentLink(tuple(range(i - m, i)), tuple(range(j - n, j)), 0.5))
        i, j = i - m, j - n
    return tuple(reversed(links))
