"""Only what differs from a revision is checked."""

import shutil
import subprocess
from pathlib import Path

import pytest

from corpus.errors import TaiyakuError
from tui.changed import changed_files
from tui.cli import main

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

UNIT = '{"id": "a", "source": "Mitsui E&S came.", "target": "三井物産E&Sが来た。"}\n'


@pytest.fixture
def repository(tmp_path, monkeypatch):
    root = tmp_path / "repository"
    (root / "deep").mkdir(parents=True)
    monkeypatch.chdir(root / "deep")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("old.jsonl", "deep/edited.jsonl", "古い.jsonl"):
        (root / name).write_text(UNIT, encoding="utf-8")
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", *words], check=True, cwd=root)
    (root / "deep" / "edited.jsonl").write_text(UNIT + "\n", encoding="utf-8")
    (root / "新しい.jsonl").write_text(UNIT, encoding="utf-8")
    return root


def test_edited_and_new_files_count_from_any_folder_of_the_repository(repository):
    wanted = {repository / "deep" / "edited.jsonl", repository / "新しい.jsonl"}
    assert changed_files("HEAD", Path()) == {path.resolve() for path in wanted}


def test_the_others_are_not_checked(repository, capsys):
    assert main(["check", str(repository), "--changed", "HEAD"]) == 1
    said = capsys.readouterr().out
    assert "edited.jsonl" in said
    assert "新しい.jsonl" in said
    assert "old.jsonl" not in said


def test_the_repository_is_that_of_the_texts(repository, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["check", str(repository), "--changed", "HEAD"]) == 1
    assert "edited.jsonl" in capsys.readouterr().out


def test_a_half_that_is_gone_or_has_another_name_is_not_passed_over(repository, capsys):
    for name in ("a.en.txt", "a.ja.txt", "b.en.txt", "b.ja.txt"):
        (repository / name).write_text("Port opened.\n" if ".en" in name else "開港。\n", "utf-8")
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for words in (["add", "."], [*who, "commit", "-qm", "y"], ["mv", "b.ja.txt", "c.ja.txt"]):
        subprocess.run(["git", *words], check=True, cwd=repository)
    (repository / "a.ja.txt").unlink()
    capsys.readouterr()
    assert main(["check", str(repository), "--changed", "HEAD"]) == 2
    said = "".join(capsys.readouterr())
    for name in ("a.en.txt", "b.en.txt"):
        assert f"{name}: there is no Japanese text beside it" in said
    assert "c.ja.txt: there is no English text beside it" in said


def test_nothing_changed_is_nothing_wrong(repository, capsys):
    assert main(["check", str(repository / "old.jsonl"), "--changed", "HEAD"]) == 0


@pytest.mark.parametrize("revision", ["no-such-revision", "--output=x", ""])
def test_a_revision_that_is_none_is_refused(repository, revision):
    with pytest.raises(TaiyakuError):
        changed_files(revision, Path())
    assert not (repository / "deep" / "x").exists()


def test_outside_a_repository_it_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["check", ".", "--changed", "HEAD"]) == 2
