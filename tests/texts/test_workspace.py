"""What a person did is there again, however the window was closed."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from corpus.workspace.journal import Change, Correction, Field, TermRow, UnitState, UnitStatus
from corpus.workspace.store import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from corpus.workspace.work import Work

MACHINE = "富士山電機は新しい工場を建てた。"
CORRECTED = "富士電機は新しい工場を建てた。"


def text(unit: str, new: str | None) -> Change:
    return Change(Field.TEXT, unit, None, new)


def status(unit: str, new: UnitStatus) -> Change:
    return Change(Field.STATUS, unit, None, new)


def test_an_edit_and_its_status_are_one_step(work: Work) -> None:
    step = work.record("edit", [text("u1", CORRECTED), status("u1", UnitStatus.DRAFT)])
    assert (step.label, step.at) == ("edit", "2026-11-25T09:30:00+00:00")
    assert work.states() == {"u1": UnitState(CORRECTED, UnitStatus.DRAFT)}
    assert work.history() == (step,)
    assert work.undo() == step
    assert work.states() == {}
    assert work.history() == ()
    assert work.redo() == step
    assert work.states() == {"u1": UnitState(CORRECTED, UnitStatus.DRAFT)}


def test_undoing_a_bulk_change_brings_back_every_unit(work: Work) -> None:
    work.record("edit", [text("u1", "一"), text("u2", "二")])
    before = work.states()
    work.record("fix 3 places", [text(unit, "三") for unit in ("u1", "u2", "u3", "u1")])
    assert len(work.states()) == 3
    work.undo()
    assert work.states() == before


def test_a_step_says_what_really_stood_there_before(work: Work) -> None:
    work.record("edit", [text("u1", "一")])
    step = work.record("edit", [Change(Field.TEXT, "u1", "something else", "二")])
    assert step.changes == (Change(Field.TEXT, "u1", "一", "二"),)


def test_a_new_step_ends_what_could_be_redone(work: Work) -> None:
    work.record("first", [text("u1", "一")])
    work.undo()
    work.record("second", [text("u1", "二")])
    assert work.redo() is None
    assert [step.label for step in work.history()] == ["second"]


def test_an_empty_text_is_a_correction_and_none_is_the_machines(work: Work) -> None:
    work.record("cut", [text("u1", "")])
    assert work.states() == {"u1": UnitState("")}
    work.record("back to the machine's", [text("u1", None)])
    assert work.states() == {}


def test_a_unit_set_back_to_new_counts_as_untouched(work: Work) -> None:
    work.record("confirm", [status("u1", UnitStatus.CONFIRMED)])
    work.record("reopen", [status("u1", UnitStatus.NEW)])
    assert work.states() == {}
    work.undo()
    assert work.states() == {"u1": UnitState(None, UnitStatus.CONFIRMED)}


def test_undo_and_redo_go_on_after_a_restart(path: Path) -> None:
    for number in range(3):
        with Workspace.open(path) as opened:
            opened.work("en.txt", "ja.txt").record(f"{number}", [text("u1", f"{number}")])
    with Workspace.open(path) as opened:
        undone = opened.work("en.txt", "ja.txt").undo()
        assert undone is not None
        assert undone.label == "2"
    with Workspace.open(path) as opened:
        work = opened.work("en.txt", "ja.txt")
        assert work.states() == {"u1": UnitState("1")}
        redone = work.redo()
        assert redone is not None
        assert redone.label == "2"
        assert work.redo() is None


def test_nothing_to_undo_is_no_error(work: Work) -> None:
    assert work.undo() is None
    assert work.redo() is None


def test_two_works_do_not_see_each_others_edits_but_share_waivers_and_terms(
    workspace: Workspace, work: Work
) -> None:
    other = workspace.work("en.txt", "other.txt")
    row = TermRow("t1", "Fuji Electric", "富士電機", kind="company", unit="u1")
    work.record("edit", [text("u1", CORRECTED)])
    work.record("ignore", [Change(Field.WAIVER, "abc", None, '{"note": "as they say it"}')])
    other.record("add a term", [Change(Field.TERM, row.id, None, row.to_json())])
    assert other.states() == {}
    assert workspace.waivers() == {"abc"}
    assert workspace.terms() == (row,)
    other.undo()
    assert workspace.terms() == ()
    assert workspace.waivers() == {"abc"}


def test_the_steps_of_terms_are_told_apart_from_all_others(
    workspace: Workspace, work: Work
) -> None:
    row = TermRow("t1", "Fuji Electric", "富士電機")
    both = [text("u1", CORRECTED), Change(Field.TERM, row.id, None, row.to_json())]
    work.record("make a rule", both)
    work.record("edit", [text("u2", "二")])
    work.record("turn down", [Change(Field.REJECTED, "plant", None, "工場")])
    (step,) = workspace.term_steps()
    assert (step.label, step.changes) == ("make a rule", (both[1],))
    assert workspace.rejected() == {"plant"}


def test_a_term_that_cannot_be_read_hides_no_other(workspace: Workspace, work: Work) -> None:
    row = TermRow("t1", "Fuji Electric", "富士電機")
    broken = [("t2", "{"), ("t3", "[]"), ("t4", '{"id": 4, "source": "", "target": ""}')]
    work.record("add", [Change(Field.TERM, row.id, None, row.to_json())])
    work.record("add", [Change(Field.TERM, name, None, value) for name, value in broken])
    assert workspace.terms() == (row,)


def test_files_that_were_written_and_texts_that_ever_stood_there_are_known(work: Work) -> None:
    work.record("edit", [text("u1", "一")])
    work.record("edit", [text("u1", "二")])
    work.undo()
    assert work.texts() == {("u1", "一"), ("u1", "二")}
    work.wrote("/ja.txt", "abc")
    work.wrote("/ja.txt", "def")
    assert work.written() == {"/ja.txt": "def"}


def test_a_waiver_made_in_one_window_is_seen_in_the_next(path: Path) -> None:
    with Workspace.open(path) as opened:
        opened.work("", "b.jsonl").record("ignore", [Change(Field.WAIVER, "abc", None, "me")])
    with Workspace.open(path) as opened:
        assert opened.waivers() == {"abc"}


def test_the_same_pair_of_files_is_the_same_work_however_it_is_written(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Workspace.open(path) as opened:
        relative = opened.work("en.txt", "sub/../ja.txt")
        assert opened.work(str(tmp_path / "en.txt"), str(tmp_path / "ja.txt")) is relative
        assert opened.work("", "ja.txt").id != relative.id


def test_a_file_name_that_is_no_utf8_makes_a_work_of_its_own(workspace: Workspace) -> None:
    strange = os.fsdecode(b"caf\xe9.txt")
    assert workspace.work("en.txt", strange).id != workspace.work("en.txt", "caf.txt").id


def test_a_correction_is_remembered_for_the_same_machine_text_elsewhere(
    workspace: Workspace, work: Work
) -> None:
    work.record("edit", [text("u1", CORRECTED)], machine_texts={"u1": MACHINE})
    assert workspace.remembered(MACHINE) == CORRECTED
    assert workspace.remembered(CORRECTED) is None
    other = workspace.work("en2.txt", "ja2.txt")
    other.record("edit", [text("u7", "別の文。")], machine_texts={"u7": MACHINE})
    assert workspace.remembered(MACHINE) == "別の文。"
    other.undo()
    assert workspace.remembered(MACHINE) == CORRECTED
    work.record("back", [text("u1", None)], machine_texts={"u1": MACHINE})
    assert workspace.remembered(MACHINE) is None


def test_a_draft_is_kept_until_it_is_recorded_or_given_up(work: Work) -> None:
    work.keep_draft("u1", "富士")
    work.keep_draft("u1", CORRECTED)
    work.keep_draft("u2", "途中")
    assert work.drafts() == {"u1": CORRECTED, "u2": "途中"}
    work.record("edit", [text("u1", CORRECTED), text("u2", "直した。")])
    assert work.drafts() == {"u2": "途中"}
    work.keep_draft("u2", None)
    assert work.drafts() == {}


def test_a_start_after_a_crash_knows_it(path: Path) -> None:
    def cut_off(*, leave_in_order: bool) -> bool:
        with Workspace.open(path) as opened:
            work = opened.work("en.txt", "ja.txt")
            found = work.was_cut_off
            work.record("edit", [text("u1", "一")])
            if leave_in_order:
                work.clean_close()
            return found

    assert not cut_off(leave_in_order=False)
    assert cut_off(leave_in_order=True)
    assert not cut_off(leave_in_order=True)


def test_the_place_is_found_again(path: Path) -> None:
    with Workspace.open(path) as opened:
        work = opened.work("en.txt", "ja.txt")
        assert work.place is None
        work.place = "u9"
        work.clean_close()
    with Workspace.open(path) as opened:
        assert opened.work("en.txt", "ja.txt").place == "u9"


def test_earlier_corrections_are_found_by_any_stretch_of_either_language(
    workspace: Workspace, work: Work
) -> None:
    sources = {"u1": "Fuji Electric built a plant."}
    for corrected in ("富士電気が工場を建てた。", CORRECTED):
        work.record(
            "edit", [text("u1", corrected)], machine_texts={"u1": MACHINE}, source_texts=sources
        )
    work.record("edit", [text("u2", "100%の_線")], machine_texts={"u2": "百%の_線"})
    (found,) = workspace.corrections("富士山電機")
    assert (found.source, found.machine, found.corrected) == (sources["u1"], MACHINE, CORRECTED)
    assert workspace.corrections("fuji ELECTRIC") == (found,)
    assert workspace.corrections("工場") == (found,)
    assert [c.corrected for c in workspace.corrections("%")] == ["100%の_線"]
    assert workspace.corrections('"OR"') == workspace.corrections("") == ()
    assert [c.corrected for c in workspace.corrections("の")] == ["100%の_線"]


def test_the_latest_corrections_are_the_newest_of_each_machine_text(workspace: Workspace) -> None:
    here, there = workspace.work("a.txt", "a.ja.txt"), workspace.work("b.txt", "b.ja.txt")
    for work, machine, new in (
        (here, "雨が振る。", "雨が触る。"),
        (there, "雪が振る。", "雪が降る。"),
        (here, "風が拭く。", "風が吹く。"),
        (there, "雨が振る。", "雨が降る。"),
        (here, "雪が振る。", None),
    ):
        work.record("edit", [text("u1", new)], machine_texts={"u1": machine})
    latest = [c.corrected for c in workspace.latest_corrections()]
    assert latest == ["雨が降る。", "風が吹く。"]
    assert [c.corrected for c in workspace.latest_corrections(1)] == ["雨が降る。"]
    there.undo()
    latest = [c.corrected for c in workspace.latest_corrections()]
    assert latest == ["風が吹く。", "雨が触る。"]


def test_corrections_of_like_texts_are_found_the_likest_first(
    workspace: Workspace, work: Work
) -> None:
    for unit, machine in (
        ("u1", MACHINE),
        ("u2", "富士山電機は古い工場を閉じた。"),
        ("u3", "雨。"),
    ):
        work.record("edit", [text(unit, f"{machine}改")], machine_texts={unit: machine})
    found = workspace.corrections_like("富士山電機は新しい工場を建てる。")
    assert [c.machine for c in found] == [MACHINE, "富士山電機は古い工場を閉じた。"]
    assert workspace.corrections_like("雨") == workspace.corrections_like('"*"') == ()


def test_an_undone_correction_is_found_no_more(workspace: Workspace, work: Work) -> None:
    work.record("edit", [text("u1", CORRECTED)], machine_texts={"u1": MACHINE})
    work.undo()
    assert workspace.corrections("富士電機") == ()
    work.redo()
    assert len(workspace.corrections("富士電機")) == 1


def test_a_correction_says_for_which_text_it_was_made(work: Work) -> None:
    work.record(
        "edit", [text("u1", CORRECTED)], machine_texts={"u1": MACHINE}, source_texts={"u1": "Fuji."}
    )
    assert work.origins() == {"u1": Correction("Fuji.", MACHINE, CORRECTED)}
    work.undo()
    assert work.origins() == {}


def test_comments_and_muted_checks_belong_to_one_work(workspace: Workspace, work: Work) -> None:
    work.record("comment", [Change(Field.COMMENT, "u1", None, "ask the client")])
    work.record("mute", [Change(Field.MUTED, "stray-space", None, "today")])
    assert work.standing(Field.COMMENT) == {"u1": "ask the client"}
    assert work.standing(Field.MUTED) == {"stray-space": "today"}
    assert workspace.work("en.txt", "other.txt").standing(Field.COMMENT) == {}
    work.undo()
    assert work.standing(Field.MUTED) == {}


def test_the_time_spent_with_a_unit_adds_up(work: Work) -> None:
    work.spend({"u1": 2.5, "u2": 1.0})
    work.spend({"u1": 0.5})
    assert work.times() == {"u1": 3.0, "u2": 1.0}


def test_what_was_opened_last_is_known_also_where_nothing_was_changed(path: Path) -> None:
    hours = (datetime(2026, 1, 1, hour, tzinfo=UTC) for hour in range(24))
    with Workspace.open(path, now=lambda: next(hours)) as opened:
        for target in ("a.txt", "b.txt", "c.txt"):
            opened.work("/en.txt", f"/{target}")
    with Workspace.open(path, now=lambda: next(hours)) as opened:
        opened.work("/en.txt", "/b.txt")
    with Workspace.open(path, read_only=True) as opened:
        opened.work("/en.txt", "/a.txt")  # who only looks leaves no trace
        targets = [target for _, target in opened.latest()]
        assert targets == ["/b.txt", "/c.txt", "/a.txt"]


def test_a_workspace_of_the_first_version_can_be_read_as_it_is(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST_VERSION)
    with Workspace.open(path, read_only=True) as opened:
        work = opened.work("/en.txt", "/ja.txt")
        assert work.states() == {"u1": UnitState(CORRECTED, UnitStatus.DRAFT)}
        assert opened.remembered(MACHINE) == CORRECTED
        assert opened.corrections(MACHINE) == opened.corrections_like(MACHINE) == ()
        assert (work.times(), work.written()) == ({}, {})
        assert opened.latest() == opened.latest_corrections() == opened.memory() == ()


def test_a_workspace_of_the_first_version_is_brought_up_to_date(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST_VERSION)
    with Workspace.open(path) as opened:
        assert opened.latest() == (("/en.txt", "/ja.txt"),)
        work = opened.work("/en.txt", "/ja.txt")
        assert work.states() == {"u1": UnitState(CORRECTED, UnitStatus.DRAFT)}
        assert opened.waivers() == {"f1"}
        assert [c.corrected for c in opened.corrections("富士電機")] == [CORRECTED]
        work.record("comment", [Change(Field.COMMENT, "u1", None, "here")])
        assert [step.label for step in work.history()] == ["edit", "comment"]
    with Workspace.open(path, read_only=True) as again:
        assert again.work("/en.txt", "/ja.txt").standing(Field.COMMENT) == {"u1": "here"}


FIRST_VERSION = f"""
CREATE TABLE work (id INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL, place TEXT,
    dirty INTEGER NOT NULL DEFAULT 0, UNIQUE (source, target));
INSERT INTO work (id, source, target) VALUES (0, '', ''), (1, '/en.txt', '/ja.txt');
CREATE TABLE step (id INTEGER PRIMARY KEY AUTOINCREMENT, work INTEGER NOT NULL REFERENCES work,
    label TEXT NOT NULL, at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')));
CREATE INDEX step_of_work ON step (work, state, id);
CREATE TABLE change (step INTEGER NOT NULL REFERENCES step, ordinal INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('text', 'status', 'waiver', 'term')), key TEXT NOT NULL,
    old TEXT, new TEXT, machine TEXT, source TEXT, PRIMARY KEY (step, ordinal)) WITHOUT ROWID;
CREATE INDEX change_of_machine ON change (machine) WHERE machine IS NOT NULL;
CREATE TABLE standing (work INTEGER NOT NULL REFERENCES work,
    field TEXT NOT NULL CHECK (field IN ('text', 'status', 'waiver', 'term')), key TEXT NOT NULL,
    value TEXT NOT NULL CHECK (field <> 'status' OR value IN ('draft', 'confirmed')),
    UNIQUE (work, field, key));
CREATE TABLE draft (work INTEGER NOT NULL REFERENCES work, unit TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (work, unit));
INSERT INTO step VALUES (1, 1, 'edit', '2026-11-25T09:30:00+00:00', 'done');
INSERT INTO change VALUES (1, 0, 'text', 'u1', NULL, '{CORRECTED}', '{MACHINE}', NULL);
INSERT INTO standing VALUES (1, 'text', 'u1', '{CORRECTED}'), (1, 'status', 'u1', 'draft'),
    (0, 'waiver', 'f1', '1');
PRAGMA application_id = {0x7461_6979};
PRAGMA user_version = 1;
"""  # noqa: S608
