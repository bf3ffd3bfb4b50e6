"""Another Japanese version of a text under review, found unit by unit."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from corpus.alignment.pairing import aligned
from corpus.errors import BadContent
from corpus.formats import bitext_format, document_format
from corpus.told import told

if TYPE_CHECKING:
    from corpus.bitext import Bitext, TranslationUnit
    from glossary.termbase import Termbase


class Beside:
    """The other version; units are found however the text is linked by then."""

    def __init__(self, other: Bitext) -> None:
        self.name = other.name
        placed = [(u.source_span, u.target) for u in other.units if u.source_span]
        self._placed = sorted(placed, key=lambda each: each[0])
        self._starts = [span.start for span, _ in self._placed]
        self._named = {(u.document, u.id): u.target for u in other.units}

    def of(self, unit: TranslationUnit) -> str:
        """What the other version has for the English of this unit; empty where it has nothing."""
        span = unit.source_span
        if span is None:
            return self._named.get((unit.document, unit.id), "")
        first = max(0, bisect_left(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        found = [text for own, text in self._placed[first:last] if own.overlaps(span) and text]
        return "\n".join(found)


def beside(bitext: Bitext, path: str, termbase: Termbase) -> Beside:
    """The version in a file of the same kind as the text: aligned with its English, or by its ids.

    Raises TaiyakuError.
    """
    kind = bitext_format(path)
    if bitext.source is None:
        if kind is None:
            raise BadContent(told("{}: not a bitext", path), "name a bitext of the same units")
        return Beside(kind.read(path))
    if kind is not None:
        raise BadContent(
            told("{} is a bitext, and the others are not", path),
            "name documents alone, or bitexts alone",
        )
    return Beside(aligned(bitext.source, document_format(path).read(path), termbase.pairs()))
