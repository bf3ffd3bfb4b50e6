"""A damaged page of a workspace takes what stands on it along, and nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from corpus.workspace.journal import Change, Field, UnitState
from corpus.workspace.store import Workspace

if TYPE_CHECKING:
    from pathlib import Path

COUNT = 300
PAGE = 4096


def text_of(number: int) -> str:
    return f"{number}番目の文。" * 20


def filled(path: Path, count: int = COUNT) -> bytes:
    """A workspace of some steps; its bytes."""
    with Workspace.open(path) as workspace:
        work = workspace.work("en.txt", "ja.txt")
        for number in range(count):
            change = Change(Field.TEXT, f"u{number}", None, text_of(number))
            work.record(f"edit {number}", [change], machine_texts={f"u{number}": f"機械{number}"})
        work.record("ignore", [Change(Field.WAIVER, "abc", None, "me")])
    return path.read_bytes()


def test_one_damaged_page_costs_no_more_than_what_stood_on_it(path: Path, tmp_path: Path) -> None:
    good = filled(path)
    rescued = []
    for page in range(2, len(good) // PAGE, 5):
        damaged = tmp_path / f"{page}.db"
        start = page * PAGE
        damaged.write_bytes(good[:start] + b"\xa5" * PAGE + good[start + PAGE :])
        with Workspace.open(damaged) as workspace:
            if workspace.recovered is None:
                continue  # a page that nothing stands on
            assert workspace.recovered.read_bytes()[start : start + PAGE] == b"\xa5" * PAGE
            states = workspace.work("en.txt", "ja.txt").states()
            assert all(s.text == text_of(int(key[1:])) for key, s in states.items())
            rescued.append(len(states))
            assert workspace.work("en.txt", "ja.txt").undo() is not None or not states
            work = workspace.work("en.txt", "ja.txt")
            work.record("edit", [Change(Field.TEXT, "new", None, "新しい文。")])
        with Workspace.open(damaged) as workspace:
            assert workspace.recovered is None
            assert workspace.work("en.txt", "ja.txt").states()["new"].text == "新しい文。"
    assert len(rescued) > 5
    assert sum(count > COUNT * 0.8 for count in rescued) > 0.8 * len(rescued)


def test_the_latest_copy_fills_what_cannot_be_read(path: Path) -> None:
    filled(path, 40)
    noon = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    with Workspace.open(path, now=lambda: noon) as workspace:
        workspace.work("en.txt", "ja.txt").record("edit", [Change(Field.TEXT, "u0", None, "後")])
        workspace.back_up()
    good = path.read_bytes()
    path.write_bytes(good[:PAGE] + b"\xa5" * (len(good) - PAGE))
    with Workspace.open(path) as workspace:
        assert workspace.recovered is not None
        assert workspace.rescued == 42
        states = workspace.work("en.txt", "ja.txt").states()
        assert states["u0"].text == "後"
        assert states["u39"].text == text_of(39)
        assert workspace.waivers() == {"abc"}
        assert workspace.remembered("機械39") == text_of(39)
        assert [c.corrected for c in workspace.corrections("39番目")] == [text_of(39)]


@pytest.mark.parametrize("version", [1, 3])
def test_a_damaged_workspace_of_an_older_version_is_read_as_well(path: Path, version: int) -> None:
    import sqlite3
    from contextlib import closing

    filled(path, 60)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE written")
        connection.execute("ALTER TABLE work DROP COLUMN opened")
        connection.execute(f"PRAGMA user_version = {version}")
        ((root,),) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'step_of_work'"
        )
        connection.commit()
    good = path.read_bytes()
    start = (root - 1) * PAGE
    path.write_bytes(good[:start] + b"\xa5" * PAGE + good[start + PAGE :])
    with Workspace.open(path) as workspace:
        assert workspace.recovered is not None
        assert len(workspace.work("en.txt", "ja.txt").states()) == 60


def test_a_flipped_bit_in_the_name_of_a_field_costs_that_change_alone(path: Path) -> None:
    with Workspace.open(path) as workspace:
        work = workspace.work("en.txt", "ja.txt")
        made = [Change(Field.TEXT, "u1", None, "一"), Change(Field.STATUS, "u2", None, "draft")]
        work.record("edit", made)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE change SET field = 'texu' WHERE key = 'u1'")
        connection.execute("UPDATE standing SET value = 'drafu' WHERE key = 'u2'")
        connection.commit()
    with Workspace.open(path) as workspace:
        work = workspace.work("en.txt", "ja.txt")
        (step,) = work.history()
        assert [change.key for change in step.changes] == ["u2"]
        assert work.states() == {"u1": UnitState("一")}
        assert work.undo()
