"""The app in a real browser: the flagged name of the sample is mended there, and so is the file.

Chromium is driven over its DevTools protocol. What the terminal of the page shows cannot be read
from the page, since it is painted; it is what comes in through the websocket.
"""

from __future__ import annotations

import asyncio
import base64
import itertools
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

aiohttp = pytest.importorskip("aiohttp", reason="needs taiyaku[web]")

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from tests.front.conftest import Served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update --remote-debugging-port=0"
)
PATIENCE = 60.0
WORD = "ソフトバンクグループ"

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here: apt-get install chromium"
)


class Tab:
    """One page of a browser, and everything that came to it through websockets."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._ids = itertools.count(1)
        self._page: dict[str, str] = {}
        self._came = b""
        self.asked: list[str] = []
        """The addresses that the page asked for."""

    async def open(self, address: str, width: int, height: int, *, phone: bool = False) -> None:
        target = await self.call("Target.createTarget", url="about:blank")
        attached = await self.call("Target.attachToTarget", flatten=True, **target)
        self._page = {"sessionId": attached["sessionId"]}
        await self.call("Network.enable")
        size = {"width": width, "height": height, "deviceScaleFactor": 1}
        await self.call("Emulation.setDeviceMetricsOverride", mobile=phone, **size)
        await self.call("Emulation.setTouchEmulationEnabled", enabled=phone)
        await self.call("Page.navigate", url=address)

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """The answer of the browser to one request."""
        number = next(self._ids)
        message = {"id": number, "method": method, "params": parameters, **self._page}
        await self._socket.send_json(message)
        while (answer := await self._next()).get("id") != number:
            pass
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    async def evaluate(self, script: str) -> Any:
        """The value of some JavaScript in the page."""
        answer = await self.call("Runtime.evaluate", expression=script, returnByValue=True)
        return answer["result"].get("value")

    async def shows(self, text: str) -> None:
        """Wait until a text has come to the terminal since the last time."""
        while text.encode() not in self._came:
            await self._next()
        self._came = b""

    async def press(self, key: str, code: int = 0, *, control: bool = False) -> None:
        """One key, as from a keyboard."""
        text = {} if code or control else {"text": key}
        pressed = {"key": key, "windowsVirtualKeyCode": code or ord(key.upper()), **text}
        pressed["modifiers"] = 2 * control
        await self.call("Input.dispatchKeyEvent", type="keyDown", **pressed)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **pressed)

    async def commit(self, word: str) -> None:
        """A word as an input method hands it over."""
        await self.call("Input.insertText", text=word)

    async def tap(self, label: str) -> None:
        """One of the page's own buttons, with a finger."""
        script = (
            f"[...document.querySelectorAll('#keys button')].find(b => b.innerText == '{label}')"
            ".getBoundingClientRect().toJSON()"
        )
        box = await self.evaluate(script)
        middle = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        await self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[middle])
        await self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    async def _next(self) -> dict[str, Any]:
        """The next message of the browser, after a look at it."""
        message: dict[str, Any] = await self._socket.receive_json(timeout=PATIENCE)
        parameters = message.get("params", {})
        if message.get("method") == "Network.webSocketFrameReceived":
            data = parameters["response"]["payloadData"]
            if parameters["response"]["opcode"] == aiohttp.WSMsgType.BINARY:
                self._came += base64.b64decode(data)
        elif message.get("method") == "Network.requestWillBeSent":
            self.asked.append(parameters["request"]["url"])
        return message


@pytest.fixture
async def tab(tmp_path: Path) -> AsyncIterator[Tab]:
    """A tab of a fresh browser."""
    program = [CHROMIUM or "", *FLAGS.split(), f"--user-data-dir={tmp_path / 'browser'}"]
    with subprocess.Popen(program, stderr=subprocess.PIPE, encoding="utf-8") as browser:
        try:
            assert browser.stderr is not None
            said = next(line for line in browser.stderr if "DevTools listening on " in line)
            address = said.split(" on ")[1].strip()
            async with (
                aiohttp.ClientSession() as client,
                client.ws_connect(address, max_msg_size=0) as socket,
            ):
                yield Tab(socket)
        finally:
            browser.kill()


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
