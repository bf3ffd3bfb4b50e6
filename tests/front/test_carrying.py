"""A file that was changed after it had been corrected: what was done is not lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.workspace.journal import Correction, UnitStatus
from tui.review.carrying import again

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]

BEFORE = (
    ("Snow fell for three days in the north.", "北部で雪は三日間降り続いた。"),
    ("The harbour opened in 1889.", "この港は1889年に開かれた。"),
    ("The bridge is closed to all traffic today.", "橋は今日、通行止めである。"),
)


def rewritten(opened: Opening, folder: Path, pairs: tuple[tuple[str, str], ...]) -> ReviewSession:
    """The review of the same two files, after these pairs were written into them."""
    for name, side in (("en.txt", 0), ("ja.txt", 1)):
        (folder / name).write_text("\n\n".join(p[side] for p in pairs) + "\n", encoding="utf-8")
    return opened(pairs)


def test_a_correction_goes_with_its_paragraph_whose_english_was_edited(
    opened: Opening, folder: Path
) -> None:
    session = opened(BEFORE)
    session.edit("北部で雪は三日のあいだ降り続いた。", 0)
    after = (
        ("A new beginning.", "新しい始まり。"),
        ("Snow fell for three days in the far north.", "北部で雪は三日間降り続いた。"),
        *BEFORE[1:],
    )
    session = rewritten(opened, folder, after)
    assert session.unit(1).target == "北部で雪は三日のあいだ降り続いた。"
    assert (session.unit(1).state, session.unit(1).carried) == ("car", True)
    assert "look again (f shows them): 2" in session.notices[0]
    session.go(1)
    session.confirm()
    assert session.unit(1).state == "ok"
    session = opened(after)
    assert session.unit(1).state == "ok"
    assert not any("Carried" in notice for notice in session.notices)


def test_a_correction_is_made_again_in_the_machines_new_japanese(
    opened: Opening, folder: Path
) -> None:
    session = opened(BEFORE)
    session.edit("北部で雪は三日のあいだ降り続いた。", 0)
    after = ((BEFORE[0][0], "北の地方で雪は三日間降り続いていた。"), *BEFORE[1:])
    session = rewritten(opened, folder, after)
    assert session.unit(0).target == "北の地方で雪は三日のあいだ降り続いていた。"
    assert session.unit(0).carried
    session.undo()
    assert not session.unit(0).carried


def test_a_correction_that_does_not_fit_stands_and_is_to_be_looked_at(
    opened: Opening, folder: Path
) -> None:
    session = opened(BEFORE)
    session.edit("北部で雪は三日のあいだ降り続いた。", 0)
    after = ((BEFORE[0][0], "降雪は北では72時間に及んだ。"), *BEFORE[1:])
    session = rewritten(opened, folder, after)
    assert session.unit(0).target == "北部で雪は三日のあいだ降り続いた。"
    assert session.unit(0).carried


def test_a_confirmed_paragraph_is_open_again_where_its_japanese_was_changed(
    opened: Opening, folder: Path
) -> None:
    session = opened(BEFORE)
    session.confirm()
    after = ((BEFORE[0][0], "北部で雪は三日も降り続いた。"), *BEFORE[1:])
    session = rewritten(opened, folder, after)
    assert session.unit(0).carried
    assert session.unit(0).status is UnitStatus.DRAFT
    assert session.unit(0).target == "北部で雪は三日も降り続いた。"


def test_what_has_not_changed_is_left_alone(opened: Opening, folder: Path) -> None:
    session = opened(BEFORE)
    session.edit("北部で雪は三日のあいだ降り続いた。", 0)
    session.go(1)
    session.confirm()
    session = rewritten(opened, folder, (*BEFORE, ("It cleared.", "晴れた。")))
    assert not any(session.unit(at).carried for at in range(len(session)))
    assert session.unit(1).state == "ok"


def test_what_was_done_after_the_file_itself_was_saved_stands_at_the_next_start(
    opened: Opening, folder: Path
) -> None:
    session = opened(BEFORE)
    session.edit("北部で雪は三日のあいだ降り続いた。", 0)
    session.edit("1889年に開港した。", 1)
    session.save(folder / "ja.txt")
    session.all_to_machine([0])
    session.edit("この港は明治22年に開かれた。", 1)
    session.go(1)
    session.confirm()
    session = opened(BEFORE)
    assert session.unit(0).target == BEFORE[0][1]
    assert session.unit(1).target == "この港は明治22年に開かれた。"
    assert session.unit(1).state == "ok"
    assert not any("Carried" in notice for notice in session.notices)


def test_a_correction_is_made_where_its_words_stand_once_with_those_around_them() -> None:
    correction = Correction("", "雪は三日間。", "雪は三日のあいだ。")
    assert again(correction, "雨は三日間。雪は三日間。") == "雨は三日間。雪は三日のあいだ。"
    assert again(correction, "雪は三日間。雪は三日間。") is None
    assert again(correction, "雪は四日間。") is None
    assert again(correction, "雨も雪は三日間。") == "雨も雪は三日のあいだ。"
    assert again(Correction("", "雪。", "雪、雨。"), "雪と風。") is None
    appended = Correction(
        "", "港は13年に開き、橋は13年に落ちた。", "港は15年に開き、橋は13年に落ちた。"
    )
    assert again(appended, "港は13年に開き、古い橋は13年に落ちた。").startswith("港は15年")


def test_something_put_in_is_put_in_again_beside_the_same_words() -> None:
    correction = Correction("", "雪が降った。道は閉ざされた。", "雪が降った。北の道は閉ざされた。")
    assert (
        again(correction, "昨日雪が降った。道は閉ざされた。")
        == "昨日雪が降った。北の道は閉ざされた。"
    )
    at_the_end = Correction("", "雪が降った。", "雪が降った。以上。")
    assert again(at_the_end, "昨日、雪が降った。") == "昨日、雪が降った。以上。"
