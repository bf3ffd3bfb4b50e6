"""Markdown: what a reader sees of it, paragraph by paragraph.

Front matter, fences, comments, definitions of links, addresses and the marks of emphasis are no
part of the text, so that no correction can break them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from corpus.bitext import Document, Span
from corpus.errors import UnreadableFile
from corpus.formats.files import decode, encode, read_bytes, replaced
from corpus.formats.format import DocumentFormat
from corpus.formats.layout import Layout, in_file, spliced, without_empty_lines
from corpus.formats.markdown_blocks import blocks
from corpus.patterns import regex
from corpus.segmentation import segments
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.formats.layout import Change
    from corpus.formats.markdown_blocks import Block

_LIMIT = 8 * 1024 * 1024
_SPECIAL = regex(r"([\\`*<\[\]])")
_LINE_BREAKS = regex(r"\s*[\r\n]+\s*")


def read(path: str) -> Document:
    """The text of the file; raises UnreadableFile, also where it holds none."""
    source, codec = decode(read_bytes(path, _LIMIT), path)
    layout, _ = _laid_out(source)
    paragraphs = segments(layout.text)
    if not paragraphs:
        raise UnreadableFile(told("{} holds no text", path), "name a file that holds the text")
    return Document(path, layout.text, paragraphs, codec, lines=layout.lines(source, paragraphs))


def corrected(document: Document, changes: Sequence[Change]) -> bytes:
    """The file with spans of its text replaced; all other bytes as they were, unless the document
    is to have another encoding. Raises UnwritableFile where the file has changed since it was
    read."""
    data = read_bytes(document.name, _LIMIT)
    source, codec = decode(data, document.name)
    layout, found = _laid_out(source)
    new = in_file(document, layout, changes, _Text(source, found))
    new = _without_empty_marks(source, new, found)
    new = without_empty_lines(source, new, " \t>")
    if codec != document.encoding:
        return encode(spliced(source, new), document.encoding, document.name)
    return replaced(data, source, codec, new, document.name)


def _laid_out(source: str) -> tuple[Layout, list[tuple[int, Block]]]:
    """The text, and each of its blocks with where it ends."""
    layout, ends = Layout(), []
    for block in blocks(source):
        layout.append(block.layout)
        ends.append((len(layout), block))
    return layout, ends


def _without_empty_marks(
    source: str, changes: Sequence[Change], found: Sequence[tuple[int, Block]]
) -> list[Change]:
    """The same, but marks between which nothing is left go too: they would be read."""
    done = list(changes)
    for whole, inner in (each for _, block in found for each in block.marked):
        first = bisect_left(done, inner.start, key=lambda change: change[0].start)
        last = bisect_right(done, inner.end, key=lambda change: change[0].end)
        own = [(span.shifted(-inner.start), new) for span, new in done[first:last]]
        if own and not spliced(inner.of(source), own):
            done[first:last] = [(whole, "")]
    return done


class _Text:
    """How new text is written into Markdown."""

    def __init__(self, source: str, found: Sequence[tuple[int, Block]]) -> None:
        self._found = found
        self._end = "\r\n" if "\r\n" in source else "\n"
        self._cells = [Span(b.start, b.end) for _, b in found if b.is_cell]
        self._codes = [code for _, b in found for code in b.codes]

    def written(self, text: str, place: Span) -> str:
        new = _LINE_BREAKS.sub(" ", text)
        if "`" in new or not any(code.contains(place) for code in self._codes):
            new = _SPECIAL.sub(r"\\\1", new)
        in_cell = any(cell.start <= place.start <= cell.end for cell in self._cells)
        return new.replace("|", "\\|") if in_cell else new

    def paragraphs(self, texts: Sequence[str], behind: int | None) -> Change:
        new = [self.written(text, Span(0, 0)) for text in texts]
        if behind is None:
            block = self._found[0][1]
            between = self._gap(block)
            lines = (block.prefix + text + between.removesuffix(block.prefix) for text in new)
            return Span(block.line, block.line), "".join(lines)
        block = next(block for end, block in self._found if end > behind)
        if block.is_cell:
            return Span(block.end, block.end), "".join(f"<br>{text}" for text in new)
        return Span(block.end, block.end), "".join(self._gap(block) + text for text in new)

    def _gap(self, block: Block) -> str:
        """What stands between the paragraph and another one like it."""
        if block.is_item:
            return self._end + block.prefix
        return self._end + block.prefix.rstrip() + self._end + block.prefix


FORMAT = DocumentFormat("Markdown", (".md", ".markdown"), read, corrected)
