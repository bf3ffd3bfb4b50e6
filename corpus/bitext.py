"""The words of the whole program: spans, segments, links, units, bitexts.

All positions are half-open ranges of code points of the text as it stands in the file,
whatever was folded or normalised to compare.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 100_000
"""Code points of a paragraph or cell; a longer one is a whole document, or an attack, and would
take minutes to judge."""


class Side(StrEnum):
    """Which of the two texts."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `start <= end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that stand in this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two have at least one character in common."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether all of the other lies in this one; both may end at the same place."""
        return self.start <= other.start and other.end <= self.end

    def trimmed(self, text: str) -> Span:
        """Without the white space at its ends; empty, so false, where nothing else stands there."""
        piece = self.of(text)
        start = self.end - len(piece.lstrip())
        return Span(start, start + len(piece.strip()))

    def shifted(self, by: int) -> Span:
        """The same length, `by` code points further on; back where it is negative."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Segment:
    """One paragraph: `text` is exactly what stands at `span` of its document.

    No blank at either end; line breaks inside stay as they are.
    """

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read: `segments` in reading order, all else between them is white space."""

    name: str
    """The path as the user gave it."""
    text: str
    """Decoded, without a byte order mark, line ends as in the file."""
    segments: tuple[Segment, ...]
    encoding: str = "utf-8"
    """The Python codec that writes the same bytes again (`utf-8-sig` where there was a mark);
    empty where the file itself is no text."""
    lines: tuple[int, ...] | None = None
    """Where `text` was taken out of the file, so that its offsets are not those of the file: the
    line there, from 1, of each segment; empty where the file has no lines."""
    pictures: tuple[int, ...] = ()
    """Pages, from 1, that are pictures: what is written there is not in `text`."""


@dataclass(frozen=True, slots=True)
class AlignmentLink:
    """Paragraph numbers (0-based, rising) that answer each other; either side may be empty."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    """0 to 1: how sure the aligner is."""
    by_hand: bool = False
    """Made by a person: no later run of the aligner changes it."""
    moved: bool = False
    """Found where it crosses other links: the translation has put it elsewhere."""

    @property
    def one_sided(self) -> bool:
        """Whether its paragraphs have no counterpart."""
        return not self.source or not self.target


class State(StrEnum):
    """How far a translation has come by what its file says."""

    UNTRANSLATED = "untranslated"
    NEEDS_REVIEW = "needs-review"
    TRANSLATED = "translated"
    SIGNED_OFF = "signed-off"
    """Somebody has read it and found it right."""
    FINAL = "final"


class InlineCode(NamedTuple):
    """A code of another tool (a tag, a variable) that stands as one character in a unit's texts."""

    mark: str
    """That character."""
    written: str
    """The code as the file has it."""
    opening: str = ""
    """Of the end of a pair: the mark of its beginning."""
    tight: bool = False
    """Of the end of a pair: whether it is one element, which other pairs may not cross."""
    native: str = ""
    """What the code is in the format that the text came from (`<br>`), where its file says so."""


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """An English text with its Japanese; one of them is empty where there is no counterpart."""

    id: str
    """From content (`corpus.segmentation.unit_ids`) or as the file gives it; unique in a bitext
    document."""
    source: str
    target: str
    document: str | None = None
    """Groups the units of a bitext file; None for a pair of files."""
    source_span: Span | None = None
    """Where `source` stands in its document; None where the unit comes from a bitext file."""
    target_span: Span | None = None
    score: float = 1.0
    line: int | None = None
    """Where the unit begins in its bitext file, from 1."""
    codes: tuple[InlineCode, ...] = ()
    """What the marks in the two texts stand for; those of the source first, in its order."""
    state: State | None = None
    """None where the file says nothing of it."""
    notes: tuple[str, ...] = ()
    """What the file notes on the unit."""
    context: str = ""
    """What tells the unit from others with the same source, as its file says."""
    alternatives: tuple[str, ...] = ()
    """Other Japanese that the file offers for the unit."""
    singular: str = ""
    """The English for one, where `source` is the English for any other number."""

    @property
    def signed_off(self) -> bool:
        """Whether the file says that somebody has found the translation right."""
        return self.state in (State.SIGNED_OFF, State.FINAL)

    @property
    def one_sided(self) -> bool:
        """Whether one text is missing; blanks are none."""
        return not self.source.strip() or not self.target.strip()

    def with_target(self, target: str) -> TranslationUnit:
        """The same unit with corrected Japanese."""
        return replace(self, target=target)


@dataclass(frozen=True, slots=True)
class Bitext:
    """Units in reading order, from one bitext file or from an aligned pair of documents.

    `source` and `target` are the two documents of a pair, else None.
    """

    name: str
    """The path that findings report as `file`: the bitext, or the target of a pair."""
    units: tuple[TranslationUnit, ...]
    source: Document | None = None
    target: Document | None = None
    links: tuple[AlignmentLink, ...] = ()
    """Of a pair: the link that each unit came from, in the same order."""
    encoding: str = ""
    """Of a bitext file that is plain text, as `Document.encoding`; else empty."""

    def corrected(self, targets: Mapping[str, str]) -> Bitext:
        """The bitext with the Japanese of some units (by id) replaced."""
        units = tuple(u.with_target(targets[u.id]) if u.id in targets else u for u in self.units)
        return replace(self, units=units)
