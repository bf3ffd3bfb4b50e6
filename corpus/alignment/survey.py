"""All that is known of a pair of texts before anything is weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.alignment.evidence import Evidence, gather
from corpus.alignment.length import english_size, japanese_size
from corpus.language import english, japanese
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENGLISH_END = regex(r"[.!?…][\"'”’)\]]*$")
_JAPANESE_END = regex(r"[。．！？!?…][」』）)\]”\"]*$")
_NOT_TOLD_APART = regex(r"[\W_]+")


class Paragraph(NamedTuple):
    """The outward shape of a paragraph."""

    size: float
    """In English letters."""
    sentences: int
    """One at least."""
    ends: bool
    """Whether it ends as a sentence does; headings and broken-off lines do not."""
    letters: str
    """What two printings of one heading have in common."""


class Survey(NamedTuple):
    """Shapes and signs of all paragraphs."""

    source: tuple[Paragraph, ...]
    target: tuple[Paragraph, ...]
    evidence: Evidence


def survey(
    source: Sequence[str], target: Sequence[str], names: Sequence[tuple[str, str]] = ()
) -> Survey:
    """Look at both texts; `names` are known pairs, English and Japanese."""
    return Survey(
        tuple(_english(text) for text in source),
        tuple(_japanese(text) for text in target),
        gather(source, target, names),
    )


def _english(text: str) -> Paragraph:
    ends = bool(_ENGLISH_END.search(text.rstrip()))
    return Paragraph(english_size(text), max(1, len(english.sentences(text))), ends, _letters(text))


def _japanese(text: str) -> Paragraph:
    ends = bool(_JAPANESE_END.search(text.rstrip()))
    return Paragraph(
        japanese_size(text), max(1, len(japanese.sentences(text))), ends, _letters(text)
    )


def _letters(text: str) -> str:
    return _NOT_TOLD_APART.sub("", text).lower()
