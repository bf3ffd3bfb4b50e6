"""What a paragraph is, and how it is named.

Texts come one paragraph a line, with or without blank lines between, or as prose wrapped at a
fixed width with blank lines between paragraphs. Which one is decided for the whole text, and
nothing is left out but white space.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from corpus.bitext import Segment, Span
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

BLANK = (
    "".join(
        map(
            chr,
            [*range(0x09, 0x0E), *range(0x1C, 0x21), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200E)],
        )
    )
    + "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""White space, and the characters of no width that web pages leave behind."""

_LINE = regex("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LIST_MARK = regex(
    r"[•●○◦■□◆◇▪▶►※★☆・*‣⁃–—#＃>-]\s?(?=\S)|[(（\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)）\]．、]\s*(?=\D)"
    r"|[①-⑳㈠-㈩]|第[0-9０-９一二三四五六七八九十百]+[条章節項]"
)
_SENTENCE_END = regex(r"[.!?。．！？:：;；」』)）\"'”’]$")
_WRAP_COLUMNS = range(40, 131)
"""Widths, in columns of a terminal, at which prose is wrapped by mail programs and editors."""
_ID_DIGITS = 10


class _Line(NamedTuple):
    span: Span
    text: str
    joinable: bool
    """Whether only one line break stands between it and the line before."""


def segments(text: str) -> tuple[Segment, ...]:
    """The paragraphs of a text, in order; `text[span]` is exactly the segment's text.

    Every character that is no white space (`BLANK`) belongs to one segment. Bullets, numbered
    items and headings stand alone. Lines are joined only in a text that is clearly wrapped.
    """
    lines = _lines(text)
    width = _wrap_width(lines)
    spans: list[Span] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before and width and _runs_on(before, line, width):
            spans[-1] = Span(spans[-1].start, line.span.end)
        else:
            spans.append(line.span)
    return tuple(Segment(span.of(text), span) for span in spans)


def unit_ids(texts: Iterable[str]) -> tuple[str, ...]:
    """A short name for each text, made of its content alone, white space folded.

    Equal texts are numbered in order (`3f2a91c04d`, `3f2a91c04d-2`), so that every id is unique
    and none changes when other texts are put between.
    """
    seen: Counter[str] = Counter()
    ids = []
    for text in texts:
        digest = hashlib.sha256(" ".join(text.split()).encode(errors="surrogatepass")).hexdigest()
        name = digest[:_ID_DIGITS]
        seen[name] += 1
        ids.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(ids)


def starts_with_list_mark(text: str) -> bool:
    """Whether the paragraph begins like a bullet, a numbered item or a marked heading."""
    return _LIST_MARK.match(text) is not None


def _lines(text: str) -> list[_Line]:
    """The lines that hold something, white space at both ends left aside."""
    lines: list[_Line] = []
    last = 0
    for match in _LINE.finditer(text):
        content = match.group().strip(BLANK)
        if not content:
            continue
        start = match.start() + match.group().index(content)
        breaks = text[last:start].replace("\r\n", "\n").strip(" \t\u3000\xa0")
        lines.append(_Line(Span(start, start + len(content)), content, breaks in ("\n", "\r")))
        last = start + len(content)
    return lines


def _wrap_width(lines: list[_Line]) -> int | None:
    """The width at which the text is wrapped, or None for one paragraph a line."""
    pairs = [(a, b) for a, b in pairwise(lines) if b.joinable]
    pairs = [(a, b) for a, b in pairs if not starts_with_list_mark(b.text)]
    width = max((_columns(a.text) for pair in pairs for a in pair), default=0)
    if width not in _WRAP_COLUMNS:
        return None
    full = [(a, b) for a, b in pairs if _full(a, b, width)]
    within = [(a, b) for a, b in full if _goes_on(a, b)]
    if 2 * len(full) < len(pairs) or 2 * len(within) < len(full) or not within:
        return None
    # Japanese has no small letters to tell by; a few lines of equal length may be chance.
    return width if len(full) >= 3 or all(b.text[0].islower() for _, b in full) else None


def _runs_on(before: _Line, line: _Line, width: int) -> bool:
    return line.joinable and not starts_with_list_mark(line.text) and _full(before, line, width)


def _full(before: _Line, line: _Line, width: int) -> bool:
    """Whether the first word of `line` would not have fitted on the line before."""
    word = line.text.split(maxsplit=1)[0] if line.text[0].isascii() else line.text[:2]
    return _columns(before.text) + 1 + _columns(word) > width


def _goes_on(before: _Line, line: _Line) -> bool:
    """Whether the break stands inside a sentence."""
    first = line.text[0]
    return first.islower() or not (first.isascii() or _SENTENCE_END.search(before.text))


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
