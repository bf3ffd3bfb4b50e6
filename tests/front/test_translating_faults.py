"""What goes wrong while the engine works for a review: said, nothing lost, nothing paid twice."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from textual.worker import WorkerFailed

from corpus.engines.engine import Options
from corpus.engines.stand_in import Fault, StandIn
from front.deepl import (
    EMPTY,
    JA,
    KEY,
    LOST,
    SNOW,
    WON,
    press,
    reviewing,
    sent,
)
from front.pressing import screen
from tui.app import WAITING
from tui.translation.plan import asked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from corpus.engines.stand_in import StandIn
    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]


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
