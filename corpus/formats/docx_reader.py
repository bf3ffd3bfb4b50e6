"""The paragraphs of one part of a Word file, and where their characters stand in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.errors import UnreadableFile
from corpus.formats.layout import MOST_BLOCKS, Layout, joint
from corpus.formats.markup import Kind, add_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpus.formats.markup import Mark

_DEPTH = {Kind.START: 1, Kind.END: -1}


@dataclass(slots=True)
class Paragraph:
    """One `w:p` that holds text."""

    prefix: str
    """Of the names of Word's elements, with the colon."""
    start: int
    layout: Layout = field(default_factory=Layout)
    end: int = 0
    line_break: Span | None = None
    properties: str = ""
    """Its first `w:pPr`, as it is written."""
    run_properties: str = ""
    """The first `w:rPr` of its runs."""


@dataclass(slots=True)
class Reader:
    """Takes the marks of one part; all offsets are those of `source`."""

    source: str
    prefix: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    texts: list[Mark] = field(default_factory=list)
    """The start tags of all `w:t`."""
    forms: list[tuple[Span, Span]] = field(default_factory=list)
    """Drawings, and behind each the form of it for older programs."""
    _forms: list[int] = field(default_factory=list)
    _open: list[Paragraph] = field(default_factory=list)
    """A text box makes paragraphs within paragraphs."""
    _skipping: int = 0
    _runs: int = 0
    _inside_text: bool = False
    _properties: list[int] = field(default_factory=list)
    _in_reading: bool = False
    _readings: list[Span] = field(default_factory=list)
    _base: int = 0

    def take(self, mark: Mark) -> None:
        """The next mark of the part, in the order of the file."""
        if mark.kind is Kind.TEXT:
            if self._inside_text and self._open:
                self._text(mark.span)
        elif mark.name.rpartition(":")[2] in ("AlternateContent", "Fallback"):
            self._form(mark)
        elif mark.name.startswith(self.prefix):
            handle = _HANDLERS.get(mark.name.removeprefix(self.prefix))
            if handle:
                handle(self, mark)

    def _skip(self, mark: Mark) -> None:
        self._skipping += _DEPTH.get(mark.kind, 0)

    def _form(self, mark: Mark) -> None:
        """Of a drawing: for older programs its text stands there again, in the last form."""
        fallback = mark.name.endswith("Fallback")
        if fallback:
            self._skip(mark)
        if mark.kind is Kind.START:
            self._forms.append(mark.span.start)
        elif mark.kind is Kind.END and self._forms:
            start = self._forms.pop()
            if fallback and self._forms:
                newer = Span(self._forms[-1], start)
                self.forms.append((newer, Span(start, mark.span.end)))

    def _paragraph(self, mark: Mark) -> None:
        if mark.kind is Kind.START:
            self._open.append(Paragraph(self.prefix, mark.span.start))
        elif mark.kind is Kind.END and self._open:
            paragraph = self._open.pop()
            paragraph.end = mark.span.end
            if paragraph.layout.text.strip():
                self.paragraphs.append(paragraph)
            if len(self.paragraphs) > MOST_BLOCKS:
                raise UnreadableFile("the file holds too many paragraphs", "split it into several")

    def _run(self, mark: Mark) -> None:
        self._runs += _DEPTH.get(mark.kind, 0)

    def _written(self, mark: Mark) -> None:
        self._inside_text = mark.kind is Kind.START
        if self._inside_text:
            self.texts.append(mark)

    def _text(self, span: Span) -> None:
        if self._in_reading:
            self._readings.append(span)
        elif not self._skipping:
            paragraph = self._open[-1]
            if (line := paragraph.line_break) and (last := paragraph.layout.tail[-1:]):
                paragraph.layout.add(joint(last, self.source[span.start]), line.start, line.end)
            paragraph.line_break = None
            add_text(paragraph.layout, self.source, span.start, span.end)

    def _sign(self, mark: Mark) -> None:
        if self._runs and self._is_shown(mark):
            sign = "\t" if mark.name.endswith("tab") else "\u2011"
            self._open[-1].layout.add(sign, mark.span.start, mark.span.end)

    def _break(self, mark: Mark) -> None:
        if self._is_shown(mark):
            self._open[-1].line_break = mark.span

    def _is_shown(self, mark: Mark) -> bool:
        return bool(self._open) and not self._skipping and mark.kind is not Kind.END

    def _format(self, mark: Mark) -> None:
        """Properties may hold what they were before a tracked change."""
        if mark.kind is Kind.START:
            self._properties.append(mark.span.start)
        elif mark.kind is Kind.END and self._properties:
            start = self._properties.pop()
            if self._properties or not self._open:
                return
            paragraph, found = self._open[-1], self.source[start : mark.span.end]
            if mark.name.endswith("pPr"):
                paragraph.properties = paragraph.properties or found
            elif self._runs:
                paragraph.run_properties = paragraph.run_properties or found

    def _reading(self, mark: Mark) -> None:
        self._in_reading = mark.kind is Kind.START

    def _ruby_base(self, mark: Mark) -> None:
        if not self._open:
            return
        layout = self._open[-1].layout
        if mark.kind is Kind.START:
            self._base = len(layout)
        elif mark.kind is Kind.END:
            base = Span(self._base, len(layout))
            layout.readings += [(base, place) for place in self._readings]
            self._readings = []


_HANDLERS: Mapping[str, Callable[[Reader, Mark], None]] = {
    "p": Reader._paragraph,
    "r": Reader._run,
    "t": Reader._written,
    "tab": Reader._sign,
    "noBreakHyphen": Reader._sign,
    "br": Reader._break,
    "cr": Reader._break,
    "pPr": Reader._format,
    "rPr": Reader._format,
    "rt": Reader._reading,
    "rubyBase": Reader._ruby_base,
    "moveFrom": Reader._skip,
}
