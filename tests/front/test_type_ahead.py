"""Keys that arrive all at once go where they would have gone one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from front.pressing import until
from tui.app import TaiyakuApp
from tui.screens.review import ReviewScreen
from tui.widgets.editor import JapaneseEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]


async def at_once(pilot: Pilot[None], *keys: str) -> None:
    """Press keys without waiting for any, and wait until all have been dealt with."""
    for key in keys:
        name = "slash" if key == "/" else key
        pilot.app.post_message(events.Key(name, key if len(key) == 1 else None))
    await pilot.pause()
    await until(pilot, lambda: not pilot.app._held)


async def test_what_follows_the_key_that_opens_the_editor_is_typed_into_it(
    opened: Opening,
) -> None:
    async with TaiyakuApp(ReviewScreen(opened())).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await at_once(pilot, "e", *"港の起重機")
        assert pilot.app.screen.query_one(JapaneseEditor).japanese.endswith("港の起重機")


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (("g", "5", "enter"), 4),
        (("g", "2", "enter", "n"), 3),
        (("/", *"rapidus", "enter", "n"), 5),
        (("f", "enter", "end"), 5),
    ],
)
async def test_what_follows_a_question_answers_it(
    opened: Opening, keys: tuple[str, ...], at: int
) -> None:
    session = opened()
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await at_once(pilot, *keys)
        assert session.at == at


async def test_a_fix_and_the_way_to_the_next_come_in_one_go(opened: Opening) -> None:
    session = opened()
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await at_once(pilot, "n", "a", "n", "a", "n", "a", "n", "a")
        assert not session.counts()
        assert session.changed == 3


async def test_keys_that_are_left_when_the_app_ends_harm_nobody(opened: Opening) -> None:
    app = TaiyakuApp(ReviewScreen(opened()))
    app._held.append((0.0, events.Key("n", "n")))
    await app._give()
    assert len(app._held) == 1
