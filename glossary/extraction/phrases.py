"""Pairs of phrases that answer each other whole, grown from single words that do.

As in phrase-based translation: all that is linked to a word inside stands inside, and nothing
inside is linked to a word outside only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from glossary.folding import is_kanji, is_katakana, is_latin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.extraction.evidence import Link, Word

_MOST_WORDS = 6
_GAP_ENGLISH = regex(r"[ \-]{0,2}(?:(?:of|the|no|and|for|in|to|&)[ ]){0,2}")
_GAP_JAPANESE = regex("[のとな・＝= ]?|・?の?|および|及び")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of English and the stretch of Japanese that says the same."""

    source: Span
    target: Span
    links: tuple[Link, ...]
    acronym: str = ""
    """What both texts put in brackets behind it."""


def chosen(found: Sequence[Link]) -> tuple[Link, ...]:
    """Of rival links the surest: a word has one answer near its neighbours' answers."""
    ranked = sorted(
        found, key=lambda link: (-link.score - 0.05 * min(len(link.target), 6), link.word)
    )
    taken: dict[int, Link] = {}
    for link in ranked:
        rivals = (k for k in taken.values() if k.target.overlaps(link.target))
        if link.word not in taken and all(_compatible(link, other) for other in rivals):
            taken[link.word] = link
    return tuple(sorted(taken.values(), key=lambda link: link.word))


def _compatible(one: Link, other: Link) -> bool:
    """A part said twice: Nanzen-ji Temple is 南禅寺, the temple in it."""
    close = abs(one.word - other.word) <= 2
    inside = one.target.contains(other.target) or other.target.contains(one.target)
    return close and inside


def phrases(
    english: Sequence[Word], japanese: str, source: str, found: Sequence[Link]
) -> Iterator[Phrase]:
    """All pairs of up to six words whose ends are linked."""
    by_word = {link.word: link for link in found}
    numbers = sorted(by_word)
    for at, first in enumerate(numbers):
        inside: list[Link] = []
        previous = first
        for last in numbers[at:]:
            if last - first >= _MOST_WORDS:
                break
            if last != first and not _joined(
                source[english[previous].span.end : english[last].span.start]
            ):
                break
            previous = last
            inside.append(by_word[last])
            hull = _hull(inside, japanese)
            if hull is None:
                continue
            if any(hull.overlaps(link.target) and not first <= link.word <= last for link in found):
                continue
            span = Span(english[first].span.start, english[last].span.end)
            yield Phrase(span, hull, tuple(inside))


def _joined(gap: str) -> bool:
    return _GAP_ENGLISH.fullmatch(gap) is not None


def _hull(inside: Sequence[Link], japanese: str) -> Span | None:
    """The stretch that the links cover, where next to nothing stands between them."""
    spans = sorted(link.target for link in inside)
    end = spans[0].end
    for span in spans[1:]:
        if span.start > end and not _GAP_JAPANESE.fullmatch(japanese[end : span.start]):
            return None
        end = max(end, span.end)
    return Span(spans[0].start, end)


def content(character: str) -> bool:
    """Whether it may stand in a term at its ends."""
    return is_kanji(character) or is_katakana(character) or is_latin(character)
