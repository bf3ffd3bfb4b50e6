"""What the checks of gaps need to know about a unit and those around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.rendering import AnnotatedUnit

SURE = 0.5
"""The score that a link must have before its gaps are judged: else the paragraphs may be paired
wrongly, and nothing is missing."""
_AROUND = 3
_QUOTED = 48


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
