"""Many files by key presses alone."""

from __future__ import annotations

import json
import sys
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual import events

from corpus.errors import TaiyakuError
from front.pressing import press, until
from tui.app import TaiyakuApp, folder_screen
from tui.cli import main
from tui.display.linebreak import cells
from tui.folder.report import FORMS
from tui.keymap import BATCH
from tui.opening import Opening
from tui.screens.batch import BatchScreen
from tui.screens.glossary import GlossaryScreen
from tui.screens.review import ReviewScreen
from tui.screens.start import StartScreen
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

WIDE, NARROW = (120, 36), (80, 24)
WRONG = ("Mitsui E&S came.", "三井物産E&Sが来た。")
RIGHT = ("Rain fell.", "雨が降った。")


def lines(*pairs: tuple[str, str]) -> str:
    made = ({"id": str(n), "source": s, "target": t} for n, (s, t) in enumerate(pairs))
    return "".join(json.dumps(unit, ensure_ascii=False) + "\n" for unit in made)


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of four files: two with the same mistake, one right, one that is none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.jsonl").write_text(lines(RIGHT, WRONG, WRONG), encoding="utf-8")
    (folder / "bad.jsonl").write_text("{", encoding="utf-8")
    (folder / "rain.jsonl").write_text(lines(RIGHT), encoding="utf-8")
    (folder / "z.en.txt").write_text(WRONG[0] + "\n", encoding="utf-8")
    (folder / "z.ja.txt").write_text(WRONG[1] + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def opening(inbox: Path) -> Opening:
    return Opening(Settings(workspace=inbox.parent / "w.db"))


@asynccontextmanager
async def checking(opening: Opening, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[None]]:
    screen = folder_screen(opening, "inbox")
    async with TaiyakuApp(screen).run_test(size=size) as pilot:
        await done(pilot)
        yield pilot
        assert not [s for s in opening.open if not pilot.app.review]


async def done(pilot: Pilot[None]) -> str:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return await press(pilot)


@pytest.mark.parametrize("size", [WIDE, NARROW, (72, 20)])
async def test_all_files_are_listed_worst_first_and_everything_fits(
    opening: Opening, size: tuple[int, int]
) -> None:
    async with checking(opening, size) as pilot:
        shown = await press(pilot)
        rows = [line.split()[0] for line in shown.split("\n")[4:8]]
        assert rows == [">", "z.ja.txt", "rain.jsonl", "bad.jsonl"]
        assert "2 with findings   1 clean   1 not read   E 3  W 0  i 0" in shown
        assert ">   3 x  Mitsui E&S  三井物産E&S >> 三井E&S" in shown
        for keys in ([], ["question_mark"], ["escape", "w"], ["escape", "A"]):
            shown = await press(pilot, *keys)
            shown = await done(pilot)
            assert [cells(line) for line in shown.split("\n")] == [size[0]] * size[1], keys


@pytest.mark.parametrize("size", [WIDE, NARROW, (72, 20)])
async def test_the_encoding_of_the_file_under_the_cursor_is_said_whole(
    opening: Opening, inbox: Path, size: tuple[int, int]
) -> None:
    (inbox / "z.ja.txt").write_text(WRONG[1] + "\n", encoding="cp932")
    async with checking(opening, size) as pilot:
        shown = await press(pilot, "down", "up")
        assert shown.split("\n")[0].rstrip().endswith("UTF-8")
        where = [line.split()[0] for line in shown.split("\n")[3:8]].index("z.ja.txt")
        shown = await press(pilot, *["down"] * (where - 1))
        assert shown.split("\n")[0].rstrip().endswith("  UTF-8 > CP932")


async def test_every_key_does_what_the_key_map_says(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed: list[str] = []
    for command in BATCH:
        name = f"action_{command.action}"
        assert hasattr(BatchScreen, name)
        monkeypatch.setattr(BatchScreen, name, lambda _, a=command.action: pressed.append(a))
    async with checking(opening, NARROW) as pilot:
        for command in BATCH:
            for key in command.keys:
                await press(pilot, key)
                assert pressed == [command.action], key
                pressed.clear()
                if len(key) == 1:
                    pilot.app.post_message(events.Key("a_wide_one", chr(ord(key) + 0xFEE0)))
                    await press(pilot)
                    assert pressed == [command.action], key
                    pressed.clear()


@pytest.mark.parametrize(("ending", "form"), FORMS.items())
async def test_the_report_is_that_of_taiyaku_check(
    opening: Opening, inbox: Path, ending: str, form: str
) -> None:
    async with checking(opening) as pilot:
        await press(pilot, "w", "ctrl+u", *f"screen{ending}", "enter")
        assert f"Written to screen{ending}" in await press(pilot)
    assert main(["check", "inbox", "--format", form, "-o", "shell", "--workspace", "w.db"]) == 2
    here = (inbox.parent / f"screen{ending}").read_bytes()
    assert here == (inbox.parent / "shell").read_bytes()


async def test_a_report_of_no_known_kind_and_one_over_an_input_are_refused(
    opening: Opening, inbox: Path
) -> None:
    async with checking(opening) as pilot:
        shown = await press(pilot, "w", "ctrl+u", *"report.doc", "enter")
        assert "no report ends so" in shown
        shown = await press(pilot, "w", "ctrl+u", *"inbox/rain.jsonl", "enter")
        assert "is read here, and would be lost" in shown
    assert (inbox / "rain.jsonl").read_text("utf-8") == lines(RIGHT)


async def test_a_file_is_reviewed_and_the_list_knows_what_became_of_it(opening: Opening) -> None:
    async with checking(opening) as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReviewScreen)
        await press(pilot, "n", "a")
        shown = await press(pilot, "B")
        assert "a.jsonl: 1 to write" in shown
        assert "E 2  W 0" in shown
        assert not opening.open
        await press(pilot, "n")
        shown = await press(pilot, "n")
        assert "> z.ja.txt" in shown or "> a.jsonl" in shown
        await press(pilot, "end")
        assert "not JSON" in await press(pilot, "enter")


async def test_a_review_without_a_folder_says_so(opening: Opening) -> None:
    session = opening.pair("inbox/z.en.txt", "inbox/z.ja.txt")
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=NARROW) as pilot:
        assert "No folder is open" in await press(pilot, "B")
    session.close()


async def test_a_fix_goes_into_all_files_but_where_it_was_unticked_and_is_taken_back(
    opening: Opening, inbox: Path
) -> None:
    async with checking(opening) as pilot:
        await press(pilot, "A")
        shown = await done(pilot)
        assert "[x] a.jsonl     2  -三井物産E&S- +三井E&S+が来た。" in shown
        assert "[x] z.ja.txt    1" in shown
        await press(pilot, "down", "space")
        assert "2 of 3 paragraphs ticked" in await press(pilot)
        await press(pilot, "f5")
        shown = await done(pilot)
        assert "Mended in 2 paragraphs of 2 files" in shown
        assert "E 1  W 0" in shown
        assert "Most frequent, 1 in all" in shown
        assert (inbox / "a.jsonl").read_text("utf-8") == lines(RIGHT, WRONG, WRONG)
        await press(pilot, "W")
        assert "Write 2 corrected texts beside the files" in await press(pilot)
        await press(pilot, "enter")
        assert "Written: 2 corrected texts" in await done(pilot)
        assert "三井E&Sが来た。" in (inbox / "z.ja.corrected.txt").read_text("utf-8")
        await press(pilot, "u")
        shown = await done(pilot)
        assert "Taken back in 2 files" in shown
        assert "E 3  W 0" in shown
        assert "Nothing was fixed in all files" in await press(pilot, "u")


async def test_what_is_only_confirmed_is_written_with_all(opening: Opening, inbox: Path) -> None:
    for path in inbox.iterdir():
        path.unlink()
    text = (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"'
        ' source-language="en" target-language="ja" datatype="x"><body><trans-unit id="1">'
        "<source>Rain fell.</source><target>雨が降った。</target></trans-unit></body></file>"
        "</xliff>"
    )
    (inbox / "m.xlf").write_text(text, encoding="utf-8")
    async with checking(opening) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        await press(pilot, "c")
        assert "to write" in await press(pilot, "B")
        shown = await press(pilot, "W")
        assert "m.xlf: confirmations or comments" in shown
        await press(pilot, "enter")
        assert "Written: 1 corrected text" in await done(pilot)
        assert "Nothing is corrected" in await press(pilot, "W")
    written = (inbox / "m.corrected.xlf").read_text("utf-8")
    assert written == text.replace("<target>", '<target state="signed-off">')


async def test_a_strangers_file_is_not_replaced_by_writing_all(
    opening: Opening, inbox: Path
) -> None:
    theirs = inbox / "z.ja.corrected.txt"
    theirs.write_text("mine", encoding="utf-8")
    async with checking(opening) as pilot:
        await press(pilot, "A", "enter")
        await press(pilot, "W", "enter")
        shown = await until(pilot, "no review wrote")
        assert "z.ja.corrected.txt" in shown
    assert theirs.read_text("utf-8") == "mine"
    assert "三井E&S" in (inbox / "a.corrected.jsonl").read_text("utf-8")


async def test_a_place_of_the_preview_is_written_otherwise(opening: Opening) -> None:
    async with checking(opening) as pilot:
        await press(pilot, "A")
        await done(pilot)
        await press(pilot, "x", "down", "e", "end", "ctrl+u", *"三井物産E&Sである", "enter")
        shown = await press(pilot)
        assert "1 of 3 paragraphs ticked" in shown
        assert "After it: 0 new findings" in shown
        await press(pilot, "f5")
        assert "Mended in 1 paragraph of 1 file" in await done(pilot)
        await press(pilot, "enter")
        review = pilot.app.screen
        assert isinstance(review, ReviewScreen)
        texts = [review.session.unit(at).target for at in range(3)]
        assert texts == [RIGHT[1], WRONG[1], "三井物産E&Sである"]
        await press(pilot, "B")


async def test_what_was_done_in_a_file_since_is_not_taken_back(opening: Opening) -> None:
    async with checking(opening) as pilot:
        await press(pilot, "A")
        await done(pilot)
        await press(pilot, "enter")
        await done(pilot)
        await press(pilot, "enter", "C", "B", "u")
        shown = await done(pilot)
        assert "Taken back in 1 file; 1 file changed since and left alone" in shown


async def test_what_cannot_be_mended_at_once_says_so_and_another_is_picked(
    opening: Opening, inbox: Path
) -> None:
    lost = [("It cost $5.", f"{word}。") for word in ("かかった", "払った", "出た")]
    (inbox / "b.jsonl").write_text(lines(*lost), encoding="utf-8")
    async with checking(opening) as pilot:
        assert "Most frequent, 2 in all" in await press(pilot)
        assert "This cannot be mended at once" in await press(pilot, "right", "A")
        await press(pilot, "left", "A")
        assert "Apply everywhere" in await done(pilot)


async def test_sorting_by_name_and_checking_again(opening: Opening, inbox: Path) -> None:
    async with checking(opening) as pilot:
        shown = await press(pilot, "s")
        assert "Sorted by name" in shown
        rows = [line.split()[0] for line in shown.split("\n")[5:8]]
        assert rows == ["bad.jsonl", "rain.jsonl", "z.ja.txt"]
        (inbox / "a.jsonl").write_text(lines(RIGHT), encoding="utf-8")
        await press(pilot, "r")
        assert "E 1  W 0" in await done(pilot)


async def test_checking_is_stopped_and_begun_again(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui import batch

    waiting, going, real = threading.Event(), threading.Event(), batch._check

    def slow(judge, item):
        if "bad" in item.path:
            waiting.set()
            going.wait(10)
        return real(judge, item)

    monkeypatch.setattr(batch, "_check", slow)
    async with TaiyakuApp(folder_screen(opening, "inbox")).run_test(size=WIDE) as pilot:
        waiting.wait(10)
        await until(pilot, "1/4 checked, Esc stops")
        assert "Wait until it is done" in await press(pilot, "w")
        shown = await press(pilot, "escape")
        assert "Stopped. r checks all files again" in shown
        assert "waiting" in shown
        going.set()
        await press(pilot, "r")
        assert "E 3  W 0" in await done(pilot)


async def test_from_the_start_screen_a_folder_and_the_terms_are_opened(
    opening: Opening, inbox: Path
) -> None:
    def folder(path: str) -> BatchScreen:
        return folder_screen(opening, path)

    app = TaiyakuApp(StartScreen(opening.pair, ("", ""), folder, opening.books))
    async with app.run_test(size=NARROW) as pilot:
        assert "no such file" in (await press(pilot, "3", "ctrl+u", *"nowhere", "enter")).lower()
        await press(pilot, "3", "ctrl+u", *"inbox", "enter")
        assert "2 with findings" in await done(pilot)
        await press(pilot, "escape", "4")
        assert isinstance(app.screen, GlossaryScreen)
        (inbox.parent / "in.csv").write_text("source,target\nport,港\n", encoding="utf-8")
        assert "1 term new or changed" in await press(pilot, "o", *"in.csv", "enter")
        assert "No text is open" in await press(pilot, "c")
        assert "No text is open" in await press(pilot, "g")
        assert "Taken back: import 1 term" in await press(pilot, "u")
        await press(pilot, "ctrl+y", "escape")
        assert isinstance(app.screen, StartScreen)
        await press(pilot, "4")
        assert "> ok    port" in await press(pilot)
        await press(pilot, "escape")


def test_review_opens_the_list_for_a_folder_and_for_several_files(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr("tui.app.run_folder", lambda _, words: asked.append(words) or 0)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["review", "inbox"]) == 0
    assert main(["review", "inbox/a.jsonl", "inbox/rain.jsonl"]) == 0
    assert asked == [["inbox"], ["inbox/a.jsonl", "inbox/rain.jsonl"]]
    assert main(["review", "--plain", "inbox"]) == 2


def test_a_folder_without_texts_is_no_screen(opening: Opening, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(TaiyakuError):
        folder_screen(opening, str(tmp_path / "empty"))
