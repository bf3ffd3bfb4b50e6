"""Looking names up on the command line."""

from __future__ import annotations

import io
import json

import pytest

from tui.cli import main

TERMS = """source,target,status,kind,concept,note
Sagami Trading,相模物産,,company,t,not the shipyard
Sagami E&S,相模E&S,,company,e,
Sagami E&S,相模造船,deprecated,company,e,
"""


@pytest.fixture
def look_up(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms.csv").write_text(TERMS, "utf-8")

    def run(action: str, *arguments: str, stdin: str = "") -> list[str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        assert main(["glossary", action, *arguments, "--glossary", "terms.csv", "--no-names"]) == 0
        return capsys.readouterr().out.splitlines()

    return run


def test_who_says_whose_name_it_is_and_where_that_is_written(look_up):
    (line,) = look_up("who", "相模物産")
    assert line == "相模物産: 相模物産 is Sagami Trading [company, terms.csv]: not the shipyard"


def test_who_tells_a_forbidden_name_and_what_to_write(look_up):
    (line,) = look_up("who", "相模造船")
    assert "相模造船 is not to be used for Sagami E&S; write 相模E&S" in line


def test_who_finds_names_inside_and_nearly_the_same(look_up):
    inside, near = look_up("who", "相模物産E&S")
    assert "相模物産 is Sagami Trading" in inside
    assert "相模E&S is Sagami E&S" in near
    assert near.endswith("% alike)")


def test_who_reads_lines_and_writes_objects(look_up):
    known, unknown = look_up("who", "--format", "jsonl", stdin="相模E&S\nだれか\n")
    (match,) = json.loads(known)["matches"]
    assert (match["concept"], match["english"], match["score"]) == ("e", ["Sagami E&S"], 1.0)
    assert (match["start"], match["end"], match["from"]) == (0, 5, "terms.csv")
    assert json.loads(unknown) == {"matches": []}


def test_find_names_the_concept_and_how_sure_it_is(look_up):
    exact, slip, unknown = look_up("find", stdin="Sagami E&S builds\nSagmai Trading\nnobody\n")
    assert exact == "Sagami E&S builds: Sagami E&S = 相模E&S, not 相模造船"
    assert slip.startswith("Sagmai Trading: Sagami Trading = 相模物産 (")
    assert "% alike)" in slip
    assert unknown == "nobody: nothing known"


def test_find_takes_texts_and_the_beginning_of_a_name(capsys, tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("source,target\nSagami Heavy Industries,相模重工\nSagami Steel,相模製鉄\n")
    asked = ["glossary", "find", "--no-names", "--glossary", str(names)]
    assert main([*asked, "Sagami Heavy", "Sagami Steel"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Sagami Heavy: Sagami Heavy Industries = 相模重工")
    assert second == "Sagami Steel: Sagami Steel = 相模製鉄"


def test_lint_says_what_deserves_a_second_look(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    rows = "source,target\nRapidus,ラピダス\nTarget,ターゲット社\n"
    (tmp_path / "own.csv").write_text(rows, encoding="utf-8")
    assert main(["glossary", "lint", "own.csv"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("own.csv: common: Target is an ordinary word")
    assert "2 concepts, 1 to look at" in said.err
    (tmp_path / "own.csv").write_text("source,target\nRapidus,ラピダス\n", encoding="utf-8")
    assert main(["glossary", "lint", "own.csv"]) == 0


def test_lint_of_the_bundled_names_names_their_tables(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["glossary", "lint", "--bundled"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith("bundled names, ") and ".csv: " in line for line in lines)


CONTEXTS = """source,target,status,context
bank,銀行,,loan | money
bank,金融機関,admitted,loan | money
quay bank,埠頭,,
"""
RIVER = "bank,土手,,b2,river\n"


def test_find_says_what_to_write_what_may_be_and_beside_which_words(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text(CONTEXTS, "utf-8")
    (tmp_path / "b.csv").write_text(f"source,target,status,concept,context\n{RIVER}", "utf-8")
    asked = ["glossary", "find", "--no-names", "--glossary", "a.csv", "--glossary", "b.csv"]
    assert main([*asked, "The river bank is old", "A loan by a bank"]) == 0
    river, loan = capsys.readouterr().out.splitlines()
    money = "bank = 銀行, also 金融機関 (beside loan or money)"
    assert river == f"The river bank is old: bank = 土手 (beside river); {money}"
    assert loan == f"A loan by a bank: {money}; bank = 土手 (beside river)"
    assert main([*asked, "--format", "jsonl", "A loan by a bank"]) == 0
    first, _ = json.loads(capsys.readouterr().out)["matches"]
    assert (first["preferred"], first["context"]) == ("銀行", ["loan", "money"])
    assert first["renderings"] == ["銀行", "金融機関"]
