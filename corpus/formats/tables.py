"""Tables of one unit a row, tab or comma between; the first row names the columns.

Columns: `source` and `target`, and if wanted `id` and `document`, in any order among others.
A table of just two columns, English and Japanese, needs no such row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from corpus.bitext import Bitext, Span
from corpus.errors import BadContent
from corpus.formats import files
from corpus.formats.files import decode, read_bytes
from corpus.formats.rows import Row, units, with_targets
from corpus.language.japanese import is_japanese

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_QUOTED = r'"(?:[^"]|"")*+"'
_HINT = "the first row names the columns: source and target, and if wanted id and document"


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
        text, _ = decode(read_bytes(path), path)
        return Bitext(path, units(self._rows(text, path), path))

    def corrected(self, path: str, targets: Mapping[tuple[str | None, str], str]) -> bytes:
        """The file with the Japanese of some units (by document and id) replaced.

        No other byte changes. Raises UnwritableFile where the file has changed since it was
        read, BadContent for a text that such a table cannot hold.
        """
        text, codec = decode(read_bytes(path), path)

        def written(row: Row, target: str) -> str:
            return self._cell(target, row.target_span.of(text), row.place)

        return with_targets(text, codec, path, self._rows(text, path), targets, written)

    def _cell(self, target: str, before: str, place: str) -> str:
        if not self.quoted:
            if re.search("[\t\r\n]", target):
                raise BadContent(
                    f"{place}: a cell cannot hold a tab or a line break",
                    "take it out of the text, or use JSON Lines",
                )
            return target
        if before.startswith('"') or re.search(f'["\r\n{self.separator}]', target):
            return '"' + target.replace('"', '""') + '"'
        return target

    def _rows(self, text: str, path: str) -> list[Row]:
        lines = list(self._lines(text, path))
        if not lines:
            return []
        columns, has_header = _columns(lines[0], path)
        return [_row(line, columns, path) for line in lines[has_header:]]

    def stream(self, path: str) -> Iterator[Row]:
        """As `BitextFormat.stream`, for a table whose cells do not stand in quotes."""
        columns: dict[str, int] | None = None
        for number, text in enumerate(files.lines(path), start=1):
            values = text.split(self.separator)
            if not any(values):
                continue
            line = _Line(number, [_Cell(value, Span(0, 0)) for value in values])
            if columns is None:
                columns, has_header = _columns(line, path)
                if has_header:
                    continue
            yield _row(line, columns, path)

    def _lines(self, text: str, path: str) -> Iterator[_Line]:
        """The rows that hold anything, each cell with its span in the text."""
        plain = rf"[^{self.separator}\r\n]*"
        pattern = re.compile(f"(?:{_QUOTED}|{plain})" if self.quoted else plain)
        cells: list[_Cell] = []
        at, number, first = 0, 1, 1
        while True:
            match = pattern.match(text, at)
            assert match  # noqa: S101 -- the pattern matches the empty text
            cells.append(_Cell(self._value(match.group()), Span(*match.span())))
            number += len(re.findall("\r\n|[\r\n]", match.group()))
            at = match.end()
            if text.startswith(self.separator, at):
                at += 1
                continue
            if at < len(text) and text[at] not in "\r\n":
                raise BadContent(f"{path}:{number}: text after a closing quote", "double the quote")
            if any(cell.value for cell in cells):
                yield _Line(first, cells)
            if at >= len(text):
                return
            at += 2 if text.startswith("\r\n", at) else 1
            number += 1
            cells, first = [], number

    def _value(self, written: str) -> str:
        if self.quoted and written.startswith('"') and len(written) > 1:
            return written[1:-1].replace('""', '"')
        return written


def _row(line: _Line, columns: dict[str, int], path: str) -> Row:
    width = max(columns.values()) + 1
    if len(line.cells) < width:
        given = f"{path}:{line.number}: {len(line.cells)} cells instead of {width}"
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


def _columns(first: _Line, path: str) -> tuple[dict[str, int], bool]:
    """Where each column stands, and whether the first row says so."""
    values = [cell.value for cell in first.cells]
    names = [value.strip().lower() for value in values]
    if "source" in names and "target" in names:
        known = ("id", "source", "target", "document")
        return {name: names.index(name) for name in known if name in names}, True
    if len(values) == 2 and is_japanese(values[1]) and not is_japanese(values[0]):
        return {"source": 0, "target": 1}, False
    raise BadContent(f"{path}:{first.number}: no columns source and target", _HINT)
