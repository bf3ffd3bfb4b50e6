"""The start screen: the sample, two files, the texts of the last review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from front.pressing import press, shows, until
from tui.app import TaiyakuApp
from tui.screens.start import StartScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]

NARROW = (80, 24)


async def test_the_start_screen_opens_the_sample_and_two_files(
    opened: Opening, folder: Path
) -> None:
    asked = []

    def open_pair(source: str, target: str) -> ReviewSession:
        asked.append((source, target))
        return opened()

    app = TaiyakuApp(StartScreen(open_pair, ("s.txt", "t.txt")))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "2", *"a.txt", "enter", *"b.txt", "enter")
        await until(pilot, "Findings in 1")
    app = TaiyakuApp(StartScreen(open_pair, ("s.txt", "t.txt")))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "enter")
        await until(pilot, "Findings in 1")
    assert asked == [("a.txt", "b.txt"), ("s.txt", "t.txt")]


async def test_files_that_cannot_be_read_are_asked_for_again_with_the_names_still_there(
    opened: Opening,
) -> None:
    def open_pair(source: str, target: str) -> ReviewSession:
        if not target.endswith(".txt"):
            raise UnreadableFile(f"{target} does not exist", "check the spelling")
        return opened()

    async with TaiyakuApp(StartScreen(open_pair, ("s", "t"))).run_test(size=NARROW) as pilot:
        await press(pilot, "2", *"a.txt", "enter", *"b", "enter")
        await until(pilot, "b does not exist. check the spelling")
        assert shows(pilot, "a.txt")
        await press(pilot, "enter", *".txt", "enter")
        await until(pilot, "Findings in 1")


async def test_the_texts_of_the_last_review_are_opened_by_two_enters(opened: Opening) -> None:
    asked = []

    def open_pair(source: str, target: str) -> ReviewSession:
        asked.append((source, target))
        return opened()

    first = StartScreen(open_pair, ("s", "t"), last=("en.txt", "ja.txt"))
    async with TaiyakuApp(first).run_test(size=NARROW) as pilot:
        await press(pilot, "2", "enter", "enter")
        await until(pilot, "Findings in 1")
    assert asked == [("en.txt", "ja.txt")]
