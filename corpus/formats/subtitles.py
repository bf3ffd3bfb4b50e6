"""Subtitles, SRT and WebVTT: each cue is a paragraph; times and marks stay as they are."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from corpus.bitext import Document, Span
from corpus.errors import UnreadableFile
from corpus.formats.files import decode, encode, read_bytes, replaced
from corpus.formats.format import DocumentFormat
from corpus.formats.layout import Layout, in_file, joint, spliced, without_empty_lines
from corpus.formats.markup import add_text
from corpus.patterns import regex
from corpus.segmentation import segments, starts_with_list_mark
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.formats.layout import Change

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_CUE = regex(
    rf"(?<![^\r\n])[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\r\n]*(?:\r\n|\r|\n|$)"
    r"(?P<text>(?:[ \t]*[^\s][^\r\n]*(?:\r\n|\r|\n|$))*)"
)
_EMPTY_LINES = regex(r"[ \t]*[\r\n]\s*")
_LINE = regex(r"[^\r\n]+")
_MARK = regex(r"</?[A-Za-z0-9][^<>\r\n]*>|\{\\[^{}\r\n]*\}")


def read(path: str) -> Document:
    """The text of the cues; raises UnreadableFile, also where there is none."""
    source, codec = decode(read_bytes(path), path)
    layout = _laid_out(source)
    paragraphs = segments(layout.text)
    if not paragraphs:
        raise UnreadableFile(
            told("{} holds no subtitles", path), "name a file with times and texts"
        )
    return Document(path, layout.text, paragraphs, codec, lines=layout.lines(source, paragraphs))


def corrected(document: Document, changes: Sequence[Change]) -> bytes:
    """The file with spans of its text replaced; all other bytes as they were, unless the document
    is to have another encoding. Raises UnwritableFile where the file has changed since it was
    read."""
    data = read_bytes(document.name)
    source, codec = decode(data, document.name)
    layout = _laid_out(source)
    new = in_file(document, layout, changes, _Cues(source, layout))
    new = without_empty_lines(source, new)
    if codec != document.encoding:
        return encode(spliced(source, new), document.encoding, document.name)
    return replaced(data, source, codec, new, document.name)


def _laid_out(source: str) -> Layout:
    layout = Layout()
    for cue in _CUE.finditer(source):
        for block in _turns(source, Span(*cue.span("text"))):
            layout.append(block)
    return layout


def _turns(source: str, span: Span) -> Iterator[Layout]:
    """What one cue says, in the turns of the speakers where they are marked."""
    block, end = Layout(), span.start
    for line in _LINE.finditer(source, span.start, span.end):
        content = line[0].strip()
        start = line.start() + line[0].find(content)
        if block.tail and starts_with_list_mark(content):
            yield block
            block = Layout()
        elif block.tail:
            block.add(joint(block.tail[-1:], content[:1]), end, start)
        end = start + len(content)
        _add(block, source, start, end)
    if block.tail.strip():
        yield block


def _add(block: Layout, source: str, start: int, end: int) -> None:
    for mark in _MARK.finditer(source, start, end):
        add_text(block, source, start, mark.start())
        start = mark.end()
    add_text(block, source, start, end)


class _Cues:
    """How new text is written into a cue. A new paragraph has no time, so it joins the cue."""

    def __init__(self, source: str, layout: Layout) -> None:
        self._layout = layout
        self._end = "\r\n" if "\r\n" in source else "\n"
        self._vtt = source.startswith("WEBVTT")

    def written(self, text: str, place: Span) -> str:  # noqa: ARG002
        new = _EMPTY_LINES.sub(self._end, text.replace("-->", "→"))
        return html.escape(new, quote=False) if self._vtt else new

    def paragraphs(self, texts: Sequence[str], behind: int | None) -> Change:
        new = [self.written(text, Span(0, 0)) for text in texts]
        if behind is None:
            at = self._layout.place(0).start
            return Span(at, at), "".join(text + self._end for text in new)
        at = self._layout.place(behind).end
        return Span(at, at), "".join(self._end + text for text in new)


FORMAT = DocumentFormat("subtitles", (".srt", ".vtt"), read, corrected)
