"""New tables of units: their columns, and the three kinds of file that have them."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING

from corpus.errors import UnwritableFile
from corpus.formats.markup import escaped
from corpus.patterns import regex
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit

_BREAK = regex("[\t\r\n]+")
_LONGEST = 32_767
"""Characters that a cell of a spreadsheet can hold."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    f'+xml"/><Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="units" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
    f'Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def columns(units: Sequence[TranslationUnit]) -> dict[str, list[str]]:
    """The texts of the units by column: `id`, `source`, `target`, and of `document`, `context`,
    `notes` and `state` those that any unit has."""
    found = {
        "id": [unit.id for unit in units],
        "source": [unit.source for unit in units],
        "target": [unit.target for unit in units],
        "document": [unit.document or "" for unit in units],
        "context": [unit.context for unit in units],
        "notes": ["\n".join(unit.notes) for unit in units],
        "state": [unit.state.value if unit.state else "" for unit in units],
    }
    return {
        name: texts
        for name, texts in found.items()
        if name in ("id", "source", "target") or any(texts)
    }


def _rows(units: Sequence[TranslationUnit]) -> Iterator[Sequence[str]]:
    table = columns(units)
    yield [*table]
    yield from zip(*table.values(), strict=True)


def comma_separated(units: Sequence[TranslationUnit]) -> bytes:
    """A CSV file with a mark, without which spreadsheets do not take it for UTF-8."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(_rows(units))
    return out.getvalue().encode("utf-8-sig", errors="replace")


def tab_separated(units: Sequence[TranslationUnit]) -> bytes:
    """A TSV file: a cell holds neither tab nor line break."""
    lines = ("\t".join(_BREAK.sub(" ", cell) for cell in row) for row in _rows(units))
    return "".join(f"{line}\n" for line in lines).encode(errors="replace")


def spreadsheet(units: Sequence[TranslationUnit]) -> bytes:
    """An XLSX file with one sheet, all of it texts, which no spreadsheet runs.

    Raises UnwritableFile for a text that is longer than a cell.
    """
    rows = "".join(
        f'<row r="{number}">{"".join(map(_cell, row))}</row>'
        for number, row in enumerate(_rows(units), 1)
    )
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (*_PARTS.items(), ("xl/worksheets/sheet1.xml", sheet)):
            archive.writestr(zipfile.ZipInfo(name), _DECLARATION + part)
    return out.getvalue()


def _cell(text: str) -> str:
    if len(text) > _LONGEST:
        raise UnwritableFile(
            told("a text of {} characters does not fit into a cell", len(text)),
            "convert to JSON Lines or CSV",
        )
    written = escaped(text)
    return f'<c t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'
