"""The glossary and the candidates by key presses alone."""

from __future__ import annotations

import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual import events

from corpus.workspace.store import Workspace
from front.pressing import press, until
from glossary.formats import TERM_FORMATS, read_terms
from tui.app import TaiyakuApp
from tui.display.linebreak import cells
from tui.keymap import CANDIDATES, GLOSSARY
from tui.review.session import ReviewSession
from tui.screens.candidates import CandidatesScreen
from tui.screens.glossary import GlossaryScreen
from tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    Opening = Callable[..., ReviewSession]

WIDE, NARROW = (120, 36), (80, 24)


@asynccontextmanager
async def in_glossary(
    session: ReviewSession, size: tuple[int, int] = WIDE
) -> AsyncIterator[Pilot[None]]:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=size) as pilot:
        await press(pilot, "G")
        await counted(pilot)
        yield pilot


async def counted(pilot: Pilot[None]) -> None:
    """Wait until the uses are counted."""
    screen = pilot.app.screen
    assert isinstance(screen, GlossaryScreen)
    while screen.busy:
        await pilot.pause(0.02)


async def read(pilot: Pilot[None]) -> str:
    """Wait until the candidates are there."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return await press(pilot)


async def type_over(pilot: Pilot[None], text: str) -> None:
    await press(pilot, "end", "ctrl+u", *text)


@pytest.mark.parametrize("size", [WIDE, NARROW, (72, 20)])
async def test_terms_are_listed_with_uses_and_everything_fits(
    opened: Opening, size: tuple[int, int]
) -> None:
    async with in_glossary(opened(), size) as pilot:
        shown = await press(pilot)
        assert "own.csv   4 terms   0 new" in shown
        assert "> file  Rapidus" in shown
        assert "used in >4* 6*" in shown
        assert "own.csv is only read here; Enter makes a term of your own above it" in shown
        for keys in ([], ["question_mark"], ["escape", "enter"], ["escape", "w"], ["escape", "c"]):
            shown = await press(pilot, *keys)
            assert [cells(line) for line in shown.split("\n")] == [size[0]] * size[1], keys


async def test_every_key_does_what_the_key_map_says(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    for screen, commands in ((GlossaryScreen, GLOSSARY), (CandidatesScreen, CANDIDATES)):
        for command in commands:
            name = f"action_{command.action}"
            assert hasattr(screen, name)
            if screen is CandidatesScreen or command.action != "candidates":
                monkeypatch.setattr(screen, name, lambda _, a=command.action: done.append(a))
    async with in_glossary(opened(), NARROW) as pilot:
        await all_keys(pilot, [c for c in GLOSSARY if c.action != "candidates"], done)
        await press(pilot, "c")
        await read(pilot)
        done.clear()
        await all_keys(pilot, CANDIDATES, done)


async def all_keys(pilot: Pilot[None], commands, done: list[str]) -> None:
    for command in commands:
        for key in command.keys:
            await press(pilot, key)
            assert done == [command.action], key
            done.clear()
            if len(key) == 1:
                pilot.app.post_message(events.Key("a_wide_one", chr(ord(key) + 0xFEE0)))
                await pilot.pause()
                await pilot.pause()
                assert done == [command.action], key
                done.clear()


async def test_a_term_of_ones_own_is_added_edited_approved_removed_and_brought_back(
    opened: Opening,
) -> None:
    session = opened()
    async with in_glossary(session) as pilot:
        await press(pilot, "+", *"harbour", "tab")
        await type_over(pilot, "港")
        await until(pilot, "1 paragraph, 1 right, 0 would be flagged")
        shown = await press(pilot, "enter")
        assert "Kept harbour: 1 paragraph, 1 right, 0 would be flagged" in shown
        assert "5 terms   1 new" in shown
        await press(pilot, "/", *"harbour", "enter")
        assert "> new   harbour" in await press(pilot)
        assert "> ok    harbour" in await press(pilot, "y")
        await press(pilot, "e")
        await type_over(pilot, "みなと")
        shown = await press(pilot, "ctrl+s")
        assert "Kept harbour: 1 paragraph, 0 right, 1 would be flagged" in shown
        shown = await press(pilot, "h")
        assert "add term harbour" in shown
        assert "港 ok >> みなと" in shown
        await press(pilot, "escape")
        assert "Removed harbour" in await press(pilot, "x")
        assert "Taken back: remove term harbour" in await press(pilot, "u")
        assert "みなと" in await press(pilot)
        assert "Taken back: edit term harbour" in await press(pilot, "u")
        assert "Done again: edit term harbour" in await press(pilot, "ctrl+y")
        assert "Shown" not in await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, ReviewScreen)
        (row,) = session.workspace.terms()
        assert row.target == "みなと"


async def test_a_term_of_a_file_is_overruled_and_the_review_judges_by_it(opened: Opening) -> None:
    session = opened()
    async with in_glossary(session) as pilot:
        assert "own.csv is only read here" in await press(pilot, "x")
        assert "own.csv is only read here" in await press(pilot, "y")
        shown = await press(pilot, "enter")
        assert "A term of your own, above own.csv" in shown
        await type_over(pilot, "ラピッドゥス")
        await press(pilot, "tab", "tab")
        await type_over(pilot, "ラピダス")
        await press(pilot, "enter")
        await counted(pilot)
        shown = await press(pilot)
        assert "new   Rapidus" in shown
        assert "over  Rapidus" in shown
        shown = await press(pilot, "escape")
        assert "E 1  W 0" in shown
        assert "E 1  W 3" in await press(pilot, "u")


async def test_uses_are_turned_to_and_one_is_gone_to(opened: Opening) -> None:
    session = opened()
    async with in_glossary(session) as pilot:
        assert "used in 4* >6*" in await press(pilot, "right")
        assert "used in >4* 6*" in await press(pilot, "left")
        await press(pilot, "right", "g")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert session.at == 5


async def test_search_finds_bundled_names_sort_turns_and_escape_ends_the_search(
    opened: Opening,
) -> None:
    async with in_glossary(opened()) as pilot:
        shown = await press(pilot, "/", *"mitsui", "enter")
        assert "search: mitsui, 2 found" in shown
        assert "Bank of Japan" not in shown
        assert "Bank of Japan" in await press(pilot, "escape")
        assert "nothere is in no term" in await press(pilot, "/", *"nothere", "enter")
        await press(pilot, "escape")
        assert "Sorted by English" in await press(pilot, "s")
        assert "> file  Bank of Japan" in await press(pilot)


async def test_a_glossary_comes_in_and_goes_out_and_losses_are_told(
    opened: Opening, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "in.csv").write_text(
        "source,target,note,context\nharbour,港,a note,ship\nport,港湾,,\n", encoding="utf-8"
    )
    session = opened()
    async with in_glossary(session) as pilot:
        assert "nofile.csv" in await press(pilot, "o", *"nofile.csv", "enter")
        shown = await press(pilot, "o", *"in.csv", "enter")
        assert "2 terms new or changed, from in.csv" in shown
        assert "0 terms new or changed" in await press(pilot, "o", *"in.csv", "enter")
        shown = await press(pilot, "w", "enter")
        assert "2 terms in glossary.csv, nothing left out" in shown
        assert [c.note for c in read_terms("glossary.csv")] == ["a note", ""]
        await press(pilot, "w")
        await type_over(pilot, "deepl.tsv")
        deepl = 1 + next(n for n, k in enumerate(TERM_FORMATS) if k.name == "DeepL glossary")
        shown = await press(pilot, "tab", *["right"] * deepl, "enter", "up", "enter")
        assert "harbour: note left out: a note" in shown
        assert (folder / "deepl.tsv").read_text("utf-8") == "harbour\t港\nport\t港湾\n"
        await press(pilot, "escape", "w", "enter")
        assert "Enter again replaces it" in await press(pilot)
        assert "2 terms in glossary.csv" in await press(pilot, "enter")
        assert "Taken back: import 2 terms" in await press(pilot, "u")
        await press(pilot, "w", "enter", "enter")
        assert "There are no such terms to write" in await press(pilot)


async def test_the_whole_is_checked_again(opened: Opening) -> None:
    async with in_glossary(opened()) as pilot:
        assert "The whole text has been checked" in await press(pilot, "r")


async def test_a_second_window_only_reads(opened: Opening, folder: Path) -> None:
    first = opened()
    with Workspace.open(folder / "workspace.db") as second:
        session = ReviewSession(first.bitext, first.without_terms, second)
        async with in_glossary(session) as pilot:
            shown = await press(pilot, "+", *"harbour", "tab", "x", "enter")
            assert "another window" in " ".join(shown.split())
            assert not second.terms()


NAMES = (
    ("The World Food Programme (WFP) sent rice.", "世界食糧計画（WFP）は米を送った。"),
    ("The World Food Programme thanked Toyota.", "世界食糧計画はトヨタに感謝した。"),
    ("Rapidus met Toyota in Chitose.", "ラピダスは千歳でトヨタと会った。"),
)


async def test_a_candidate_is_accepted_with_one_key_and_taken_back(opened: Opening) -> None:
    session = opened(NAMES)
    async with in_glossary(session) as pilot:
        await press(pilot, "c")
        shown = await read(pilot)
        assert "> World Food Programme (WFP)" in shown
        assert "machine text that nobody confirmed: it may teach an error" in shown
        assert "Rapidus" not in shown, "what is known is not proposed"
        shown = await press(pilot, "enter")
        assert "Kept World Food Programme = 世界食糧計画" in shown
        assert "> World Food Programme" not in shown
        rows = session.workspace.terms()
        assert {row.source for row in rows} == {"World Food Programme", "WFP"}
        assert {row.note for row in rows} == {"from a translation that nobody confirmed", ""}
        assert rows[0].unit == session.unit(0).key
        shown = await press(pilot, "u")
        assert "Taken back: accept term World Food Programme" in shown
        assert "> World Food Programme (WFP)" in shown
        assert not session.workspace.terms()
        await press(pilot, "ctrl+y", "escape")
        assert "1 new" in await press(pilot)


async def test_a_candidate_of_a_confirmed_paragraph_says_so(opened: Opening) -> None:
    session = opened(NAMES)
    session.confirm()
    async with in_glossary(session) as pilot:
        await press(pilot, "c")
        assert "confirmed by a person in 1 place" in await read(pilot)
        await press(pilot, "a")
        assert not any(row.note for row in session.workspace.terms())


async def test_a_candidate_is_edited_before_it_is_accepted(opened: Opening) -> None:
    session = opened(NAMES)
    async with in_glossary(session, NARROW) as pilot:
        await press(pilot, "c")
        await read(pilot)
        await press(pilot, "e")
        await type_over(pilot, "国連世界食糧計画")
        assert "Kept World Food Programme = 国連世界食糧計画" in await press(pilot, "enter")


async def test_a_rejected_candidate_stays_away_until_it_is_taken_back(opened: Opening) -> None:
    async with in_glossary(opened(NAMES)) as pilot:
        await press(pilot, "c")
        await read(pilot)
        assert "World Food Programme is not proposed any more" in await press(pilot, "x")
        assert "> World Food" not in await press(pilot)
    async with in_glossary(opened(NAMES)) as pilot:
        await press(pilot, "c")
        shown = await read(pilot)
        assert "> World Food" not in shown
        assert "1 rejected" in shown
        shown = await press(pilot, "f", "f")
        assert "> World Food Programme" in shown
        assert "is proposed again" in await press(pilot, "x")
        assert "> World Food Programme" in await press(pilot, "f")


async def test_candidates_are_searched_sorted_and_gone_to(opened: Opening) -> None:
    session = opened(NAMES)
    async with in_glossary(session) as pilot:
        await press(pilot, "c")
        await read(pilot)
        assert "search: toyota, 1 found" in await press(pilot, "/", *"toyota", "enter")
        assert "used in >2 3" in await press(pilot)
        assert "used in 2 >3" in await press(pilot, "right")
        assert "used in >2 3" in await press(pilot, "left")
        await press(pilot, "escape")
        assert "Sorted by count" in await press(pilot, "s")
        await press(pilot, "/", *"toyota", "enter", "g")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert session.at == 1


async def test_reading_is_stopped_and_begun_again(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting, going = threading.Event(), threading.Event()
    from tui.screens import candidates

    real = candidates.extract

    def slow(units, *, tell):
        tell(1, 4)
        waiting.set()
        going.wait(10)
        tell(2, 4)
        return real(units)

    monkeypatch.setattr(candidates, "extract", slow)
    async with in_glossary(opened(NAMES)) as pilot:
        await press(pilot, "c")
        waiting.wait(10)
        pilot.app.screen.draw()  # type: ignore[attr-defined]
        assert "25 % read, Esc stops" in await press(pilot)
        assert "Stopped. r reads the text again" in await press(pilot, "escape")
        going.set()
        await press(pilot, "r")
        assert "> World Food Programme (WFP)" in await read(pilot)


async def test_what_is_wrong_is_in_view_also_in_a_long_paragraph(opened: Opening) -> None:
    rest = "Snow fell for three days. " * 9, "雪は三日間降り続いた。" * 12
    session = opened(((f"{rest[0]}Rapidus came.", f"{rest[1]}ラピッドゥスが来た。"),))
    async with in_glossary(session, NARROW) as pilot:
        shown = await press(pilot)
        assert "> file  Rapidus" in shown
        assert "Rapidus came." in shown.split("used in")[1]
        assert "ラピッドゥスが来た。" in shown.split("used in")[1]


async def test_a_place_is_named_once_however_often_the_term_stands_there(
    opened: Opening,
) -> None:
    pairs = (
        ("Toyota met Toyota, and Toyota won.", "トヨタはトヨタに会い、トヨタが勝った。"),
        *NAMES,
    )
    async with in_glossary(opened(pairs)) as pilot:
        await press(pilot, "c")
        await read(pilot)
        shown = await press(pilot, "/", *"toyota", "enter")
        assert "used in >1 3 4 " in shown
