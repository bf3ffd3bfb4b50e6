"""What every screen looks like, as text, at both sizes.

    TAIYAKU_NEW_PICTURES=1 uv run pytest tests/front/test_pictures.py

draws them anew into `pictures/`, to be looked at before they are kept.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.workspace.store import Workspace
from tui.app import TaiyakuApp
from tui.keymap import THEMES
from tui.review.session import ReviewSession
from tui.screens.review import ReviewScreen
from tui.screens.start import StartScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.pilot import Pilot

    Opening = Callable[..., ReviewSession]

PICTURES = Path(__file__).parent / "pictures"
SIZES = ((120, 36), (80, 24))
SCREENS = {
    "review": ["n"],
    "mended": ["n", "a", "n"],
    "filter": ["f"],
    "filtered": ["f", "enter"],
    "search": ["/", *"rapidus", "enter"],
    "uses": ["n", "n", "K"],
    "everywhere": ["n", "n", "A"],
    "term": ["n", "t"],
    "comment": ["m", *"why", "enter"],
    "edit": ["n", "e"],
    "insert": ["n", "e", "f2"],
    "joined": ["n", "+"],
    "selected": ["v", "down", "down"],
    "help": ["question_mark"],
}


@pytest.fixture
def session(
    opened: Opening, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ReviewSession]:
    """The statement under names that are the same everywhere."""
    first = opened()
    source = replace(first.bitext.source, name="en.txt")
    bitext = replace(first.bitext, name="ja.txt", source=source)
    monkeypatch.chdir(folder)
    with Workspace.open(folder / "pictures.db") as workspace:
        yield ReviewSession(bitext, first._ledger.verdicts._without_terms, workspace)


def lines(pilot: Pilot[None]) -> list[str]:
    """The screen, line by line, without the blanks at the ends."""
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


async def test_a_wide_screen_shows_the_findings_between_the_languages(
    session: ReviewSession,
) -> None:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(170, 36)) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        _compare("review-170", lines(pilot))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_looks_as_it_did(
    session: ReviewSession, name: str, size: tuple[int, int]
) -> None:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=size) as pilot:
        await pilot.pause()
        for key in SCREENS[name]:
            await pilot.press(key)
            await pilot.pause()
        _compare(f"{name}-{size[0]}", lines(pilot))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_start_screen_looks_as_it_did(size: tuple[int, int]) -> None:
    first = StartScreen(lambda *_: pytest.fail("nothing is opened"), ("", ""))
    async with TaiyakuApp(first).run_test(size=size) as pilot:
        await pilot.pause()
        _compare(f"start-{size[0]}", lines(pilot))


@pytest.mark.parametrize("theme", THEMES)
async def test_no_state_is_told_by_colour_alone(session: ReviewSession, theme: str) -> None:
    async with TaiyakuApp(ReviewScreen(session), theme=theme).run_test(size=SIZES[0]) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        strips = pilot.app.screen._compositor.render_strips()
        looks = {s.text: s.style for strip in strips for s in strip if s.style}
        assert looks["[1:三井物産E&S]"].reverse
        assert looks["[1:三井物産E&S]"].bold
        assert looks["[1:ラピッドゥス]"].underline
        shown = lines(pilot)
        assert any(line.startswith(">   2  E1") for line in shown)
        assert any(line.startswith("    4  W1") for line in shown)


def _compare(name: str, shown: list[str]) -> None:
    file = PICTURES / f"{name}.txt"
    if os.environ.get("TAIYAKU_NEW_PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        file.write_text("\n".join(shown) + "\n", encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8").splitlines()
