"""Which sentences of a unit answer each other, as far as it is on the screen."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.alignment.sentences import SentenceLink, sentence_links
from corpus.bitext import Side

if TYPE_CHECKING:
    from corpus.bitext import Span
    from tui.review.unit import UnitView


@lru_cache(maxsize=256)
def answering(source: str, target: str) -> tuple[SentenceLink, ...]:
    """The sentences of two texts that belong together, in reading order of the Japanese; none
    where there is only one pair."""
    if not source.strip() or not target.strip():
        return ()
    found = sentence_links(source, target)
    return found if len(found) > 1 else ()


def around(unit: UnitView, pick: int) -> int | None:
    """The number of the sentence, in `answering`, that a finding of the unit is about."""
    if pick >= len(unit.findings):
        return None
    finding = unit.findings[pick]
    links = answering(unit.source, unit.target)
    for side, span in ((Side.TARGET, finding.target), (Side.SOURCE, finding.source)):
        for number, link in enumerate(links):
            if span is not None and any(s.overlaps(span) for s in of_side(link, side)):
                return number
    return None


def at_offset(source: str, target: str, offset: int) -> SentenceLink | None:
    """The sentences around a place of the Japanese; at its end, the last."""
    links = answering(source, target)
    here = [k for k in links if any(s.start <= offset < s.end for s in k.target)]
    ahead = [k for k in links if k.target and k.target[-1].end <= offset]
    return next(iter(here), ahead[-1] if ahead else None)


def of_side(link: SentenceLink, side: Side) -> tuple[Span, ...]:
    """The sentences of one language."""
    return link.source if side is Side.SOURCE else link.target
