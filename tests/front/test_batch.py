"""Many inputs in one pass."""

from functools import partial

import pytest

from corpus.errors import BadContent
from glossary.finding import Severity
from tui.batch import Batch
from tui.cli import main
from tui.inputs import inputs
from tui.pipeline import judge
from tui.reports.report import readable
from tui.settings import Settings

WRONG = '{"id": "a", "source": "Mitsui E&S came.", "target": "三井物産E&Sが来た。"}\n'
RIGHT = '{"id": "a", "source": "Rain fell.", "target": "雨が降った。"}\n'


@pytest.fixture
def folder(tmp_path):
    for number, text in enumerate((RIGHT, WRONG, "{", WRONG, RIGHT)):
        (tmp_path / f"{number}.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def run(folder, workers):
    settings = Settings(workspace=folder / "none.db")
    batch = Batch(partial(judge, settings), inputs([str(folder)]), workers)
    return batch, list(readable(batch.results()))


def test_the_readable_ones_are_checked_and_the_others_counted(folder, capsys):
    batch, results = run(folder, 1)
    assert [len(r.findings) for r in results] == [0, 1, 1, 0]
    assert (batch.unread, batch.units, batch.counts[Severity.CRITICAL]) == (1, 4, 2)
    assert batch.reaches(Severity.CRITICAL)
    batch.summarise()
    said = capsys.readouterr().err
    assert "2.jsonl:1" in said
    assert "4 units checked: 2 critical; 1 could not be read" in said


def test_each_result_says_which_terms_it_was_made_with(folder):
    said = {r.glossary for r in run(folder, 1)[1]}
    assert len(said) == 1
    own, renamed = folder / "own.csv", folder / "renamed.csv"
    own.write_text("source,target\nRain,雨\n", "utf-8")
    renamed.write_text(own.read_text("utf-8"), "utf-8")

    def digest(**changes):
        settings = Settings(workspace=folder / "none.db", **changes)
        return judge(settings).termbase.digest

    assert digest() in said
    assert digest(glossary=(str(own),)) == digest(glossary=(str(renamed),)) != digest()
    renamed.write_text("source,target\nRain,降雨\n", "utf-8")
    assert digest(glossary=(str(own),)) != digest(glossary=(str(renamed),))
    assert digest(names=False, glossary=(str(own),)) != digest(glossary=(str(own),))


def test_several_workers_say_the_same_in_the_same_order(folder):
    alone, together = run(folder, 1)[1], run(folder, 3)[1]
    assert together == alone


@pytest.mark.parametrize("workers", [1, 2])
def test_a_setting_that_cannot_be_is_said_before_anything_is_checked(folder, workers):
    settings = Settings(select=("no-such-check",))
    with pytest.raises(BadContent, match="no-such-check"):
        Batch(partial(judge, settings), inputs([str(folder)]), workers)


def test_a_glossary_in_the_folder_is_no_text_to_check(folder, monkeypatch, capsys):
    for path in folder.glob("*.jsonl"):
        path.unlink()
    (folder / "units.jsonl").write_text(RIGHT, encoding="utf-8")
    (folder / "names.csv").write_text("source,target\nRain,雨\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    assert main(["check", ".", "--glossary", "names.csv", "--workspace", "none.db"]) == 0
    assert "1 unit checked" in capsys.readouterr().err


@pytest.mark.parametrize("flag", ["-o", "--write-baseline"])
def test_no_text_found_in_a_folder_is_replaced_by_a_report(tmp_path, capsys, flag):
    texts = {"a.en.txt": "Mitsui E&S came.\n", "a.ja.txt": "三井物産E&Sが来た。\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, text in texts.items():
        assert main(["check", str(tmp_path), flag, str(tmp_path / name)]) == 2
        assert "would be lost" in capsys.readouterr().err
        assert (tmp_path / name).read_text("utf-8") == text


def test_the_baseline_that_is_read_is_not_replaced_by_the_report(tmp_path):
    units, known = tmp_path / "u.jsonl", tmp_path / "known.json"
    units.write_text(WRONG, encoding="utf-8")
    assert main(["check", str(units), "--write-baseline", str(known)]) == 0
    before = known.read_bytes()
    assert main(["check", str(units), "--baseline", str(known), "-o", str(known)]) == 2
    assert known.read_bytes() == before


def test_a_name_with_a_line_break_is_found_in_a_folder(tmp_path):
    for name, text in (("en", "Mitsui E&S came.\n"), ("ja", "三井物産E&Sが来た。\n")):
        (tmp_path / f"c\nd.{name}.txt").write_text(text, encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github", "html"])
def test_a_text_with_no_counterpart_or_left_in_english_fails_the_run_in_every_report(
    tmp_path, capsys, form
):
    english = "The rain fell on the town for two days. " * 3
    for name in ("a.en.txt", "b.en.txt", "b.ja.txt"):
        (tmp_path / name).write_text(english, encoding="utf-8")
    (tmp_path / "c.jsonl").write_text(RIGHT, encoding="utf-8")
    assert main(["check", str(tmp_path), "--format", form]) == 2
    said = capsys.readouterr()
    for words in ("no Japanese text beside it", "both English: untranslated?"):
        assert words in said.out
        assert words in said.err
    assert "1 unit checked: nothing found; 2 could not be read" in said.err


@pytest.mark.parametrize("workers", ["0", "-1", "two", "²"])
def test_a_number_of_workers_that_cannot_be_is_said(folder, capsys, workers):
    with pytest.raises(SystemExit, match="2"):
        main(["check", str(folder), f"--workers={workers}"])
    assert "is not a number of workers" in capsys.readouterr().err


def test_a_workspace_that_is_not_there_is_said(folder, monkeypatch, capsys):
    monkeypatch.setenv("TAIYAKU_WORKSPACE", str(folder / "typo" / "w.db"))
    main(["check", str(folder / "0.jsonl")])
    assert f"there is no workspace {folder / 'typo' / 'w.db'}" in capsys.readouterr().err
