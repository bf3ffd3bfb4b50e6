"""The app over a websocket: who is refused, who is not, and that nothing done there is lost."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from corpus.extras import adding
from corpus.workspace.store import Workspace
from tui.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.front.conftest import Served

WORD = "ソフトバンクグループ"
PATIENCE = 60.0


@pytest.fixture
def aiohttp():
    return pytest.importorskip("aiohttp", reason="needs taiyaku[web]")


class Visitor:
    """What textual-serve's own page does, without a browser."""

    def __init__(self, aiohttp, client, site: Served) -> None:
        self._aiohttp = aiohttp
        self._client = client
        self._site = site
        self._came = b""

    async def __aenter__(self):
        at = urlsplit(self._site.address)
        self._socket = await self._client.ws_connect(
            f"{self._site.address}ws?width=120&height=36",
            headers={"Origin": f"{at.scheme}://{at.netloc}"},
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def press(self, keys: str) -> None:
        await self._socket.send_json(["stdin", keys])

    async def shows(self, text: str) -> bytes:
        """What came to the screen up to and with that text."""
        while text.encode() not in self._came:
            self._came += await self._next()
        came, self._came = self._came, b""
        return came

    async def ended(self) -> None:
        while not self._socket.closed:
            await self._next()

    async def _next(self) -> bytes:
        message = await self._socket.receive(timeout=PATIENCE)
        return message.data if message.type is self._aiohttp.WSMsgType.BINARY else b""


async def test_without_the_token_everything_is_refused(
    aiohttp, served: Callable[..., Served]
) -> None:
    address = served().address
    root, token, _ = address.rsplit("/", 2)
    origin = {"Origin": root}
    assert len(token) >= 32
    async with aiohttp.ClientSession() as client:
        for path in ("", "page.js", "static/js/textual.js"):
            assert (await client.get(address + path)).status == 200
        for path in ("", "page.js", "static/js/textual.js", "nothing", "%ff"):
            for wrong in (f"{root}/", f"{root}/{token[:-1]}/", f"{root}/{token}x/"):
                answer = await client.get(wrong + path)
                assert answer.status == 403
                assert token not in await answer.text()
        for wrong in (f"{root}/ws", f"{root}/{token[:-1]}/ws"):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await client.ws_connect(wrong, headers=origin)
            assert refused.value.status == 403


async def test_pages_of_other_sites_cannot_talk_to_the_app(
    aiohttp, served: Callable[..., Served]
) -> None:
    address = served().address
    port = urlsplit(address).port
    foreign = ("https://example.com", f"http://localhost:{port}", "http://127.0.0.1", "null", None)
    async with aiohttp.ClientSession() as client:
        for origin in foreign:
            headers = {} if origin is None else {"Origin": origin}
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await client.ws_connect(f"{address}ws", headers=headers)
            assert refused.value.status == 403


async def test_the_page_asks_nobody_else_and_nobody_may_frame_it(
    aiohttp, served: Callable[..., Served]
) -> None:
    address = served().address
    async with aiohttp.ClientSession() as client:
        for path in ("", "page.js", "page.css"):
            answer = await client.get(address + path)
            assert "://" not in await answer.text()
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["Referrer-Policy"] == "no-referrer"


async def test_nothing_but_the_files_of_the_page_is_handed_out(
    aiohttp, served: Callable[..., Served]
) -> None:
    address = served("en.txt", "ja.txt").address
    yarl = pytest.importorskip("yarl")
    paths = ("en.txt", "w.db", "site.py", "static/", "download/x", "static/..%2Fserver.py")
    async with aiohttp.ClientSession() as client:
        for path in (*paths, "static/%2e%2e/server.py", "static/%2Fetc%2Fpasswd"):
            answer = await client.get(yarl.URL(address + path, encoded=True))
            assert answer.status in (403, 404)


async def test_a_visitor_mends_the_sample_and_a_second_one_only_reads(
    aiohttp, served: Callable[..., Served], folder: Path
) -> None:
    site = served("en.txt", "ja.txt")
    async with aiohttp.ClientSession() as client:
        async with Visitor(aiohttp, client, site) as visitor:
            await visitor.shows("Findings in")
            async with Visitor(aiohttp, client, site) as second:
                await second.shows("Another window")
            await visitor.press("nnna")
            await visitor.shows("1 to write")
            await visitor.press("w")
            await visitor.shows("Write the Japanese")
            await visitor.press("\r")
            await visitor.shows("Written to")
            await visitor.press("q")
            await visitor.ended()
        before, after = (
            (folder / name).read_text("utf-8") for name in ("ja.txt", "ja.corrected.txt")
        )
        assert after == before.replace("三井物産E&S", "三井E&S", 1)


async def test_ctrl_c_keeps_what_a_visitor_is_typing(
    aiohttp, served: Callable[..., Served], folder: Path
) -> None:
    site = served("en.txt", "ja.txt")
    async with aiohttp.ClientSession() as client, Visitor(aiohttp, client, site) as visitor:
        await visitor.shows("Findings in")
        await visitor.press("e")
        await visitor.shows("editing")
        await visitor.press(WORD)
        await visitor.shows("グループ")
        code, said = site.end()
    assert code == 0
    assert "kept" in said
    with Workspace.open(folder / "w.db") as workspace:
        work = workspace.work(str(folder / "en.txt"), str(folder / "ja.txt"))
        (draft,) = work.drafts().values()
        assert WORD in draft


def test_only_this_machine_is_served_unless_told_otherwise(
    aiohttp, served: Callable[..., Served]
) -> None:
    here, everywhere = served(), served("--host", "0.0.0.0")  # noqa: S104
    assert urlsplit(here.address).hostname == "127.0.0.1"
    assert "warning" not in here.end()[1]
    _, said = everywhere.end()
    assert "warning: 0.0.0.0 can be reached from other machines" in said


def test_a_port_that_is_taken_is_an_error(aiohttp, served: Callable[..., Served]) -> None:
    port = urlsplit(served().address).port
    code, said = served("--port", str(port)).end()
    assert code == 2
    assert "--port" in said


def test_what_keeps_the_app_from_starting_is_said_at_once(
    aiohttp, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.chdir(folder)
    assert main(["serve", "en.txt", "ja.txt"]) == 2
    assert "error: en.txt does not exist" in capsys.readouterr().err


def test_without_the_extra_the_command_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "tui.serving.site", raising=False)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    assert main(["serve"]) == 2
    assert f"hint: {adding('web')}" in capsys.readouterr().err
