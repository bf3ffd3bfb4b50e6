"""A workspace that is damaged, locked, full, or no workspace at all."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from corpus.errors import WorkspaceError
from corpus.workspace.journal import Change, Field, UnitState
from corpus.workspace.lock import WriterLock
from corpus.workspace.store import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.workspace.work import Work

MACHINE = "富士山電機は新しい工場を建てた。"
CORRECTED = "富士電機は新しい工場を建てた。"


def text(unit: str, new: str | None) -> Change:
    return Change(Field.TEXT, unit, None, new)


def test_a_second_window_reads_on_and_says_who_writes(path: Path, work: Work) -> None:
    work.record("edit", [text("u1", CORRECTED)])
    with Workspace.open(path) as second:
        assert (second.read_only, second.holder) == (True, os.getpid())
        same = second.work("en.txt", "ja.txt")
        assert same.states() == work.states()
        assert not same.was_cut_off
        with pytest.raises(WorkspaceError, match=f"process {os.getpid()}"):
            same.record("edit", [text("u1", "二")])
        with pytest.raises(WorkspaceError):
            same.undo()
        with pytest.raises(WorkspaceError):
            same.keep_draft("u1", "二")
        same.clean_close()
        work.record("edit", [text("u2", "二")])
        assert same.states() == work.states()
        unknown = second.work("never.txt", "seen.txt")
        assert (unknown.id, unknown.states(), unknown.drafts()) == (None, {}, {})


def test_a_workspace_opened_to_read_is_not_written(path: Path, work: Work) -> None:
    work.record("edit", [text("u1", CORRECTED)])
    with Workspace.open(path, read_only=True) as second:
        with pytest.raises(WorkspaceError, match="open for reading only"):
            second.work("en.txt", "ja.txt").record("edit", [text("u1", "二")])
        with second.engine_cache_apart() as cache, pytest.raises(WorkspaceError):
            cache.purge()
    assert work.states()["u1"].text == CORRECTED


def test_a_workspace_that_is_still_empty_is_an_error_with_a_hint(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    with pytest.raises(WorkspaceError, match="still empty"):
        Workspace.open(path, read_only=True)


def test_a_lock_that_says_nothing_names_nobody(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "workspace.db.lock")
    assert lock.holder() is None
    lock.release()
    (tmp_path / "workspace.db.lock").write_text("x", "ascii")
    assert lock.holder() is None


def test_the_next_window_writes_when_the_first_is_closed(path: Path) -> None:
    Workspace.open(path).close()
    with Workspace.open(path) as opened:
        assert not opened.read_only
        assert opened.holder is None


def test_a_workspace_opened_to_read_leaves_no_trace(path: Path, tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="no workspace at"):
        Workspace.open(path, read_only=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("damage", ["rubbish", "cut", "holes"])
def test_a_damaged_workspace_is_set_aside_and_a_new_one_made(path: Path, damage: str) -> None:
    with Workspace.open(path) as opened:
        work = opened.work("en.txt", "ja.txt")
        work.record("edit", [text(f"u{number}", "あ" * 2000) for number in range(20)])
    good = path.read_bytes()
    bad = {
        "rubbish": b"\x9c\x00no database at all",
        "cut": good[: len(good) // 2],
        "holes": good[:4096] + bytes(len(good) - 4096),
    }[damage]
    path.write_bytes(bad)
    noon = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    for name in (
        "workspace.corrupt-20261125T120000Z.db",
        "workspace.corrupt-20261125T120000Z-2.db",
    ):
        path.write_bytes(bad)
        with Workspace.open(path, now=lambda: noon) as opened:
            assert opened.recovered == path.with_name(name)
            assert opened.recovered.read_bytes() == bad
            assert opened.work("en.txt", "ja.txt").states() == {}
    with Workspace.open(path) as opened:
        assert opened.recovered is None


def test_damage_met_while_reading_is_an_error_with_a_hint(path: Path) -> None:
    with Workspace.open(path) as opened:
        work = opened.work("en.txt", "ja.txt")
        work.record("edit", [text(f"u{number}", "あ" * 2000) for number in range(20)])
    good = path.read_bytes()
    path.write_bytes(good[:4096] + b"\xff" * (len(good) - 4096))
    with Workspace.open(path, read_only=True) as opened:
        with pytest.raises(WorkspaceError, match="damaged") as raised:
            opened.work("en.txt", "ja.txt").states()
        assert raised.value.hint
    assert len(path.read_bytes()) == len(good)


def test_a_workspace_of_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    Workspace.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(WorkspaceError, match="newer taiyaku") as raised:
        Workspace.open(path)
    assert "Update" in raised.value.hint
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (99,)


def test_another_programs_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    foreign = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
    prose = tmp_path / "en.txt"
    prose.write_text("A statement, given by mistake as a workspace.")
    named = tmp_path / "notes.db"
    named.write_text("Notes that a person keeps under a strange name.")
    for file, message in (
        (foreign, "another program"),
        (prose, "not a workspace"),
        (named, "not a workspace"),
    ):
        before = file.read_bytes()
        with pytest.raises(WorkspaceError, match=message):
            Workspace.open(file)
        assert file.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {
        "bookmarks.db",
        "bookmarks.db.lock",
        "en.txt",
        "notes.db",
    }


def test_a_place_where_nothing_can_be_written_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for path in (tmp_path / "file" / "workspace.db", tmp_path / "file" / "a" / "b.db", tmp_path):
        with pytest.raises(WorkspaceError) as raised:
            Workspace.open(path)
        assert "--workspace" in raised.value.hint


def test_half_a_character_is_an_error_with_a_hint_and_changes_nothing(work: Work) -> None:
    with pytest.raises(WorkspaceError, match="surrogate"):
        work.record("edit", [text("u1", "一"), text("u2", "\ud867")])
    assert work.states() == {}
    assert work.history() == ()


def test_the_file_is_written_through_and_logged_ahead(path: Path, workspace: Workspace) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert workspace._database.rows("PRAGMA synchronous") == [(2,)]
    assert workspace._database.rows("PRAGMA foreign_keys") == [(1,)]


def test_a_full_disk_is_an_error_with_a_hint_and_the_step_before_stands(
    workspace: Workspace, work: Work
) -> None:
    work.record("edit", [text("u1", "一")])
    ((pages,),) = workspace._database.rows("PRAGMA page_count")
    workspace._database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(WorkspaceError, match="full") as raised:
        work.record("too much", [text("u1", "二"), text("u2", "あ" * 100_000)])
    assert raised.value.hint
    assert work.states() == {"u1": UnitState("一")}
    workspace._database.rows("PRAGMA max_page_count = 100000")
    work.record("edit", [text("u1", "三")])
    assert [step.label for step in work.history()] == ["edit", "edit"]


def test_a_workspace_in_a_protected_folder_can_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(path) as opened:
        opened.work("", "b.jsonl").record("ignore", [Change(Field.WAIVER, "abc", None, "me")])
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Workspace.open(path, read_only=True) as opened:
        assert opened.waivers() == {"abc"}
        assert not path.with_name("workspace.db-shm").exists()
