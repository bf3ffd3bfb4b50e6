"""Bilingual tables: spreadsheets, and columns that are found by name or by language."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import BadContent, UnreadableFile
from corpus.formats import bitext_format
from corpus.formats.columns import columns
from corpus.formats.xlsx_dates import Dates, shown
from texts.word_file import packed

openpyxl = pytest.importorskip("openpyxl", reason="needs openpyxl to write spreadsheets")

MAC_EPOCH = openpyxl.utils.datetime.MAC_EPOCH

ROWS = [
    ["No", "English", "Note", "日本語"],
    ["1", "Kobe opens.", "", "神戸が開く。"],
    ["2", "Osaka & <more>.", "checked", "大阪など。"],
    ["3", "Hakata follows.", "", None],
]
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
SHARED: dict[str, str | bytes] = {
    "_rels/.rels": f"{_RELATIONS}<Relationship Id='a' Type='{_OFFICE}/officeDocument' "
    "Target='/xl/workbook.xml'/></Relationships>",
    "xl/_rels/workbook.xml.rels": f"{_RELATIONS}"
    f"<Relationship Id='b' Type='{_OFFICE}/worksheet' Target='worksheets/sheet1.xml'/>"
    f"<Relationship Id='c' Type='{_OFFICE}/sharedStrings' Target='sharedStrings.xml'/>"
    "</Relationships>",
    "xl/workbook.xml": f"<workbook xmlns:r='{_OFFICE}'><sheets><sheet name='S' r:id='b'/></sheets>"
    "</workbook>",
    "xl/sharedStrings.xml": "<sst><si><t>source</t></si><si><t>target</t></si><si/>"
    "<si><t>Kobe opens.</t></si><si><r><t>神戸</t></r><r><t>が開く。</t></r>"
    "<rPh sb='0' eb='2'><t>コウベ</t></rPh></si></sst>",
    "xl/worksheets/sheet1.xml": "<x:worksheet xmlns:x='x'><x:sheetData><x:row>"
    "<x:c t='s'><x:v>0</x:v></x:c><x:c t='s'><x:v>1</x:v></x:c></x:row><x:row r='2'>"
    "<x:c r='A2' t='s'><x:v>3</x:v></x:c><x:c r='B2' t='s'><x:v>4</x:v></x:c></x:row>"
    "<x:row r='7'><x:c r='A7'><x:v>1889</x:v></x:c></x:row></x:sheetData></x:worksheet>",
}


@pytest.fixture
def put(tmp_path: Path):
    def write(*sheets: list[list[str | None]]) -> str:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for rows in sheets:
            sheet = book.create_sheet()
            for row in rows:
                sheet.append(row)
            sheet["B1"].font = openpyxl.styles.Font(bold=True)
            sheet["D2"].font = openpyxl.styles.Font(italic=True)
        path = tmp_path / "table.xlsx"
        book.save(path)
        return str(path)

    return write


def _read(path: str) -> list[tuple[str, str]]:
    known = bitext_format(path)
    assert known
    return [(unit.source, unit.target) for unit in known.read(path).units]


def _changed(path: str, new: dict[str, str]) -> bytes:
    known = bitext_format(path)
    assert known
    found = {u.source: (u.document, u.id) for u in known.read(path).units}
    return known.corrected(path, {found[source]: text for source, text in new.items()})


def test_the_sheet_with_both_languages_is_read(put) -> None:
    path = put([["Notes"], ["nothing here"]], ROWS)
    assert _read(path) == [
        ("Kobe opens.", "神戸が開く。"),
        ("Osaka & <more>.", "大阪など。"),
        ("Hakata follows.", ""),
    ]
    known = bitext_format(path)
    assert known
    assert [unit.line for unit in known.read(path).units] == [2, 3, 4]


def test_a_correction_changes_its_cells_alone(put) -> None:
    path = put([["Notes"]], ROWS)
    assert _changed(path, {}) == Path(path).read_bytes()
    data = _changed(path, {"Kobe opens.": "神戸 & <b>", "Hakata follows.": "博多\nも続く。"})
    again = Path(path).with_name("again.xlsx")
    again.write_bytes(data)
    sheet = openpyxl.load_workbook(again).worksheets[1]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ROWS[0],
        ["1", "Kobe opens.", None, "神戸 & <b>"],
        ["2", "Osaka & <more>.", "checked", "大阪など。"],
        ["3", "Hakata follows.", None, "博多\nも続く。"],
    ]
    assert sheet["D2"].font.italic
    assert sheet["B1"].font.bold
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(io.BytesIO(data)) as new:
        assert old.namelist() == new.namelist()
        differing = [n for n in old.namelist() if old.read(n) != new.read(n)]
    assert differing == ["xl/worksheets/sheet2.xml"]


def test_shared_and_rich_texts_are_read_without_their_readings(tmp_path: Path) -> None:
    path = tmp_path / "shared.xlsx"
    path.write_bytes(packed(SHARED))
    assert _read(str(path)) == [("Kobe opens.", "神戸が開く。"), ("1889", "")]
    after = _changed(str(path), {"1889": "一八八九年"})
    path.write_bytes(after)
    assert _read(str(path)) == [("Kobe opens.", "神戸が開く。"), ("1889", "一八八九年")]


def test_a_row_without_an_end_of_its_own_gets_no_cell(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    sheet = SHARED["xl/worksheets/sheet1.xml"]
    assert isinstance(sheet, str)
    inside = sheet.replace("<x:row r='7'>", "<x:row r='7'/>").replace(
        "</x:row></x:sheet", "</x:sheet"
    )
    path.write_bytes(packed(SHARED | {"xl/worksheets/sheet1.xml": inside}))
    with pytest.raises(BadContent, match="another cell"):
        _changed(str(path), {"1889": "一八八九年"})


def test_what_no_cell_can_hold_is_refused(put) -> None:
    path = put(ROWS)
    for text in ("\x1b[31m", "港" * 40_000):
        with pytest.raises(BadContent, match="cannot hold"):
            _changed(path, {"Kobe opens.": text})


def test_other_spreadsheets_are_refused(put, tmp_path: Path, monkeypatch) -> None:
    with pytest.raises(BadContent, match="no sheet"):
        _read(put([["Notes"], ["nothing here"]]))
    path = put(ROWS)
    monkeypatch.setattr("corpus.formats.xlsx._MOST_CELLS", 5)
    with pytest.raises(UnreadableFile, match="too many cells"):
        _read(path)
    Path(path).write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(UnreadableFile):
        _read(path)


@pytest.mark.parametrize(
    ("rows", "places", "header"),
    [
        ([["id", "target", "source"]], (2, 1), 1),
        ([["English", "Japanese"]], (0, 1), 1),
        ([["No.", "訳文 (MT)", "原文 (en)"]], (2, 1), 1),
        ([["ja-JP", "en-US", "en"]], (2, 0), 1),
        ([["Kobe opens.", "神戸が開く。"], ["It ends.", "終わる。"]], (0, 1), 0),
        ([["1", "神戸が開く。", "Kobe opens."], ["2", "", "It ends."]], (2, 1), 0),
    ],
)
def test_columns_are_found_by_name_or_by_language(rows, places, header: int) -> None:
    found = columns(rows)
    assert found
    assert (found.places["source"], found.places["target"]) == places
    assert found.header == header


@pytest.mark.parametrize(
    "rows",
    [[], [[]], [["a", "b"]], [["Kobe", "神戸", "大阪"]], [["Kobe", "神戸"], ["大阪", "京都"]]],
)
def test_columns_that_cannot_be_told_are_not_guessed(rows) -> None:
    assert columns(rows) is None


_CHAIN: dict[str, str | bytes] = {
    "[Content_Types].xml": "<Types xmlns='t'>"
    "<Override PartName='/xl/calcChain.xml' ContentType='c'/>"
    "<Override PartName='/xl/workbook.xml' ContentType='w'></Override></Types>",
    "xl/_rels/workbook.xml.rels": str(SHARED["xl/_rels/workbook.xml.rels"]).replace(
        "</Relationships>",
        f"<Relationship Id='d' Type='{_OFFICE}/calcChain' Target='calcChain.xml'></Relationship>"
        "</Relationships>",
    ),
    "xl/calcChain.xml": "<calcChain><c r='B2' i='1'/></calcChain>",
}


def _with_formula(formula: str) -> dict[str, str | bytes]:
    sheet = str(SHARED["xl/worksheets/sheet1.xml"])
    cell = "<x:c r='B2' t='s'><x:v>4</x:v></x:c>"
    made = f"<x:c r='B2' t='str'>{formula}<x:v>神戸が開く。</x:v></x:c>"
    assert cell in sheet
    return SHARED | _CHAIN | {"xl/worksheets/sheet1.xml": sheet.replace(cell, made)}


def test_a_corrected_formula_leaves_no_mention_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(packed(_with_formula("<x:f>A2&amp;1</x:f>")))
    with zipfile.ZipFile(io.BytesIO(_changed(str(path), {"Kobe opens.": "神戸港。"}))) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert "xl/calcChain.xml" not in texts
    assert not any("calcChain" in text for text in texts.values())
    assert "/xl/workbook.xml" in texts["[Content_Types].xml"]
    assert "sharedStrings.xml" in texts["xl/_rels/workbook.xml.rels"]
    assert "神戸港。" in texts["xl/worksheets/sheet1.xml"]
    assert "x:f>" not in texts["xl/worksheets/sheet1.xml"]


def test_a_formula_that_others_share_is_not_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(packed(_with_formula("<x:f t='shared' ref='B2:B9' si='0'>A2</x:f>")))
    with pytest.raises(BadContent, match="other cells share"):
        _changed(str(path), {"Kobe opens.": "神戸港。"})


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("45392", "yyyy-mm-dd", "2024-04-10"),
        ("45392", 'yyyy"年"m"月"d"日"', "2024-04-10"),
        ("45392", "[$-411]ggge\\年m\\月d\\日;@", "2024-04-10"),
        ("45392.395833333", "m/d/yy h:mm AM/PM", "2024-04-10 09:30"),
        ("45392", "mmmm yyyy", "2024/04"),
        ("45392", "m/d", "04/10"),
        ("45392", "[Red]dddd", "2024-04-10"),
        ("0.395833333", "h:mm:ss.00", "09:30:00"),
        ("1.0625", "[h]:mm", "25:30"),
        ("0.395833333", "mm:ss", "30:00"),
        ("1", "d.m.yyyy", "1900-01-01"),
        ("45392", '#,##0" days"', "45392"),
        ("45392", "General", "45392"),
        ("45392", "[Red]0.00", "45392"),
        ("-1", "yyyy-mm-dd", "-1"),
        ("9e99", "yyyy-mm-dd", "9e99"),
        ("about 5", "yyyy-mm-dd", "about 5"),
    ],
)
def test_a_number_is_read_as_the_date_that_its_format_shows(number, code, text) -> None:
    assert Dates((shown(code),)).text(number, 0) == text


@pytest.mark.parametrize("epoch", [openpyxl.utils.datetime.WINDOWS_EPOCH, MAC_EPOCH])
def test_dates_are_read_in_both_systems_and_stay_in_the_file(tmp_path: Path, epoch) -> None:
    book = openpyxl.Workbook()
    book.epoch = epoch
    sheet = book.active
    sheet.append(["English", "Japanese"])
    sheet.append([date(2024, 4, 10), "四月十日"])
    sheet.append([1889, date(1990, 1, 2)])
    sheet["B3"].number_format = "mm-dd-yy"  # the built-in one that no file spells out
    path = tmp_path / "dates.xlsx"
    book.save(path)
    assert _read(str(path)) == [("2024-04-10", "四月十日"), ("1889", "1990-01-02")]
    path.write_bytes(_changed(str(path), {"2024-04-10": "4月10日"}))
    again = openpyxl.load_workbook(path).active
    assert [again[cell].value.date() for cell in ("A2", "B3")] == [
        date(2024, 4, 10),
        date(1990, 1, 2),
    ]
    assert again["B2"].value == "4月10日"
