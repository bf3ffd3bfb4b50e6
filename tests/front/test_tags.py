"""Tags of an XLIFF file in a review: kept, put back, never written as no file can hold them."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from corpus.bitext import InlineCode
from corpus.formats import xliff
from corpus.workspace.store import Workspace
from front.conftest import TERMBASE
from front.pressing import press, screen, until
from glossary.termbase import Termbase
from tui.app import TaiyakuApp
from tui.display.codes import code_said
from tui.display.linebreak import cells
from tui.review.carrying import fitting
from tui.review.session import ReviewSession
from tui.screens.review import ReviewScreen
from tui.widgets.editor import JapaneseEditor

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

TEXT = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en" target-language="ja" datatype="x"><body>
<trans-unit id="1"><source>See <g id="1">the plan</g> and <g id="2">the map</g>.</source>
<target><g id="1">計画</g>と<g id="2">地図</g>を見よ。</target></trans-unit>
<trans-unit id="2"><source>It rained<x id="1"/> here.</source>
<target>ここで雨が降った<x id="1"/>。</target></trans-unit>
</body></file></xliff>
"""


PAIR = (InlineCode("🅐", "<g>"), InlineCode("🅑", "</g>", "🅐", tight=True))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ReviewSession]:
    path = tmp_path / "a.xlf"
    path.write_text(TEXT, "utf-8")
    session = ReviewSession(
        xliff.read(str(path)), Termbase.of(()), Workspace.open(tmp_path / "workspace.db")
    )
    yield session
    session.close()


def test_a_paragraph_that_no_file_can_hold_is_named_and_the_others_are_written(
    session: ReviewSession,
) -> None:
    session.edit("🅐計画と🅒地図🅑を🅓見よ。", 0)
    session.edit("ここでは🅐雨が降った。", 1)
    path = session.save()
    assert session.held_back() == ((1, "the pair 🅐🅑 crosses the one that 🅒 opens"),)
    assert path.read_text("utf-8") == TEXT.replace(
        'ここで雨が降った<x id="1"/>。', 'ここでは<x id="1"/>雨が降った。'
    )
    assert session.unsaved == 1
    session.edit("🅒地図🅓と🅐計画🅑を見よ。", 0)
    assert not session.held_back()
    assert '<g id="2">地図</g>と<g id="1">計画</g>' in session.save().read_text("utf-8")
    assert session.unsaved == 0


def test_what_was_written_stays_where_a_later_text_cannot_be(session: ReviewSession) -> None:
    session.edit("🅐計画🅑と🅒地図🅓を見る。", 0)
    session.save(session.default_path)
    session.edit("計画🅑と🅒地図🅓を見る。", 0)
    assert session.held_back() == ((1, "🅑 stands without 🅐"),)
    assert "を見る。" in session.save().read_text("utf-8")


async def test_the_screen_says_what_was_held_back(session: ReviewSession) -> None:
    session.edit("🅑計画🅐と🅒地図🅓を見よ。", 0)
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "w", "enter")
        said = await until(pilot, "Written, but for 1 paragraph")
        assert "1: 🅑 stands before 🅐, which it closes" in said
        assert "your text is kept here" in said


@asynccontextmanager
async def editing(session: ReviewSession, at: int = 0) -> AsyncIterator[Pilot[None]]:
    session.go(at)
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "e")
        yield pilot


def editor(pilot: Pilot[None]) -> JapaneseEditor:
    return pilot.app.screen.query_one(JapaneseEditor)


async def test_the_review_and_the_editor_say_what_the_marks_stand_for(
    session: ReviewSession,
) -> None:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert ' Tags   🅐 <g id="1">   🅑 </g>   🅒 <g id="2">   🅓 </g>' in screen(pilot)
        shown = await press(pilot, "e", "left")
        assert ' Tags   🅐 <g id="1">   🅑 </g>' in shown
        assert "F6" not in shown
        editor(pilot).place_caret(9)
        assert ' Tags   🅓 </g>   🅐 <g id="1">' in await press(pilot)


async def test_a_deleted_mark_goes_whole_and_a_key_brings_it_back(session: ReviewSession) -> None:
    async with editing(session) as pilot:
        editor(pilot).place_caret(4)
        shown = await press(pilot, "backspace")
        assert editor(pilot).japanese == "🅐計画と🅒地図🅓を見よ。"
        assert "🅑 </g> is missing. F6 inserts it" in shown
        assert "F6 insert 🅑" in shown
        assert "F6 insert tag" in shown
        shown = await press(pilot, "f6")
        assert editor(pilot).japanese == "🅐計画🅑と🅒地図🅓を見よ。"
        assert "Inserted: 🅑 </g>" in shown
        assert "F6 insert" not in shown
        assert "No tag and no variable is missing here" in await press(pilot, "f6")


async def test_missing_marks_are_inserted_in_the_order_of_the_english(
    session: ReviewSession,
) -> None:
    async with editing(session) as pilot:
        editor(pilot).put("計画")
        await press(pilot, "f6", "f6", "f6", "f6")
        assert editor(pilot).japanese == "計画🅐🅑🅒🅓"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('<bpt id="1">&lt;b class="x"></bpt>', '🅐 <b class="x">'),
        ('<bpt id="1" ctype="bold">{}</bpt>', '🅐 <bpt id="1" ctype="bold~'),
        ('<ph id="1">\x1b[31m</ph>', "🅐 ␛[31m"),
        ('<x id="1" ctype="x-very-long-name-of-a-tag"/>', '🅐 <x id="1" ctype="x-very~'),
    ],
)
def test_a_code_is_said_in_short_and_harmless(written: str, said: str) -> None:
    assert code_said(InlineCode("🅐", written)) == said


def test_every_mark_takes_one_cell() -> None:
    assert {cells(chr(code)) for code in (*range(0x1F150, 0x1F16A), *range(0x2801, 0x2900))} == {1}
    assert {cell_len(chr(code)) for code in (*range(0x1F150, 0x1F16A), *range(0x2801, 0x2900))} == {
        1
    }


def opened(path: Path) -> ReviewSession:
    workspace = Workspace.open(path.with_name("workspace.db"))
    return ReviewSession(xliff.read(str(path)), Termbase.of(()), workspace)


async def test_notes_and_what_is_final_are_said(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    text = TEXT.replace('<target><g id="1">', '<target state="final"><g id="1">')
    note = "</target><note>on the &lt;b>\x85sign</note><note>two</note></trans-unit>"
    path.write_text(text.replace("</target></trans-unit>", note), "utf-8")
    session = ReviewSession(
        xliff.read(str(path)), Termbase.of(()), Workspace.open(tmp_path / "workspace.db")
    )
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert " Note   on the <b>␦sign / two" in screen(pilot)
        assert "nothing open, final in the file" in screen(pilot)
        session.edit("🅐計画🅑と🅒地図🅓を見る。", 0)
        assert "Final in the file, and changed: 1" in await press(pilot, "w")
    session.close()


MEMOQ = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">
<file original="a.docx" source-language="en-us" target-language="ja" datatype="x-docx"><body>
<trans-unit id="1" mq:status="Pretranslated"><source xml:space="preserve"><bpt id="1">{}</bpt>Mitsui E&amp;S<ept id="1">{}</ept> grows.<ph id="2">&lt;br/&gt;</ph></source>
<target xml:space="preserve"><bpt id="1">{}</bpt>三井物産E&amp;S<ept id="1">{}</ept>が育つ。</target></trans-unit>
<trans-unit id="2" mq:status="Pretranslated"><source xml:space="preserve">See <bpt id="1">{}</bpt>the plan<ept id="1">{}</ept>. </source>
<target xml:space="preserve">計画<bpt id="1">{}</bpt>を<ept id="1">{}</ept>見よ。 </target>
</trans-unit>
<trans-unit id="3" mq:status="ManuallyConfirmed" approved="yes"><source>Snow fell.</source>
<target>雪が降った。</target></trans-unit>
</body></file></xliff>
"""  # noqa: E501
TOOLKIT = """
import json, sys
from translate.storage import xliff
store = xliff.xlifffile.parsefile(sys.argv[1])
print(json.dumps([[u.target, u.xmlelement.find("{*}target").get("state")] for u in store.units]))
"""


def as_another_program_sees(path: Path) -> list[list[str | None]]:
    done = subprocess.run(
        [sys.executable, "-c", TOOLKIT, path], capture_output=True, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)


async def test_a_file_of_memoq_is_mended_in_the_screen_and_another_program_sees_just_that(
    tmp_path: Path,
) -> None:
    path = tmp_path / "memo.xlf"
    path.write_text(MEMOQ, "utf-8")
    before = as_another_program_sees(path)
    session = ReviewSession(
        xliff.read(str(path)), TERMBASE, Workspace.open(tmp_path / "workspace.db")
    )
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "n", "a", "n", "a", "c")
        session.go(1)
        await press(pilot, "e")
        editor(pilot).place_caret(5)
        await press(pilot, "backspace", "left", "backspace", "left", "left", "f6", "right")
        await press(pilot, "right", "f6", "f5", "escape", "w", "ctrl+o", "enter")
        await until(pilot, "Written to")
    session.close()
    after = as_another_program_sees(path)
    assert [new if new != old else None for old, new in zip(before, after, strict=True)] == [
        ["{}三井E&S{}が育つ。<br/>", "signed-off"],
        ["{}計画{}を見よ。 ", "signed-off"],
        None,
    ]
    lines = zip(MEMOQ.splitlines(), path.read_text("utf-8").splitlines(), strict=True)
    assert [n for n, (old, new) in enumerate(lines) if old != new] == [4, 6]


async def test_other_japanese_of_the_file_is_offered_and_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    other = "<alt-trans><target>地図と計画を見よ。</target></alt-trans></trans-unit>"
    text = TEXT.replace("</target></trans-unit>", f"</target>{other}", 1)
    path.write_text(text, "utf-8")
    session = ReviewSession(
        xliff.read(str(path)), Termbase.of(()), Workspace.open(tmp_path / "workspace.db")
    )
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert " p  the file also has  地図と計画を見よ。" in screen(pilot)
        shown = await press(pilot, "p")
        assert session.unit(0).target == "地図と計画を見よ。"
        assert "the file also has" not in shown
    assert other in session.save().read_text("utf-8")
    session.close()


def test_open_findings_go_back_as_notes_where_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    path.write_text(TEXT, "utf-8")
    session = ReviewSession(
        xliff.read(str(path)),
        Termbase.of(()),
        Workspace.open(tmp_path / "workspace.db"),
        findings_as_notes=True,
    )
    session.go(1)
    session.comment("why?")
    session.edit("ここで雨が降った。")
    noted = (
        '<note from="taiyaku">why?</note>'
        '<note from="taiyaku">major placeholder-lost: the mark 🅐 is missing</note>'
    )
    wanted = TEXT.replace('降った<x id="1"/>。</target>', f"降った。</target>{noted}")
    assert session.save().read_text("utf-8") == wanted
    session.edit("ここで雨が降った🅐。")
    note = '</target><note from="taiyaku">why?</note>'
    assert session.save(path).read_text("utf-8") == TEXT.replace(
        '降った<x id="1"/>。</target>', f'降った<x id="1"/>。{note}'
    )
    session.edit("ここで雨が🅐降った。")
    again = session.save(path).read_text("utf-8")
    assert again.count("<note") == 1
    session.close()


def test_an_earlier_correction_is_offered_with_each_tag_once(tmp_path: Path) -> None:
    """The tag was missing there, and is not here."""
    path = tmp_path / "a.xlf"
    lost = TEXT.replace('降った<x id="1"/>。', "降った。")
    path.write_text(lost, "utf-8")
    session = opened(path)
    session.edit("ここで🅐雨が降った。", 1)
    session.close()
    other = tmp_path / "b.xlf"
    other.write_text(lost.replace("雨が降った。", '雨が降ったよ<x id="1"/>。'), "utf-8")
    session = opened(other)
    session.go(1)
    assert session.like_before() == "ここで🅐雨が降ったよ。"
    session.close()


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("🅐計画🅑を見よ", "🅐計画🅑を見よ"),
        ("🅐計画🅑を見よ🅑", "🅐計画🅑を見よ"),
        ("🅑🅐計画🅑を見よ", "🅐計画🅑を見よ"),
        ("🅐計画🅑を🅒見よ", "🅐計画🅑を見よ"),
        ("計画を見よ", "計画を見よ"),
        ("🅐計画を見よ", None),
        ("🅑計画🅐を見よ", None),
        ("★計画★を見よ★", "★計画★を見よ★"),
    ],
)
def test_what_is_taken_over_has_the_tags_of_its_own_unit(text: str, fits: str | None) -> None:
    assert fitting(text, "See 🅐the plan🅑", "🅐計画🅑", PAIR) == fits
    assert fitting("🅐計画", "See 🅐the plan🅑", "🅐図", PAIR) == "🅐計画"


async def test_who_leaves_is_asked_about_confirmations_that_are_in_no_file(
    session: ReviewSession,
) -> None:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "c")
        assert session.unsaved == 0
        assert "Confirmations or comments are not in the file yet" in await press(pilot, "q")
        await press(pilot, "escape", "u")
        assert not session.untold
        await press(pilot, "ctrl+y", "q", "w", "enter")
        await until(pilot, "Written to")
        assert not session.untold
        session.edit("ここでは🅐雨が降った。", 1)
        session.undo()
        assert not session.untold
        await press(pilot, "q")
        assert not pilot.app.is_running
