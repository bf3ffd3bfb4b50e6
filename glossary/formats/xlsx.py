"""Glossaries in spreadsheets: the first sheet of an XLSX file, as a house table or a loose one.

Everything is written as text cells, which no spreadsheet runs; of formulas only what they showed
when the file was saved is read. A file is looked over before it is opened: what would unpack to
too much is refused, and so is one that declares entities.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.extras import adding
from corpus.formats.files import read_bytes
from corpus.told import told
from glossary.errors import BadTerm
from glossary.formats import csv_terms, loose
from glossary.formats.cells import harmless, plain, runs
from glossary.formats.term_format import TermFormat, Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from glossary.concept import Concept

_LARGEST = 64 * 1024 * 1024
"""Bytes of all parts when they are unpacked."""
_MOST_COLUMNS = 200
_DECLARATION = b"<!DOCTYPE"


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of the first sheet. Raises UnreadableFile without the extra `documents`, and
    BadTerm where it cannot be read."""
    import warnings

    package = _openpyxl()
    data = read_bytes(path)
    out = io.StringIO()
    try:
        _look_over(data, path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and the like that are left aside
            book = package.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            csv.writer(out, lineterminator="\n").writerows(_rows(book.worksheets[0]))
    except BadTerm:
        raise
    except Exception as error:  # a damaged file makes it raise nearly anything
        said = " ".join(str(error).split())
        raise BadTerm(
            told("{}: no spreadsheet that can be read: {}", path, said), "save it as .xlsx"
        ) from error
    text = out.getvalue()
    return loose.parsed(text, path) if loose.recognises(text) else csv_terms.parsed(text, path)


def _openpyxl() -> ModuleType:
    try:
        import openpyxl
    except ImportError:
        raise UnreadableFile("spreadsheets need the extra documents", adding("documents")) from None
    return openpyxl


def _look_over(data: bytes, path: str) -> None:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > _LARGEST:
            raise BadTerm(
                told("{}: unpacks to too much", path), "keep the terms in a file of their own"
            )
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")) and _DECLARATION in archive.read(name):
                raise BadTerm(
                    told("{}: {} declares entities", path, name), "save it again as .xlsx"
                )


def _rows(sheet: Worksheet) -> Iterator[list[str]]:
    """The cells of each row up to its last one, so that a sheet of empty rows stays small."""
    for row in sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True):
        cells = [harmless("" if value is None else str(value)) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def write(given: Sequence[Concept]) -> Written:
    """Everything that the concepts say, in the columns of the house table."""
    package = _openpyxl()
    book = package.Workbook(write_only=True)
    sheet = book.create_sheet("terms")
    for cells in csv.reader(io.StringIO(csv_terms.written(given))):
        sheet.append([_text_cell(sheet, plain(cell)) if cell else None for cell in cells])
    out = io.BytesIO()
    book.save(out)
    return Written(out.getvalue())


def _text_cell(sheet: Worksheet, text: str) -> Cell:
    """A cell that is text to every spreadsheet, also where it looks like a formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("\ufffd", text))
    cell.data_type = "s"
    if runs(text):
        cell.quotePrefix = True
    return cell


FORMAT = TermFormat("spreadsheet", (".xlsx",), read, write)
