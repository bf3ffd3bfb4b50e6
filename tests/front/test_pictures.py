"""What every screen looks like, as text, at both sizes.

    TAIYAKU_NEW_PICTURES=1 uv run pytest tests/front/test_pictures.py

draws them anew into `pictures/`, to be looked at before they are kept.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from corpus.workspace.store import Workspace
from front.drawing import SIZES, compare, fits, lines, renamed
from front.pressing import screen
from tui.app import SMALLEST, TaiyakuApp, folder_screen
from tui.keymap import THEMES
from tui.language import LANGUAGES, speak
from tui.opening import Opening
from tui.screens.glossary import GlossaryScreen
from tui.screens.review import ReviewScreen
from tui.screens.start import StartScreen
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]

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
    "glossary": ["G"],
    "overruled": ["G", "enter", "end", "ctrl+u", *"Rapidus", "enter"],
    "edit-term": ["G", "enter"],
    "glossary-keys": ["G", "question_mark"],
    "candidates": ["G", "c"],
}


IN_JAPANESE = ("review", "mended", "filter", "everywhere", "term", "edit", "help", "glossary")
"""Those with a picture in Japanese as well."""
ONLY_FITTING = {
    "save": ["n", "a", "w"],
    "leave": ["n", "a", "ctrl+q"],
    "history": ["n", "a", "h"],
    "go-to": ["g"],
    "no-fix": ["n", "i", "i"],
    "confirmed": ["n", "C", "U", "p", "d"],
    "doubtful": ["d", "x"],
    "concordance-of-nothing": ["K", *"zzz"],
    "new-term": ["G", "+"],
    "import": ["G", "o"],
    "export": ["G", "w"],
    "found-terms": ["G", "/", *"mitsui", "enter", "s"],
    "accepted": ["G", "c", "enter", "h"],
    "candidates-keys": ["G", "c", "question_mark"],
    "edit-candidate": ["G", "c", "e"],
}
"""Screens without a picture, on which nothing may be cut either."""


@pytest.fixture
def session(
    opened: Opening, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ReviewSession]:
    """The statement under names that are the same everywhere."""
    monkeypatch.chdir(folder)
    with Workspace.open(folder / "pictures.db") as workspace:
        yield renamed(opened(), workspace)


async def test_a_wide_screen_shows_the_findings_between_the_languages(
    session: ReviewSession,
) -> None:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(170, 36)) as pilot:
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        compare("review-170", lines(pilot))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_looks_as_it_did(
    session: ReviewSession, name: str, size: tuple[int, int]
) -> None:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=size) as pilot:
        await pilot.pause()
        for key in SCREENS[name]:
            await pilot.press(key)
            await settled(pilot)
        compare(f"{name}-{size[0]}", lines(pilot))


@pytest.mark.usefixtures("japanese")
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", [*SCREENS, *ONLY_FITTING])
async def test_nothing_is_cut_in_japanese(
    session: ReviewSession, name: str, size: tuple[int, int]
) -> None:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=size) as pilot:
        await pilot.pause()
        for key in {**SCREENS, **ONLY_FITTING}[name]:
            await pilot.press(key)
            await settled(pilot)
        fits(pilot)
        if name in IN_JAPANESE:
            compare(f"ja-{name}-{size[0]}", lines(pilot))


async def settled(pilot: Pilot[None]) -> None:
    """Wait until all is read and counted, and every screen has spoken."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    screen = pilot.app.screen
    while isinstance(screen, GlossaryScreen) and screen.busy:
        await pilot.pause(0.02)
    await pilot.pause()


FILES = (("Mitsui E&S came.", "三井物産E&Sが来た。"), ("Rain fell.", "雨が降った。"))
FOLDER = {
    "files": [],
    "fix-in-all": ["A"],
    "mended-in-all": ["A", "enter"],
    "corrected-texts": ["A", "enter", "W"],
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", FOLDER)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_files_of_a_folder_look_as_they_did(
    folder: Path, monkeypatch: pytest.MonkeyPatch, language: str, name: str, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(folder)
    speak(language)
    before = "" if language == "en" else "ja-"
    inbox = folder / "inbox"
    inbox.mkdir()
    for number, (source, target) in enumerate((*FILES, FILES[0])):
        unit = {"id": "1", "source": source, "target": target}
        (inbox / f"{number}.jsonl").write_text(json.dumps(unit), encoding="utf-8")
    (inbox / "bad.jsonl").write_text("{", encoding="utf-8")
    opening = Opening(Settings(workspace=folder / "w.db"))
    async with TaiyakuApp(folder_screen(opening, "inbox")).run_test(size=size) as pilot:
        await settled(pilot)
        for key in FOLDER[name]:
            await pilot.press(key)
            await settled(pilot)
        compare(f"{before}{name}-{size[0]}", lines(pilot))
        fits(pilot)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_start_screen_looks_as_it_did(size: tuple[int, int], language: str) -> None:
    speak(language)
    first = StartScreen(lambda *_: pytest.fail("nothing is opened"), ("", ""))
    async with TaiyakuApp(first).run_test(size=size) as pilot:
        await pilot.pause()
        compare(f"{'' if language == 'en' else 'ja-'}start-{size[0]}", lines(pilot))
        fits(pilot)
        for key in ("2", "escape", "3"):
            await pilot.press(key)
            await settled(pilot)
            fits(pilot)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_is_cut_on_the_smallest_screen(session: ReviewSession, language: str) -> None:
    speak(language)
    first = StartScreen(lambda *_: session, ("", ""))
    async with TaiyakuApp(first).run_test(size=SMALLEST) as pilot:
        await settled(pilot)
        fits(pilot)
        for keys in (
            ["1"],
            ["question_mark"],
            ["escape", "n", "A"],
            ["escape", "t"],
            ["escape", "w"],
        ):
            for key in keys:
                await pilot.press(key)
                await settled(pilot)
            fits(pilot)
            assert "~" not in screen(pilot) or keys != ["question_mark"]


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
