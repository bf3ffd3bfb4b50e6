"""A review beside the stand-in for DeepL: its texts, and how it is worked with by keys."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from corpus.engines.engine import Options, Translated
from front.pressing import screen
from tui.app import TaiyakuApp
from tui.review.terms import NewTerm
from tui.screens.review import ReviewScreen
from tui.translation.plan import asked

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from corpus.engines.stand_in import StandIn
    from tui.review.session import ReviewSession

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
    for one in asked(list(JA), {}, Options(), "deepl"):
        cache.keep([(one.key, one.text, Translated(JA[one.text], len(one.text)))])
    return session


def sent(server: StandIn) -> list[str]:
    return [r.path for r in server.requests]
