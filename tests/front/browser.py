"""A real browser, driven over its DevTools protocol: Chromium without a window."""

from __future__ import annotations

import asyncio
import base64
import itertools
import shutil
import subprocess
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

aiohttp = pytest.importorskip("aiohttp", reason="needs taiyaku[web]")

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update --remote-debugging-port=0"
)
PATIENCE = 60.0

needs_chromium = pytest.mark.skipif(
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

    async def load(self, page: Path, width: int, *, dark: bool = False) -> None:
        """A file, to its end; narrow ones are a telephone's."""
        await self.open(page.as_uri(), width, 900, phone=width < 500)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        await self.call("Emulation.setEmulatedMedia", features=[scheme])
        while not await self.evaluate(
            "location.protocol == 'file:' && document.readyState == 'complete'"
        ):
            await asyncio.sleep(0.05)

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
        options = {"returnByValue": True, "awaitPromise": True}
        answer = await self.call("Runtime.evaluate", expression=script, **options)
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


@asynccontextmanager
async def browser(folder: Path) -> AsyncIterator[Tab]:
    """A tab of a fresh browser that keeps its things in a folder."""
    program = [CHROMIUM or "", *FLAGS.split(), f"--user-data-dir={folder / 'browser'}"]
    with subprocess.Popen(program, stderr=subprocess.PIPE, encoding="utf-8") as started:
        try:
            assert started.stderr is not None
            said = next(line for line in started.stderr if "DevTools listening on " in line)
            address = said.split(" on ")[1].strip()
            async with (
                aiohttp.ClientSession() as client,
                client.ws_connect(address, max_msg_size=0) as socket,
            ):
                yield Tab(socket)
        finally:
            started.kill()
