"""Bitext in spreadsheets: the first sheet that has a column of English and one of Japanese.

Read from the XML itself and without a library, which would write the whole file anew: a cell
that is corrected becomes a text of its own, and every other character of every part stays. Of
formulas what they showed when the file was saved is read, and dates as their format shows them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.bitext import Bitext, Span
from corpus.errors import BadContent, UnreadableFile
from corpus.formats.columns import SAMPLE, columns
from corpus.formats.format import BitextFormat, BitextWriter
from corpus.formats.layout import Layout, spliced
from corpus.formats.losses import TABLE
from corpus.formats.markup import NOT_IN_XML, Kind, add_text, escaped, marks
from corpus.formats.package import Package
from corpus.formats.rows import Row, changed, units
from corpus.formats.table_writer import spreadsheet
from corpus.formats.xlsx_dates import Dates, dates
from corpus.patterns import regex
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus.formats.markup import Mark

_MOST_CELLS = 1_000_000
_MOST_COLUMNS = 200
_LONGEST = 32_767
"""Characters that a cell can hold."""
_PLACE = regex("([A-Z]{1,3})([0-9]{1,7})")
_STYLE = regex(r"""\ss=["'](\d+)["']""")
_HINT = told("name the columns source and target (or English and Japanese) in the first row")


@dataclass(slots=True)
class _Cell:
    column: int
    """From 1."""
    mark: Mark
    end: int = 0
    value: str = ""
    formula: Mark | None = None


@dataclass(slots=True)
class _Sheet:
    """The cells of one sheet, and where its rows end."""

    path: str
    part: str
    source: str
    shared: list[str]
    dates: Dates
    cells: dict[int, dict[int, _Cell]] = field(default_factory=dict)
    """By row and column."""
    row_ends: dict[int, int] = field(default_factory=dict)
    _row: int = 0
    _cell: _Cell | None = None
    _count: int = 0

    def take(self, name: str, mark: Mark, text: str | None) -> None:
        """A tag, and for the end of a value or a text what it says."""
        if name == "row":
            self._take_row(mark)
        elif name == "c":
            self._take_cell(mark)
        elif name == "f" and mark.kind is not Kind.END and self._cell:
            self._cell.formula = mark
        elif text and self._cell:
            self._cell.value += self._said(text, self._cell.mark.attributes())

    def _said(self, text: str, cell: Mapping[str, str]) -> str:
        """What a cell with these attributes says by a value in it."""
        kind = cell.get("t", "n")
        if kind == "n":
            return self.dates.text(text, _whole(cell.get("s", "")))
        if kind != "s":
            return text
        number = _whole(text)
        return self.shared[number] if number is not None and number < len(self.shared) else ""

    def _take_row(self, mark: Mark) -> None:
        if mark.kind is Kind.END:
            self.row_ends[self._row] = mark.span.start
        else:
            said = _whole(mark.attributes().get("r", ""))
            self._row, self._cell = self._row + 1 if said is None else said, None

    def _take_cell(self, mark: Mark) -> None:
        if mark.kind is not Kind.END:
            place = _PLACE.fullmatch(mark.attributes().get("r", ""))
            last = self._cell.column if self._cell else 0
            column = _number(place[1]) if place else last + 1
            self._cell = _Cell(column, mark)
            if column <= _MOST_COLUMNS:
                self.cells.setdefault(self._row, {})[column] = self._cell
            self._count += 1
            if self._count > _MOST_CELLS:
                raise UnreadableFile(told("{} holds too many cells", self.path), "split it")
        if mark.kind is not Kind.START and self._cell:
            self._cell.end = mark.span.end

    def rows(self) -> list[Row] | None:
        """The rows with English and Japanese; None where it has no such columns."""
        lines = [(n, self._values(n)) for n in sorted(self.cells)]
        lines = [(n, values) for n, values in lines if any(values)]
        found = columns([values for _, values in lines[:SAMPLE]])
        if found is None:
            return None
        rows = []
        for number, values in lines[found.header :]:
            cells = {k: values[at] if at < len(values) else "" for k, at in found.places.items()}
            target = Span(found.places["target"] + 1, found.places["target"] + 1)
            name, document = cells.get("id") or None, cells.get("document") or None
            if cells["source"] or cells["target"]:
                texts = (cells["source"], cells["target"])
                rows.append(Row(self.path, number, name, *texts, document, target))
        return rows

    def _values(self, row: int) -> list[str]:
        cells = self.cells[row]
        return [cells[at].value if at in cells else "" for at in range(1, max(cells) + 1)]

    def change(self, row: int, column: int, text: str) -> tuple[Span, str]:
        """What puts a text into a cell, whatever stands there. Raises BadContent where the file
        does not say where the row ends."""
        cells = self.cells[row]
        cell = cells.get(column)
        known = (cell or next(iter(cells.values()))).mark
        prefix = known.name.removesuffix("c")
        style = _STYLE.search(cell.mark.inside) if cell else None
        new = (
            f'<{prefix}c r="{_letters(column)}{row}"{style[0] if style else ""} t="inlineStr">'
            f'<{prefix}is><{prefix}t xml:space="preserve">{escaped(text)}</{prefix}t></{prefix}is>'
            f"</{prefix}c>"
        )
        if cell:
            return Span(cell.mark.span.start, cell.end), new
        behind = min((at for at in cells if at > column), default=None)
        at = self.row_ends.get(row) if behind is None else cells[behind].mark.span.start
        if at is None:  # rows inside of each other, or cells outside of any
            raise BadContent(
                told("{}:{}: this row cannot get another cell", self.path, row),
                "save it again with the program that it comes from",
            )
        return Span(at, at), new

    def formula(self, row: int, column: int) -> Mark | None:
        """Of a cell, if there is one."""
        cell = self.cells[row].get(column)
        return cell.formula if cell else None


def read(path: str) -> Bitext:
    """The units of the sheet; raises UnreadableFile, BadContent."""
    _, rows, _ = _opened(path)
    return Bitext(path, units(rows, path))


def corrected(path: str, targets: Mapping[tuple[str | None, str], str]) -> bytes:
    """The file with the Japanese of some units (by document and id) replaced.

    A text takes the place of a formula. Raises UnwritableFile where the file has changed since it
    was read, BadContent for a text that no cell can hold, and for a formula that other cells
    share.
    """
    sheet, rows, package = _opened(path)
    changes, formulas = [], False
    for row, text in changed(rows, path, targets):
        column = row.target_span.start
        if formula := sheet.formula(row.line, column):
            formulas = True
            if "ref" in formula.attributes():
                raise BadContent(
                    told("{}: other cells share the formula here", row.place),
                    "put values in their place first",
                )
        changes.append(sheet.change(row.line, column, _held(row, text)))
    if not changes:
        return package.data
    new: dict[str, str | None] = {sheet.part: spliced(sheet.source, sorted(changes))}
    return package.with_parts(new | (package.dropping("calcChain") if formulas else {}))


def _opened(path: str) -> tuple[_Sheet, list[Row], Package]:
    package = Package(path, "XLSX")
    main = package.main()
    related = [*package.related(main)]
    shared: list[str] = []
    shown = Dates()
    for relation in related:
        if relation.kind == "sharedStrings":
            shared = _shared(package.xml(relation.part))
        elif relation.kind == "styles":
            shown = dates(package.xml(relation.part), package.xml(main))
    parts = {relation.id: relation.part for relation in related if relation.kind == "worksheet"}
    for mark in marks(package.xml(main)):
        if mark.name.rpartition(":")[2] == "sheet" and mark.kind is not Kind.END:
            named = [v for k, v in mark.attributes().items() if k.rpartition(":")[2] == "id"]
            part = next((parts[name] for name in named if name in parts), None)
            if part:
                sheet = _Sheet(path, part, package.xml(part), shared, shown)
                for name, tag, text in _tags(sheet.source):
                    sheet.take(name, tag, text)
                rows = sheet.rows()
                if rows is not None:
                    return sheet, rows, package
    raise BadContent(told("{}: no sheet with the columns source and target", path), _HINT)


def _tags(source: str) -> Iterator[tuple[str, Mark, str | None]]:
    """The tags of a part with their names, and with the end of a value or text what it says.

    How a Japanese text is read aloud is no part of it.
    """
    text: Layout | None = None
    reading = False
    for mark in marks(source):
        name = mark.name.rpartition(":")[2]
        if mark.kind is Kind.TEXT:
            if text is not None:
                add_text(text, source, mark.span.start, mark.span.end)
        elif name == "rPh":
            reading = mark.kind is Kind.START
        elif name in ("v", "t"):
            said = text.text if text is not None and mark.kind is Kind.END else None
            text = Layout() if mark.kind is Kind.START and not reading else None
            yield name, mark, said
        else:
            yield name, mark, None


def _shared(source: str) -> list[str]:
    """The texts that cells refer to by number."""
    found: list[str] = []
    for name, mark, text in _tags(source):
        if name == "si" and mark.kind is not Kind.END:
            found.append("")
        elif text and found:
            found[-1] += text
    return found


def _held(row: Row, text: str) -> str:
    if found := NOT_IN_XML.search(text):
        raise BadContent(
            told("{}: a cell cannot hold U+{:04X}", row.place, ord(found[0])),
            "take it out of the text",
        )
    if len(text) > _LONGEST:
        raise BadContent(
            told("{}: a cell cannot hold more than {} characters", row.place, _LONGEST),
            "use JSON Lines",
        )
    return text


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else None


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


FORMAT = BitextFormat(
    "spreadsheet table",
    (".xlsx",),
    read,
    corrected,
    writer=BitextWriter(spreadsheet, TABLE | {"no source"}),
    unread="other cells and sheets, and all formats",
)
