"""`taiyaku convert`: every format into every other, and what is lost is said."""

from __future__ import annotations

import importlib.util
from itertools import product
from pathlib import Path

import pytest

from corpus.bitext import InlineCode, State
from corpus.formats import BITEXT_FORMATS, bitext_format
from corpus.formats.losses import fitted
from tui.cli import main

WRITTEN = [f for f in BITEXT_FORMATS if f.writer]
XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.docx" source-language="en" target-language="ja" datatype="x"><body>
<trans-unit id="u1"><source>See <g id="1">R&amp;D</g> =1+1
now.</source><target><g id="1">研究 "開発"</g> を
見よ。</target><alt-trans><target>別。</target></alt-trans></trans-unit>
<trans-unit id="u2"><source>Rain</source></trans-unit></body></file></xliff>
"""
ALIKE = ("document", "context", "notes", "state")


@pytest.fixture(autouse=True)
def _there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in.xlf").write_text(XLIFF, "utf-8")


def _skip_parquet(*endings: str) -> None:
    if ".parquet" in endings and importlib.util.find_spec("pyarrow") is None:
        pytest.skip("needs the extra batch")


def _texts(path: str) -> list[tuple[str, str]]:
    known = bitext_format(path)
    assert known
    return [(u.source, u.target) for u in known.read(path).units]


def test_every_format_is_written() -> None:
    assert list(BITEXT_FORMATS) == WRITTEN


@pytest.mark.parametrize(("first", "second"), [*product([f.endings[0] for f in WRITTEN], repeat=2)])
def test_every_format_goes_into_every_other(first: str, second: str) -> None:
    _skip_parquet(first, second)
    assert main(["convert", "in.xlf", f"a{first}"]) == 0
    assert main(["convert", f"a{first}", f"b{second}"]) == 0
    middle, last = bitext_format(f"a{first}"), bitext_format(f"b{second}")
    assert middle
    assert last
    assert last.writer
    kept = [fitted(u, last.writer.holds) for u in middle.read(f"a{first}").units]
    assert _texts(f"b{second}") == [(u.source, u.target) for u in kept if u]


def test_codes_come_back_as_marks() -> None:
    assert main(["convert", "in.xlf", "a.tmx"]) == 0
    assert main(["convert", "a.tmx", "b.xlf"]) == 0
    assert _texts("b.xlf") == _texts("in.xlf")[:1]


def test_what_is_lost_is_said_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "in.xlf", "a.tmx"]) == 0
    assert main(["convert", "in.xlf", "a.po"]) == 0
    assert main(["convert", "in.xlf", "a.tsv"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    unread = "what XLIFF may have besides is left out: skeletons, and what other"
    lines = [line for line in said.err.splitlines() if not line.startswith(unread)]
    assert lines == [
        "u1: alternatives left out: 別。",
        "u2: left out: it has no Japanese",
        "1 unit in a.tmx, 2 things left out",
        "u1: document left out: a.docx",
        "u1: alternatives left out: 別。",
        'u1: codes left out: <g id="1"> </g>',
        "u2: document left out: a.docx",
        "ids are left out: PO knows units by their texts",
        "2 units in a.po, 4 things left out",
        "u1: alternatives left out: 別。",
        'u1: codes left out: <g id="1"> </g>',
        "u1: line breaks left out: a space instead",
        "2 units in a.tsv, 3 things left out",
    ]


def test_what_a_format_holds_is_in_the_file() -> None:
    Path("in.po").write_text(
        '#. A note & more.\n#, fuzzy\nmsgctxt "menu"\nmsgid "Open\\n"\nmsgstr "開く\\n"\n'
        'msgid "Open"\nmsgstr "開く"\n\nmsgctxt "b"\nmsgid "Open"\nmsgstr ""\n',
        "utf-8",
    )
    for ending in ("xlf", "tmx", "po", "jsonl", "csv"):
        assert main(["convert", "in.po", f"out.{ending}"]) == 0
        text = Path(f"out.{ending}").read_text("utf-8")
        for part in ("menu", "A note", "fuzzy" if ending == "po" else "needs-review"):
            assert part in text
    before, after = (bitext_format(p).read(p).units for p in ("in.po", "out.po"))  # type: ignore[union-attr]
    for one, other in zip(before, after, strict=True):
        assert [getattr(one, name) for name in ALIKE] == [getattr(other, name) for name in ALIKE]
    assert after[0].state is State.NEEDS_REVIEW


@pytest.mark.parametrize("name", ["there.jsonl", "in.xlf", "a.pot", "a.txt", "a", "-"])
def test_no_file_is_replaced_and_only_bitexts_are_written(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("there.jsonl").write_text("mine", "utf-8")
    assert main(["convert", "in.xlf", name]) == 2
    assert "hint: " in capsys.readouterr().err
    assert Path("there.jsonl").read_text("utf-8") == "mine"
    assert Path("in.xlf").read_text("utf-8") == XLIFF


def test_nothing_is_written_where_nothing_can_be(capsys: pytest.CaptureFixture[str]) -> None:
    Path("in.jsonl").write_text('{"source": "Rain", "target": ""}\n', "utf-8")
    assert main(["convert", "in.jsonl", "a.tmx"]) == 2
    assert "nothing that a file of TMX can hold" in capsys.readouterr().err
    assert not Path("a.tmx").exists()


def test_formulas_stay_texts_and_other_programs_read_the_spreadsheet() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    Path("in.jsonl").write_text('{"id": "=A1", "source": "=1+1", "target": "雨\\n雪"}\n', "utf-8")
    assert main(["convert", "in.jsonl", "a.xlsx"]) == 0
    sheet = openpyxl.load_workbook("a.xlsx").worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["id", "source", "target"],
        ["=A1", "=1+1", "雨\n雪"],
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


def test_a_code_is_one_character_that_stands_for_what_was_written() -> None:
    (unit, _) = bitext_format("in.xlf").read("in.xlf").units  # type: ignore[union-attr]
    assert isinstance(unit.codes[0], InlineCode)
    bare = fitted(unit, frozenset(("line breaks", "control characters")))
    assert bare
    assert (bare.source, bare.target) == ("See R&D =1+1\nnow.", '研究 "開発" を\n見よ。')
