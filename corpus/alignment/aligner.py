"""Which paragraphs of a translation answer which of its source."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from statistics import median
from typing import TYPE_CHECKING

from corpus.alignment.beads import Beads
from corpus.alignment.corridor import along, around, skeleton, touches, widened
from corpus.alignment.meaning import Meaning
from corpus.alignment.moved import moved
from corpus.alignment.programme import solve
from corpus.alignment.survey import survey
from corpus.alignment.weights import WEIGHTS, WEIGHTS_WITH_MEANING
from corpus.bitext import AlignmentLink
from corpus.embedding import installed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.alignment.programme import Bead, Corridor
    from corpus.embedding import Embedder

SURE = 0.95
"""The score from which a link is called sure. Of all links 83 in a hundred are, with the encoder
91; of these 99.8 % are right, and 99 % in every kind of text that was measured. In two-fold
cross-validation over the articles that the weights were fitted on, no sure link was wrong."""
LONGEST_MEANT = 4000
"""Paragraphs of both sides up to which the sentence encoder is used."""
_RELIABLE = 0.8
"""The probability from which on a link's lengths count."""
_FEW = 5
"""Links that say half of what can be said of a translator's usual length."""
_MOST_CELLS = 4_000_000
"""What is not found within so many cells is left as it is: memory is finite."""
_FIRST_WIDENING = 16
"""Cells by which the corridor is widened where the best chain touches its edge; then twice that."""


def align(
    source: Sequence[str],
    target: Sequence[str],
    names: Sequence[tuple[str, str]] = (),
    progress: Callable[[int, int], None] | None = None,
) -> tuple[AlignmentLink, ...]:
    """Links between English and Japanese paragraphs, in the order of both texts but for those of
    paragraphs that have `moved`, which stand where their Japanese does.

    Every paragraph is in exactly one link; one without a counterpart is in a link of its own
    with an empty side. A link's score is the probability that it is right; from `SURE` on it may
    be relied on. `names` are known pairs, English and Japanese, taken as signs. `progress` is
    called now and then with the source paragraphs done and their number; it may start again
    from the beginning.

    Where the extra `semantic` is installed, likeness of meaning is a sign too, but for texts so
    long (`LONGEST_MEANT`) that encoding them would take minutes.
    """

    def tick(row: int) -> None:
        if progress and row % 64 == 0:
            progress(row, len(source))

    with _no_collection():
        surveyed = survey(source, target, names)
        embedder = encoder(len(source), len(target)) if source and target else None
        meaning = Meaning(source, target, embedder) if embedder else None
        weights = WEIGHTS_WITH_MEANING if meaning else WEIGHTS
        chain, leaning = _first_chain(Beads(surveyed, weights, meaning=meaning), tick)
        # Once more with the length that this translator is used to.
        beads = Beads(surveyed, weights, leaning, meaning)
        found = _solved(beads, along(chain, len(source), len(target)), tick)
        if progress:
            progress(len(source), len(source))
        return _with_moved(beads, [_link(bead) for bead in found])


@contextmanager
def _no_collection() -> Iterator[None]:
    """Leave garbage to the counts: here are millions of objects, and hardly a circle of them, but
    the collector would go through them all again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _first_chain(beads: Beads, tick: Callable[[int], None]) -> tuple[list[Bead], float]:
    """The best chain at first sight, and the leaning of its lengths."""
    corridor = around(skeleton(beads), len(beads.source_alone), len(beads.target_alone))
    found = _solved(beads, corridor, tick)
    return found, _leaning(beads, found)


def _link(bead: Bead) -> AlignmentLink:
    return AlignmentLink(
        tuple(range(bead.i, bead.i + bead.m)),
        tuple(range(bead.j, bead.j + bead.n)),
        round(bead.probability, 4),
    )


def _with_moved(beads: Beads, links: Sequence[AlignmentLink]) -> tuple[AlignmentLink, ...]:
    """The links, those of paragraphs that have moved where they stand in the target."""
    source = [i for link in links if not link.target for i in link.source]
    target = [j for link in links if not link.source for j in link.target]
    found = moved(beads, source, target)
    gone = {i for i, _ in found.values()}
    return tuple(
        AlignmentLink(
            (found[link.target[0]][0],), link.target, found[link.target[0]][1], moved=True
        )
        if not link.source and link.target[0] in found
        else link
        for link in links
        if link.target or not gone.issuperset(link.source)
    )


def encoder(source: int, target: int) -> Embedder | None:
    """The encoder by which texts of so many paragraphs are aligned, if any."""
    return installed() if source + target <= LONGEST_MEANT else None


def _solved(beads: Beads, corridor: Corridor, tick: Callable[[int], None]) -> list[Bead]:
    """The best chain, the corridor widened until it is free to go where it likes."""
    found = solve(beads, corridor, tick)
    by = _FIRST_WIDENING
    while (touched := touches(found, corridor)) and by < 2 * max(len(corridor), corridor[-1][1]):
        corridor = widened(corridor, touched, by)
        if sum(high - low for low, high in corridor) > _MOST_CELLS:
            break
        found = solve(beads, corridor, tick)
        by *= 2
    return found


def _leaning(beads: Beads, found: Sequence[Bead]) -> float:
    """The usual stretch of the links that are sure, drawn to none where there are few."""
    stretches = [
        beads.stretch(*bead[:4])
        for bead in found
        if bead.m and bead.n and bead.probability >= _RELIABLE
    ]
    if not stretches:
        return 0.0
    return median(stretches) * len(stretches) / (len(stretches) + _FEW)
