"""`taiyaku review`: the two texts side by side, to read, mend and save."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from corpus.errors import TaiyakuError
from tui.commands import options
from tui.commands.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="SOURCE TARGET: the English document and its Japanese; or one bitext",
    )
    options.add_terms(parser)
    options.add_checks(parser)
    options.add_workspace(parser)


def run(chosen: Namespace) -> int:
    from tui.inputs import inputs
    from tui.settings import settings

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise TaiyakuError(
            "a review needs a terminal", "taiyaku check gives the same findings without one"
        )
    wanted = settings(chosen)
    items = inputs(chosen.inputs)
    if len(items) != 1 or items[0].path == "-":
        raise TaiyakuError("one review at a time", "name SOURCE TARGET, or a single bitext file")
    from tui.app import run_review
    from tui.pipeline import open_session

    return run_review(open_session(items[0], wanted))


COMMAND = Command("review", "read both texts side by side, mend and save", arguments, run)
