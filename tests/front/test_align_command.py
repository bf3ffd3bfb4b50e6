"""`taiyaku align`: its formats, its batch, and what it says on stderr."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from corpus.alignment import aligner
from tui import console, inputs
from tui.cli import main
from tui.inputs import open_bitext

if TYPE_CHECKING:
    from pathlib import Path

EN = ["Notes on a Lighthouse", "It was built in 1871.", "The keeper of 12 lamps left in May."]
JA = ["灯台についての覚え書き", "1871年に建てられた。", "12基のランプの番人は5月に去った。"]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "en.txt").write_text("\n\n".join(EN), encoding="utf-8")
    (tmp_path / "ja.txt").write_text("\n\n".join(JA), encoding="utf-8")


def test_links_are_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["align", "en.txt", "ja.txt"]) == 0
    out, err = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["source"], row["target"]) for row in rows] == [([k], [k]) for k in range(3)]
    assert all(row.keys() == {"source", "target", "score"} for row in rows)
    assert err.startswith("aligned by length, figures")


def test_a_moved_paragraph_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = [*EN, "A ferry to Bergen leaves the harbour at 7:30.", "Dogs are not allowed on deck."]
    said = [
        *JA,
        "ベルゲン行きのフェリーは7時30分に港を出る。",
        "犬を甲板に連れて上がることはできない。",
    ]
    (tmp_path / "en.txt").write_text("\n\n".join(facts), encoding="utf-8")
    (tmp_path / "ja.txt").write_text("\n\n".join([said[0], *said[2:], said[1]]), encoding="utf-8")
    assert main(["align", "en.txt", "ja.txt"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["source"], row["target"]) for row in rows if row.get("moved")] == [([1], [4])]


def test_tables_and_memories_hold_the_texts(tmp_path: Path) -> None:
    assert main(["align", "en.txt", "ja.txt", "--format", "tsv", "-o", "out.tsv"]) == 0
    assert main(["align", "en.txt", "ja.txt", "--format", "tmx", "-o", "out.tmx"]) == 0
    table = (tmp_path / "out.tsv").read_text(encoding="utf-8").splitlines()
    assert table[0] == "id\tsource\ttarget\tscore"
    assert [line.split("\t")[1:3] for line in table[1:]] == [
        list(p) for p in zip(EN, JA, strict=True)
    ]
    assert (tmp_path / "out.tmx").read_text(encoding="utf-8").count("<tu ") == 3
    assert main(["align", "en.txt", "ja.txt", "--format", "xliff", "-o", "out.xlf"]) == 0
    assert [u.target for u in open_bitext("out.xlf").units] == JA


def test_a_file_that_people_may_have_worked_in_is_not_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ja.xlf").write_text("reviewed", encoding="utf-8")
    assert main(["align", "en.txt", "ja.txt", "--format", "xliff", "-o", "ja.xlf"]) == 2
    assert capsys.readouterr().err.startswith("error: there is a ja.xlf\nhint: ")
    assert (tmp_path / "ja.xlf").read_text(encoding="utf-8") == "reviewed"
    assert main(["align", "en.txt", "ja.txt", "-o", "/dev/null"]) == 0


def test_many_documents_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents = [{"id": "a", "en": EN, "ja": JA}, {"id": "b", "en": [], "ja": JA[:1]}]
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in documents)
    (tmp_path / "docs.jsonl").write_text(lines, encoding="utf-8")
    assert main(["align", "--batch", "docs.jsonl"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {"id": "a", "links": [[[k], [k]] for k in range(3)]}
    assert second == {"id": "b", "links": [[[], [0]]]}


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["en.txt"],
        ["en.txt", "ja.txt", "--batch", "x"],
        ["--batch", "x", "--format", "tmx"],
        ["x.xlf"],
        ["en.txt", "x.tmx"],
    ],
)
def test_what_cannot_be_aligned_is_an_error(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["align", *arguments]) == 2
    assert capsys.readouterr().err.startswith("error: ")


def test_long_work_is_watched_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(console, "_PATIENCE", 0.0)
    console.meter("paragraphs aligned")(64, 200)
    assert not capsys.readouterr().err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    tell = console.meter("paragraphs aligned")
    tell(64, 200)
    tell(200, 200)
    assert capsys.readouterr().err == f"64/200 paragraphs aligned\r{' ' * 25}\r"


def test_the_signs_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Known:
        name = "a model"

    monkeypatch.setattr(aligner, "installed", Known)
    monkeypatch.setattr(inputs, "installed", Known)
    assert inputs.aligned_by(10, 10).endswith("by meaning (a model)")
    assert inputs.aligned_by(10, aligner.LONGEST_MEANT).endswith("too long to go by meaning")
    monkeypatch.setattr(aligner, "installed", lambda: None)
    monkeypatch.setattr(inputs, "installed", lambda: None)
    assert "taiyaku[semantic]" in inputs.aligned_by(10, 10)
