"""What a person asks of the engine in the review, by key presses, against the stand-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.engines.engine import Options
from corpus.engines.stand_in import StandIn
from front.deepl import (
    EMPTY,
    JA,
    LOST,
    RIGHT,
    SNOW,
    TERM,
    TRANSLATED,
    WON,
    by_machine,
    press,
    reviewing,
)
from front.pressing import screen
from tui.display.linebreak import cells
from tui.review.terms import NewTerm
from tui.translation.plan import asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.engines.stand_in import StandIn
    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]


async def test_an_empty_side_is_fetched_after_a_word_and_is_one_step(
    opened: Opening, server: StandIn
) -> None:
    session = opened(EMPTY)
    async with reviewing(session) as pilot:
        shown = await press(pilot, "T")
        assert f"Send {len(WON)} characters to 127.0.0.1?" in shown
        assert "…cdef (free" in shown
        assert server.requests == []
        assert "Nothing was sent" in await press(pilot, "escape")
        assert server.requests == []
        assert "Translated: 1 paragraph" in await press(pilot, "T", "y")
        assert session.unit(0).target == JA[WON]
        assert server.billed == [WON]
        await press(pilot, "u")
        assert session.unit(0).target == ""
        await press(pilot, "T")  # paid for already: nothing is asked
        assert session.unit(0).target == JA[WON]
        assert server.billed == [WON]
    assert session.workspace.latest_corrections() == ()


async def test_all_empty_sides_are_fetched_together(opened: Opening, server: StandIn) -> None:
    session = opened(EMPTY)
    async with reviewing(session) as pilot:
        pilot.app.screen.action_translate_empty()
        await pilot.pause()
        assert f"Send {len(WON) + len(LOST)} characters" in screen(pilot)
        assert "Translated: 2 paragraphs" in await press(pilot, "y")
        session.save()
        await press(pilot, "u")
        assert [session.unit(at).target for at in range(3)] == ["", JA[SNOW], ""]


async def test_what_a_person_emptied_stays_empty(opened: Opening, server: StandIn) -> None:
    session = by_machine(opened(TRANSLATED))
    session.edit("", 0)
    async with reviewing(session) as pilot:
        pilot.app.screen.action_translate_empty()
        assert "Every English paragraph has its Japanese" in await press(pilot)
        assert "A person wrote or confirmed this" in await press(pilot, "T")
    assert server.requests == []


async def test_what_is_selected_is_translated_together_but_for_a_persons(
    opened: Opening, server: StandIn
) -> None:
    session = opened(EMPTY)
    session.edit("三井のあの会社が負けた。", 2)
    async with reviewing(session) as pilot:
        await press(pilot, "home", "space", "end", "space")
        assert len(session.selection) == 2
        await press(pilot, "T", "y")
        assert [session.unit(at).target for at in (0, 2)] == [JA[WON], "三井のあの会社が負けた。"]
        assert server.billed == [WON]


async def test_without_a_key_the_person_is_told_how_to_set_one(
    opened: Opening, server: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DEEPL_AUTH_KEY")
    session = opened(EMPTY)
    session.add_term(TERM)
    async with reviewing(session) as pilot:
        for key in ("T", "S"):
            shown = " ".join((await press(pilot, key)).split())
            assert "no DeepL key. Set DEEPL_AUTH_KEY, or save one" in shown
    assert server.requests == []


async def test_the_loop_sync_translate_again_accept_report_undo(
    opened: Opening, server: StandIn
) -> None:
    session = by_machine(opened(TRANSLATED))
    session.add_term(TERM)
    async with reviewing(session) as pilot:
        assert "DeepL does not have your terms yet. S brings them there" in await press(pilot, "M")
        shown = await press(pilot, "S")
        assert "add: Mitsui E&S: (nothing) -> 三井E&S" in shown
        assert server.glossaries.kept == {}
        assert "Nothing was changed at DeepL" in await press(pilot, "escape")
        assert "At DeepL, read back and equal: 4 terms" in await press(pilot, "S", "y")
        assert "DeepL has these 4 entries already" in await press(pilot, "S")
        assert f"Send {len(WON) + len(LOST)} characters" in await press(pilot, "M")
        assert "DeepL's Japanese has come" in await press(pilot, "y")
        assert server.billed == [WON, LOST]
        assert session.unit(0).target == JA[WON]
        shown = await press(pilot, "M")
        assert "applied: Mitsui E&S = 三井E&S (1 of 1)" in shown
        assert "三井物産E&Sが勝ちました。             | 三井E&Sが勝ちました。" in shown
        assert "Nothing is ticked" in await press(pilot, "enter")
        shown = await press(pilot, "space", "enter")
        assert "half applied: Mitsui E&S = 三井E&S (1 of 2; look at paragraph 3)" in shown
        texts = [session.unit(at).target for at in range(3)]
        assert texts == [RIGHT, JA[SNOW], JA[LOST]]
        shown = await press(pilot, "escape", "M", "a", "enter")
        assert "applied: Mitsui E&S = 三井E&S (2 of 2)" in shown
        await press(pilot, "escape", "u", "u")
        assert [session.unit(at).target for at in range(3)] == list(JA.values())
        assert server.billed == [WON, LOST]


async def test_what_a_person_wrote_or_confirmed_is_neither_paid_for_nor_shown(
    opened: Opening, server: StandIn
) -> None:
    session = by_machine(opened(TRANSLATED))
    session.add_term(TERM)
    session.edit("三井のあの会社が勝った。", 0)
    session.go(2)
    session.confirm()
    async with reviewing(session) as pilot:
        await press(pilot, "S", "y")
        assert "No changed term stands in a text of the machine" in await press(pilot, "M")
        assert "A person wrote or confirmed this" in await press(pilot, "T")
        await press(pilot, "home")
        assert "A person wrote or confirmed this" in await press(pilot, "T")
        assert server.billed == []


async def test_a_term_that_is_ignored_or_left_in_english_is_reported(
    opened: Opening, server: StandIn
) -> None:
    session = by_machine(opened(TRANSLATED))
    session.add_term(TERM)
    server.switches.ignored.add("Mitsui E&S")
    async with reviewing(session) as pilot:
        assert "This is DeepL's Japanese already" in await press(pilot, "S", "y", "M", "y")
        assert "No changed term" in await press(pilot, "M")
        assert "not applied: Mitsui E&S = 三井E&S (0 of 2" in await press(pilot, "O")


async def test_japanese_from_elsewhere_is_translated_again_only_where_a_term_is_missing(
    opened: Opening, server: StandIn
) -> None:
    session = opened(((WON, RIGHT), (SNOW, JA[SNOW]), (LOST, JA[LOST])))
    session.add_term(TERM)
    async with reviewing(session) as pilot:
        await press(pilot, "S", "y")
        assert f"Send {len(LOST)} characters" in await press(pilot, "M")


async def test_a_strangers_change_is_shown_and_needs_another_letter(
    opened: Opening, server: StandIn
) -> None:
    session = opened(TRANSLATED)
    session.add_term(TERM)
    async with reviewing(session) as pilot:
        await press(pilot, "S", "y")
        (glossary,) = server.glossaries.kept
        server.glossaries.entries(glossary)["Mitsui E&S"] = "三井のあれ"
        shown = await press(pilot, "S", "y")
        assert "foreign: Mitsui E&S: 三井のあれ -> 三井E&S" in shown
        assert "Somebody changed 1 terms at DeepL" in shown
        assert server.glossaries.entries(glossary)["Mitsui E&S"] == "三井のあれ"
        assert "read back and equal" in await press(pilot, "o")
        assert server.glossaries.entries(glossary)["Mitsui E&S"] == "三井E&S"


async def test_a_change_between_look_and_push_is_not_overwritten(
    opened: Opening, server: StandIn
) -> None:
    session = opened(TRANSLATED)
    session.add_term(TERM)
    async with reviewing(session) as pilot:
        await press(pilot, "S", "y")
        session.add_term(NewTerm("Snow", "雪"))
        await press(pilot, "S")
        (glossary,) = server.glossaries.kept
        server.glossaries.entries(glossary)["Rain"] = "雨"
        assert "somebody changed the glossary at DeepL just now" in await press(pilot, "y")
        assert "Snow" not in server.glossaries.entries(glossary)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (72, 20)])
async def test_the_new_screens_fit(opened: Opening, server: StandIn, size: tuple[int, int]) -> None:
    session = by_machine(opened(TRANSLATED))
    for number in range(9):
        session.add_term(NewTerm(f"Name {number} of a Company", f"名前{number}", kind="company"))
    session.add_term(TERM)
    async with reviewing(session, size) as pilot:
        for keys in (["S"], ["y", "M"], ["y", "M"], ["a", "enter"]):
            shown = (await press(pilot, *keys)).split("\n")
            assert [cells(row) for row in shown] == [size[0]] * size[1], keys
            assert any("Esc" in row for row in shown)
        assert "What became of the terms" in "\n".join(shown)


def test_joined_and_wrapped_paragraphs_go_out_one_by_one_and_come_back_in_their_places(
    opened: Opening,
) -> None:
    from corpus.engines.engine import Translated
    from tui.review import links
    from tui.review.renewal import Renewal

    session = opened(TRANSLATED)
    links.join(session)
    cache = session.workspace.engine_cache()
    renewal = Renewal(session, cache, (), {})
    wanted = renewal.of(0).wanted
    assert [w.text for w in wanted] == [WON, SNOW]
    assert renewal.japanese(renewal.of(0)) is None
    cache.keep([(w.key, w.text, Translated(JA[w.text], 1)) for w in wanted])
    assert renewal.japanese(renewal.of(0)) == f"{JA[WON]}\n\n{JA[SNOW]}"
    session.take({0: f"{JA[WON]}\n\n{JA[SNOW]}"})
    assert not renewal.is_persons(0)
    session.edit(f"{JA[WON]}\n\n雪。", 0)
    assert renewal.is_persons(0)
    (line,) = asked(["The port\n  opened in 1889."], {}, Options(), "deepl")
    assert line.text == "The port opened in 1889."
