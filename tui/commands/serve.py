"""`taiyaku serve`: the app in a browser."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from corpus.errors import TaiyakuError
from corpus.extras import adding
from corpus.told import told
from tui.commands import options
from tui.console import note, one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser

LOOPBACK = "127.0.0.1"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="*",
        help="SOURCE TARGET, or one bitext, as in review; without any, the start screen",
    )
    parser.add_argument(
        "--host",
        default=LOOPBACK,
        help=f"where it listens (default: {LOOPBACK}, which only this machine reaches)",
    )
    parser.add_argument("--port", type=int, default=0, help="the port (default: any free one)")
    options.add_language(parser)


def run(chosen: Namespace) -> int:
    """Serve until Ctrl+C; what visitors do is kept as in a terminal."""
    try:
        from tui.serving.site import Site, is_loopback
    except ModuleNotFoundError as error:
        raise TaiyakuError(
            told("the browser needs an extra package ({})", error.name),
            adding("web"),
        ) from None
    import asyncio

    _try(chosen.inputs)
    if not is_loopback(chosen.host):
        note(
            f"warning: {chosen.host} can be reached from other machines. Whoever has the address "
            "can read and change these texts and write files as you can, and all of it goes "
            "over the network unencrypted."
        )
    language = getattr(chosen, "language", None)
    words = ["--lang", language] if language else []
    words += ["review", "--", *chosen.inputs] if chosen.inputs else []
    asyncio.run(Site(words).serve(chosen.host, chosen.port, _tell))
    note("ended; everything done is kept")
    return 0


def _try(words: list[str]) -> None:
    """Meet here, and not in the browser, what keeps the app from starting."""
    from tui.inputs import review_input
    from tui.pipeline import open_session
    from tui.settings import settings

    wanted = settings(Namespace())
    if words:
        open_session(review_input(words), wanted, later=True).close()


def _tell(address: str) -> None:
    sys.stdout.write(f"{one_line(address)}\n")
    sys.stdout.flush()
    note("Open this address in a browser; who has it can use the app as you can. Ctrl+C ends it.")
