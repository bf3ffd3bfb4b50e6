"""What the dialogs of the translation engine look like in Japanese at both sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.engines.stand_in import Fault, StandIn
from corpus.workspace.store import Workspace
from front.deepl import EMPTY, TERM, TRANSLATED, by_machine, press, reviewing
from front.drawing import SIZES, compare, fits, lines, renamed
from front.pressing import screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]

pytestmark = pytest.mark.usefixtures("japanese")
PAID = ["S", "y", "M", "y"]
"""The terms are brought there, and what they concern is translated again."""
AGAIN = {
    "no-terms": ["M"],
    "sync": ["S"],
    "synced": ["S", "y"],
    "price-again": ["S", "y", "M"],
    "come": PAID,
    "proposals": [*PAID, "M"],
    "obeyed": [*PAID, "M", "a", "enter"],
}
FAULTS = {
    "refused": Fault(403),
    "quota": Fault(456),
    "too-long": Fault(413),
    "gone": Fault(404, message="Glossary not found"),
    "sign-in": Fault(html=True),
    "lost": Fault(cut=True, billed=True),
}


@pytest.fixture
def review(opened: Opening, folder: Path, server: StandIn) -> Iterator[Opening]:
    with Workspace.open(folder / "pictures.db") as workspace:
        yield lambda pairs: renamed(opened(pairs), workspace)


sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


async def draw(name: str, session: ReviewSession, keys: list[str], size: tuple[int, int]) -> str:
    async with reviewing(session, size) as pilot:
        await press(pilot, *keys)
        fits(pilot)
        compare(f"ja-deepl-{name}-{size[0]}", lines(pilot))
        return screen(pilot)


@sizes
async def test_the_price_is_asked_about(review: Opening, size: tuple[int, int]) -> None:
    assert "送信しますか" in await draw("price", review(EMPTY), ["T"], size)


@sizes
@pytest.mark.parametrize("name", AGAIN)
async def test_new_terms(review: Opening, name: str, size: tuple[int, int]) -> None:
    session = by_machine(review(TRANSLATED))
    session.add_term(TERM)
    await draw(name, session, AGAIN[name], size)


@sizes
async def test_a_strangers_change(review: Opening, server: StandIn, size: tuple[int, int]) -> None:
    session = review(TRANSLATED)
    session.add_term(TERM)
    async with reviewing(session, size) as pilot:
        await press(pilot, "S", "y")
    (glossary,) = server.glossaries.kept
    server.glossaries.entries(glossary)["Mitsui E&S"] = "三井のあれ"
    assert "o それでも登録" in await draw("foreign", session, ["S"], size)


@sizes
@pytest.mark.parametrize("name", FAULTS)
async def test_a_fault_is_told_whole(
    review: Opening, server: StandIn, name: str, size: tuple[int, int]
) -> None:
    server.switches.faults.append(FAULTS[name])
    await draw(name, review(EMPTY), ["T", "y"], size)


@sizes
async def test_what_was_sent_without_an_answer(
    review: Opening, server: StandIn, size: tuple[int, int]
) -> None:
    server.switches.faults.append(FAULTS["lost"])
    assert "r 再送信" in await draw("sent-before", review(EMPTY), ["T", "y", "T"], size)
