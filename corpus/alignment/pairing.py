"""Two documents made one bitext."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.alignment.aligner import align
from corpus.alignment.refusal import refuse_languages, refuse_lengths, refuse_unrelated
from corpus.bitext import Bitext, Span, TranslationUnit
from corpus.segmentation import unit_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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
    Raises NotATranslation where the two are not an English text and its Japanese, BadContent for
    a paragraph longer than `LONGEST`.
    """
    refuse_lengths(source, target)
    refuse_languages(source, target)
    english = [segment.text for segment in source.segments]
    japanese = [segment.text for segment in target.segments]
    links = align(english, japanese, names, progress)
    refuse_unrelated(source, target, links)
    return bitext_of(source, target, links)


def bitext_of(source: Document, target: Document, links: Sequence[AlignmentLink]) -> Bitext:
    """The bitext that links make of two documents, one unit a link, in reading order."""
    links = in_reading_order(links)
    units = [unit_of(source, target, link, "") for link in links]
    ids = unit_ids(unit.source or unit.target for unit in units)
    named = tuple(replace(unit, id=name) for unit, name in zip(units, ids, strict=True))
    return Bitext(target.name, named, source, target, links)


def unit_of(source: Document, target: Document, link: AlignmentLink, name: str) -> TranslationUnit:
    """The unit of a link, under the id `name`."""
    spans = _span(source, link.source), _span(target, link.target)
    return TranslationUnit(
        id=name,
        source=_text(source, spans[0]),
        target=_text(target, spans[1]),
        source_span=spans[0],
        target_span=spans[1],
        score=link.score,
    )


def in_reading_order(links: Iterable[AlignmentLink]) -> tuple[AlignmentLink, ...]:
    """The links in the order of the target; English without counterpart after what precedes it."""
    links = tuple(links)
    places: list[tuple[int, int, AlignmentLink]] = []
    holder: dict[int, int] = {}
    for k, link in enumerate(sorted((x for x in links if x.target), key=lambda x: x.target)):
        places.append((k, -1, link))
        holder |= dict.fromkeys(link.source, k)
    for link in sorted((x for x in links if not x.target), key=lambda x: x.source):
        k = holder.get(link.source[0] - 1, -1)
        places.append((k, link.source[0], link))
        holder |= dict.fromkeys(link.source, k)
    return tuple(link for *_, link in sorted(places, key=lambda place: place[:2]))


def _span(document: Document, numbers: Sequence[int]) -> Span | None:
    if not numbers:
        return None
    first, last = document.segments[numbers[0]], document.segments[numbers[-1]]
    return Span(first.span.start, last.span.end)


def _text(document: Document, span: Span | None) -> str:
    return span.of(document.text) if span else ""
