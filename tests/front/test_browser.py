"""The app in a real browser: the flagged name of the sample is mended there, and so is the file.

What the terminal of the page shows cannot be read from the page, since it is painted; it is what
comes in through the websocket.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from front.browser import PATIENCE, Tab, browser, needs_chromium

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from tests.front.conftest import Served

WORD = "ソフトバンクグループ"

pytestmark = needs_chromium


@pytest.fixture
async def tab(tmp_path: Path) -> AsyncIterator[Tab]:
    """A tab of a fresh browser."""
    async with browser(tmp_path) as opened:
        yield opened


async def test_the_flagged_name_of_the_sample_is_mended_in_a_browser(
    tab: Tab, served: Callable[..., Served], folder: Path
) -> None:
    site = served("en.txt", "ja.txt")
    await tab.open(site.address, 1280, 720)
    await tab.shows("Findings in")
    for key in "nnna":
        await tab.press(key)
    await tab.shows("1 to write")
    await tab.press("e")
    await tab.shows("editing")
    await tab.commit(WORD)
    await tab.shows("draft kept")
    await tab.press("Escape", 27)
    await tab.shows("1 to write")
    await tab.press("w")
    await tab.shows("Write the Japanese")
    await tab.press("Enter", 13)
    await tab.shows("Written to")
    before, after = ((folder / name).read_text("utf-8") for name in ("ja.txt", "ja.corrected.txt"))
    (wrong,) = (line for line in before.splitlines() if "三井物産E&Sの米国子会社" in line)
    right = wrong.replace("三井物産E&S", "三井E&S") + WORD
    assert after == before.replace(wrong, right)
    assert all(address.startswith(site.address) for address in tab.asked)


async def test_a_phone_has_room_for_the_app_and_keys_to_tap(
    tab: Tab, served: Callable[..., Served]
) -> None:
    await tab.open(served("en.txt", "ja.txt").address, 390, 760, phone=True)
    await tab.shows("Findings in")
    await tab.tap("w")
    await tab.shows("Write the Japanese")
    assert await tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_the_command_list_changes_the_language_and_the_next_visitor_has_it(
    tab: Tab, served: Callable[..., Served], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    site = served("en.txt", "ja.txt")
    await tab.open(site.address, 1280, 800)
    await tab.shows("Findings in")
    await tab.press("p", control=True)
    await tab.shows("Search a command")
    await tab.commit("Language")
    await tab.shows("taiyaku.toml")
    await tab.press("Enter", 13)
    await tab.shows("の指摘")
    await tab.call("Page.reload")
    await tab.shows("の指摘")


async def test_the_page_says_when_the_app_has_ended(
    tab: Tab, served: Callable[..., Served]
) -> None:
    await tab.open(served().address, 1280, 720)
    await tab.shows("Try the sample")
    await tab.press("q")
    async with asyncio.timeout(PATIENCE):
        while not await tab.evaluate("document.body.classList.contains('-closed')"):
            await asyncio.sleep(0.1)
    assert "Start it again" in await tab.evaluate("document.body.innerText")
