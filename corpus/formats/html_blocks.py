"""The blocks of a web page: paragraphs, headings, list items and cells, as a reader sees them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.errors import UnreadableFile
from corpus.formats.layout import MOST_BLOCKS, Layout, is_wide, joint
from corpus.formats.markup import Kind, add_text, marks
from corpus.patterns import regex
from corpus.segmentation import starts_with_list_mark

if TYPE_CHECKING:
    from corpus.formats.markup import Mark


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS = _names(
    """address article aside blockquote body caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main
    menu nav ol p pre section summary table tbody td tfoot th thead tr ul"""
)
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_SKIPPED = _names(
    """audio button canvas datalist iframe math noscript object rp rt rtc script select style svg
    template textarea title video"""
)
_FURNITURE = frozenset(("nav", "footer", "aside", "form", "dialog"))
_NEVER_FURNITURE = frozenset(("html", "body", "main", "article"))
_FURNITURE_WORDS = _names(
    """nav navbar navi gnav navigation menu breadcrumb breadcrumbs pankuzu footer sidebar share
    sns social related recommend cookie cookies banner advertisement advert ads comments toc pager
    pagination contentinfo complementary search copyright widget"""
)
_WORD = regex("[a-z]+")
_HIDDEN = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PIECE = regex("([ \t\r\n\f]+)")
_SENTENCE_END = regex(r"[.!?。．！？][\"'”’」』)）]*\s*$")
_HOLDERS = _BLOCKS - _names("p li dt dd h1 h2 h3 h4 h5 h6 td th tr")
_LOOSE = frozenset(("div", "body", "section", "article", "main", "html", ""))
"""Elements in which a line break behind a full stop ends a paragraph: there are no others."""


@dataclass(slots=True)
class Block:
    """One paragraph of a page."""

    layout: Layout
    tag: str
    """The innermost block element around it."""
    start: int
    """Where in the page its first character stands."""
    furniture: bool
    """Whether its place says that it is no part of what one came to read."""
    linked: int = 0
    """Characters that stand in links."""
    closed: int | None = None
    """Behind the end tag of its element, where that follows at once."""

    @property
    def text(self) -> str:
        """As a reader sees it, blanks and breaks in order."""
        return self.layout.text


@dataclass(slots=True)
class _Element:
    name: str = ""
    start: int = 0
    block: str = ""
    """The innermost block element, itself or around it."""
    skipped: bool = False
    furniture: bool = False


@dataclass(slots=True)
class _Gap:
    """White space and line breaks since the last character."""

    span: Span | None = None
    breaks: int = 0
    new_line: bool = False


@dataclass(slots=True)
class _Page:
    source: str
    blocks: list[Block] = field(default_factory=list)
    inside: list[_Element] = field(default_factory=list)
    elements: list[Span] = field(default_factory=list)
    """Of the block elements that have ended."""
    open: Counter[str] = field(default_factory=Counter)
    block: Block | None = None
    gap: _Gap = field(default_factory=_Gap)
    base: int | None = None
    """Where the ruby's base begins in the block."""
    reading: int | None = None
    """Where the reading begins in the page."""

    def take(self, mark: Mark) -> None:
        if mark.kind is Kind.TEXT:
            if not (self.inside and self.inside[-1].skipped):
                self._text(mark.span)
            return
        if mark.name in ("ruby", "rt", "rp", "rb", "rtc"):
            self._ruby(mark)
        if mark.name in _BLOCKS:
            if self.block and mark.kind is Kind.END and mark.name == self.block.tag:
                self.block.closed = mark.span.end
            self.finish()
        if mark.kind is Kind.END:
            self.close(mark.name, mark.span.end)
        elif mark.name == "br":
            self._break(mark.span)
        elif mark.name not in _VOID:
            self._open(mark)

    def _open(self, mark: Mark) -> None:
        around = self.inside[-1] if self.inside else _Element()
        said = mark.attributes() if mark.inside.strip(" /") else {}
        words = _WORD.findall(" ".join(said.get(n, "") for n in ("class", "id", "role")).lower())
        skipped = mark.name in _SKIPPED or "hidden" in said
        skipped |= said.get("aria-hidden") == "true" or bool(_HIDDEN.search(said.get("style", "")))
        furniture = mark.name in _FURNITURE or not _FURNITURE_WORDS.isdisjoint(words)
        furniture &= mark.name not in _NEVER_FURNITURE
        block = mark.name if mark.name in _BLOCKS else around.block
        self.inside.append(
            _Element(
                mark.name,
                mark.span.start,
                block,
                around.skipped or skipped,
                around.furniture or furniture,
            )
        )
        self.open[mark.name] += 1

    def close(self, name: str, at: int) -> None:
        """The innermost element of that name ends, and all in it; with no name, all end."""
        if name and not self.open[name]:
            return
        while self.inside:
            gone = self.inside.pop()
            self.open[gone.name] -= 1
            if gone.name in _HOLDERS:
                self.elements.append(Span(gone.start, at))
            if gone.name == name:
                return

    def _ruby(self, mark: Mark) -> None:
        opens = mark.kind is not Kind.END
        if self.reading is not None and (mark.name != "rp" or opens) and self.block:
            length = len(self.block.layout)
            if self.base is not None and self.base < length:
                place = Span(self.reading, mark.span.start)
                self.block.layout.readings.append((Span(self.base, length), place))
            self.base, self.reading = length, None
        if mark.name == "ruby":
            self.base = len(self.block.layout) if opens and self.block else 0 if opens else None
        elif mark.name == "rt" and opens:
            self.reading = mark.span.end

    def _break(self, span: Span) -> None:
        if self.block:
            self.gap = _Gap(self.gap.span if self.gap.breaks else span, self.gap.breaks + 1)

    def _text(self, span: Span) -> None:
        pre = self.open["pre"]
        at = span.start
        for piece in _PIECE.split(span.of(self.source)):
            end = at + len(piece)
            if piece and piece[0] in " \t\r\n\f":
                if not self.block:
                    pass
                elif pre and "\n" in piece:
                    self.finish()
                elif self.gap.span is None:
                    self.gap = _Gap(Span(at, end), 0, "\n" in piece or "\r" in piece)
            elif piece:
                self._word(at, end)
            at = end

    def _word(self, start: int, end: int) -> None:
        self._bridge(start, end)
        if self.block is None:
            around = self.inside[-1] if self.inside else _Element()
            self.block = Block(Layout(), around.block, start, around.furniture)
            self.base = 0 if self.base is not None else None
        before = len(self.block.layout)
        add_text(self.block.layout, self.source, start, end)
        if self.open["a"]:
            self.block.linked += len(self.block.layout) - before

    def _bridge(self, start: int, end: int) -> None:
        """What stands between the last character and the next word."""
        gap, self.gap = self.gap, _Gap()
        if not self.block or not gap.span:
            return
        last, first = self.block.layout.tail[-1:], self.source[start]
        if gap.breaks:
            if gap.breaks > 1 or self._parts(self.source[start:end]):
                self.finish()
            else:
                self.block.layout.add(joint(last, first), gap.span.start, gap.span.end)
        elif not (gap.new_line and is_wide(last) and is_wide(first)):
            self.block.layout.add(" ", gap.span.start, gap.span.end)

    def _parts(self, word: str) -> bool:
        """Whether a single line break ends the paragraph: before list marks, and in pages that
        have nothing but line breaks behind the paragraph."""
        block = self.block
        if block is None or starts_with_list_mark(word):
            return True
        return block.tag in _LOOSE and bool(_SENTENCE_END.search(block.layout.tail))

    def finish(self) -> None:
        """The block ends here. Raises UnreadableFile where there are more than MOST_BLOCKS."""
        if self.block and self.block.text.strip():
            self.blocks.append(self.block)
        if len(self.blocks) > MOST_BLOCKS:
            raise UnreadableFile("the page holds too many paragraphs", "split it into several")
        self.block, self.gap = None, _Gap()
        if self.base is not None:
            self.base = 0


def blocks(source: str) -> tuple[list[Block], list[Span]]:
    """All blocks in the order of the page, menus and the like too, and where elements that may
    hold several stand. Raises UnreadableFile for too many."""
    page = _Page(source)
    for mark in marks(source, raw=True):
        page.take(mark)
    page.finish()
    page.close("", len(source))
    return page.blocks, page.elements
