"""Tables of one unit a row, tab or comma between; the first row names the columns.

What the columns are called, and when no such row is needed, is said in `corpus.formats.columns`.
"""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from corpus.bitext import Bitext, Span
from corpus.errors import BadContent
from corpus.formats import files
from corpus.formats.columns import SAMPLE, columns
from corpus.formats.files import decode, read_bytes
from corpus.formats.rows import Row, units, with_targets
from corpus.patterns import regex
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_QUOTED = r'"(?:[^"]|"")*+"'
_LINE = regex(r"([^\r\n]*+)(?:\r\n|[\r\n]|(?=\Z))")
_NOWHERE = Span(0, 0)
_WIDEST = 16_384
"""Columns, as many as a spreadsheet program can have."""
_HINT = told(
    "the first row names the columns: source and target (or English and Japanese), "
    "and if wanted id and document"
)


class _Cell(NamedTuple):
    value: str
    span: Span


class _Line(NamedTuple):
    number: int
    cells: list[_Cell]


class Table(NamedTuple):
    """A kind of table: what stands between cells, and whether cells may stand in quotes."""

    separator: str
    quoted: bool

    def read(self, path: str) -> Bitext:
        """The units of the file; raises UnreadableFile, BadContent."""
        text, codec = decode(read_bytes(path), path)
        return Bitext(path, units(self._rows(text, path), path), encoding=codec)

    def corrected(self, path: str, targets: Mapping[tuple[str | None, str], str]) -> bytes:
        """The file with the Japanese of some units (by document and id) replaced.

        No other byte changes. Raises UnwritableFile where the file has changed since it was
        read, BadContent for a text that such a table cannot hold.
        """
        return with_targets(read_bytes(path), path, self._rows, targets, self._cell)

    def _cell(self, row: Row, target: str, before: str) -> str:
        if not self.quoted:
            if re.search("[\t\r\n]", target):
                raise BadContent(
                    told("{}: a cell cannot hold a tab or a line break", row.place),
                    "take it out of the text, or use JSON Lines",
                )
            return target
        if before.startswith('"') or re.search(f'["\r\n{self.separator}]', target):
            return '"' + target.replace('"', '""') + '"'
        return target

    def _rows(self, text: str, path: str) -> list[Row]:
        lines = self._lines(text, path) if self.quoted else self._plain_lines(text, path)
        return list(_rows(lines, path))

    def stream(self, path: str) -> Iterator[Row]:
        """As `BitextFormat.stream`, for a table whose cells do not stand in quotes."""
        split = (text.split(self.separator) for text in files.lines(path))
        lines = (
            _Line(number, [_Cell(value, _NOWHERE) for value in values])
            for number, values in enumerate(split, start=1)
            if any(values)
        )
        yield from _rows(lines, path)

    def _plain_lines(self, text: str, path: str) -> Iterator[_Line]:
        """As `_lines`, where cells do not stand in quotes."""
        for number, match in enumerate(_LINE.finditer(text), start=1):
            values = match[1].split(self.separator)
            if not any(values):
                continue
            _refuse_wide(len(values), path, number)
            at, cells = match.start(), []
            for value in values:
                cells.append(_Cell(value, Span(at, at + len(value))))
                at += len(value) + 1
            yield _Line(number, cells)

    def _lines(self, text: str, path: str) -> Iterator[_Line]:
        """The rows that hold anything, each cell with its span in the text."""
        pattern = re.compile(rf"(?:{_QUOTED}|[^{self.separator}\r\n]*)")
        cells: list[_Cell] = []
        at, number, first = 0, 1, 1
        while True:
            match = pattern.match(text, at)
            assert match  # noqa: S101 -- the pattern matches the empty text
            cells.append(_Cell(self._value(match.group()), Span(*match.span())))
            _refuse_wide(len(cells), path, number)
            number += len(re.findall("\r\n|[\r\n]", match.group()))
            at = match.end()
            if text.startswith(self.separator, at):
                at += 1
                continue
            if at < len(text) and text[at] not in "\r\n":
                raise BadContent(
                    told("{}:{}: text after a closing quote", path, number), "double the quote"
                )
            if any(cell.value for cell in cells):
                yield _Line(first, cells)
            if at >= len(text):
                return
            at += 2 if text.startswith("\r\n", at) else 1
            number += 1
            cells, first = [], number

    def _value(self, written: str) -> str:
        if written.startswith('"') and len(written) > 1:
            return written[1:-1].replace('""', '"')
        return written


def _refuse_wide(columns: int, path: str, number: int) -> None:
    if columns > _WIDEST:
        raise BadContent(
            told("{}:{}: more than {} columns", path, number, f"{_WIDEST:,}"),
            "keep the columns with the English and the Japanese",
        )


def _rows(lines: Iterator[_Line], path: str) -> Iterator[Row]:
    """The rows under their columns, which the first of them tell."""
    first = list(islice(lines, SAMPLE))
    if not first:
        return
    found = columns([[cell.value for cell in line.cells] for line in first])
    if found is None:
        raise BadContent(told("{}:{}: no columns source and target", path, first[0].number), _HINT)
    for line in chain(first[found.header :], lines):
        yield _row(line, found.places, path)


def _row(line: _Line, columns: dict[str, int], path: str) -> Row:
    width = max(columns.values()) + 1
    if len(line.cells) < width:
        given = told("{}:{}: {} cells instead of {}", path, line.number, len(line.cells), width)
        raise BadContent(given, _HINT)
    cells = {name: line.cells[column] for name, column in columns.items()}
    return Row(
        path,
        line.number,
        cells["id"].value or None if "id" in cells else None,
        cells["source"].value,
        cells["target"].value,
        cells["document"].value or None if "document" in cells else None,
        cells["target"].span,
    )
