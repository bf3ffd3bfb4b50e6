"""What was there before is not reported again, and nothing else is kept back."""

import io

import pytest

from corpus.bitext import Bitext, TranslationUnit
from corpus.errors import BadContent
from tui.baseline import read_baseline, write_baseline
from tui.cli import main
from tui.pipeline import Judge, termbase
from tui.settings import Settings

ENGLISH = "Mitsui E&S builds the crane.\n"
WRONG = "三井物産E&Sがクレーンを造る。\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "en.txt").write_text(ENGLISH + "\nRain fell.\n", encoding="utf-8")
    (tmp_path / "ja.txt").write_text(WRONG + "\n雨が降った。\n", encoding="utf-8")
    return tmp_path


def test_only_what_is_new_is_reported(folder, capsys):
    assert main(["check", "en.txt", "ja.txt"]) == 1
    assert main(["check", "en.txt", "ja.txt", "--write-baseline", "b.json"]) == 0
    capsys.readouterr()
    assert main(["check", "en.txt", "ja.txt", "--baseline", "b.json"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "nothing found; 1 ignored or known before" in said.err
    for name, text in (("en.txt", "\nHitachi Rail came.\n"), ("ja.txt", "\n日立建機が来た。\n")):
        path = folder / name
        path.write_text("Snow.\n\n" + path.read_text("utf-8") + text, encoding="utf-8")
    assert main(["check", "en.txt", "ja.txt", "--baseline", "b.json"]) == 1
    said = capsys.readouterr().out
    assert "日立建機" in said
    assert "三井物産" not in said


def test_a_baseline_never_replaces_what_is_checked(folder):
    assert main(["check", "en.txt", "ja.txt", "--write-baseline", "ja.txt"]) == 2
    assert (folder / "ja.txt").read_text("utf-8").startswith(WRONG)


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"taiyaku-baseline": 1}'])
def test_another_file_is_no_baseline(folder, content):
    (folder / "b.json").write_text(content, encoding="utf-8")
    with pytest.raises(BadContent):
        read_baseline(folder / "b.json")


def test_it_says_where_each_finding_stood(folder):
    unit = TranslationUnit("a", ENGLISH, WRONG)
    bitext = Bitext("units.jsonl", (unit,))
    result = Judge(termbase(Settings())).check(bitext)
    out = io.StringIO()
    assert write_baseline([result], out) == len(result.findings)
    assert "units.jsonl: confusable-rendering: " in out.getvalue()
