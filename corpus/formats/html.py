"""Web pages: the main text, one block a paragraph, and corrections put back into the page.

Readings of ruby are no part of the text; a single `<br>` goes on with the line, two begin a
paragraph. What is changed is written into the page where it stood, all else stays byte for byte.
"""

from __future__ import annotations

import codecs
import html
import re
from typing import TYPE_CHECKING

from corpus.bitext import Document, Span
from corpus.errors import UnreadableFile
from corpus.formats.files import decode, read_bytes, replaced
from corpus.formats.format import DocumentFormat
from corpus.formats.html_blocks import blocks
from corpus.formats.layout import Layout, in_file, spliced
from corpus.formats.main_content import main_blocks
from corpus.patterns import regex
from corpus.segmentation import segments
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.formats.html_blocks import Block
    from corpus.formats.layout import Change

_LIMIT = 8 * 1024 * 1024
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w-]{3,20})""", re.IGNORECASE)
_HEAD = 4096
_XML = regex("<\\?xml\\s|<html[^>]*\\sxmlns\\s*=", re.IGNORECASE)
_CODECS = {
    "utf-8": "utf-8",
    "cp932": "cp932",
    "shift_jis": "cp932",
    "euc_jp": "euc_jp",
    "iso8859-1": "cp1252",
    "cp1252": "cp1252",
    "iso2022_jp": "iso2022_jp",
}
"""Declarations that are believed, by Python's name, and what browsers take them for."""
_OWN_BLOCK = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6"))


def read(path: str) -> Document:
    """The main text of the page. Raises UnreadableFile, also where there is none, or without
    the extra `documents`."""
    source, codec = _decoded(read_bytes(path, _LIMIT), path)
    layout, _ = _laid_out(source)
    paragraphs = segments(layout.text)
    if not paragraphs:
        raise UnreadableFile(
            told("{} holds no text", path), "save the page whole, or copy its text"
        )
    return Document(path, layout.text, paragraphs, codec, lines=layout.lines(source, paragraphs))


def corrected(document: Document, changes: Sequence[Change]) -> bytes:
    """The page with spans of its text replaced. Raises UnwritableFile where the page has
    changed since it was read."""
    data = read_bytes(document.name, _LIMIT)
    if not changes:
        return data
    source, codec = _decoded(data, document.name)
    layout, found = _laid_out(source)
    new = in_file(document, layout, changes, _Page(source, codec, found))
    if codec == "iso2022_jp":  # its bytes depend on those before
        return spliced(source, new).encode(codec)
    return replaced(data, source, codec, new, document.name)


def _decoded(data: bytes, path: str) -> tuple[str, str]:
    """By its mark, by what the page declares, or by what it looks like."""
    declared = _DECLARED.search(data[:_HEAD])
    marked = data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    if declared and not marked:
        try:
            codec = _CODECS.get(codecs.lookup(declared[1].decode()).name)
            if codec:
                return data.decode(codec), codec
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong declaration is common
    return decode(data, path)


def _laid_out(source: str) -> tuple[Layout, list[tuple[int, Block]]]:
    """The text, and each of its blocks with where it ends."""
    layout, ends = Layout(), []
    source = source.replace("\x00", "\ufffd")  # here alone: in bytes they are not as long
    for block in main_blocks(source, *blocks(source)):
        layout.append(block.layout)
        ends.append((len(layout), block))
    return layout, ends


class _Page:
    """How new text is written into a page."""

    def __init__(self, source: str, codec: str, found: Sequence[tuple[int, Block]]) -> None:
        # XHTML is not shown at all where a tag has no end.
        self._break = "<br/>" if _XML.search(source[:_HEAD]) else "<br>"
        self._codec = codec.removesuffix("-sig")
        self._found = found

    def written(self, text: str, place: Span) -> str:  # noqa: ARG002
        escaped = html.escape(text, quote=False).replace("\n", self._break)
        return escaped.encode(self._codec, "xmlcharrefreplace").decode(self._codec)

    def paragraphs(self, texts: Sequence[str], behind: int | None) -> Change:
        if behind is None:
            at = self._found[0][1].start
            return Span(at, at), "".join(self._in_line(text) + 2 * self._break for text in texts)
        block = next(block for end, block in self._found if end > behind)
        if block.closed and block.tag in _OWN_BLOCK:
            tag = "li" if block.tag == "li" else "p"
            new = "".join(f"\n<{tag}>{self._in_line(text)}</{tag}>" for text in texts)
            return Span(block.closed, block.closed), new
        at = block.layout.place(len(block.layout) - 1).end
        return Span(at, at), "".join(2 * self._break + self._in_line(text) for text in texts)

    def _in_line(self, text: str) -> str:
        return self.written(text, Span(0, 0))


FORMAT = DocumentFormat("web page", (".html", ".htm", ".xhtml"), read, corrected)
