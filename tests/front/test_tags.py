"""Tags of an XLIFF file in a review: kept, put back, never written as no file can hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.formats import xliff
from corpus.workspace.store import Workspace
from front.pressing import press, until
from glossary.termbase import Termbase
from tui.app import TaiyakuApp
from tui.review.session import ReviewSession
from tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en" target-language="ja" datatype="x"><body>
<trans-unit id="1"><source>See <g id="1">the plan</g> and <g id="2">the map</g>.</source>
<target><g id="1">計画</g>と<g id="2">地図</g>を見よ。</target></trans-unit>
<trans-unit id="2"><source>It rained<x id="1"/> here.</source>
<target>ここで雨が降った<x id="1"/>。</target></trans-unit>
</body></file></xliff>
"""


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
