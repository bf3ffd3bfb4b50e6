"""Several paragraphs are selected, and one key does something to all of them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.workspace.journal import UnitStatus
from front.pressing import press
from tui.app import TaiyakuApp
from tui.review.selection import Selection
from tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]


@asynccontextmanager
async def reviewing(session: ReviewSession) -> AsyncIterator[Pilot[None]]:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield pilot


def confirmed(session: ReviewSession) -> list[int]:
    units = map(session.unit, range(len(session)))
    return [u.number for u in units if u.status is UnitStatus.CONFIRMED]


@given(
    st.lists(st.tuples(st.sampled_from(["tick", "begin", "follow", "settle"]), st.integers(0, 9)))
)
def test_what_is_selected_is_what_is_counted(steps: list[tuple[str, int]]) -> None:
    selection = Selection()
    for step, at in steps:
        if step == "follow":
            selection.follow(at, range(10))
        elif step == "settle":
            before = selection.units
            selection.settle()
            assert selection.units == before
            assert not selection.open
        else:
            getattr(selection, step)(at)
        assert len(selection) == len(selection.units)
        assert all(at in selection for at in selection.units)
    selection.clear()
    assert not selection.units


async def test_a_range_is_confirmed_as_one_step_and_reopened(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        shown = await press(pilot, "v", "down", "down")
        assert "3 paragraphs selected" in shown
        assert all(sign in shown for sign in ("   1*new", "   2*E1", ">   3*new"))
        assert "   4 E1" in shown or "   4 W1" in shown
        assert "Confirmed: 3 paragraphs" in await press(pilot, "c")
        assert confirmed(session) == [1, 2, 3]
        await press(pilot, "u")
        assert confirmed(session) == []
        await press(pilot, "ctrl+y", "home", "space", "down", "space", "U")
        assert confirmed(session) == [3]


async def test_escape_selects_nothing_any_more_and_keeps_the_filter(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "/", *"rapidus", "enter")
        assert "1 paragraph selected" in await press(pilot, "space")
        shown = await press(pilot, "escape")
        assert not len(session.selection)
        assert "search rapidus" in shown


async def test_only_what_the_filter_shows_is_in_a_range(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "f", "enter", "home", "v", "end", "c")
        assert confirmed(session) == [2, 4, 6]


@pytest.mark.parametrize(("key", "said"), [("i", "Ignored from now on: 4 findings")])
async def test_the_findings_of_all_are_ignored(opened: Opening, key: str, said: str) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        assert said in await press(pilot, "v", "end", key)
        assert not session.counts()
        await press(pilot, "u")
        assert sum(session.counts().values()) == 4


async def test_all_go_back_to_the_machine_s_text(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "n", "a", "n", "a")
        assert session.changed == 2
        assert "machine's text is back: 2 paragraphs" in await press(pilot, "home", "v", "end", "R")
        assert session.changed == 0
        await press(pilot, "u")
        assert session.changed == 2


async def test_a_command_without_a_selection_is_about_the_paragraph_in_view(
    opened: Opening,
) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "space", "space", "C")
        assert confirmed(session) == [1]
