"""What a person asks of the engine in the review, by key presses, against the stand-in."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual.worker import WorkerFailed

from corpus.engines.engine import Options
from corpus.engines.stand_in import Fault, StandIn
from front.pressing import screen
from tui.app import WAITING, TaiyakuApp
from tui.display.linebreak import cells
from tui.review.terms import NewTerm
from tui.screens.review import ReviewScreen
from tui.translation.plan import asked

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]

KEY = "SECRET-0123456789abcdef:fx"
WON, SNOW, LOST = "Mitsui E&S won.", "Snow fell for three days.", "Mitsui E&S lost."
JA = {
    WON: "三井物産E&Sが勝ちました。",
    SNOW: "雪が三日間降りました。",
    LOST: "三井物産E&Sが負けました。",
}
RIGHT = "三井E&Sが勝ちました。"
TRANSLATED = tuple(JA.items())
EMPTY = ((WON, ""), (SNOW, JA[SNOW]), (LOST, ""))
TERM = NewTerm("Mitsui E&S", "三井E&S", kind="company")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[StandIn]:
    with StandIn(JA, {"Mitsui E&S": "三井物産E&S"}) as started:
        monkeypatch.setenv("DEEPL_SERVER_URL", started.url)
        monkeypatch.setenv("DEEPL_AUTH_KEY", KEY)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
        yield started


@asynccontextmanager
async def reviewing(
    session: ReviewSession, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> str:
    """What stands on the screen when the keys have done their work, also that in another thread."""
    for key in (*keys, ""):
        if key:
            await pilot.press(key)
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    return screen(pilot)


def by_machine(session: ReviewSession) -> ReviewSession:
    """The session when its texts have been translated by us."""
    cache = session.workspace.engine_cache()
    from corpus.engines.engine import Translated

    for one in asked(list(JA), {}, Options(), "deepl"):
        cache.keep([(one.key, one.text, Translated(JA[one.text], len(one.text)))])
    return session


def sent(server: StandIn) -> list[str]:
    return [r.path for r in server.requests]


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


FAULTS = [
    (Fault(403), "refused the translation (403)", "Check the key"),
    (Fault(456), "quota is used up", "0 of 1 paragraphs"),
    (Fault(400, message=f"bad {KEY}"), "Not translated: 1 paragraph", "DeepL refused"),
    (Fault(404, message="Glossary not found"), "not at DeepL any more", "sync"),
    (Fault(413), "Not translated: 1 paragraph", "too long"),
    (Fault(html=True), "did not answer like DeepL", "sign-in"),
    (Fault(cut=True), "cannot reach 127.0.0.1", "kept"),
]


@pytest.mark.parametrize(("fault", "said", "hint"), FAULTS, ids=str)
async def test_every_fault_is_said_and_changes_nothing(
    opened: Opening, server: StandIn, folder: Path, fault: Fault, said: str, hint: str
) -> None:
    session = opened(EMPTY)
    server.switches.faults.append(fault)
    async with reviewing(session) as pilot:
        shown = " ".join((await press(pilot, "T", "y")).split())
        assert said in shown
        assert hint in shown
        assert "SECRET" not in shown
        assert session.unit(0).target == ""
        await press(pilot, "j")
    assert not any(b"SECRET" in f.read_bytes() for f in folder.rglob("*") if f.is_file())


async def test_a_fault_of_the_program_shows_neither_key_nor_text(
    opened: Opening,
    server: StandIn,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(self: object, text: object, **rest: object) -> None:
        auth_key = KEY[::-1]
        raise RuntimeError(f"{len(auth_key)}")

    monkeypatch.setattr("deepl.DeepLClient.translate_text", broken)
    session = opened(EMPTY)

    async def meet_it() -> None:
        async with reviewing(session) as pilot:
            await press(pilot, "T", "y")

    with pytest.raises(WorkerFailed):
        await meet_it()
    shown = capsys.readouterr().err
    assert "RuntimeError" in shown
    assert KEY[:9:-1] not in shown
    assert JA[SNOW] not in shown


async def test_what_went_without_an_answer_is_sent_again_only_by_another_letter(
    opened: Opening, server: StandIn
) -> None:
    session = opened(EMPTY)
    server.switches.faults.append(Fault(cut=True, billed=True))
    async with reviewing(session) as pilot:
        await press(pilot, "T", "y")
        shown = await press(pilot, "T", "y")
        assert "Sent before without an answer, and perhaps billed: 1 paragraph" in shown
        assert server.billed == [WON]
        assert "Translated: 1 paragraph" in await press(pilot, "r")
        assert server.billed == [WON, WON]


async def test_of_several_only_those_without_an_answer_are_left_out(
    opened: Opening, server: StandIn
) -> None:
    session = opened(EMPTY)
    server.switches.faults.append(Fault(cut=True, billed=True))
    async with reviewing(session) as pilot:
        await press(pilot, "T", "y")
        pilot.app.screen.action_translate_empty()
        await pilot.pause()
        assert f"y send the others ({len(LOST)})" in screen(pilot)
        await press(pilot, "y")
        assert [session.unit(at).target for at in range(3)] == ["", JA[SNOW], JA[LOST]]
        assert server.billed == [WON, LOST]


async def test_escape_stops_a_pause_and_work_goes_on_where_it_stopped(
    opened: Opening, server: StandIn
) -> None:
    session = opened(EMPTY)
    server.switches.faults.append(Fault(429))
    async with reviewing(session) as pilot:
        await pilot.press("T", "y")
        while "again in" not in screen(pilot):
            await pilot.pause(0.02)
        await pilot.press("T")
        await pilot.pause()
        assert "Esc stops it" in screen(pilot)
        begun = time.monotonic()
        assert "Stopped. What came is kept" in await press(pilot, "escape")
        assert time.monotonic() - begun < 30  # and not the whole ladder of pauses
        assert session.unit(0).target == ""
        assert "Translated: 1 paragraph" in await press(pilot, "T", "y")
    assert server.billed == [WON]


async def test_a_person_goes_on_reviewing_while_the_engine_works(
    opened: Opening, server: StandIn
) -> None:
    session = opened(EMPTY)
    server.switches.faults.append(Fault(delay=1.0))
    async with reviewing(session) as pilot:
        await pilot.press("T", "y", "j", "e")
        await pilot.pause()
        assert "editing" in screen(pilot)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await press(pilot, "escape")
        assert "DeepL's Japanese has come" in screen(pilot)
        assert session.unit(0).target == ""  # nothing changes behind an open editor
        await press(pilot, "home", "T")
        assert session.unit(0).target == JA[WON]
    assert server.billed == [WON]


async def test_who_leaves_while_an_answer_is_under_way_finds_it_at_the_next_start(
    opened: Opening, server: StandIn, folder: Path
) -> None:
    session = opened(EMPTY)
    server.switches.faults.append(Fault(delay=0.5))
    async with reviewing(session) as pilot:
        await pilot.press("T", "y")
        while "/v2/translate" not in sent(server):
            await pilot.pause(0.01)
        await pilot.press("ctrl+q")
        assert pilot.app._exit_renderables == [WAITING]
    session = opened(((SNOW, JA[SNOW]),))  # closes the first
    (one,) = asked([WON], {}, Options(), "deepl")
    deadline = time.monotonic() + 30
    while not (found := session.workspace.engine_cache().found([one.key])):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert found[one.key].text == JA[WON]


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
