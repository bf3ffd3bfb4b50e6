"""The paragraphs of a Markdown file, and where their characters stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.formats.layout import Layout, joint
from corpus.formats.markup import add_text
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = regex(r"[^\r\n]*(?:\r\n|\r|\n)?")
_PREFIX = regex(r"(?:[ \t]*>[ \t]?)*[ \t]*")
_ITEM = regex(r"(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|\[\^[^\]\s]+\]:[ \t]*")
_LATER_NUMBER = regex(r"(?!0*1[.)])\d")
_FENCE = regex(r"(`{3,}|~{3,})")
_HEADING = regex(r"#{1,6}(?:[ \t]+|$)")
_DEFINITION = regex(r"\[[^\]^][^\]]*\]:\s*\S")
_RULE = regex(
    r"(?:=+|(?:[-*_][ \t]*+){2,}+|\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-*+:?[ \t]*+)*+)$"
)
_ADDRESS = r"\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_INLINE = regex(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)(?P<code>[^`]+)(?P=ticks)(?!`)"
    rf"|!?\[(?P<link>(?:[^\[\]\\]|\\.|!?\[[^\[\]]*\](?:{_ADDRESS})?)*+)\](?:{_ADDRESS}|\[[^\]]*\])"
    r"|(?P<hidden>\[\^[^\]\s]+\]|<!--.*?-->|</?[A-Za-z][^<>]*>|<[a-z]+:[^<>\s]+>)"
    r"|(?P<mark>\*{1,3}|~~)(?=\S)(?P<strong>[^*~]+|.+?)(?<=\S)(?P=mark)(?![*~])"
    r"|(?<!\w)(?P<line>_{1,3})(?=\S)(?P<soft>.+?)(?<=\S)(?P=line)(?!\w)"
)
_CELL = regex(r"(?:\\.|[^|\\])+")
_LONGEST = 5_000
"""Characters of a line in which marks of emphasis and links are looked for."""
_MOST_MARKS = 120
_DEEPEST = 8


@dataclass(slots=True)
class Block:
    """A paragraph, a heading, a list item or a cell."""

    layout: Layout
    line: int
    """Where its first line begins in the file."""
    start: int
    end: int
    """Where the last of what belongs to it ends."""
    prefix: str = ""
    """What stands before a paragraph of its kind."""
    is_item: bool = False
    is_cell: bool = False
    codes: list[Span] = field(default_factory=list)
    """What stands between back ticks, in the file."""
    marked: list[tuple[Span, Span]] = field(default_factory=list)
    """What stands between marks of emphasis or back ticks, with these and without; inner ones
    first."""


@dataclass(slots=True)
class _Reader:
    source: str
    found: list[Block] = field(default_factory=list)
    block: Block | None = None
    fence: str = ""
    in_comment: bool = False
    in_table: bool = False
    in_list: bool = False
    after_blank: bool = True

    def take(self, start: int, line: str) -> None:
        prefix = _PREFIX.match(line)
        at = prefix.end() if prefix else 0
        content = line[at:].rstrip()
        if self.in_comment or self.fence:
            self._protected(content)
        elif not content:
            self._close()
            self.after_blank = True
            self.in_table = False
        elif self._protects(line, content):
            self._close()
        else:
            self._text(start, line[:at], content)
            self.after_blank = False

    def _protected(self, content: str) -> None:
        if self.in_comment:
            self.in_comment = "-->" not in content
        elif content.startswith(self.fence) and not content.strip(self.fence[0]):
            self.fence = ""

    def _protects(self, line: str, content: str) -> bool:
        """Whether the line is none to read; it may begin a fence or a comment."""
        item = _ITEM.match(content)
        inner = content[item.end() :] if item else content
        if fence := _FENCE.match(inner):
            self.fence = fence[1]
            return True
        if content.startswith("<!--"):
            self.in_comment = "-->" not in content
            return not content.partition("-->")[2].strip()
        if _RULE.match(content):
            self.in_table = "|" in content or bool(self.block and self.block.is_cell)
            return True
        code = line.startswith(("    ", "\t")) and self.after_blank and not self.in_list
        return code or bool(_DEFINITION.match(content))

    def _text(self, start: int, prefix: str, content: str) -> None:
        at = start + len(prefix)
        item, heading = self._item(content), _HEADING.match(content)
        if content.startswith("|") or (self.in_table and "|" in content):
            self._row(start, at, content)
        elif item or heading or self.block is None or self.block.is_cell:
            self._close()
            self.in_list = bool(item) or (self.in_list and prefix != "")
            mark = (item or heading or re.match("", content))[0]  # type: ignore[index]
            if heading:
                content = _without_closing(content)
            before = prefix + mark if item else prefix
            self.block = Block(Layout(), start, at, at, before, bool(item))
            self._add(content[len(mark) :], at + len(mark))
            if heading:
                self._close()
        else:
            last, first = self.block.layout.tail[-1:], content[:1]
            self.block.layout.add(joint(last, first), self.block.end, at)
            self._add(content, at)

    def _item(self, content: str) -> re.Match[str] | None:
        """A list begins within a paragraph with 1 alone: a line may begin with a year."""
        item = _ITEM.match(content)
        goes_on = self.block and not self.block.is_item and not self.block.is_cell
        return None if item and goes_on and _LATER_NUMBER.match(content) else item

    def _row(self, line: int, at: int, content: str) -> None:
        self._close()
        self.in_table = True
        for match in _CELL.finditer(content):
            cell = match[0].strip()
            start = at + match.start() + match[0].find(cell)
            self.block = Block(Layout(), line, start, start, is_cell=True)
            self._add(cell, start)
            self._close()

    def _add(self, text: str, at: int) -> None:
        if self.block:
            self.block.end = at + len(text)
            _inline(self.block, self.source, Span(at, at + len(text)))

    def _close(self) -> None:
        if self.block and self.block.layout.text.strip():
            self.found.append(self.block)
        self.block = None


def blocks(source: str) -> list[Block]:
    """The paragraphs in order."""
    reader = _Reader(source)
    start = _front_matter(source)
    for match in _LINE.finditer(source, start):
        reader.take(match.start(), match[0].rstrip("\r\n"))
    reader._close()
    return reader.found


def _front_matter(source: str) -> int:
    """Where the text begins behind YAML or TOML that describes it."""
    match = re.match(r"(---|\+\+\+)[ \t]*\r?\n", source)
    if not match:
        return 0
    end = re.compile(rf"^(?:{re.escape(match[1])}|\.\.\.)[ \t]*\r?$", re.MULTILINE)
    found = end.search(source, match.end())
    return found.end() if found else 0


def _without_closing(heading: str) -> str:
    """`## Ports ##` ends where its text does."""
    text = heading.rstrip("#")
    return text.rstrip() if text[-1:] in " \t" and text.strip() else heading


def _inline(block: Block, source: str, span: Span, depth: int = 0) -> None:
    """Add what is seen of a piece of a line."""
    layout, at = block.layout, span.start
    for match in _seen(source, span) if depth < _DEEPEST else ():
        add_text(layout, source, at, match.start())
        at = match.end()
        if match["escaped"]:
            layout.add(match["escaped"], match.start(), match.end())
        elif match["code"]:
            layout.add(match["code"], match.start("code"))
            block.codes.append(Span(*match.span("code")))
            block.marked.append((Span(*match.span()), block.codes[-1]))
        for group in ("link", "strong", "soft"):
            if match[group]:
                inner = Span(*match.span(group))
                _inline(block, source, inner, depth + 1)
                if group != "link":
                    block.marked.append((Span(*match.span()), inner))
    add_text(layout, source, at, span.end)


def _seen(source: str, span: Span) -> Iterator[re.Match[str]]:
    """Marks, but not in a line of nothing else: to look for their ends would take too long."""
    line = span.of(source)
    if len(line) > _LONGEST or sum(map(line.count, "*_`[~<!")) > _MOST_MARKS:
        return iter(())
    return _INLINE.finditer(source, span.start, span.end)
