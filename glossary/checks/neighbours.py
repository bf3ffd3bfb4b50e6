"""What the checks of gaps need to know about a unit and those around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.alignment.length import japanese_size
from corpus.language.repeats import said_twice
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.bitext import TranslationUnit
    from corpus.language.repeats import Repeat
    from glossary.rendering import AnnotatedUnit

SURE = 0.5
"""The score that a link must have before its gaps are judged: else the paragraphs may be paired
wrongly, and nothing is missing."""
_AROUND = 3
_QUOTED = 48
_LIKEWISE = 0.4
"""The part of a repetition, by size, that the English must have twice to call for it."""
_LIKEWISE_HEADING = 0.6
_HEADING = regex(r"[^:\n]{1,120}")


def names(units: Sequence[AnnotatedUnit]) -> tuple[tuple[str, str], ...]:
    """The names that the English mentions, with their Japanese."""
    return tuple(
        dict.fromkeys(
            (mention.span.of(each.unit.source), japanese)
            for each in units
            for mention in each.mentions
            for concept in mention.concepts
            for japanese in concept.accepted
        )
    )


def inside(units: Sequence[AnnotatedUnit]) -> range:
    """The units between the first and the last that have both texts.

    What stands before and after on a page does not belong to the statement.
    """
    linked = [k for k, each in enumerate(units) if not each.unit.one_sided]
    return range(linked[0], linked[-1] + 1) if linked else range(0)


def around(units: Sequence[AnnotatedUnit], k: int) -> tuple[AnnotatedUnit, ...]:
    """The nearest units before and after the one at `k`, without itself."""
    return (*units[max(0, k - _AROUND) : k], *units[k + 1 : k + 1 + _AROUND])


def texts(units: Sequence[AnnotatedUnit]) -> tuple[tuple[str, str], ...]:
    """The English and the Japanese of each."""
    return tuple((each.unit.source, each.unit.target) for each in units)


def quoted(text: str) -> str:
    """The beginning of a text, for a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTED else f"{flat[:_QUOTED].rstrip()}…"


def called_for(unit: TranslationUnit, repeat: Repeat) -> bool:
    """Whether the English says something of that size twice; for a heading, in the heading."""
    size = japanese_size(repeat.second.of(unit.target))
    if not repeat.heading:
        return said_twice(unit.source) >= _LIKEWISE * size
    inline = "\n" not in unit.target[: repeat.second.start]
    heading = _HEADING.match(unit.source.strip()) if inline else None
    english = heading.group() if heading else unit.source
    return said_twice(english) >= _LIKEWISE_HEADING * size
