"""Two documents made one bitext."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.alignment.aligner import align
from corpus.alignment.refusal import refuse
from corpus.bitext import Bitext, Span, TranslationUnit
from corpus.segmentation import unit_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.bitext import AlignmentLink, Document


def aligned(
    source: Document,
    target: Document,
    names: Sequence[tuple[str, str]] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Bitext:
    """The two documents as a bitext: one unit a link, in the reading order of the target.

    A unit's text is what stands in the file from the first to the last of its paragraphs, so it
    is one span of each document. Paragraphs without a counterpart are units with an empty side.
    Raises NotATranslation where the two are not an English text and its Japanese.
    """
    english = [segment.text for segment in source.segments]
    japanese = [segment.text for segment in target.segments]
    links = align(english, japanese, names, progress)
    refuse(source.name, english, target.name, japanese, links)
    spans = [(_span(source, link.source), _span(target, link.target)) for link in links]
    texts = [(_text(source, s), _text(target, t)) for s, t in spans]
    ids = unit_ids(s or t for s, t in texts)
    units = tuple(
        TranslationUnit(
            id=name,
            source=text[0],
            target=text[1],
            source_span=span[0],
            target_span=span[1],
            score=link.score,
        )
        for name, text, span, link in zip(ids, texts, spans, links, strict=True)
    )
    return Bitext(target.name, units, source, target, links)


def _span(document: Document, numbers: Sequence[int]) -> Span | None:
    if not numbers:
        return None
    first, last = document.segments[numbers[0]], document.segments[numbers[-1]]
    return Span(first.span.start, last.span.end)


def _text(document: Document, span: Span | None) -> str:
    return span.of(document.text) if span else ""
