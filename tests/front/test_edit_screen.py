"""Editing the Japanese by key presses alone."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from textual import events

from front.pressing import press, shows, until
from tui.app import TaiyakuApp
from tui.screens.edit import EditScreen
from tui.screens.review import ReviewScreen
from tui.widgets.editor import JapaneseEditor

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]


@asynccontextmanager
async def editing(
    session: ReviewSession, at: int = 0, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    session.go(at)
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, "e")
        yield pilot


def editor(pilot: Pilot[None]) -> JapaneseEditor:
    return pilot.app.screen.query_one(JapaneseEditor)


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def test_enter_never_confirms_and_breaks_no_line(opened: Opening) -> None:
    session = opened()
    async with editing(session) as pilot:
        before = editor(pilot).japanese
        await press(pilot, "enter", "enter")
        assert editor(pilot).japanese == before
        assert isinstance(pilot.app.screen, EditScreen)
        assert shows(pilot, "Enter only accepts a conversion")
    assert session.confirmed == 0


async def test_japanese_typed_or_pasted_arrives_whole(opened: Opening) -> None:
    session = opened()
    async with editing(session) as pilot:
        await press(pilot, *"欧州委員会の新しい方針")
        await paste(pilot, "ソフトバンクグループと、がぎ。")
        await press(pilot, "escape")
    assert session.unit().target.endswith("欧州委員会の新しい方針ソフトバンクグループと、がぎ。")
    assert session.unit().state == "mod"


async def test_voicing_marks_that_stand_apart_are_joined_on_pasting(opened: Opening) -> None:
    async with editing(opened()) as pilot:
        await paste(pilot, "か\u3099き\u3099")
        assert editor(pilot).japanese.endswith("がぎ")


async def test_escape_keeps_the_edit_and_undo_restores_what_was(opened: Opening) -> None:
    session = opened()
    async with editing(session, 4) as pilot:
        await press(pilot, "backspace", "escape")
        assert session.unit(4).target == "雪は三日間降り続いた"
        await press(pilot, "u")
        assert shows(pilot, "雪は三日間降り続いた。")
    assert session.unit(4).target == "雪は三日間降り続いた。"


async def test_typing_can_be_undone_in_the_editor(opened: Opening) -> None:
    async with editing(opened()) as pilot:
        await press(pilot, *"あ", "ctrl+z")
        assert editor(pilot).japanese == "日本銀行は政策金利を0.5%に据え置いた。"


async def test_a_fix_is_applied_in_the_editor_and_the_finding_goes(opened: Opening) -> None:
    session = opened()
    async with editing(session, 1) as pilot:
        assert shows(pilot, "confusable-rendering")
        await press(pilot, "f4")
        await until(pilot, lambda: not shows(pilot, "confusable-rendering"))
        assert editor(pilot).japanese.startswith("三井E&Sが")
        await press(pilot, "ctrl+z")
        assert editor(pilot).japanese.startswith("三井物産E&Sが")
        await press(pilot, "f4", "escape")
    assert session.unit(1).target.startswith("三井E&Sが")


async def test_a_mistake_is_seen_while_it_is_typed(opened: Opening) -> None:
    async with editing(opened(), 1) as pilot:
        await press(pilot, "f4")
        await until(pilot, lambda: not shows(pilot, "confusable-rendering"))
        await press(pilot, "home", "right", "right", *"物産")
        await until(pilot, "confusable-rendering")
        assert shows(pilot, "E 1")


async def test_f5_confirms_and_edits_the_next_paragraph_that_needs_it(opened: Opening) -> None:
    session = opened()
    async with editing(session, 1) as pilot:
        await press(pilot, "f4", "f5")
        assert shows(pilot, "Paragraph 4")
        assert editor(pilot).japanese.startswith("ラピッドゥス")
        await press(pilot, "f5", "f5")
        assert shows(pilot, "No open finding is left. this one is still to be confirmed")
        assert shows(pilot, "Paragraph 1")
        await press(pilot, "f5", "f5", "f5")
        assert isinstance(pilot.app.screen, ReviewScreen)
    assert session.confirmed == 6


async def test_moving_to_another_paragraph_keeps_the_edit(opened: Opening) -> None:
    session = opened()
    async with editing(session) as pilot:
        await press(pilot, *"追", "alt+down")
        assert shows(pilot, "Paragraph 2")
        await press(pilot, "f8")
        assert shows(pilot, "Paragraph 4")
    assert session.unit(0).target.endswith("。追")


async def test_ctrl_r_takes_the_machine_text_again(opened: Opening) -> None:
    session = opened()
    session.edit("別の文。")
    async with editing(session) as pilot:
        await press(pilot, "ctrl+r", "escape")
    assert not session.unit().changed


async def test_what_was_typed_is_on_the_disk_half_a_second_later(opened: Opening) -> None:
    session = opened()
    async with editing(session, 2) as pilot:
        await press(pilot, *"下書き")
        await until(pilot, "draft kept")
        assert session.draft(2) == "この港は1889年に開かれた。下書き"
        pilot.app.exit()
    session = opened()
    async with editing(session, 2) as pilot:
        assert editor(pilot).japanese.endswith("下書き")
        await press(pilot, "escape")
        assert shows(pilot, "1 to write")


async def test_quitting_from_the_editor_records_the_edit_and_asks_for_the_file(
    opened: Opening,
) -> None:
    session = opened()
    async with editing(session, 2) as pilot:
        await press(pilot, *"下", "ctrl+q")
        assert shows(pilot, "not in a file yet: 1 paragraph")
        await press(pilot, "q")
        assert not pilot.app.is_running
    assert opened().unit(2).target == "この港は1889年に開かれた。下"


async def test_a_terminal_made_too_small_loses_nothing_of_the_edit(opened: Opening) -> None:
    async with editing(opened()) as pilot:
        await press(pilot, *"下")
        await pilot.resize_terminal(50, 10)
        await pilot.pause()
        assert shows(pilot, "Nothing is lost")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert editor(pilot).japanese.endswith("。下")


async def test_words_of_one_script_are_stepped_over(opened: Opening) -> None:
    async with editing(opened()) as pilot:
        await press(pilot, "home", "ctrl+right")
        assert editor(pilot).cursor_location == (0, 4)
        await press(pilot, "ctrl+right", "ctrl+right")
        assert editor(pilot).cursor_location == (0, 9)
        await press(pilot, "ctrl+left")
        assert editor(pilot).cursor_location == (0, 5)


async def test_no_line_of_the_editor_begins_with_a_full_stop(opened: Opening) -> None:
    session = opened()
    session.edit("据え置いた" * 7 + "い" + "据置た。" * 12, 0)
    async with editing(session) as pilot:
        sections = editor(pilot).wrapped_document.get_sections(0)
        assert len(sections) > 1
        assert "".join(sections) == session.unit().target
        assert not any(section.startswith("。") for section in sections)


async def test_control_characters_of_a_text_survive_an_edit_around_them(opened: Opening) -> None:
    session = opened()
    text = "一\x85二\u2028三\x9b四\t五"
    session.edit(text, 0)
    async with editing(session) as pilot:
        assert editor(pilot).japanese == text
        await press(
            pilot, *"六", "escape"
        )  # where the finding is, behind the character that steers
    assert session.unit().target == text.replace("四", "六四")


def test_textual_still_has_the_private_names_that_are_replaced() -> None:
    from textual import _wrap
    from textual.document import _wrapped_document
    from textual.widgets import TextArea

    from tui.widgets.textual_internals import break_lines_as_japanese

    assert callable(_wrap.compute_wrap_offsets)
    break_lines_as_japanese()
    assert _wrapped_document.compute_wrap_offsets is not _wrap.compute_wrap_offsets
    assert hasattr(TextArea("text"), "_line_cache")


async def test_a_draft_is_kept_while_the_person_types_on(opened: Opening) -> None:
    session = opened()
    async with editing(session, 2) as pilot:
        for _ in range(60):
            await pilot.press("あ")
            if session.draft(2):
                break
            await pilot.pause(0.05)
        assert (session.draft(2) or "").startswith("この港は1889年に開かれた。あ")


async def test_an_emptied_paragraph_is_not_confirmed(opened: Opening) -> None:
    session = opened()
    async with editing(session, 2) as pilot:
        await press(pilot, "ctrl+a", "ctrl+k", "f5")
        assert shows(pilot, "The Japanese is empty")
        await press(pilot, "escape")
    assert session.confirmed == 0


async def test_the_editor_opens_at_the_finding_and_f4_mends_the_one_that_f8_went_to(
    opened: Opening,
) -> None:
    english = "Mitsui E&S builds cranes, and Rapidus helps."
    japanese = "三井物産E&Sはクレーンを造り、ラピッドゥスが手伝う。"
    session = opened(((english, japanese), ("Snow fell.", "雪が降った。")))
    async with editing(session, 0) as pilot:
        text = session.unit().target
        assert editor(pilot).caret == text.index("三井物産E&S") + len("三井物産E&S")
        await press(pilot, "f8")
        assert editor(pilot).caret == text.index("ラピッドゥス") + len("ラピッドゥス")
        await press(pilot, "f4")
        assert "ラピダスが手伝う" in editor(pilot).japanese
        assert "三井物産E&S" in editor(pilot).japanese


async def test_the_neighbours_are_in_view_where_there_is_room(opened: Opening) -> None:
    async with editing(opened(), 1, (120, 36)) as pilot:
        assert shows(pilot, "The Bank of Japan kept")
        assert shows(pilot, "The harbour opened")
    async with editing(opened(), 1, (80, 24)) as pilot:
        assert not shows(pilot, "The harbour opened")
