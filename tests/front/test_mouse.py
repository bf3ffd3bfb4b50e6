"""The review by mouse: marks, the keys at the bottom, the menu of the other button, lists."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from front.pressing import screen
from tui.app import TaiyakuApp
from tui.display.linebreak import cells
from tui.screens.menu import MenuDialog
from tui.screens.review import ReviewScreen
from tui.widgets.footer import KeysFooter
from tui.widgets.lines import Rows

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]

TWO = (
    (
        "Mitsui E&S began a pilot line, and Rapidus followed.",
        "三井物産E&Sが試作ラインを動かし、ラピッドゥスが続いた。",
    ),
    ("Snow fell for three days.", "雪は三日間降り続いた。"),
)


@asynccontextmanager
async def reviewing(session: ReviewSession) -> AsyncIterator[Pilot[None]]:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        yield pilot


def place(pilot: Pilot[None], words: str) -> tuple[int, int]:
    """Where words stand on the screen, as column and row."""
    rows = screen(pilot).splitlines()
    row = next(n for n, text in enumerate(rows) if words in text)
    return cells(rows[row][: rows[row].index(words)]) + 1, row


async def click(pilot: Pilot[None], words: str, button: int = 1, times: int = 1) -> None:
    await pilot.click(offset=place(pilot, words), button=button, times=times)
    await pilot.pause()
    await pilot.pause()


async def test_a_click_on_a_mark_picks_its_finding(opened: Opening) -> None:
    session = opened(TWO)
    async with reviewing(session) as pilot:
        assert session.pick == 0
        await click(pilot, "ラピッドゥス")
        assert session.pick == 1
        await click(pilot, "Mitsui E&S")
        assert session.pick == 0


async def test_a_mark_of_another_paragraph_is_gone_to_and_picked(opened: Opening) -> None:
    session = opened((*reversed(TWO),))
    async with reviewing(session) as pilot:
        assert session.at == 0
        await click(pilot, "ラピッドゥス")
        assert (session.at, session.pick) == (1, 1)


async def test_the_keys_at_the_bottom_are_buttons(opened: Opening) -> None:
    session = opened(TWO)
    async with reviewing(session) as pilot:
        footer = pilot.app.screen.query_one(KeysFooter)
        assert "apply" in str(footer.line(0))
        await click(pilot, " apply ")
        assert "三井E&S" in session.unit(0).target


async def test_the_other_button_opens_a_menu(opened: Opening) -> None:
    session = opened(TWO)
    async with reviewing(session) as pilot:
        await click(pilot, "Snow fell", button=3)
        assert session.at == 1
        assert isinstance(pilot.app.screen, MenuDialog)
        await pilot.press("escape")
        await click(pilot, "Mitsui E&S", button=3)
        await click(pilot, "apply this fix", times=2)
        assert "三井E&S" in session.unit(0).target


async def test_a_click_moves_the_cursor_of_a_list_and_two_choose(opened: Opening) -> None:
    session = opened(TWO)
    async with reviewing(session) as pilot:
        await pilot.press("f")
        await pilot.pause()
        await click(pilot, "confusable")
        rows = pilot.app.screen.query_one(Rows)
        assert "confusable" in str(rows.line(rows.cursor))
        await click(pilot, "confusable", times=2)
        assert list(session.shown) == [0]


async def test_the_japanese_is_copied(opened: Opening) -> None:
    session = opened(TWO)
    async with reviewing(session) as pilot:
        await pilot.press("Y")
        await pilot.pause()
        assert pilot.app.clipboard == TWO[0][1]
