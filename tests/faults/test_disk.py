"""A disk that is full or protected, files that change underneath, clocks that go back."""

from __future__ import annotations

import os
import subprocess
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from corpus.errors import TaiyakuError, UnreadableFile, UnwritableFile
from corpus.workspace.backups import backups
from corpus.workspace.journal import Change, Field
from corpus.workspace.store import Workspace
from faults import person
from tui.terminology import exchange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tui.review.session import ReviewSession

    Disk = Callable[[str], None]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Makes of `tmp_path` a disk of its own: `disk("size=600k")`; `disk("remount,ro")`."""

    def mount(options: str) -> None:
        words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(tmp_path)]
        if subprocess.run(words, capture_output=True).returncode:
            pytest.skip("a disk of its own needs root and mount")

    yield mount
    subprocess.run(["umount", "-l", str(tmp_path)], capture_output=True)


@contextmanager
def no_room(folder: Path) -> Iterator[None]:
    """Fill the disk to its last byte, for so long."""
    ballast = folder / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 512)
    yield
    ballast.unlink()


def _edit_on(session: ReviewSession, kept: list[str]) -> None:
    for number in range(200):
        session.edit(f"{number}" + "あ" * 2000, 1)
        kept.append(session.unit(1).target)


def test_on_a_full_disk_nothing_is_lost_or_half_written(disk: Disk, tmp_path: Path) -> None:
    disk("size=3m")
    person.lay_out(tmp_path)
    with closing(person.open_review(tmp_path)) as session:
        session.edit("一番の文。", 0)
        session.save()
        files = person.files(tmp_path)
        with no_room(tmp_path):
            kept: list[str] = []
            with pytest.raises(TaiyakuError) as full:
                _edit_on(session, kept)
            assert "room" in full.value.hint
            with pytest.raises(UnwritableFile):
                session.save()
            with pytest.raises(UnwritableFile):
                session.save(tmp_path / "pairs.jsonl")
            with pytest.raises(UnwritableFile):
                exchange.write(tuple(session.termbase.concepts), tmp_path / "terms.tbx", ())
            assert person.files(tmp_path) == files
            last = kept[-1] if kept else person.TEXTS[1][1]
            assert session.unit(1).target == last
        assert person.remains(tmp_path) == []
        session.edit("二番の文。", 2)
        session.save()
    with closing(person.open_review(tmp_path)) as session:
        assert [session.unit(at).target for at in range(3)] == ["一番の文。", last, "二番の文。"]


def test_in_a_folder_that_became_read_only_the_review_goes_on_when_it_is_not(
    disk: Disk, tmp_path: Path
) -> None:
    disk("size=2m")
    person.lay_out(tmp_path)
    with closing(person.open_review(tmp_path)) as session:
        session.edit("一番の文。", 0)
        files = person.files(tmp_path)
        # What is open to be written keeps a disk from being protected; so does a review.
        subprocess.run(["mount", "--bind", str(tmp_path), str(tmp_path)], check=True)
        subprocess.run(["mount", "-o", "remount,bind,ro", str(tmp_path)], check=True)
        with pytest.raises(UnwritableFile, match="Read-only file system"):
            session.save()
        assert person.files(tmp_path) == files
        subprocess.run(["mount", "-o", "remount,bind,rw", str(tmp_path)], check=True)
        session.save()
    subprocess.run(["umount", "-l", str(tmp_path)], check=True)
    with closing(person.open_review(tmp_path)) as session:
        assert session.unit(0).target == "一番の文。"


def test_a_workspace_on_a_protected_disk_is_an_error_with_a_hint(
    disk: Disk, tmp_path: Path
) -> None:
    disk("size=2m")
    person.lay_out(tmp_path)
    subprocess.run(["mount", "-o", "remount,ro", str(tmp_path)], check=True)
    with pytest.raises(TaiyakuError) as raised:
        person.open_review(tmp_path)
    assert "--workspace" in raised.value.hint


def test_a_file_that_is_changed_underneath_is_not_written_over(tmp_path: Path) -> None:
    person.lay_out(tmp_path)
    file = tmp_path / "pairs.jsonl"
    with closing(person.open_review(tmp_path)) as session:
        session.edit("一番の文。", 0)
        other = file.read_text("utf-8").replace("この港", "あの港")
        file.write_text(other, encoding="utf-8")
        with suppress(TaiyakuError):
            session.save(file)
        assert "あの港" in file.read_text("utf-8")
    with closing(person.open_review(tmp_path)) as session:
        assert session.unit(0).target == "一番の文。"


def test_a_file_that_is_taken_away_underneath_loses_no_correction(tmp_path: Path) -> None:
    person.lay_out(tmp_path)
    file = tmp_path / "pairs.jsonl"
    good = file.read_bytes()
    with closing(person.open_review(tmp_path)) as session:
        session.edit("一番の文。", 0)
        file.unlink()
        with pytest.raises(TaiyakuError):
            session.save()
        session.edit("二番の文。", 1)
    with pytest.raises(UnreadableFile) as raised:
        person.open_review(tmp_path)
    assert "what was done in its review is kept" in raised.value.hint
    file.write_bytes(good)
    with closing(person.open_review(tmp_path)) as session:
        assert [session.unit(at).target for at in range(2)] == ["一番の文。", "二番の文。"]


def test_a_workspace_that_is_taken_away_underneath_is_said_and_nothing_is_pretended(
    tmp_path: Path,
) -> None:
    person.lay_out(tmp_path)
    session = person.open_review(tmp_path)
    session.edit("一番の文。", 0)
    for part in tmp_path.glob("w.db*"):
        part.unlink()
    said = []
    for number in range(3):
        try:
            session.edit(f"{number}番の文。", number)
        except TaiyakuError as error:
            said.append(error.message)
    session.save()  # what was typed can always be written to a file
    assert "0番の文。" in (tmp_path / "pairs.corrected.jsonl").read_text("utf-8") or said


def test_a_clock_that_goes_back_changes_no_order_and_loses_nothing(tmp_path: Path) -> None:
    path, start = tmp_path / "w.db", datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
    for day in range(8):  # every start is a day before the last one
        with Workspace.open(path, now=lambda day=day: start - timedelta(days=day)) as workspace:
            work = workspace.work("en.txt", "ja.txt")
            work.record(f"edit {day}", [Change(Field.TEXT, "u", None, f"{day}")])
            work.record(f"more {day}", [Change(Field.TEXT, f"u{day}", None, f"{day}")])
            workspace.back_up()
    with Workspace.open(path) as workspace:
        work = workspace.work("en.txt", "ja.txt")
        assert work.states()["u"].text == "7"
        assert [s.label for s in work.history()][-2:] == ["edit 7", "more 7"]
        undone = work.undo()
        assert undone is not None
        assert undone.label == "more 7"
    newest = backups(path)[0]
    with Workspace.open(newest, read_only=True) as copy:
        assert copy.work("en.txt", "ja.txt").states()["u"].text is not None


def test_what_a_kill_leaves_beside_a_file_is_swept_by_the_next_write(tmp_path: Path) -> None:
    person.lay_out(tmp_path)
    with closing(person.open_review(tmp_path)) as session:
        session.edit("一番の文。", 0)
        path = session.save()
        left = tmp_path / f".{path.name}.abcdefgh.part"
        fresh = tmp_path / f".{path.name}.ijklmnop.part"
        for part in (left, fresh):
            part.write_bytes(b"half of")
        old = (datetime.now(UTC) - timedelta(days=2)).timestamp()
        os.utime(left, (old, old))
        session.save()
    assert not left.exists()
    assert fresh.exists()  # another window may be writing it
