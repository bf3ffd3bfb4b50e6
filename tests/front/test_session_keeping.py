"""What a review writes, what it recovers, and what a second window may do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.bitext import Bitext, TranslationUnit
from corpus.errors import UnwritableFile, WorkspaceError
from corpus.workspace.store import Workspace
from corpus.workspace.work import Work
from glossary.termbase import Termbase
from tui.review.session import ReviewSession
from tui.sample import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

    Opening = Callable[..., ReviewSession]

MITSUI, RAPIDUS, RAPIDUS_TWICE = 1, 3, 5
PAIRS_OF_TWO = (
    ("The harbour opened in 1889.", "この港は1889年に開かれた。"),
    ("Snow fell for three days.", "雪は三日間降り続いた。"),
)


def _pairs(session: ReviewSession) -> tuple[tuple[str, str], ...]:
    return tuple((u.source, u.target) for u in session.bitext.units)


def test_writing_makes_a_new_file_and_touches_nothing_else(opened: Opening, folder: Path) -> None:
    session = opened()
    originals = [(folder / name).read_bytes() for name in ("en.txt", "ja.txt")]
    session.go(MITSUI)
    session.apply()
    assert session.unsaved == 1
    written = session.save()
    assert written == folder / "ja.corrected.txt"
    assert written.read_bytes() == originals[1].replace("三井物産E&S".encode(), "三井E&S".encode())
    assert [(folder / name).read_bytes() for name in ("en.txt", "ja.txt")] == originals
    assert session.unsaved == 0
    assert opened().unsaved == 0


def test_writing_in_place_replaces_the_japanese_and_the_next_start_finds_it_right(
    opened: Opening, folder: Path
) -> None:
    session = opened()
    session.go(MITSUI)
    session.apply()
    session.confirm()
    session.save(folder / "ja.txt")
    session = opened(tuple((e, j.replace("三井物産E&S", "三井E&S")) for e, j in _pairs(session)))
    assert session.unit(MITSUI).state == "ok"
    assert not session.unit(MITSUI).changed
    assert session.unit(MITSUI).findings == ()
    assert session.unsaved == 0


def test_a_fix_that_was_written_in_place_can_be_undone_after_a_restart(
    opened: Opening, folder: Path
) -> None:
    session = opened()
    before = session.unit(MITSUI).target
    session.go(MITSUI)
    session.apply()
    session.save(folder / "ja.txt")
    session = opened(tuple((e, j.replace("三井物産E&S", "三井E&S")) for e, j in _pairs(session)))
    assert session.undo()
    assert session.unit(MITSUI).target == before
    assert session.unsaved == 1
    session.redo()
    assert session.unit(MITSUI).target != before
    assert session.unsaved == 0


def test_writing_in_place_twice_writes_what_was_undone_between(
    opened: Opening, folder: Path
) -> None:
    session = opened()
    original = (folder / "ja.txt").read_bytes()
    session.go(MITSUI)
    session.apply()
    session.save(folder / "ja.txt")
    session.undo()
    session.save(folder / "ja.txt")
    assert (folder / "ja.txt").read_bytes() == original


def test_the_source_is_never_written_to(opened: Opening, folder: Path) -> None:
    session = opened()
    with pytest.raises(UnwritableFile, match="English"):
        session.save(folder / "en.txt")


def test_a_target_that_another_program_changed_is_not_written_over(
    opened: Opening, folder: Path
) -> None:
    session = opened()
    session.go(MITSUI)
    session.apply()
    (folder / "ja.txt").write_text("別の文章。\n", encoding="utf-8")
    with pytest.raises(UnwritableFile, match="another program"):
        session.save(folder / "ja.txt")
    assert (folder / "ja.txt").read_text(encoding="utf-8") == "別の文章。\n"


def test_japanese_written_where_there_was_none_becomes_a_paragraph(
    opened: Opening, folder: Path
) -> None:
    session = opened(
        (("It rained.", "雨が降った。"), ("It snowed.", ""), ("It cleared.", "晴れた。"))
    )
    assert session.unit(1).state == "--"
    session.edit("雪が降った。", 1)
    assert session.save().read_text(encoding="utf-8") == (
        "雨が降った。\n\n雪が降った。\n\n晴れた。\n"
    )


def test_a_bitext_file_is_written_beside_itself(folder: Path) -> None:
    path = folder / "pairs.jsonl"
    path.write_text('{"id": "a", "source": "Snow fell.", "target": "雪が降る。"}\n')
    units = (TranslationUnit("a", "Snow fell.", "雪が降る。"),)
    with Workspace.open(folder / "workspace.db") as workspace:
        session = ReviewSession(Bitext(str(path), units), Termbase.of(()), workspace)
        session.edit("雪が降った。")
        assert session.save() == folder / "pairs.corrected.jsonl"
        assert "雪が降った。" in (folder / "pairs.corrected.jsonl").read_text(encoding="utf-8")
        session.save(path)
        session.undo()
        session.save(path)
        assert path.read_text() == '{"id": "a", "source": "Snow fell.", "target": "雪が降る。"}\n'


def test_a_draft_is_the_text_at_the_next_start_and_one_undo_takes_it_away(opened: Opening) -> None:
    session = opened()
    machine = session.unit(2).target
    session.keep_draft("この港は1889年に", 2)
    session = opened()
    assert session.unit(2).target == "この港は1889年に"
    assert session.draft(2) is None
    assert "unfinished edit of paragraph 3" in session.notices[0]
    assert session.undo() == "unfinished edit 3"
    assert session.unit(2).target == machine
    session = opened()
    assert session.unit(2).target == machine
    assert session.notices == ()


def test_a_fix_made_after_a_recovered_draft_stands(opened: Opening) -> None:
    session = opened()
    session.keep_draft("この港は1889年に", 2)
    session = opened()
    session.edit("この港は1889年に開港した。", 2)
    session = opened()
    assert session.unit(2).target == "この港は1889年に開港した。"
    assert session.draft(2) is None


def test_a_kill_right_after_an_edit_does_not_bring_its_older_draft_back(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(Exception):
        """What comes after it was never run."""

    def killed(self: Work, unit: str, text: str | None) -> None:
        if text is None:
            raise Killed
        keep_draft(self, unit, text)

    keep_draft = Work.keep_draft
    session = opened()
    session.keep_draft("この港は1889年に", 2)
    with monkeypatch.context() as patched:
        patched.setattr(Work, "keep_draft", killed)
        with pytest.raises(Killed):
            session.edit("この港は1889年に開港した。", 2)
    session = opened()
    assert session.unit(2).target == "この港は1889年に開港した。"
    assert session.notices == ()


def test_a_draft_that_says_what_stands_is_cleared_without_a_step(opened: Opening) -> None:
    session = opened()
    session.keep_draft(session.unit(2).target, 2)
    session = opened()
    assert session.notices == ()
    assert session.history() == ()
    assert opened().undo() is None


def test_a_second_window_leaves_the_draft_of_the_first_alone(opened: Opening) -> None:
    session = opened()
    session.keep_draft("この港は1889年に", 2)
    with Workspace.open(session.workspace.path) as second:
        reading = ReviewSession(session.bitext, Termbase.of(()), second)
        assert not reading.unit(2).changed
    assert opened().unit(2).target == "この港は1889年に"


def test_a_second_window_can_look_but_not_change(opened: Opening) -> None:
    session = opened()
    with Workspace.open(session.workspace.path) as second:
        reading = ReviewSession(session.bitext, Termbase.of(()), second)
        assert reading.read_only
        assert "only be read" in reading.notices[0]
        with pytest.raises(WorkspaceError):
            reading.edit("三井E&Sが建造する。", MITSUI)
        assert "三井物産" in reading.unit(MITSUI).target
        with pytest.raises(UnwritableFile, match="another window"):
            reading.save(Path(session.bitext.name))
        session.apply()
        written = session.save().read_text("utf-8")
        with pytest.raises(UnwritableFile, match="another window"):
            reading.save()
        assert session.default_path.read_text("utf-8") == written


def test_the_sample_is_never_written_over(opened: Opening, folder: Path) -> None:
    session = opened()
    with pytest.raises(UnwritableFile, match="sample"):
        session.save(FOLDER / "ja.txt")


def test_what_was_written_is_known_again_wherever_it_was_written(
    opened: Opening, folder: Path, tmp_path: Path
) -> None:
    session = opened()
    session.next_finding()
    session.apply()
    elsewhere = tmp_path / "other" / "out.txt"
    elsewhere.parent.mkdir()
    session.save(elsewhere)
    assert opened().unsaved == 0
    elsewhere.write_text("by hand", encoding="utf-8")
    session = opened()
    assert session.unsaved == 1
    assert session.stranger(elsewhere)


def test_a_file_of_another_text_under_the_usual_name_is_a_stranger(
    opened: Opening, folder: Path
) -> None:
    session = opened()
    session.next_finding()
    session.apply()
    assert not session.stranger(session.default_path)
    session.default_path.write_text("of another text", encoding="utf-8")
    assert session.stranger(session.default_path)
    session.save()
    assert not session.stranger(session.default_path)


def test_a_correction_that_was_taken_back_is_not_offered(opened: Opening) -> None:
    session = opened()
    session.go(3)
    session.edit("三菱商事は千歳で試作ラインを動かし始めた。")
    assert session.workspace.corrections("三菱商事")
    session.back_to_machine()
    assert session.remembered() is None
    assert session.like_before() is None
    assert not session.workspace.corrections("三菱商事")
    assert not session.workspace.latest_corrections()


def test_the_finding_behind_a_mended_one_is_the_next(opened: Opening) -> None:
    twice = (
        "Mitsui E&S builds cranes, and Rapidus builds a line.",
        "三井物産E&Sはクレーンを造り、ラピッドゥスはラインを造る。",
    )
    session = opened((twice, ("Rapidus grew.", "ラピッドゥスは成長した。")))
    session.apply()
    assert session.next_finding() is not None
    assert (session.at, session.pick) == (0, 0)
    session.next_finding()
    assert session.at == 1
