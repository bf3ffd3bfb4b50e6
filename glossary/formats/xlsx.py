"""Glossaries in spreadsheets: the first sheet of an XLSX file, as a house table or a loose one.

Everything is written as text cells, which no spreadsheet runs; formulas are never read, only what
they showed when the file was saved.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from corpus.formats.files import read_bytes
from glossary.errors import BadTerm
from glossary.formats import csv_terms, loose
from glossary.formats.cells import harmless, plain
from glossary.formats.term_format import TermFormat, Written
from glossary.formats.xml_tree import legal, local, parsed

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Sequence

    from lxml.etree import _Element

    from glossary.concept import Concept

_LARGEST = 64 * 1024 * 1024
"""Bytes of a part when it is unpacked."""
_MOST_COLUMNS = 200
_REFERENCE = re.compile("([A-Z]{1,3})[0-9]+")
_SHEET = "xl/worksheets/sheet1.xml"
_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'''<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>\
<Override PartName="/{_SHEET}" ContentType="{_TYPE}.worksheet+xml"/></Types>''',
    "_rels/.rels": f'''<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" \
Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>''',
    "xl/_rels/workbook.xml.rels": f'''<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>\
</Relationships>''',
    "xl/workbook.xml": f'''<workbook xmlns="{_NAMESPACE}" xmlns:r="{_OFFICE}"><sheets>\
<sheet name="terms" sheetId="1" r:id="r1"/></sheets></workbook>''',
}
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of the first sheet."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(map(harmless, row) for row in _rows(path))
    text = out.getvalue()
    return loose.parsed(text, path) if loose.recognises(text) else csv_terms.parsed(text, path)


def _rows(path: str) -> list[list[str]]:
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(read_bytes(path))) as archive:
            shared = _shared(archive, path)
            return [
                _cells(row, shared)
                for row in _part(archive, _first_sheet(archive), path).iter()
                if local(row) == "row"
            ]
    except (zipfile.BadZipFile, KeyError, IndexError, ValueError, RuntimeError) as error:
        raise BadTerm(
            f"{path}: no spreadsheet that can be read: {error}", "save it as .xlsx"
        ) from None


def _first_sheet(archive: zipfile.ZipFile) -> str:
    names = [n for n in archive.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)]
    return _SHEET if _SHEET in names else min(names)


def _part(archive: zipfile.ZipFile, name: str, path: str) -> _Element:
    if archive.getinfo(name).file_size > _LARGEST:
        raise BadTerm(f"{path}: {name} is too large", "split the sheet")
    with archive.open(name) as part:
        return parsed(part.read(_LARGEST), f"{path}: {name}")


def _shared(archive: zipfile.ZipFile, path: str) -> list[str]:
    name = "xl/sharedStrings.xml"
    if name not in archive.namelist():
        return []
    return [_text(item) for item in _part(archive, name, path) if local(item) == "si"]


def _text(item: _Element) -> str:
    """What a text says, without the readings that Japanese spreadsheets keep beside it."""
    return "".join(
        element.text or ""
        for element in item.iter()
        if local(element) == "t" and not any(local(up) == "rPh" for up in element.iterancestors())
    )


def _cells(row: _Element, shared: list[str]) -> list[str]:
    found: list[str] = []
    for cell in (c for c in row if local(c) == "c"):
        match = _REFERENCE.fullmatch(cell.get("r") or "")
        column = _number(match[1]) if match else len(found)
        if column < _MOST_COLUMNS:
            found += [""] * (column + 1 - len(found))
            found[column] = _value(cell, shared)
    return found


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: _Element, shared: list[str]) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return _text(cell)
    value = next((e.text or "" for e in cell if local(e) == "v"), "")
    return shared[int(value)] if kind == "s" and value else value


def write(given: Sequence[Concept]) -> Written:
    """Everything that the concepts say, in the columns of the house table."""
    import zipfile

    rows = csv.reader(io.StringIO(csv_terms.written(given)))
    lines = [
        f'<row r="{number}">{"".join(_written(plain(cell)) for cell in cells)}</row>'
        for number, cells in enumerate(rows, 1)
    ]
    sheet = f'<worksheet xmlns="{_NAMESPACE}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**_PARTS, _SHEET: sheet}.items():
            entry = zipfile.ZipInfo(name)  # the same glossary is the same bytes
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _DECLARED + text)
    return Written(out.getvalue())


def _written(cell: str) -> str:
    text = escape(legal(cell))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


FORMAT = TermFormat("spreadsheet", (".xlsx",), read, write)
