"""Paragraphs out of pieces of lines and where they stand on the pages of a PDF.

Columns are read one after the other, a table row by row. Lines are joined where the first word
of the next would not have fitted; words divided at the end of a line are made whole.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from corpus.formats.layout import is_wide, joint
from corpus.patterns import regex
from corpus.segmentation import starts_with_list_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GUTTER = 1.0
"""Letters between two columns, at least."""
_COLUMN_ROWS = 3
"""Rows with text on both sides of a gutter, at least."""
_MOST_ROWS = 300
_COLUMN_LETTERS = 12
"""Letters of a usual line in a column; less is a table, or list marks with their texts."""
_ACROSS = 0
"""The number of the column that is none: lines over the whole page."""
_EDGE = 2
"""Rows at the top and at the bottom of a page in which a running head may stand."""
_READING = 0.65
"""Size of a reading of ruby beside what it reads."""
_LEADING = 1.35
"""The space from line to line, in usual ones, up to which two lines belong together."""
_SHIFT = 0.5
"""Of a letter: how far two pieces of one row may stand from one line."""
_CELL = 2
"""Letters between two cells of a row, at least."""
_MOST = 0.6
"""Part of a column that is filled by a line of Japanese that may go on."""
_ROOM = 1.2
"""Room for a word, in the room that it seems to need, so that it surely would have fitted."""
_SAME = 0.12
"""How much the letters of one paragraph may differ in size."""
_INDENT = (0.7, 3.5)
"""Letters by which the first line of a paragraph is set in."""
_PAGE_NUMBER = regex(
    r"[-–—‐\s]*(?:page|p\.|頁)?\s*[0-9０-９ivxlc]{1,5}\s*(?:(?:of|/|／)\s*[0-9０-９]{1,5})?"
    r"\s*(?:ページ|頁)?[-–—‐\s]*",
    re.IGNORECASE,
)
_DIGITS = regex("[0-9０-９]+")
_KANA = regex("[ぁ-ゖァ-ヺー\\s]+")
_SENTENCE_END = regex(r"[.!?。．！？][\"'”’」』)）]*$")
_ABBREVIATION = regex(r"[A-Z]\.\S")
"""Such as U.S., which looks like a numbered item."""
_SOFT_HYPHEN = "\u00ad"
_DIVIDED = regex(rf"(?<![\w.&])([\w.&]+)[-‐{_SOFT_HYPHEN}]$")


class Piece(NamedTuple):
    """Letters beside each other on one line; points from the lower left of the page."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    """Of a letter."""


class _Line(NamedTuple):
    text: str
    left: float
    right: float
    baseline: float
    size: float
    block: tuple[int, int]
    """Page and column that it belongs to."""
    alone: bool
    """Whether it is a row of a table."""


Row = list[Piece]
Edges = dict[tuple[int, int], tuple[float, float]]
"""Where the text of each column begins and ends from left to right."""


def paragraphs(pages: Sequence[Sequence[Piece]]) -> list[str]:
    """The text of all pages in reading order."""
    rows = _without_furniture([_rows(_without_readings(page)) for page in pages])
    lines = [line for n, page in enumerate(rows) for line in _lines(page, n)]
    edges = _edges(lines)
    pitch = _pitch(lines)
    found: list[list[_Line]] = []
    for line in lines:
        if found and _belongs(found[-1], line, edges, pitch):
            found[-1].append(line)
        else:
            found.append([line])
    words = Counter(re.findall(r"[\w-]+", "\n".join(line.text for line in lines).lower()))
    return [_joined([line.text for line in each], words) for each in found]


def _without_readings(page: Sequence[Piece]) -> list[Piece]:
    """Ruby stands in small kana above what it reads."""
    usual = median([piece.size for piece in page for _ in piece.text]) if page else 0
    return [p for p in page if p.size > _READING * usual or not _KANA.fullmatch(p.text)]


def _rows(page: Sequence[Piece]) -> list[Row]:
    """Pieces at one height, from top to baseline, each row from left to right."""
    rows: list[Row] = []
    for piece in sorted(page, key=lambda p: -p.baseline):
        if rows and rows[-1][0].baseline - piece.baseline < _SHIFT * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.left) for row in rows]


def _without_furniture(pages: list[list[Row]]) -> list[list[Row]]:
    """Without what stands at the edge of several pages in the same way, and page numbers."""
    heads = Counter(
        mask for page in pages for mask in {_mask(row) for row in (*page[:_EDGE], *page[-_EDGE:])}
    )
    known = {mask for mask, times in heads.items() if times >= max(2, len(pages) / 3)}
    return [[*_trimmed(page, known)] for page in pages]


def _trimmed(page: list[Row], known: set[str]) -> list[Row]:
    edge = {*range(min(_EDGE, len(page))), *range(max(0, len(page) - _EDGE), len(page))}
    gone = {n for n in edge if _mask(page[n]) in known}
    for n in (0, len(page) - 1):
        if page and len(page) > 1 and _PAGE_NUMBER.fullmatch(_text(page[n])):
            gone.add(n)
    return [row for n, row in enumerate(page) if n not in gone]


def _mask(row: Row) -> str:
    return _DIGITS.sub("#", _text(row))


def _text(row: Row) -> str:
    return " ".join(piece.text for piece in row)


def _lines(rows: list[Row], page: int) -> Iterator[_Line]:
    """The lines of a page in reading order."""
    at, column = 0, _ACROSS
    left = min((row[0].left for row in rows), default=0)
    right = max((piece.right for row in rows for piece in row), default=0)
    while at < len(rows):
        end, gutters = _region(rows, at, (left, right))
        end = end if gutters else at + 1
        columns = _columns(rows[at:end], gutters)
        for each in columns:
            column += len(columns) > 1
            block = column if len(columns) > 1 else _ACROSS
            yield from (_line(row, (page, block)) for row in each)
        at = end


def _line(row: Row, block: tuple[int, int]) -> _Line:
    text = row[0].text
    for before, piece in pairwise(row):
        wide = piece.left - before.right < piece.size and is_wide(before.text[-1])
        text += ("" if wide and is_wide(piece.text[0]) else " ") + piece.text
    size = max(piece.size for piece in row)
    gaps = [b.left - a.right for a, b in pairwise(row) if not starts_with_list_mark(a.text + "x")]
    alone = max(gaps, default=0) > _CELL * size
    return _Line(text, row[0].left, row[-1].right, row[0].baseline, size, block, alone)


def _region(rows: list[Row], at: int, width: tuple[float, float]) -> tuple[int, list[float]]:
    """How many rows share a gutter with the row `at`, and where the middles of those are."""
    free, end = [width], at
    while end < min(len(rows), at + _MOST_ROWS):
        least = _GUTTER * median(p.size for p in rows[end])
        smaller = [gap for gap in _minus(free, rows[end]) if gap[1] - gap[0] >= least]
        if not smaller:
            break
        free, end = smaller, end + 1
    inner = [gap for gap in free if _is_between(gap, rows[at:end])]
    return max(end, at + 1), [(a + b) / 2 for a, b in inner]


def _minus(free: list[tuple[float, float]], row: Row) -> list[tuple[float, float]]:
    for piece in row:
        free = [
            part
            for a, b in free
            for part in ((a, min(b, piece.left)), (max(a, piece.right), b))
            if part[0] < part[1]
        ]
    return free


def _is_between(gap: tuple[float, float], rows: list[Row]) -> bool:
    both = 0
    for row in rows:
        both += row[0].right <= gap[0] and row[-1].left >= gap[1]
    return both >= _COLUMN_ROWS


def _columns(rows: list[Row], gutters: list[float]) -> list[list[Row]]:
    """The rows of each column; one alone where it is a table."""
    if not gutters:
        return [rows]
    bounds = [float("-inf"), *gutters, float("inf")]
    columns = []
    for a, b in pairwise(bounds):
        inside = [[p for p in row if a <= p.left < b] for row in rows]
        columns.append([row for row in inside if row])
    usual = (median(len(_text(row)) for row in column) for column in columns if column)
    return columns if min(usual) >= _COLUMN_LETTERS else [rows]


def _pitch(lines: list[_Line]) -> float:
    """The usual distance of two lines, in sizes of a letter."""
    steps = [
        (a.baseline - b.baseline) / b.size
        for a, b in pairwise(lines)
        if a.block == b.block and b.size and 0 < a.baseline - b.baseline < 3 * b.size
    ]
    return median(steps) if steps else 1.5


def _edges(lines: list[_Line]) -> Edges:
    edges: Edges = {}
    for line in lines:
        left, right = edges.get(line.block, (line.left, line.right))
        edges[line.block] = (min(left, line.left), max(right, line.right))
    return edges


def _belongs(before: list[_Line], line: _Line, edges: Edges, pitch: float) -> bool:
    """Whether the line goes on with the paragraph."""
    last = before[-1]
    listed = starts_with_list_mark(line.text) and not _ABBREVIATION.match(line.text)
    if listed or last.alone or line.alone or abs(last.size - line.size) > _SAME * line.size:
        return False
    left, right = edges[last.block]
    if not _is_full(last, line, right) and not _is_within(last, line, left, right):
        return False
    if last.block != line.block:
        return not _SENTENCE_END.search(last.text)
    indent = line.left - edges[line.block][0]
    set_in = _INDENT[0] * line.size < indent < _INDENT[1] * line.size
    hanging = starts_with_list_mark(before[0].text)
    if set_in and not hanging and line.left > last.left + _INDENT[0] * line.size:
        return False
    return last.baseline - line.baseline <= _LEADING * pitch * line.size


def _is_full(last: _Line, line: _Line, right: float) -> bool:
    """Whether the first word of a line would not have fitted on the last."""
    needed = _ROOM * _first_word(line) + line.size
    return last.right + needed > right


def _is_within(last: _Line, line: _Line, left: float, right: float) -> bool:
    """Whether the break seems to stand inside a sentence."""
    if _SENTENCE_END.search(last.text):
        return False
    filled = last.right - left >= _MOST * (right - left)
    return line.text[0].islower() or (filled and is_wide(line.text[0]))


def _first_word(line: _Line) -> float:
    """How much room the first word of a line takes, with the space before it."""
    if is_wide(line.text[0]):
        return 3 * line.size  # not every letter may begin a line
    count = len(line.text.split(maxsplit=1)[0]) + 1
    return (line.right - line.left) * count / len(line.text)


def _joined(lines: Sequence[str], words: Counter[str]) -> str:
    parts = [part for a, b in pairwise(lines) for part in _end(a, b, words)]
    return "".join([*parts, lines[-1]]).replace(_SOFT_HYPHEN, "-")


def _end(line: str, following: str, words: Counter[str]) -> tuple[str, str]:
    """A line as it goes on with the following one, and what stands between."""
    divided = _DIVIDED.search(line)
    if not divided:
        return line, joint(line[-1:], following[:1])
    first, rest = divided[1].lower(), (re.match(r"\w*", following) or [""])[0].lower()
    if not following[:1].islower() or words[f"{first}-{rest}"] > words[first + rest]:
        return line[:-1], "-"
    two_words = words[first] and words[rest] and not words[first + rest]
    return line[:-1], "-" if two_words and not line.endswith(_SOFT_HYPHEN) else ""
