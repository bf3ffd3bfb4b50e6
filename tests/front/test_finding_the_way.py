"""Search, filter, numbers, uses, comments and links by key presses alone."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from corpus.bitext import Bitext, TranslationUnit
from front.pressing import choose, press, screen, until
from tui.app import TaiyakuApp
from tui.review.filter import State
from tui.screens.review import ReviewScreen
from tui.widgets.editor import JapaneseEditor

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]

WIDE, NARROW = (120, 36), (80, 24)


@asynccontextmanager
async def reviewing(
    session: ReviewSession, size: tuple[int, int] = WIDE
) -> AsyncIterator[Pilot[None]]:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def test_n_goes_from_hit_to_hit_until_escape(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        shown = await press(pilot, "/", *"rapidus", "enter")
        assert "rapidus: paragraph 1 of 2" in shown
        assert session.at == 3
        await press(pilot, "n")
        assert session.at == 5
        await press(pilot, "N")
        assert session.at == 3
        assert "search rapidus" not in await press(pilot, "escape")
        await press(pilot, "n", "n")
        assert session.at == 5
        assert "nothere stands nowhere" in await press(pilot, "ctrl+f", *"nothere", "enter")


async def test_a_filter_shows_some_paragraphs_until_escape(opened: Opening) -> None:
    session = opened()
    async with reviewing(session, NARROW) as pilot:
        assert "[ ] unresolved                   3" in await press(pilot, "f")
        shown = await press(pilot, "enter")
        assert "only unresolved (3)" in shown
        assert "日本銀行は" not in shown
        await press(pilot, "down")
        assert session.at == 3
        assert "日本銀行は" in await press(pilot, "escape")


async def test_several_ticks_make_one_filter_and_x_ends_it(opened: Opening) -> None:
    session = opened()
    session.go(5)
    session.confirm()
    async with reviewing(session) as pilot:
        await press(pilot, "f", "space", "down", "down", "down", "down", "space")
        shown = await press(pilot, "enter")
        assert session.filter is not None
        assert session.filter.states == {State.UNRESOLVED}
        assert len(session.shown) == 1, shown
        await press(pilot, "f", "x")
        assert session.filter is None


async def test_undoing_something_out_of_the_filter_ends_it(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "C", "f", "enter", "n")
        assert session.filter is not None
        assert "日本銀行は" in await press(pilot, "u")
        assert session.filter is None
        assert session.at == 0


async def test_a_number_leads_to_its_paragraph(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "g", "4", "enter")
        assert session.at == 3
        assert "There is no paragraph 99" in await press(pilot, "ctrl+g", *"99", "enter")


async def test_all_uses_of_a_word_are_listed_and_one_is_gone_to(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "n", "n")
        shown = await press(pilot, "K")
        assert "3 in English, 0 in Japanese, in 2 paragraphs" in shown
        await press(pilot, "down", "enter")
        assert session.at == 5
        await press(pilot, "f3", "ctrl+a", "ctrl+k", *"港")
        await until(pilot, "0 in English, 1 in Japanese, in 1 paragraph")
        assert ">   6" in await press(pilot, "escape")


async def test_earlier_corrections_are_among_the_uses(opened: Opening) -> None:
    session = opened()
    session.edit("雪は三日のあいだ降った。", 4)
    async with reviewing(session, NARROW) as pilot:
        await press(pilot, "K", *"三日間")
        shown = await until(pilot, " was 雪は三日間降り続いた。")
        assert "earlier corrections: 1" in shown


async def test_a_comment_is_written_and_shown(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        shown = await press(pilot, "m", *"ask", "enter")
        assert " m  ask" in shown
        assert "cmt" in shown
        await press(pilot, "m", "backspace", "backspace", "backspace", "enter")
    assert session.unit(0).comment == ""


async def test_a_check_is_ignored_in_the_whole_document(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        shown = await press(pilot, "n", "n", "I")
        assert "deprecated-rendering is not heard in this document" in shown
        assert "E 1  W 0" in shown
        await press(pilot, "u")
        assert session.counts().total() == 4


async def test_the_history_of_a_paragraph_is_shown(opened: Opening) -> None:
    async with reviewing(opened()) as pilot:
        shown = await press(pilot, "n", "a", "c", "g", "2", "enter", "h")
        assert "Paragraph 2   0:0" in shown
        assert "fix 2" in shown
        assert "confirm 2" in shown
        assert "-物産-" in shown or "-三井物産-" in shown
        assert "Findings in 2" in await press(pilot, "escape")


async def test_the_terms_of_a_paragraph_are_shown(opened: Opening) -> None:
    async with reviewing(opened()) as pilot:
        assert "Terms  1 Bank of Japan = 日本銀行" in screen(pilot)
        assert "1 Mitsui E&S = 三井E&S (not 三井物産E&S)" in await press(pilot, "n")


async def test_a_term_is_inserted_into_the_edit_by_its_digit(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        shown = await press(pilot, "e")
        assert "Terms  1 Bank of Japan = 日本銀行" in shown
        assert "1  日本銀行   Bank of Japan" in await press(pilot, "f2")
        await press(pilot, "1")
        assert pilot.app.screen.query_one(JapaneseEditor).japanese.endswith("。日本銀行")
        await press(pilot, "alt+down", "alt+down")
        assert "No term of the glossary" in await press(pilot, "f2")


async def test_the_uses_open_from_the_editor_and_lead_to_another_paragraph(
    opened: Opening,
) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "e", "backspace", "f3", *"harbour")
        await until(pilot, "1 in English, 0 in Japanese, in 1 paragraph")
        await press(pilot, "enter")
        assert session.at == 2
        assert pilot.app.screen.query_one(JapaneseEditor).japanese == "この港は1889年に開かれた。"
        await press(pilot, "escape")
    assert not session.unit(0).target.endswith("。")


async def test_sentences_light_up_with_their_counterpart(opened: Opening) -> None:
    english = "Snow fell in the north in 1998. The road to Sapporo was closed for 12 days."
    japanese = "1998年、北部で雪が降った。札幌への道は12日間閉鎖された。"
    session = opened(((english, japanese),))
    async with reviewing(session) as pilot:
        review = pilot.app.screen
        assert isinstance(review, ReviewScreen)
        assert review.lit(session.unit()) == ((), ())
        await press(pilot, "right")
        lit = review.lit(session.unit())
        assert [s.of(english) for s in lit.source] == ["Snow fell in the north in 1998."]
        assert [s.of(japanese) for s in lit.target] == ["1998年、北部で雪が降った。"]
        await press(pilot, "right")
        assert review.lit(session.unit()).source[0].of(english).startswith("The road")
        await press(pilot, "e", "home")
        assert pilot.app.screen.query_one(JapaneseEditor)._lit[0].of(japanese).startswith("1998年")


async def test_the_layout_is_turned_and_turned_back(opened: Opening) -> None:
    async with reviewing(opened()) as pilot:
        shown = await press(pilot, "V")
        assert " EN  The Bank of Japan" in shown
        assert "日本語" not in shown
        assert "日本語" in await press(pilot, "V")


async def test_paragraphs_are_joined_split_shifted_and_unlinked(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        assert "Joined with the next" in await press(pilot, "+")
        assert len(session) == 5
        assert "1/5 confirmed" in await press(pilot, "-", "u", "c")
        assert "Split" in await press(pilot, "home", "-")
        assert len(session) == 6
        for key, side in ((">", "target"), ("}", "source")):
            await press(pilot, "home", key)
            assert getattr(session.bitext.links[0], side) == ()
            await press(pilot, "u")
        for key, side in (("<", "target"), ("{", "source")):
            await press(pilot, "home", "down", key)
            assert getattr(session.bitext.links[0], side) == (0, 1)
            await press(pilot, "u")
        assert "Unlinked" in await press(pilot, "home", "x")
        assert len(session) == 7


async def test_two_halves_are_linked_by_pressing_the_key_on_both(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "x")
        alone = [at for at in range(len(session)) if session.unit(at).one_sided]
        session.go(alone[0])
        pilot.app.review.show_place()
        assert "is to be linked" in await press(pilot, "=")
        session.go(alone[1])
        pilot.app.review.show_place()
        assert "Linked" in await press(pilot, "=")
        assert len(session) == 6


@pytest.mark.parametrize("key", ["d", "D"])
async def test_doubtful_links_are_visited_and_affirmed(opened: Opening, key: str) -> None:
    from dataclasses import replace

    session = opened()
    ledger = session._ledger
    units = list(session.bitext.units)
    units[3] = replace(units[3], score=0.4)
    ledger._as_read = ledger.bitext = replace(session.bitext, units=tuple(units))
    async with reviewing(session) as pilot:
        shown = await press(pilot, key)
        assert "This pair is doubtful" in shown
        assert "pr?" in shown
        assert session.at == 3
        assert "The pair is right" in await press(pilot, "y")
        assert "No link is doubtful" in await press(pilot, key)


@pytest.mark.parametrize(
    ("words", "said"),
    [("confirm all", "Confirmed: 3 paragraphs"), ("hear all", "All checks are heard")],
)
async def test_what_has_no_key_is_in_the_palette(opened: Opening, words: str, said: str) -> None:
    async with reviewing(opened()) as pilot:
        assert said in await choose(pilot, words)


async def test_two_clicks_open_the_editor(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await pilot.click("#units", offset=(40, 3), times=2)
        await pilot.pause()
        await pilot.pause()
        assert pilot.app.screen.query_one(JapaneseEditor)
        assert session.at == 1


async def test_what_is_selected_in_the_editor_is_the_term_that_is_added(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "down", "down", "e", "home", "right", "right", "shift+right", "ctrl+t")
        shown = await press(pilot, *"harbour", "ctrl+s")
        assert "Added harbour: 1 paragraph, 1 right, 0 would be flagged" in shown
    assert [(t.source, t.target) for t in session.workspace.terms()] == [("harbour", "港")]


async def test_the_whole_is_checked_again(opened: Opening) -> None:
    async with reviewing(opened()) as pilot:
        assert "The whole text has been checked" in await press(pilot, "r")


async def test_keys_are_timed_for_the_paragraph_in_view(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "down", "down", "C")
    assert set(session._work.times()) <= {session.unit(at).key for at in range(3)}
    assert session.seconds() >= 0


async def test_a_long_text_is_there_before_it_is_judged(opened: Opening) -> None:
    from glossary.termbase import Termbase
    from tui.review.session import ReviewSession

    first = opened()
    pairs = tuple((f"It cost {n} yen.", f"{n + (n % 2)}円だった。") for n in range(100, 160))
    bitext = _bitext(pairs)
    session = ReviewSession(bitext, Termbase.of(()), first.workspace, later=True)
    assert session.unjudged == 60
    async with reviewing(session) as pilot:
        await until(pilot, lambda: not session.unjudged and "checked" not in screen(pilot))
        shown = screen(pilot)
        assert "101円" not in shown
        assert session.counts().total() == 30
        assert "[1:102円]" in shown


async def test_escape_gives_up_the_half_that_was_to_be_linked(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        assert "is to be linked" in await press(pilot, "=")
        assert "is to be linked" not in await press(pilot, "escape")
        assert "Paragraph 2 is to be linked" in await press(pilot, "down", "=")


async def test_a_place_is_written_otherwise_before_it_is_mended(opened: Opening) -> None:
    session = opened()
    async with reviewing(session) as pilot:
        await press(pilot, "n", "n", "A", "down", "e")
        await press(pilot, *["backspace"] * 40, *"ラピダスが礼を述べた", "enter")
        assert "礼を述べた" in screen(pilot)
        await press(pilot, "enter")
        assert session.unit(5).target == "ラピダスが礼を述べた"
        assert session.unit(3).target.startswith("ラピダスは")
        await press(pilot, "u")
        assert "ラピッドゥス" in session.unit(5).target
        assert "ラピッドゥス" in session.unit(3).target


def _bitext(pairs: tuple[tuple[str, str], ...]) -> Bitext:
    units = tuple(TranslationUnit(f"u{n}", *pair) for n, pair in enumerate(pairs))
    return Bitext("own.jsonl", units)


async def test_a_paragraph_higher_than_the_screen_is_read_to_its_end_by_pages(
    opened: Opening,
) -> None:
    words = [f"harbour{a}{b}" for a in "abcdefghij" for b in "abcdefghij"]
    english = " ".join(words)
    pairs = ((english, "船が来た。" * 60 + "最後の船も来た。"), ("Snow fell.", "雪が降った。"))
    session = opened(pairs)
    async with reviewing(session, NARROW) as pilot:
        shown = screen(pilot)
        assert "最後の船" not in shown
        assert " ~\n" in shown
        seen = []
        while session.at == 0:
            seen.append(shown)
            shown = await press(pilot, "pagedown")
        assert {*words} <= {word for one in seen for word in one.split()}
        assert "最後の船も来た。" in seen[-1]
        assert ">   2" in shown
        await press(pilot, "pageup")
        assert session.at == 0
        for _ in seen:
            shown = await press(pilot, "pageup")
        assert words[0] in shown
