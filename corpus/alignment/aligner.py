"""Which paragraphs of a translation answer which of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.alignment.beads import Beads
from corpus.alignment.corridor import around, skeleton, touches, widened
from corpus.alignment.programme import solve
from corpus.alignment.weights import WEIGHTS
from corpus.bitext import AlignmentLink

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FIRST_WIDENING = 16
"""Cells by which the corridor is widened where the best chain touches its edge; then twice that."""


def align(
    source: Sequence[str],
    target: Sequence[str],
    names: Sequence[tuple[str, str]] = (),
    progress: Callable[[int, int], None] | None = None,
) -> tuple[AlignmentLink, ...]:
    """Links between English and Japanese paragraphs, in the order of both texts.

    Every paragraph is in exactly one link; one without a counterpart is in a link of its own
    with an empty side. A link's score is the probability that it is right. `names` are known
    pairs, English and Japanese, taken as signs. `progress` is called now and then with the
    source paragraphs done and their number; it may start again from the beginning.
    """

    def tick(row: int) -> None:
        if progress and row % 64 == 0:
            progress(row, len(source))

    beads = Beads(source, target, names, WEIGHTS)
    corridor = around(skeleton(beads), len(source), len(target))
    found = solve(beads, corridor, tick)
    by = _FIRST_WIDENING
    while (touched := touches(found, corridor)) and by <= 2 * max(len(source), len(target)):
        corridor = widened(corridor, touched, by)
        found = solve(beads, corridor, tick)
        by *= 2
    if progress:
        progress(len(source), len(source))
    return tuple(
        AlignmentLink(
            tuple(range(bead.i, bead.i + bead.m)),
            tuple(range(bead.j, bead.j + bead.n)),
            round(bead.probability, 4),
        )
        for bead in found
    )
