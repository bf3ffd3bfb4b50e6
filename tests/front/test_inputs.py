"""What the words of a command line mean."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import formats
from corpus.errors import NotATranslation, TaiyakuError, UnreadableFile
from corpus.extras import adding
from corpus.formats import jsonl, stretches
from glossary.termbase import Termbase
from tui.cli import main
from tui.inputs import (
    NO_ENGLISH,
    NO_JAPANESE,
    NO_OTHER,
    Input,
    encodings,
    inputs,
    open_bitext,
    open_pair,
    read_as,
    reading,
    whole,
)


def test_two_documents_are_source_and_target():
    assert inputs(["en.txt", "ja.txt"]) == (Input("ja.txt", source="en.txt"),)


def test_each_bitext_is_an_input_of_its_own():
    assert inputs(["a.jsonl", "b.tsv", "-"]) == (Input("a.jsonl"), Input("b.tsv"), Input("-"))


def test_a_folder_stands_for_its_bitexts_in_the_order_of_their_names(tmp_path):
    for name in ("b.jsonl", "a.tsv", "notes.txt", "deep/c.jsonl", "catalogue.pot"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [i.path for i in inputs([str(tmp_path)])]
    assert found == [str(tmp_path / n) for n in ("a.tsv", "b.jsonl", "deep/c.jsonl")]


@pytest.mark.parametrize("words", [["en.txt"], ["a.txt", "b.txt", "c.txt"], ["a.txt", "b.jsonl"]])
def test_any_other_mixture_is_refused(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for word in words:
        (tmp_path / word).touch()
    with pytest.raises(TaiyakuError, match=r"cannot be paired|one document alone"):
        inputs(words)


def test_an_empty_folder_is_said(tmp_path):
    with pytest.raises(TaiyakuError, match="no bitext"):
        inputs([str(tmp_path)])


def test_the_documents_of_a_folder_are_paired_by_their_names(tmp_path, capsys):
    for name in ("b.en.txt", "b.ja.txt", "a.jsonl", "c.en.txt", "notes.txt"):
        (tmp_path / name).touch()
    pair = Input(str(tmp_path / "b.ja.txt"), source=str(tmp_path / "b.en.txt"))
    sought = (str(tmp_path / "c.ja.txt"),)
    lone = Input(str(tmp_path / "c.en.txt"), lacks=NO_JAPANESE, sought=sought)
    there = (Input(str(tmp_path / "a.jsonl")), pair)
    assert inputs([str(tmp_path)]) == (*there, lone)
    with pytest.raises(TaiyakuError, match="no Japanese text beside it"):
        lone.read(Termbase.of(()))
    assert whole((*there, lone)) == there
    assert "c.en.txt: there is no Japanese text beside it" in capsys.readouterr().err


def test_two_folders_may_be_the_two_sides(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("en/a.txt", "ja/a.txt", "en/b.txt", "ja/b.txt", "en/c.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    assert inputs(["en", "./ja"]) == (
        Input("ja/a.txt", source="en/a.txt"),
        Input("ja/b.txt", source="en/b.txt"),
        Input("en/c.txt", lacks=NO_JAPANESE, sought=("ja/c.txt",)),
    )
    with pytest.raises(TaiyakuError, match="en: no bitext"):
        inputs(["en"])


def test_documents_that_a_shell_has_named_are_paired_by_their_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    named = ("a.en.txt", "a.ja.txt", "./b.en.txt", "b.ja.txt", "c.ja.txt", "notes.txt")
    for name in named:
        Path(name).touch()
    assert inputs([*named, "u.jsonl"]) == (
        Input("u.jsonl"),
        Input("a.ja.txt", source="a.en.txt"),
        Input("b.ja.txt", source="b.en.txt"),
        Input("c.ja.txt", lacks=NO_ENGLISH, sought=("c.en.txt",)),
        Input("notes.txt", lacks=NO_OTHER),
    )


def test_a_pattern_says_which_documents_belong_together(tmp_path):
    for name in ("b.src.txt", "b.mt.txt"):
        (tmp_path / name).touch()
    (found,) = inputs([str(tmp_path)], ["{x}.src.txt", "{x}.mt.txt"])
    assert (found.source, found.path) == (str(tmp_path / "b.src.txt"), str(tmp_path / "b.mt.txt"))


def test_a_bitext_the_other_way_round_is_refused_whatever_it_says_of_itself(tmp_path):
    path = tmp_path / "u.jsonl"
    units = '{"source": "雨が降る。", "target": "It rains."}\n{"source": "R&D", "target": "R&D"}\n'
    path.write_text(units, "utf-8")
    with pytest.raises(NotATranslation, match="is from Japanese into English"):
        open_bitext(str(path))
    path.write_text(units.replace("It rains.", "雨。"), "utf-8")
    assert len(open_bitext(str(path)).units) == 2


def test_a_large_file_is_checked_bit_by_bit_and_reported_as_one(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    rows = [
        {
            "source": f"Mitsui E&S sold {n} cranes.",
            "target": f"三井物産E&Sはクレーン{n}基を売った。",
        }
        for n in range(2, 12)
    ]
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    Path("units.jsonl").write_text(text, encoding="utf-8")

    def said(form, *more):
        assert main(["check", "units.jsonl", "--format", form, "--workspace", "n.db", *more]) == 1
        return capsys.readouterr()

    whole = {form: said(form).out for form in ("json", "jsonl", "junit", "sarif", "text")}
    assert whole["text"].count("\n") == 10
    monkeypatch.setattr(jsonl, "FORMAT", replace(jsonl.FORMAT, whole=10))
    monkeypatch.setattr(formats, "BITEXT_FORMATS", (jsonl.FORMAT,))
    monkeypatch.setattr(stretches, "STRETCH", 4)
    for workers in ("1", "2"):
        for form, before in whole.items():
            now = said(form, "--workers", workers)
            assert re.sub(r'"places":\d+', "", now.out) == re.sub(r'"places":\d+', "", before)
            assert "10 units checked" in now.err


def test_of_a_large_file_that_breaks_off_what_was_read_is_reported(tmp_path, monkeypatch, capsys):
    path = tmp_path / "units.jsonl"
    row = '{"source": "Mitsui E&S came.", "target": "三井物産E&Sが来た。"}\n'
    path.write_text(row * 6 + "{", encoding="utf-8")
    monkeypatch.setattr(formats, "BITEXT_FORMATS", (replace(jsonl.FORMAT, whole=10),))
    monkeypatch.setattr(stretches, "STRETCH", 4)
    assert main(["check", str(path), "--format", "jsonl", "--workspace", "n.db"]) == 2
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 4
    assert f"{path}:7: not JSON" in said.err


def test_a_report_can_be_written_to_a_device(tmp_path):
    if not Path("/dev/null").is_char_device():
        pytest.skip("no /dev/null here")
    units = tmp_path / "units.jsonl"
    units.write_text('{"source": "Rain fell.", "target": "雨が降った。"}\n', encoding="utf-8")
    assert main(["check", str(units), "-o", "/dev/null", "--workspace", str(tmp_path / "n")]) == 0
    assert Path("/dev/null").is_char_device()


def test_a_pattern_stands_for_the_bitexts_and_pairs_among_its_files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("in/1.en.txt", "in/1.ja.txt", "in/2.en.txt", "in/2.ja.txt", "in/deep/u.jsonl"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    assert inputs(["in/1*.txt"]) == (Input("in/1.ja.txt", source="in/1.en.txt"),)
    assert inputs(["in/**/*.jsonl"]) == (Input("in/deep/u.jsonl"),)
    with pytest.raises(TaiyakuError, match="no bitext and no pair"):
        inputs(["in/3*"])


@pytest.mark.parametrize(
    ("words", "extra"),
    [(["units.parquet"], "batch"), (["units.parquet", "--shards", "out"], "cluster")],
)
def test_an_extra_that_is_missing_is_named(words, extra, tmp_path):
    program = "import sys; sys.modules['pyarrow'] = None; from tui.cli import run; run()"
    run = subprocess.run(
        [sys.executable, "-c", program, "check", *words, "--workspace", "none.db"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert run.returncode == 2
    assert f" the extra {extra}\nhint: {adding(extra)}" in run.stderr


def test_what_a_review_wrote_beside_a_bitext_is_no_input(tmp_path):
    for name in ("a.tsv", "a.corrected.tsv", "lone.corrected.tsv"):
        (tmp_path / name).write_text("Snow fell.\t雪が降った。\n", encoding="utf-8")
    found = [Path(item.path).name for item in inputs([str(tmp_path)])]
    assert found == ["a.tsv", "lone.corrected.tsv"]


def test_what_nobody_may_look_at_in_a_folder_is_left_out(tmp_path, monkeypatch):
    (tmp_path / "a.tsv").write_text("Snow fell.\t雪が降った。\n", encoding="utf-8")
    (tmp_path / "closed.tsv").write_text("", encoding="utf-8")
    real = os.stat

    def stat(path, *args, **more):
        if str(path).endswith("closed.tsv"):
            raise PermissionError(13, "no", str(path))
        return real(path, *args, **more)

    monkeypatch.setattr(os, "stat", stat)
    assert [Path(item.path).name for item in inputs([str(tmp_path)])] == ["a.tsv"]


def test_a_document_that_is_not_there_is_said_to_be_missing_whatever_its_ending(tmp_path):
    with pytest.raises(UnreadableFile, match="does not exist"):
        open_pair(str(tmp_path / "en.tx"), str(tmp_path / "ja.txt"), Termbase.of(()))


def test_another_encoding_than_utf_8_is_said(tmp_path):
    for name, text, codec in (
        ("en.txt", "Rain fell.\n", "utf-8"),
        ("ja.txt", "雨が降った。\n", "cp932"),
        ("t.csv", "英語,日本語\nRain fell.,雨が降った。\n", "euc_jp"),
    ):
        (tmp_path / name).write_bytes(text.encode(codec))
    english, japanese, table = (str(tmp_path / name) for name in ("en.txt", "ja.txt", "t.csv"))
    pair = open_pair(english, japanese, Termbase.of(()))
    assert reading(pair) == [f"{japanese} is read in CP932."]
    assert reading(open_bitext(table)) == [f"{table} is read in EUC-JP."]
    assert read_as(open_bitext(table)) == "read in EUC-JP"


@pytest.mark.parametrize(
    ("english", "japanese", "said"),
    [
        ("utf-8", "utf-8", "UTF-8"),
        ("utf-8", "cp932", "UTF-8 > CP932"),
        ("utf-16", "euc_jp", "UTF-16-LE > EUC-JP"),
    ],
)
def test_it_is_always_said_in_which_encoding_the_texts_are_read(tmp_path, english, japanese, said):
    (tmp_path / "a.en.txt").write_bytes("It rained.\n".encode(english))
    (tmp_path / "a.ja.txt").write_bytes("昨日は雨が降った。\n".encode(japanese))
    pair = Input(str(tmp_path / "a.ja.txt"), source=str(tmp_path / "a.en.txt"))
    assert encodings(pair.read(Termbase.of(()))) == said


def test_the_encoding_of_a_bitext_is_said_where_it_is_a_text(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"source": "It rained.", "target": "雨が降った。"}\n', "utf-8")
    assert encodings(Input(str(path)).read(Termbase.of(()))) == "UTF-8"
