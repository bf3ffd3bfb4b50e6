"""From translations that one has to a glossary for every tool, with the README's own commands."""

from __future__ import annotations

import csv
import re
import shlex
import shutil
from pathlib import Path

import pytest

from glossary.formats import read_terms
from tui.cli import main
from tui.sample import sample

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
BLOCK = README.split("Out of the translations that you have")[1].split("```")[1]
COMMANDS = re.findall(r"^\$ taiyaku (.*?)\s*(?:#.*)?$", BLOCK, re.MULTILINE)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for text, name in zip(sample(), ("en.txt", "ja.txt"), strict=True):
        shutil.copy(text, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TAIYAKU_WORKSPACE", str(tmp_path / "none.db"))
    return tmp_path


def accept(path, wrong):
    """What a person does in a spreadsheet: the wrong rows go, the notes are taken back."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row | {"note": ""} for row in csv.DictReader(file) if row["concept"] not in wrong]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(rows)
    return len(rows)


def test_the_chain_of_the_readme_ends_with_nothing_lost(folder, capsys):
    extract, lint, check, *convert, diff = COMMANDS
    assert main(shlex.split(extract)) == 0
    assert "Mitsui E&S" not in (folder / "new.csv").read_text("utf-8")  # it is 三井物産 there
    assert main(shlex.split(lint)) == 1
    doubts = capsys.readouterr().out.splitlines()
    wrong = {c.id for c in read_terms("new.csv") if any(f": {c.id} " in d for d in doubts)}
    assert 10 <= accept(folder / "new.csv", wrong) <= 20
    assert main(shlex.split(lint)) == 0
    assert main(shlex.split(check)) == 1
    assert "三井物産" in capsys.readouterr().out
    for command in convert:
        assert main(["glossary", *shlex.split(command)[1:]]) == 0
    assert len(convert) == 3
    assert main(shlex.split(diff)) == 0
    assert main(["glossary", "diff", "new.csv", "new.yml"]) == 0
    deepl = {(c.source[0].text, c.preferred) for c in read_terms("new.deepl")}
    assert deepl == {(t.text, c.preferred) for c in read_terms("new.csv") for t in c.source}


def test_accepted_terms_judge_another_text(folder, capsys):
    main(shlex.split(COMMANDS[0]))
    (folder / "other.jsonl").write_text(
        '{"id": "1", "source": "The modular reactor runs.", "target": "組立式の炉は動く。"}\n'
        '{"id": "2", "source": "The modular reactor stops.", "target": "モジュール炉は止まる。"}\n',
        "utf-8",
    )
    capsys.readouterr()
    main(["check", "other.jsonl", "--glossary", "new.csv", "--select", "missing-rendering"])
    (line,) = capsys.readouterr().out.splitlines()
    assert '[1] major missing-rendering: "modular reactor" is モジュール炉' in line
