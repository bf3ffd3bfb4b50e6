"""`taiyaku convert`: every format into every other, and what is lost is said."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
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


BODY = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"'
    ' source-language="en" target-language="ja"><body><trans-unit id="1"><source>{0}</source>'
    "<target>{0}</target></trans-unit></body></file></xliff>"
)
NATIVE = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en"
 trgLang="ja"><file id="f"><unit id="u"><originalData><data id="d1">&lt;b></data>
<data id="d2">&lt;/b></data></originalData><segment><source>A <pc id="1" dataRefStart="d1"
 dataRefEnd="d2">port</pc><ph id="2" dataRef="d2" disp="x"/></source>
<target>港</target></segment></unit></file></xliff>
"""


@pytest.mark.parametrize(
    ("text", "native"),
    [
        (BODY.format('A <ph id="9" ctype="lb">&lt;br/></ph>b'), ["<br/>"]),
        (BODY.format('<bpt id="7">&lt;i></bpt>A<ept id="7">&lt;/i></ept>'), ["<i>", "</i>"]),
        (
            BODY.format('<bpt id="7">[</bpt>A<bpt id="8">{</bpt>b<ept id="7">]</ept>c'),
            ["[", "{", "]"],
        ),
        (BODY.format('<ept id="7">]</ept>A<bpt id="7">[</bpt>'), ["]", "["]),
        (BODY.format('<g id="1">A<x id="2"/></g>'), ['<g id="1">', '<x id="2"/>', "</g>"]),
        (BODY.format('<it id="1" pos="open">&amp;lt;</it>A'), ["&lt;"]),
        (BODY.format('A<ph id="1">p<sub>b</sub></ph>'), ['<ph id="1">p<sub>b</sub></ph>']),
        (NATIVE, ["<b>", "</b>", "</b>"]),
    ],
)
def test_native_codes_stay_what_they_are_however_often_they_are_converted(
    text: str, native: list[str]
) -> None:
    Path("0.xlf").write_text(text, "utf-8")
    for step, (one, other) in enumerate(
        (("0.xlf", "1.tmx"), ("1.tmx", "2.xlf"), ("2.xlf", "3.tmx"), ("3.tmx", "4.xlf"))
    ):
        assert main(["convert", one, other]) == 0
        (unit,) = bitext_format(other).read(other).units  # type: ignore[union-attr]
        assert [code.native for code in unit.codes] == native
        assert _texts(other) == _texts("0.xlf"), step
    assert Path("1.tmx").read_text("utf-8") == Path("3.tmx").read_text("utf-8").replace(
        ">units<", ">f<" if "2.0" in text else ">a<"
    )


def test_what_tags_say_beside_their_codes_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("n.xlf").write_text(NATIVE, "utf-8")
    assert main(["convert", "n.xlf", "n.tmx"]) == 0
    assert 'n.xlf:3: what tags say left out: disp="x"\n' in capsys.readouterr().err


def test_the_singular_goes_where_it_can_and_is_named_elsewhere(
    capsys: pytest.CaptureFixture[str],
) -> None:
    entry = 'msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d 個のファイル"\n'
    Path("in.po").write_text(entry, "utf-8")
    assert main(["convert", "in.po", "a.tmx"]) == 0
    assert "in.po:1: singular left out: %d file\n" in capsys.readouterr().err
    assert main(["convert", "in.po", "a.po"]) == 0
    assert "singular" not in capsys.readouterr().err
    assert Path("a.po").read_text("utf-8").endswith(f"\n\n{entry}")
    if shutil.which("msgfmt"):
        subprocess.run(["msgfmt", "-c", "-o", "-", "a.po"], check=True, capture_output=True)


def test_what_is_lost_is_said_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "in.xlf", "a.tmx"]) == 0
    assert main(["convert", "in.xlf", "a.po"]) == 0
    assert main(["convert", "in.xlf", "a.tsv"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    unread = "what XLIFF may have besides is left out: skeletons, and what other"
    lines = [line for line in said.err.splitlines() if not line.startswith(unread)]
    assert lines == [
        "in.xlf:3: alternatives left out: 別。",
        'in.xlf:3: codes kept as texts of how they were written: <g id="1"> </g>',
        "in.xlf:6: left out: it has no Japanese",
        "1 unit in a.tmx, 3 things lost or changed",
        "in.xlf:3: document left out: a.docx",
        "in.xlf:3: alternatives left out: 別。",
        'in.xlf:3: codes left out: <g id="1"> </g>',
        "in.xlf:6: document left out: a.docx",
        "ids are left out: PO knows units by their texts",
        "2 units in a.po, 4 things lost or changed",
        "in.xlf:3: alternatives left out: 別。",
        'in.xlf:3: codes left out: <g id="1"> </g>',
        "in.xlf:3: line breaks left out: a space instead",
        "2 units in a.tsv, 3 things lost or changed",
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
