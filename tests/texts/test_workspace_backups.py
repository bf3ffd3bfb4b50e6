"""Copies of a workspace: one a day on which somebody worked, the last five."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from corpus.workspace.backups import backups
from corpus.workspace.journal import Change, Field, UnitState
from corpus.workspace.store import Workspace

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def worked(path: Path, day: int, text: str | None) -> None:
    with Workspace.open(path, now=lambda: NOON + timedelta(days=day)) as workspace:
        work = workspace.work("en.txt", "ja.txt")
        if text is not None:
            work.record("edit", [Change(Field.TEXT, "u", None, text)])
        workspace.back_up()


def text_in(path: Path) -> UnitState:
    with Workspace.open(path) as workspace:
        return workspace.work("en.txt", "ja.txt").states()["u"]


def test_the_last_five_days_are_kept_and_each_is_a_whole_workspace(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    for day in range(7):
        worked(path, day, f"第{day}日")
    kept = backups(path)
    assert [copy.stem for copy in kept] == [f"2026-11-{day}" for day in (26, 25, 24, 23, 22)]
    assert text_in(kept[-1]).text == "第2日"
    assert text_in(path).text == "第6日"


def test_a_day_has_one_copy_and_a_day_without_work_none(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    worked(path, 0, "一")
    worked(path, 0, "二")
    worked(path, 1, None)
    (copy,) = backups(path)
    assert text_in(copy).text == "二"


def test_a_copy_that_cannot_be_made_takes_nothing_away(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    (tmp_path / "w.db.backups").write_text("in the way")
    worked(path, 0, "一")
    assert backups(path) == ()
    assert text_in(path).text == "一"
