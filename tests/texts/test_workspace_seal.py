"""A workspace that was left in order is not read through when it is opened; any other one is."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from corpus.errors import WorkspaceError
from corpus.workspace.backups import backups
from corpus.workspace.database import CorruptDatabase, Database
from corpus.workspace.journal import Change, Field
from corpus.workspace.seal import sealed
from corpus.workspace.store import Workspace
from tui.inputs import Input
from tui.pipeline import open_session
from tui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

PAGE = 4096
BAD = b"\xa5" * PAGE


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The workspaces that were read through, in order."""
    read: list[Path] = []
    through = Database._read_through

    def noting(database: Database, connection: sqlite3.Connection) -> None:
        read.append(database.path)
        through(database, connection)

    monkeypatch.setattr(Database, "_read_through", noting)
    return read


def filled(path: Path, count: int = 40) -> None:
    with Workspace.open(path) as workspace:
        work = workspace.work("en.txt", "ja.txt")
        for number in range(count):
            change = Change(Field.TEXT, f"u{number}", None, f"{number}番目の文。" * 20)
            work.record(f"edit {number}", [change])
        work.clean_close()


def rot(path: Path, table: str) -> None:
    """Damage the pages of a table as a disk does: the file seems to be as it was left."""
    with closing(sqlite3.connect(path)) as connection:
        ((root,),) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        )
    with path.open("r+b") as file:
        file.seek((root - 1) * PAGE)
        file.write(BAD)
    path.with_name(path.name + ".lock").write_text(sealed(path))


def test_a_workspace_that_was_left_in_order_is_not_read_through(
    path: Path, readings: list[Path]
) -> None:
    filled(path)
    readings.clear()
    for _ in range(3):
        with Workspace.open(path) as workspace:
            work = workspace.work("en.txt", "ja.txt")
            work.record("edit", [Change(Field.TEXT, "u1", None, "新")])
        with closing(workspace), workspace.engine_cache_apart():
            pass  # an engine has a connection of its own
    assert readings == []


def test_one_that_another_program_has_touched_is_read_through(
    path: Path, readings: list[Path]
) -> None:
    filled(path)
    data = path.read_bytes()
    for touch in (
        lambda: path.write_bytes(data),
        lambda: os.utime(path),
        lambda: os.utime(path, ns=(0, 0)),
        lambda: path.write_bytes(data + bytes(PAGE)),
        lambda: path.with_name(path.name + ".lock").write_bytes(b"\xff\x00" * 300),
        lambda: path.with_name(path.name + ".lock").unlink(),
        lambda: (path.rename(path.with_name("o.db")), path.write_bytes(data)),
    ):
        readings.clear()
        touch()
        Workspace.open(path).close()
        assert readings == [path]
        Workspace.open(path).close()
        assert readings == [path]


def test_one_whose_writer_was_killed_is_read_through(path: Path, readings: list[Path]) -> None:
    filled(path)
    readings.clear()
    child = os.fork()
    if not child:
        Workspace.open(path)
        os._exit(0)
    os.waitpid(child, 0)
    Workspace.open(path).close()
    assert readings == [path]


def test_one_that_cannot_be_sealed_is_opened_and_read_through(
    path: Path, readings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError("it belongs to somebody else")

    with monkeypatch.context() as others:
        others.setattr(os, "utime", refused)
        filled(path)
    readings.clear()
    Workspace.open(path).close()
    assert readings == [path]


def test_damage_that_is_met_at_work_is_said_and_mended_by_the_next_opening(path: Path) -> None:
    filled(path)
    rot(path, "standing")
    with Workspace.open(path) as workspace:
        work = workspace.work("en.txt", "ja.txt")
        with pytest.raises(WorkspaceError, match="damaged") as raised:
            work.states()
        assert "again" in raised.value.hint
        with suppress(WorkspaceError):
            work.record("edit", [Change(Field.TEXT, "u1", None, "新")])
    with Workspace.open(path) as workspace:
        assert workspace.recovered is not None
        assert BAD in workspace.recovered.read_bytes()
        assert len(workspace.work("en.txt", "ja.txt").history()) == 40


def test_damage_that_an_engine_meets_is_mended_by_the_next_opening(path: Path) -> None:
    filled(path)
    rot(path, "translation")
    with Workspace.open(path) as workspace:
        with workspace.engine_cache_apart() as cache, pytest.raises(CorruptDatabase):
            cache.found(["a key"])
        assert len(workspace.work("en.txt", "ja.txt").states()) == 40
    with Workspace.open(path) as workspace:
        assert workspace.recovered is not None
        assert len(workspace.work("en.txt", "ja.txt").states()) == 40


def test_damage_that_a_review_meets_when_it_opens_is_mended_at_once(
    path: Path, tmp_path: Path
) -> None:
    units = tmp_path / "pairs.jsonl"
    units.write_text('{"id": "1", "source": "A port.", "target": "港。"}\n', encoding="utf-8")
    chosen = Settings(names=False, workspace=path)
    with closing(open_session(Input(str(units)), chosen)) as session:
        session.edit("この港。")
    rot(path, "standing")
    with closing(open_session(Input(str(units)), chosen)) as session:
        assert session.workspace.recovered is not None
        assert not session.read_only
        assert session.undo() == "edit 1"


def test_no_copy_is_made_of_a_damaged_workspace_and_the_last_whole_one_stays(path: Path) -> None:
    filled(path)
    with Workspace.open(path) as workspace:
        workspace.work("en.txt", "ja.txt").record("edit", [Change(Field.TEXT, "u", None, "前")])
        workspace.back_up()
    (copy,) = backups(path)
    whole = copy.read_bytes()
    rot(path, "effort")
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    with Workspace.open(path, now=lambda: tomorrow) as workspace:
        workspace.work("en.txt", "ja.txt").record("edit", [Change(Field.TEXT, "u", None, "後")])
        workspace.back_up()
    assert backups(path) == (copy,)
    assert copy.read_bytes() == whole
    with Workspace.open(path) as workspace:
        assert workspace.recovered is not None
        assert workspace.work("en.txt", "ja.txt").states()["u"].text == "後"
