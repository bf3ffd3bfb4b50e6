"""JSON Lines, TSV and CSV: read, corrected in place, refused with file and line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bitext import LONGEST
from corpus.errors import BadContent, UnwritableFile
from corpus.formats import BITEXT_FORMATS, bitext_format

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.bitext import Bitext


def read(path: Path) -> Bitext:
    known = bitext_format(str(path))
    assert known
    return known.read(str(path))


def corrected(path: Path, targets: dict[tuple[str | None, str], str]) -> bytes:
    known = bitext_format(str(path))
    assert known
    return known.corrected(str(path), targets)


JSONL = (
    '{"id": "a", "source": "Ports", "target": "港湾", "note": {"target": [1, "x"]}}\r\n'
    "\n"
    '{"target":"\\u9053\\u8def","document":"d2","id":7,"source":"Roads"}\n'
    '  {"source": "Rail\\tways" , "target" : "" , "document": "d2"}'
)
TSV = "note\ttarget\tid\tsource\r\n–\t港湾\ta\tPorts\r\n\r\n–\t\t\tRoads\r\n"
CSV = 'source,target,document\r\n"Ports, roads","港湾、\r\n""道路""",d1\r\nRail,鉄道,\r\n'


@pytest.mark.parametrize(("name", "text"), [("b.jsonl", JSONL), ("b.tsv", TSV), ("b.csv", CSV)])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_no_correction_changes_no_byte(tmp_path: Path, name: str, text: str, codec: str) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode(codec))
    units = read(path).units
    same = {(unit.document, unit.id): unit.target for unit in units}
    assert corrected(path, {}) == corrected(path, same) == path.read_bytes()


def test_json_lines_keep_everything_but_the_target(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    path.write_bytes(JSONL.encode())
    first, second, third = read(path).units
    assert (first.id, first.source, first.target, first.document) == ("a", "Ports", "港湾", None)
    assert (second.id, second.target, second.document) == ("7", "道路", "d2")
    assert (third.source, third.target) == ("Rail\tways", "")
    changed = corrected(path, {(None, "a"): '港"', ("d2", "7"): "道", ("d2", third.id): "鉄道"})
    expected = JSONL.replace('"港湾"', '"港\\""').replace('"\\u9053\\u8def"', '"\\u9053"')
    assert changed.decode() == expected.replace(': "" ,', ': "鉄道" ,')


def test_tables_find_their_columns_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "b.tsv"
    path.write_bytes(TSV.encode())
    first, second = read(path).units
    assert (first.id, first.source, first.target) == ("a", "Ports", "港湾")
    changed = corrected(path, {(None, second.id): "道路"}).decode()
    assert changed == TSV.replace("–\t\t\tRoads", "–\t道路\t\tRoads")


def test_quoted_cells_are_read_and_written_as_spreadsheets_do(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    path.write_bytes(CSV.encode())
    first, second = read(path).units
    assert (first.source, first.target) == ("Ports, roads", '港湾、\r\n"道路"')
    changed = corrected(path, {("d1", first.id): '"港"', (None, second.id): "鉄,道"}).decode()
    assert changed == 'source,target,document\r\n"Ports, roads","""港""",d1\r\nRail,"鉄,道",\r\n'


def test_a_table_of_two_columns_needs_no_header(tmp_path: Path) -> None:
    path = tmp_path / "b.tsv"
    path.write_text("Ports\t港湾\nRoads\t道路\n", encoding="utf-8")
    assert [u.target for u in read(path).units] == ["港湾", "道路"]


def test_ids_made_from_content_stay_when_a_unit_is_put_before(tmp_path: Path) -> None:
    path = tmp_path / "b.tsv"
    path.write_text("source\ttarget\nPorts\t港湾\n", encoding="utf-8")
    (before,) = read(path).units
    path.write_text("source\ttarget\nRoads\t道路\nPorts\t港\n", encoding="utf-8")
    assert read(path).units[1].id == before.id


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("b.jsonl", '{"source": "a", "target": "b"}\n{"source": "a"', "b.jsonl:2"),
        ("b.jsonl", '{"source": "a"}', "b.jsonl:1"),
        ("b.jsonl", '{"source": "a", "target": null}', "b.jsonl:1"),
        ("b.jsonl", '["a"]', "b.jsonl:1"),
        ("b.jsonl", "[" * 100_000, "b.jsonl:1"),
        ("b.jsonl", '{"source": "a", "target": "b", "id": [1]}', "b.jsonl:1"),
        ("b.jsonl", '{"id": 1, "source": "", "target": ""}\n' * 2, "b.jsonl:2"),
        ("b.jsonl", "\n", "b.jsonl"),
        ("b.tsv", "one\ttwo\tnote\n", "b.tsv:1"),
        ("b.tsv", "source\ttarget\nPorts\n", "b.tsv:2"),
        ("b.tsv", "source\ttarget\n", "b.tsv"),
        ("b.csv", 'source,target\n"a"b,c\n', "b.csv:2"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, name: str, text: str, place: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadContent) as caught:
        read(path)
    assert place in caught.value.message
    assert caught.value.hint


def test_what_a_tab_separated_cell_cannot_hold_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.tsv"
    path.write_text("Ports\t港湾\n", encoding="utf-8")
    (unit,) = read(path).units
    with pytest.raises(BadContent, match="line break"):
        corrected(path, {(None, unit.id): "港\n湾"})


def test_a_file_that_changed_meanwhile_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "b.tsv"
    path.write_text("Ports\t港湾\n", encoding="utf-8")
    with pytest.raises(UnwritableFile, match="changed"):
        corrected(path, {(None, "other"): "港"})


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
rows = st.lists(st.tuples(texts, texts), min_size=1, max_size=5, unique_by=lambda row: row[0])


@given(rows=rows, new=texts)
@settings(max_examples=50)
def test_any_target_can_be_replaced_by_any_text(tmp_path_factory, rows, new) -> None:
    folder = tmp_path_factory.mktemp("any")
    path = folder / "b.jsonl"
    lines = [
        json.dumps({"target": t, "id": str(n), "source": s}, ensure_ascii=n % 2 == 0)
        for n, (s, t) in enumerate(rows)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    path.write_bytes(corrected(path, {(None, "0"): new}))
    assert [u.target for u in read(path).units] == [new, *(t for _, t in rows[1:])]


def test_every_bitext_format_has_an_ending_of_its_own() -> None:
    endings = [e for known in BITEXT_FORMATS for e in known.endings]
    assert len(set(endings)) == len(endings)
    assert bitext_format("statement.TXT") is None
    assert bitext_format("-") is BITEXT_FORMATS[0]


def test_a_lone_return_between_members_is_white_space(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    path.write_bytes('{"id": 1, \r"source": "Kobe", "target": "神戸"}\n'.encode())
    known = bitext_format(str(path))
    assert known
    assert known.read(str(path)).units[0].source == "Kobe"


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl"])
def test_a_text_as_long_as_a_book_is_refused(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"b.{ending}"
    held = "a" * (LONGEST + 1)
    rows = {
        "csv": f"source,target\na,あ\n{held},あ\n",
        "tsv": f"source\ttarget\na\tあ\n{held}\tあ\n",
        "jsonl": f'{{"source": "a", "target": "あ"}}\n{{"source": "{held}", "target": "あ"}}\n',
    }
    path.write_text(rows[ending], "utf-8")
    with pytest.raises(BadContent, match="characters") as caught:
        read(path)
    assert str(path) in caught.value.message
    path.write_text(rows[ending].replace(held, held[1:]), "utf-8")
    assert len(read(path).units) == 2


@pytest.mark.parametrize(("ending", "separator"), [("csv", ","), ("tsv", "\t")])
def test_a_table_wider_than_any_spreadsheet_is_refused(
    tmp_path: Path, ending: str, separator: str
) -> None:
    path = tmp_path / f"b.{ending}"
    path.write_text(separator.join(["source", "target", *["x"] * 20_000]) + "\n", "utf-8")
    with pytest.raises(BadContent, match=r"b\.[ct]sv:1: more than 16,384 columns"):
        read(path)
