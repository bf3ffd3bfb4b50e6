"""A catalogue of a program in a review: what tells a message from others, what is noted on it, what
is fuzzy, and the variables and tags that must not get lost."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.formats import po, tsv
from corpus.workspace.store import Workspace
from front.pressing import press, screen, until
from glossary.termbase import Termbase
from tui.app import TaiyakuApp
from tui.language import speak
from tui.plain import converse
from tui.review.filter import Filter, State
from tui.review.insertable import insertable
from tui.review.session import ReviewSession
from tui.screens.review import ReviewScreen
from tui.widgets.editor import JapaneseEditor

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = r"""msgid ""
msgstr ""
"Language: ja\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=1; plural=0;\n"

# 用語集を見ること
#. Button in the toolbar.
#: src/main.c:10
msgctxt "Toolbar"
msgid "Open"
msgstr "開く"

#, c-format
msgid "Copied %d file to %s"
msgid_plural "Copied %d files to %s"
msgstr[0] "%s に写しました"

#, fuzzy
#| msgid "It rains"
msgid "It rained."
msgstr "雨が降る。"

#, python-brace-format
msgid "See <a href=\"{url}\">the manual</a>."
msgstr "<a href=\"{url}\">手引を見よ。"
"""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ReviewSession]:
    path = tmp_path / "ja.po"
    path.write_text(TEXT, "utf-8")
    session = ReviewSession(
        po.read(str(path)), Termbase.of(()), Workspace.open(tmp_path / "workspace.db")
    )
    yield session
    session.close()


@pytest.fixture(params=["en", "ja"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("en")


WORDS = {
    "en": (" Context  Toolbar", " Note   用語集を見ること / Button", " For one  Copied %d file"),
    "ja": (" 文脈  Toolbar", " 注記   用語集を見ること / Button", " 単数  Copied %d file"),
}
FUZZY = {"en": "fuzzy in the file", "ja": "ファイルでは fuzzy"}


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_context_comments_singular_and_fuzzy_are_in_view(
    session: ReviewSession, spoken: str, size: tuple[int, int]
) -> None:
    context, note, one = WORDS[spoken]
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=size) as pilot:
        await pilot.pause()
        assert context in screen(pilot)
        assert note in screen(pilot)
        shown = await press(pilot, "e")
        assert context in shown
        assert note.strip() in shown
        shown = await press(pilot, "escape", "j")
        assert one in shown
        shown = await press(pilot, "j")
        assert FUZZY[spoken] in shown
        assert " fuz " in shown
        shown = await press(pilot, "c", "k")
        assert session.at == 2
        assert FUZZY[spoken] not in shown
        assert " fuz " not in shown


def test_what_is_fuzzy_can_be_found_until_it_is_corrected(session: ReviewSession) -> None:
    doubted = Filter(states=frozenset((State.DOUBTED,)))
    assert session.narrow(doubted) == 1
    session.edit("雨が降った。", 2)
    assert session.narrow(doubted) == 0
    assert "fuzzy" not in session.save().read_text("utf-8")


def test_a_conversation_says_it_too(
    session: ReviewSession, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n2\n3\nq\n"))
    converse(session)
    said = capsys.readouterr().out
    for line in (
        "Context: Toolbar",
        "Note: 用語集を見ること",
        "Note: Button in the toolbar.",
        "For one: Copied %d file to %s",
        "It is fuzzy in the file.",
    ):
        assert f"{line}\n" in said


async def test_a_key_inserts_lost_variables_and_tags(session: ReviewSession) -> None:
    session.go(1)
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = await press(pilot, "e", "home")
        assert " Lost   %d   F6 insert %d" in shown
        assert "Inserted: %d" in await press(pilot, "f6")
        editor = pilot.app.screen.query_one(JapaneseEditor)
        assert editor.japanese == "%d%s に写しました"
        await press(pilot, "space")
        shown = await press(pilot, "delete", "delete")
        assert "%s is missing. F6 inserts it" in shown
        assert "F6 insert" not in await press(pilot, "f6")
        assert "No tag and no variable is missing" in await press(pilot, "f6")
        await press(pilot, "escape")
        session.go(3)
        await press(pilot, "e")
        editor = pilot.app.screen.query_one(JapaneseEditor)
        editor.place_caret(editor.japanese.index("を"))
        await press(pilot, "f6", "escape")
    assert session.unit(3).target == '<a href="{url}">手引</a>を見よ。'
    assert not session.unit(3).findings


@pytest.mark.parametrize(
    ("source", "target", "texts"),
    [
        ("%s of %s", "", ["%s", "%s"]),
        ("%s of %s", "%2$s の", ["%s"]),
        ("%(count)d of {name}", "", ["%(count)d", "{name}"]),
        ("%(count)d of them", "％(count)d", []),
        ("See <b>it</b>", "それ", []),
        ("See <b>it</b>", "それ</b>", ["<b>"]),
        ('See <a href="{url}">it</a>, {who}', "それ", ['<a href="{url}">', "</a>", "{who}"]),
        ('<img src="{url}"> of {who}', "{who}", ['<img src="{url}">']),
    ],
)
def test_what_can_be_inserted(source: str, target: str, texts: list[str]) -> None:
    assert [each.text for each in insertable(source, target, ())] == texts


async def test_a_comment_goes_back_into_the_catalogue(session: ReviewSession) -> None:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "m", *"who?", "enter")
        assert "kept here" not in await press(pilot, "w")
        await press(pilot, "ctrl+o", "enter")
        await until(pilot, "Written to")
    path = Path(session.bitext.name)
    assert path.read_text("utf-8") == TEXT.replace("見ること\n", "見ること\n# taiyaku: who?\n")
    session.comment("")
    assert session.save(path).read_text("utf-8") == TEXT


async def test_that_a_comment_has_no_place_in_a_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("source\ttarget\nIt rained.\t雨が降った。\n", "utf-8")
    session = ReviewSession(
        tsv.FORMAT.read(str(path)), Termbase.of(()), Workspace.open(tmp_path / "workspace.db")
    )
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Comments" not in await press(pilot, "w")
        await press(pilot, "escape", "m", *"who?", "enter")
        assert "Comments are kept here, not in the file: 1" in await press(pilot, "w")
    session.close()


def test_only_what_the_catalogue_would_have_is_still_to_be_written(session: ReviewSession) -> None:
    session.confirm()
    assert not session.untold  # a catalogue says only what is fuzzy
    session.go(2)
    session.confirm()
    assert session.untold
    session.save()
    assert not session.untold
    session.comment("why?")
    assert session.untold
