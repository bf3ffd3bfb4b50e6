"""Which checks run, and where nothing is reported."""

from contextlib import closing
from pathlib import Path

import pytest

from corpus.bitext import Bitext, TranslationUnit
from corpus.errors import BadContent, UnreadableFile
from corpus.workspace.journal import Change, Field
from corpus.workspace.store import Workspace
from glossary.checks import ALL_CHECKS, DEFAULT_CHECKS, PROFILES
from glossary.finding import Severity
from tui.cli import main
from tui.inputs import Input
from tui.opening import Opening
from tui.pipeline import Judge, checks, judge, open_session, termbase
from tui.sample import sample
from tui.settings import Settings


def names(chosen):
    return {c.name for c in chosen}


def test_nothing_asked_for_runs_what_is_on_by_default():
    assert checks((), ()) == DEFAULT_CHECKS


def test_a_profile_is_a_word_for_its_checks_and_more_may_be_added_to_it():
    assert checks(("strict",), ()) == ALL_CHECKS
    assert names(checks(("quiet", "addition"), ())) == names(PROFILES["quiet"]) | {"addition"}
    assert names(checks(("strict",), ("quiet",))) == names(ALL_CHECKS) - names(PROFILES["quiet"])


def test_the_quiet_profile_has_no_check_for_small_flaws():
    assert all(c.severity is not Severity.MINOR for c in PROFILES["quiet"])
    assert "confusable-rendering" in names(PROFILES["quiet"])


def test_no_profile_has_the_name_of_a_check():
    assert not names(ALL_CHECKS) & set(PROFILES)


def test_a_check_that_does_not_exist_is_refused_with_those_that_do():
    with pytest.raises(BadContent, match="no-such-check") as error:
        checks(("default", "no-such-check"), ())
    assert "quiet" in error.value.hint


def test_an_exempt_unit_is_not_reported():
    wrong = "三井物産E&Sがクレーンを造る。"
    units = tuple(TranslationUnit(i, "Mitsui E&S builds the crane.", wrong) for i in ("a", "b"))
    judge = Judge(termbase(Settings()), exempt=frozenset(["a"]))
    assert {f.unit for f in judge.check(Bitext("x.jsonl", units)).findings} == {"b"}


def test_what_was_corrected_in_another_statement_counts_as_the_usual_rendering(tmp_path):
    glossary = tmp_path / "terms.csv"
    glossary.write_text(
        "source,target,status\nsupply chain,サプライチェーン,\nsupply chain,供給網,admitted\n",
        encoding="utf-8",
    )
    with Workspace.open(tmp_path / "w.db") as workspace:
        work = workspace.work("old.en.txt", "old.ja.txt")
        for n in range(3):
            right = f"{n}年にサプライチェーンが途切れた。"
            work.record(
                "edit",
                [Change(Field.TEXT, f"u{n}", "x", right)],
                machine_texts={f"u{n}": f"{n}年に供給の鎖が途切れた。"},
                source_texts={f"u{n}": f"In {n} a supply chain broke."},
            )
    new = (TranslationUnit("a", "Supply chains are long.", "供給網は長い。"),)
    chosen = Settings(glossary=(str(glossary),), workspace=tmp_path / "w.db")
    (finding,) = judge(chosen).check(Bitext("new.jsonl", new)).findings
    assert finding.check == "inconsistent-rendering"
    assert "サプライチェーン in 3 other places" in finding.message
    alone = Settings(glossary=(str(glossary),), workspace=tmp_path / "none.db")
    assert judge(alone).check(Bitext("new.jsonl", new)).findings == ()


def test_of_a_file_that_is_gone_it_is_said_where_its_review_is_kept(tmp_path):
    source, target = tmp_path / "en.txt", tmp_path / "ja.txt"
    source.write_text("The port opened in May.\n", encoding="utf-8")
    target.write_text("港は5月に開いた。\n", encoding="utf-8")
    wanted = Settings(names=False, workspace=tmp_path / "w.db")
    item = Input(str(target), source=str(source))
    with closing(open_session(item, wanted)) as session:
        session.edit("港は五月に開いた。")
    target.unlink()
    with pytest.raises(UnreadableFile) as raised:
        open_session(item, wanted)
    assert f"kept in {tmp_path / 'w.db'}" in raised.value.hint
    never = Input(str(tmp_path / "never.txt"), source=str(source))
    with pytest.raises(UnreadableFile) as raised:
        open_session(never, wanted)
    assert "kept in" not in raised.value.hint


def test_the_texts_that_were_opened_last_and_are_there_are_offered_again(tmp_path):
    wanted = Settings(names=False, workspace=tmp_path / "w.db")
    assert Opening(wanted).last() == ("", "")
    pairs = []
    for name in ("a", "b"):
        source, target = tmp_path / f"{name}.en.txt", tmp_path / f"{name}.ja.txt"
        source.write_text(f"The port of {name} opened in May.\n", encoding="utf-8")
        target.write_text("港は5月に開いた。\n", encoding="utf-8")
        open_session(Input(str(target), source=str(source)), wanted).close()
        pairs.append((str(source), str(target)))
    assert Opening(wanted).last() == pairs[1]
    (tmp_path / "b.ja.txt").unlink()
    assert Opening(wanted).last() == pairs[0]
    source, target = sample()
    with closing(open_session(Input(target, source=source), wanted)) as session:
        session.edit("別の題名")
    assert Opening(wanted).last() == pairs[0]


def test_a_person_says_how_grave_the_findings_of_a_check_are(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("units.jsonl").write_text(
        '{"source": "Mitsui E&S came.", "target": "三井物産E&Sが来た。"}\n', encoding="utf-8"
    )
    command = ["check", "units.jsonl", "--fail-on", "critical", "--workspace", "none.db"]
    assert main(command) == 1
    Path("taiyaku.toml").write_text('[severity]\nconfusable-rendering = "minor"\n', "utf-8")
    assert main(command) == 0
    assert "minor confusable-rendering" in capsys.readouterr().out
    for wrong in ('no-such-check = "minor"', 'strict = "minor"', 'omission = "bad"'):
        Path("taiyaku.toml").write_text(f"[severity]\n{wrong}\n", "utf-8")
        assert main(command) == 2
        assert capsys.readouterr().err.startswith("error: ")
