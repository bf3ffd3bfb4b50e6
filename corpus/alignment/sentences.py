"""Which sentences answer each other inside a pair of paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.alignment.aligner import align
from corpus.language import english, japanese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.bitext import Span


@dataclass(frozen=True, slots=True)
class SentenceLink:
    """Sentences that answer each other; one of the sides may be empty."""

    source: tuple[Span, ...]
    """In the English paragraph, rising."""
    target: tuple[Span, ...]
    """In the Japanese paragraph, rising."""
    score: float
    """0 to 1: how sure the aligner is."""


def sentence_links(
    source: str, target: str, names: Sequence[tuple[str, str]] = ()
) -> tuple[SentenceLink, ...]:
    """The links between the sentences of two paragraphs, each sentence in exactly one, in the
    order of both but where a sentence has moved.

    `names` are known pairs, English and Japanese, taken as signs.
    """
    left, right = english.sentences(source), japanese.sentences(target)
    if len(left) == len(right) == 1:
        return (SentenceLink(left, right, 1.0),)
    links = align([s.of(source) for s in left], [s.of(target) for s in right], names)
    return tuple(
        SentenceLink(
            tuple(left[i] for i in link.source),
            tuple(right[j] for j in link.target),
            link.score,
        )
        for link in links
    )
