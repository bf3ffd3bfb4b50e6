"""Where a finding stands in the files, as editors and other programs count."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.bitext import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.bitext import Bitext, Document, TranslationUnit
    from glossary.finding import Finding
    from tui.reports.report import Checked


@dataclass(frozen=True, slots=True)
class Position:
    """Line and column, both from 1; a column is one code point."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Place:
    """The first and the first not marked position in a file; both None where only the line, or the
    file, is known."""

    file: str
    line: int | None
    paragraph: int
    """From 1, as a review counts."""
    start: Position | None = None
    end: Position | None = None


def placed(checked: Checked) -> Iterator[tuple[Place, TranslationUnit, Finding]]:
    """Each finding with its unit and where it stands.

    Of a pair the marked words, else the paragraph; where nothing stands in the Japanese document,
    those of the English one. Of a bitext file, and of a document whose text was taken out of the
    file, the line of the unit.
    """
    units = {(u.document, u.id): (n, u) for n, u in enumerate(checked.bitext.units, 1)}
    for finding in checked.findings:
        number, unit = units[finding.document, finding.unit]
        yield _place(checked.bitext, unit, finding, number), unit, finding


def _place(bitext: Bitext, unit: TranslationUnit, finding: Finding, number: int) -> Place:
    if bitext.target and unit.target_span:
        return _in(bitext.target, unit.target_span, finding.target, number)
    if bitext.source and unit.source_span:
        return _in(bitext.source, unit.source_span, finding.source, number)
    return Place(bitext.name, unit.line, number)


def region(document: Document, unit: Span, marked: Span) -> tuple[Position, Position]:
    """A span of a unit's text as positions in the document that the unit stands in."""
    start, end = unit.start + marked.start, unit.start + marked.end
    return _position(document.text, start), _position(document.text, end)


def _in(document: Document, unit: Span, marked: Span | None, number: int) -> Place:
    if document.lines is not None:
        starts = [segment.span.start for segment in document.segments]
        lines = document.lines[bisect_left(starts, unit.start) :]
        return Place(document.name, lines[0] if lines else None, number)
    start, end = region(document, unit, marked or Span(0, 0))
    return Place(document.name, start.line, number, start, end)


def _position(text: str, offset: int) -> Position:
    line_start = text.rfind("\n", 0, offset) + 1
    return Position(text.count("\n", 0, offset) + 1, offset - line_start + 1)
