"""Bitext files of any size: the same units as when they are read whole, a few at a time."""

import json
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.bitext import TranslationUnit
from corpus.errors import BadContent, UnreadableFile
from corpus.formats import BITEXT_FORMATS, bitext_format, files, stretches
from corpus.formats.tmx import written

UNITS = [
    TranslationUnit(str(n), f"Crane {n} moved.\u2028Twice.", f"クレーン{n}が動いた。", f"d{n // 3}")
    for n in range(10)
]


def file(folder, ending):
    path = folder / f"units{ending}"
    if ending == ".tmx":
        path.write_text("".join(written(UNITS)), encoding="utf-8")
    elif ending == ".parquet":
        arrow = pytest.importorskip("pyarrow", reason="needs the extra batch")
        from pyarrow import parquet

        columns = ("id", "source", "target", "document")
        rows = {name: [getattr(unit, name) for unit in UNITS] for name in columns}
        parquet.write_table(arrow.table(rows), path, row_group_size=3)
    elif ending == ".tsv":
        rows = [f"{u.id}\t{u.document}\t{u.source}\t{u.target}\n" for u in UNITS]
        path.write_text("id\tdocument\tsource\ttarget\n" + "".join(rows), encoding="utf-8")
    else:
        rows = [
            {"id": u.id, "source": u.source, "target": u.target, "document": u.document}
            for u in UNITS
        ]
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8-sig")
    return str(path)


@pytest.mark.parametrize("ending", [".jsonl", ".tsv", ".tmx", ".parquet"])
def test_a_stream_gives_the_units_that_reading_the_whole_file_gives(ending, tmp_path, monkeypatch):
    path = file(tmp_path, ending)
    known = bitext_format(path)
    whole = known.read(path)
    assert [u.target for u in whole.units] == [u.target for u in UNITS]
    monkeypatch.setattr(stretches, "STRETCH", 4)
    parts = list(stretches.stretches(known.stream(path), path))
    assert [u for part in parts for u in part.units] == list(whole.units)
    assert all(len(part.units) <= 4 for part in parts)


def test_documents_that_stand_together_are_not_cut(tmp_path, monkeypatch):
    path = file(tmp_path, ".jsonl")
    monkeypatch.setattr(stretches, "STRETCH", 4)
    parts = stretches.stretches(bitext_format(path).stream(path), path)
    assert [[u.id for u in part.units] for part in parts] == [
        ["0", "1", "2"],
        ["3", "4", "5"],
        ["6", "7", "8", "9"],
    ]


@pytest.mark.parametrize("ending", [".jsonl", ".tsv", ".tmx"])
def test_no_more_is_read_than_is_asked_for(ending, tmp_path):
    path = tmp_path / f"units{ending}"
    one = Path(file(tmp_path, ending)).read_text(encoding="utf-8-sig").strip()
    if ending == ".tmx":
        head, unit, foot = one[: one.index("<tu ")], one[one.index("<tu ") :], ""
        unit = unit[: unit.rindex("</tu>") + 5]
    else:
        head, unit, foot = "", one, ""
    # What breaks off far behind the first mebibyte is not seen at the beginning.
    path.write_text(head + (unit + "\n") * 3000 + foot + "<\x00", encoding="utf-8")
    rows = bitext_format(str(path)).stream(str(path))
    assert len(list(islice(rows, 5))) == 5
    with pytest.raises((BadContent, UnreadableFile)):
        list(rows)


def test_what_is_not_utf_8_names_its_line(tmp_path):
    path = tmp_path / "units.tsv"
    path.write_bytes("source\ttarget\nRain\t雨\n".encode() + "Snow\t雪\n".encode("cp932"))
    with pytest.raises(UnreadableFile, match=r"units.tsv:3 is not UTF-8"):
        list(bitext_format(str(path)).stream(str(path)))


def test_every_format_for_large_texts_streams():
    assert {f.name for f in BITEXT_FORMATS if f.stream} == {"JSON Lines", "TSV", "TMX", "Parquet"}


def test_a_corrected_parquet_file_keeps_everything_else(tmp_path):
    pytest.importorskip("pyarrow", reason="needs the extra batch")
    from pyarrow import parquet

    path = file(tmp_path, ".parquet")
    before = parquet.read_table(path)
    new = bitext_format(path).corrected(path, {("d1", "4"): "直した。"})
    (tmp_path / "new.parquet").write_bytes(new)
    after = parquet.read_table(tmp_path / "new.parquet")
    assert after.schema == before.schema
    assert after.drop(["target"]) == before.drop(["target"])
    targets = after["target"].to_pylist()
    assert targets[4] == "直した。"
    assert targets[:4] + targets[5:] == [u.target for u in UNITS if u.id != "4"]


def test_a_parquet_file_that_is_broken_inside_is_refused(tmp_path):
    pytest.importorskip("pyarrow", reason="needs the extra batch")
    path = Path(file(tmp_path, ".parquet"))
    data = path.read_bytes()
    path.write_bytes(data[:4] + b"\xff" * 60 + data[64:])
    found = bitext_format(str(path))
    with pytest.raises(UnreadableFile, match="cannot read"):
        found.read(str(path))
    with pytest.raises(UnreadableFile, match="cannot read"):
        found.corrected(str(path), {("d1", "4"): "直した。"})


@given(st.lists(st.binary(max_size=5)))
def test_lines_are_the_same_however_a_file_comes_in_pieces(parts):
    parts = [bytes(b if 31 < b < 127 else 10 for b in part) for part in parts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "pieces", lambda _path: iter(parts))
        found = list(files.lines("x"))
    whole = b"".join(parts).decode().split("\n")
    assert found == (whole if whole[-1] else whole[:-1])
