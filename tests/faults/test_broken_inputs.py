"""Broken and hostile glossaries, settings, workspaces and command lines are read, or refused with
a message and a hint; never otherwise."""

from __future__ import annotations

import importlib.util
import sys
from random import Random
from typing import TYPE_CHECKING

import pytest

from corpus.workspace.journal import Change, Field, TermRow
from corpus.workspace.store import Workspace
from corpus.workspace.vectors import VectorStore
from faults.breaking import broken, samples, tried
from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

EACH = {"workspace": 150, "vectors": 100, "command line": 200}
"""Inputs of each kind; a thousand of those that are not named."""


@pytest.mark.parametrize("kind", sorted(samples()))
def test_broken_inputs_are_read_or_refused(kind: str, tmp_path: Path) -> None:
    """`python tests/faults/fuzz.py` tries a hundred thousand of each."""
    if kind.startswith(".xlsx") and importlib.util.find_spec("openpyxl") is None:
        pytest.skip("needs openpyxl, of the extra documents")
    if kind != "command line":
        assert tried(kind, samples()[kind], Random(1), tmp_path) == "read"
    ends = set()
    for number in range(EACH.get(kind, 1000)):
        random = Random(f"{kind} 1 {number}")
        ends.add(tried(kind, broken(kind, random), random, tmp_path))
    assert "read" in ends
    assert ends <= {"read", "refused"}


# What was found once


def test_a_name_that_is_too_long_for_the_system_is_an_error_with_a_hint(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["taiyaku"])
    assert main(["check", "a" * 5000]) == 2
    said = capsys.readouterr().err
    assert "File name too long" in said
    assert "hint: " in said
    assert len(said) < 300


@pytest.mark.parametrize("name", ["", ".", "/"])
def test_what_is_no_name_of_a_file_is_not_translated(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translate", name]) == 2
    assert "fault of taiyaku" not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["taiyaku.toml", "known.json", "units.jsonl"])
def test_brackets_within_brackets_without_end_are_refused(
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "units.jsonl").write_text('{"id": "1", "source": "a", "target": "b"}\n')
    (tmp_path / "known.json").write_text('{"taiyaku-baseline": 1, "findings": {}}')
    start = "select = " if name.endswith("toml") else ""
    (tmp_path / name).write_text(start + "[" * 200_000)
    assert main(["check", "units.jsonl", "--baseline", "known.json"]) == 2
    assert name in capsys.readouterr().err


@pytest.mark.parametrize("value", ["", "[]", "1e999", '{"id": 1}', "null", '{"id": "t"}'])
def test_a_damaged_term_costs_no_other_term(path: Path, value: str) -> None:
    row = TermRow("t", "port", "港")
    with Workspace.open(path) as workspace:
        work = workspace.work("en.txt", "ja.txt")
        work.record("term", [Change(Field.TERM, "t", None, row.to_json())])
        work.record("term", [Change(Field.TERM, "u", None, value)])
        assert workspace.terms() == (row,)


def test_a_damaged_schema_of_the_vectors_is_no_error(path: Path) -> None:
    store = VectorStore(path)
    store.add("model", {b"a": b"x"})
    path.write_bytes(path.read_bytes().replace(b"model TEXT", b"\xed\xa0\x80el TEXT"))
    assert store.found("model", [b"a"]) == {}
    store.add("model", {b"b": b"y"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace.db"
