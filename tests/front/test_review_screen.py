"""The review by key presses alone."""

from __future__ import annotations

import unicodedata
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from front.pressing import choose, press, screen, shows, until
from tui.app import TaiyakuApp
from tui.display.linebreak import cells
from tui.review.terms import NewTerm
from tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]

WIDE, NARROW = (120, 36), (80, 24)


@asynccontextmanager
async def reviewing(
    session: ReviewSession, size: tuple[int, int] = WIDE
) -> AsyncIterator[Pilot[None]]:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def test_a_person_jumps_to_the_wrong_company_fixes_it_writes_and_finds_it_fixed_on_reopening(
    opened: Opening, folder: Path
) -> None:
    async with reviewing(opened()) as pilot:
        assert shows(pilot, "E 1  W 3  i 0")
        await press(pilot, "n")
        assert shows(pilot, "三井物産E&S >> 三井E&S")
        await press(pilot, "a", "w", "enter")
        assert shows(pilot, "Written to")
        assert shows(pilot, "E 0  W 3  i 0")
    assert "三井E&S" in (folder / "ja.corrected.txt").read_text(encoding="utf-8")
    async with reviewing(opened()) as pilot:
        assert shows(pilot, "三井E&Sが新しい")
        assert not shows(pilot, "三井物産")


@pytest.mark.parametrize("size", [WIDE, NARROW, (200, 50), (72, 20)])
async def test_every_screen_fits_and_needs_no_character_of_doubtful_width(
    opened: Opening, size: tuple[int, int]
) -> None:
    async with reviewing(opened(), size) as pilot:
        for keys in (["n"], ["question_mark"], ["escape", "n", "A"], ["escape", "e"], ["escape"],
                     ["t"], ["escape", "w"], ["escape", "ctrl+p"]):  # fmt: skip
            await press(pilot, *keys)
            lines = screen(pilot).splitlines()
            assert [cells(line) for line in lines] == [size[0]] * size[1], keys
            doubtful = {c for line in lines for c in line if unicodedata.east_asian_width(c) == "A"}
            assert not doubtful, keys


async def test_below_a_hundred_columns_only_the_paragraph_in_view_is_spread_out(
    opened: Opening,
) -> None:
    async with reviewing(opened(), NARROW) as pilot:
        await press(pilot, "j")
        assert shows(pilot, " EN  [1:Mitsui E&S] will build the cranes for the new terminal.")
        assert shows(pilot, " JA  [1:三井物産E&S]が新しいターミナルのクレーンを建造する。")
        assert not shows(pilot, "Rapidus began")


async def test_undo_restores_the_text_and_redo_mends_it_again(opened: Opening) -> None:
    async with reviewing(opened()) as pilot:
        await press(pilot, "n", "a", "u")
        assert shows(pilot, "[1:三井物産E&S]が")
        await press(pilot, "ctrl+y")
        assert shows(pilot, "三井E&Sが")


async def test_an_ignored_finding_is_not_shown_again(opened: Opening) -> None:
    async with reviewing(opened()) as pilot:
        await press(pilot, "n", "i")
        assert shows(pilot, ">   4")
        assert shows(pilot, "Ignored from now on")
        assert shows(pilot, "E 0")
    async with reviewing(opened()) as pilot:
        assert shows(pilot, "E 0  W 3")


async def test_a_fix_goes_everywhere_but_where_it_was_unticked(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "n", "n", "A")
        assert shows(pilot, "-ラピッドゥス- +ラピダス+は千歳で")
        await press(pilot, "down", "space")
        assert shows(pilot, "1 of 2 paragraphs ticked")
        await press(pilot, "f5")
        assert shows(pilot, "Mended in 1 paragraph")
    assert "ラピダスは千歳" in session.unit(3).target
    assert "ラピッドゥス" in session.unit(5).target


async def test_enter_applies_everywhere_and_s_offers_another_rendering(opened: Opening) -> None:
    session = opened()
    session.add_term(NewTerm("Rapidus", "Rapidus社"))
    session.add_term(NewTerm("Rapidus", "ラピダス株式会社", "ラピッドゥス"))
    async with reviewing(session) as pilot:
        await press(pilot, "n", "n")
        first, second = session.unit(3).findings[0].suggestions
        assert shows(pilot, f"ラピッドゥス >> {first}")
        await press(pilot, "s")
        assert shows(pilot, f"ラピッドゥス >> {second}")
        await press(pilot, "A", "enter")
        assert shows(pilot, "Mended in 2 paragraphs")
    assert f"{second}は千歳" in session.unit(3).target


async def test_a_term_is_added_from_a_finding_in_two_keys(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "n", "t")
        assert shows(pilot, "三井E&S")
        assert shows(pilot, "< company >")
        await press(pilot, "ctrl+s")
        assert shows(pilot, "Added Mitsui E&S")
    (right, wrong) = session.workspace.terms()
    assert (right.source, right.target, right.kind) == ("Mitsui E&S", "三井E&S", "company")
    assert (wrong.target, wrong.status) == ("三井物産E&S", "deprecated")


async def test_a_term_needs_both_languages(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "t", "ctrl+s")
        assert shows(pilot, "are both needed")
        await press(pilot, "escape")
    assert session.workspace.terms() == ()


async def test_confirming_goes_to_the_next_paragraph_that_needs_a_person(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "f5")
        assert shows(pilot, ">   2")
        await press(pilot, "c", "c", "c")
        assert shows(pilot, "4/6 confirmed")
        assert shows(pilot, "No open finding is left")


async def test_an_earlier_correction_of_the_same_machine_text_is_offered(opened: Opening) -> None:
    session = opened()
    session.edit("雪は三日のあいだ降った。", 4)
    pairs = (("It snowed for three days.", session.bitext.units[4].target),)
    other = _bitext_of(session, pairs)
    async with reviewing(other) as pilot:
        assert shows(pilot, "corrected before as  雪は三日のあいだ降った。")
        await press(pilot, "p")
        assert not shows(pilot, "corrected before")
    assert other.unit().target == "雪は三日のあいだ降った。"


async def test_a_correction_of_a_like_text_is_offered_when_the_person_stays(
    opened: Opening,
) -> None:
    session = opened()
    session.edit("雪は三日のあいだ降り続いた。", 4)
    other = _bitext_of(session, (("It snowed for three days.", "その雪は三日間降り続いた。"),))
    async with reviewing(other) as pilot:
        await until(pilot, "corrected before as  その雪は三日のあいだ降り続いた。")
        await press(pilot, "p")
    assert other.unit().target == "その雪は三日のあいだ降り続いた。"


async def test_full_width_letters_are_commands_too(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "ｎ", "ａ")
    assert "三井E&Sが" in session.unit(1).target


async def test_keys_that_do_nothing_here_are_not_in_the_footer(opened: Opening) -> None:
    async with reviewing(opened()) as pilot:
        assert not shows(pilot, "a F4 apply")
        await press(pilot, "n")
        assert shows(pilot, "a F4 apply")
        assert not shows(pilot, "A everywhere")
        await press(pilot, "n")
        assert shows(pilot, "A everywhere")


async def test_the_palette_finds_every_command(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "n")
        await choose(pilot, "apply this")
    assert "三井E&Sが" in session.unit(1).target


async def test_help_shows_all_keys_uncut(opened: Opening) -> None:
    async with reviewing(opened(), NARROW) as pilot:
        await press(pilot, "question_mark")
        assert shows(pilot, "n F8        next finding")
        assert not shows(pilot, "~")
        await press(pilot, "escape")
        assert shows(pilot, "Findings in 1")


async def test_a_file_that_cannot_be_written_is_a_message_and_nothing_is_lost(
    opened: Opening,
) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "n", "a", "w", "ctrl+a", "ctrl+k", *"/proc/no/x.txt")
        await press(pilot, "enter")
        assert shows(pilot, "cannot write")
    assert session.unsaved == 1


async def test_another_file_is_replaced_only_after_a_second_enter(
    opened: Opening, folder: Path
) -> None:
    other = folder / "o"
    other.write_text("mine", encoding="utf-8")
    async with reviewing(opened()) as pilot:
        await press(pilot, "n", "a", "w", "ctrl+a", "ctrl+k", *str(other), "enter")
        assert shows(pilot, "Enter again replaces")
        assert other.read_text(encoding="utf-8") == "mine"
        await press(pilot, "enter")
        assert shows(pilot, "Written to")
    assert "三井E&S" in other.read_text(encoding="utf-8")


async def test_leaving_speaks_of_corrections_that_are_in_no_file(opened: Opening) -> None:
    async with reviewing(opened()) as pilot:
        await press(pilot, "n", "a", "ctrl+q")
        assert shows(pilot, "Corrected and not in a file yet: 1 paragraph")
        await press(pilot, "escape")
        assert pilot.app.is_running
        await press(pilot, "q", "q")
        assert not pilot.app.is_running


async def test_a_terminal_that_is_too_small_says_so_and_recovers(opened: Opening) -> None:
    async with reviewing(opened()) as pilot:
        await pilot.resize_terminal(58, 17)
        await pilot.pause()
        assert shows(pilot, "Too small (58x17)")
        assert shows(pilot, "At least 72x20 is needed")
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert shows(pilot, "Findings in 1")


async def test_a_terminal_that_is_too_small_from_the_start_says_so(opened: Opening) -> None:
    async with reviewing(opened(), (60, 15)) as pilot:
        assert shows(pilot, "Too small (60x15)")


async def test_a_second_window_says_that_it_can_only_read(opened: Opening) -> None:
    from corpus.workspace.store import Workspace
    from glossary.termbase import Termbase
    from tui.review.session import ReviewSession

    first = opened()
    with Workspace.open(first.workspace.path) as second:
        session = ReviewSession(first.bitext, Termbase.of(()), second)
        async with reviewing(session) as pilot:
            assert shows(pilot, "Another window")
            assert shows(pilot, "read-only")
            await press(pilot, "c")
            assert "by another window (process" in " ".join(screen(pilot).split())
            await press(pilot, "e")
            assert shows(pilot, "can only be read")
            for key in ("t", "m"):
                await press(pilot, key)
                assert len(pilot.app.screen_stack) == 2
            await press(pilot, "q")
            assert not pilot.app.is_running


async def test_escape_sequences_and_markup_of_a_text_are_only_shown(opened: Opening) -> None:
    pairs = (("A \x1b[31mred\x1b[0m [bold]rose[/bold].", "赤い\x9b31mばら[bold]\u202e。"),)
    for size in (WIDE, NARROW):
        async with reviewing(_bitext_of(opened(), pairs), size) as pilot:
            text = screen(pilot)
            assert "\x1b" not in text
            assert "\x9b" not in text
            assert "\u202e" not in text
            assert "[bold]rose[/bold]" in text
            assert "[2:\u241b[31m]red" in text  # marked, since control-character flags it
            await press(pilot, "e")
            assert not set("\x1b\x9b\u202e") & set(screen(pilot))
            await press(pilot, "escape")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_cursor_stays_in_view_among_thousands_of_paragraphs(
    opened: Opening, size: tuple[int, int]
) -> None:
    pairs = tuple(
        (f"Paragraph {n} " + "is long " * (n % 40), f"第{n}段落" + "は長い" * (n * 7 % 50))
        for n in range(1, 2001)
    )
    async with reviewing(_bitext_of(opened(), pairs), size) as pilot:
        at = 1
        steps = [("down", 1)] * 12 + [("end", 2000)] + [("up", -1)] * 9 + [("home", -2000)]
        for key, by in [*steps, ("j", 1), ("k", -1)]:
            await press(pilot, key)
            at = max(1, min(2000, at + by))
            row = next(line for line in screen(pilot).splitlines() if line.startswith(">"))
            assert row.split()[1] == str(at) or row.split()[0] == f">{at}"
        for key in ("pagedown", "pagedown", "pageup"):
            await press(pilot, key)
            assert any(line.startswith(">") for line in screen(pilot).splitlines())


def _bitext_of(session: ReviewSession, pairs: tuple[tuple[str, str], ...]) -> ReviewSession:
    from corpus.bitext import Bitext, TranslationUnit
    from glossary.termbase import Termbase
    from tui.review.session import ReviewSession

    units = tuple(TranslationUnit(f"u{n}", *pair) for n, pair in enumerate(pairs))
    return ReviewSession(Bitext("own.jsonl", units), Termbase.of(()), session.workspace)
