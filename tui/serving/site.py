"""The site: our own page, and a websocket behind which each visitor has an app of his own.

Whoever knows the token may do what the person at this machine may do in the app; nobody else gets
as much as a picture. Pages of other sites cannot talk to the app even if they knew the token.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import logging
import secrets
import shlex
import signal
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

from corpus.errors import BadContent
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from aiohttp.typedefs import Handler

PAGE = Path(__file__).parent
_PAGES = {"": "page.html", "page.css": "page.css", "page.js": "page.js"}
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; font-src 'self'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_PATIENCE = 10.0
"""Seconds that the apps have to keep what is being typed and go."""


class Site:
    """Serves `taiyaku WORDS` to whoever comes with the token."""

    def __init__(self, words: Sequence[str]) -> None:
        self.token = secrets.token_urlsafe(24)
        program = [sys.executable, "-P", "-c", "from tui.cli import run; run()", *words]
        self._server = Server(f"exec {shlex.join(program)}")
        # It logs a traceback for whatever nonsense a visitor sends.
        logging.getLogger("textual-serve").setLevel(logging.CRITICAL)
        self._talks: set[asyncio.Task[object]] = set()

    async def serve(self, host: str, port: int, opened: Callable[[str], None]) -> None:
        """Serve until SIGINT or SIGTERM; `opened` is told the address as soon as it answers.

        Port 0 is any free one. Raises BadContent where nobody can listen there.
        """
        runner = web.AppRunner(self._application(), access_log=None)
        await runner.setup()
        try:
            await _listen(web.TCPSite(runner, host, port))
            opened(self._address(host, runner.addresses[0][1]))
            await _told_to_stop()
            await self._end_talks()
        finally:
            await runner.cleanup()

    def _application(self) -> web.Application:
        application = web.Application(middlewares=[self._guard])
        at = f"/{self.token}/"
        application.add_routes(
            web.get(at + path, _file(PAGE / name)) for path, name in _PAGES.items()
        )
        application.router.add_get(at + "ws", self._talk)
        application.router.add_static(at + "static", Path(self._server.statics_path))
        return application

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Nothing without the token, not even the news that something is not there."""
        given = request.path.removeprefix("/").partition("/")[0]
        if not secrets.compare_digest(given.encode(errors="replace"), self.token.encode()):
            raise web.HTTPForbidden(
                text="The address lacks the token that taiyaku serve printed.\n"
            )
        response = await handler(request)
        if not response.prepared:
            response.headers.update(_HEADERS)
        return response

    async def _talk(self, request: web.Request) -> web.StreamResponse:
        """The websocket; browsers say truly from which site's page it was opened."""
        if urlsplit(request.headers.get("Origin", "")).netloc != request.host:
            raise web.HTTPForbidden(
                text="Only the page of this very address may talk to the app.\n"
            )
        task = asyncio.current_task()
        assert task is not None  # noqa: S101
        self._talks.add(task)
        try:
            return await self._server.handle_websocket(request)
        finally:
            self._talks.discard(task)

    async def _end_talks(self) -> None:
        """Ask every app to go, and wait for it."""
        talks = list(self._talks)
        for talk in talks:
            talk.cancel()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(*talks, return_exceptions=True), _PATIENCE)

    def _address(self, host: str, port: int) -> str:
        """What to type into a browser, on this machine or, for all addresses, elsewhere."""
        name = socket.gethostname() if host in ("0.0.0.0", "::") else host  # noqa: S104
        return f"http://{f'[{name}]' if ':' in name else name}:{port}/{self.token}/"


def is_loopback(host: str) -> bool:
    """Whether only programs on this machine can reach that address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _file(path: Path) -> Handler:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.FileResponse(path)

    return answer


async def _listen(site: web.TCPSite) -> None:
    try:
        await site.start()
    except (OSError, OverflowError) as error:
        raise BadContent(
            told("nobody can listen at {}: {}", site.name, error), "choose another --port or --host"
        ) from None


async def _told_to_stop() -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
