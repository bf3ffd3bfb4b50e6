"""`taiyaku usage`: what of the month's characters is used, and where the key comes from."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

from tui.commands import options

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    from tui.translation.connection import add_connection

    parser.add_argument(
        "--save-key",
        action="store_true",
        help="keep the key that is the first line of stdin, in a file that you alone can read",
    )
    parser.add_argument(
        "--purge",
        action="store_true",
        help="forget the translations that are kept in the workspace; they would be paid anew",
    )
    add_connection(parser)
    options.add_workspace(parser)


def run(chosen: Namespace) -> int:
    from corpus.workspace.store import Workspace
    from tui.console import note
    from tui.keys import save
    from tui.settings import settings, workspace_path
    from tui.translation.connection import conditions, connect

    if chosen.save_key:
        note(f"saved to {save(sys.stdin.readline())}")
        return 0
    wanted = settings(chosen)
    path = workspace_path(wanted)
    if chosen.purge:
        with Workspace.open(path) as workspace:
            workspace.engine_cache().purge()
        note(f"no translation is kept in {path} any more")
        return 0
    engine, key = connect(conditions(wanted), from_stdin=chosen.key_stdin)
    with closing(engine):
        usage = engine.usage()
    limit = f" of {usage.limit:,}" if usage.limit is not None else ""
    sys.stdout.write(f"{usage.used:,}{limit} characters used; key {key}\n")
    if path.is_file():
        with Workspace.open(path) as workspace:
            billed = workspace.engine_cache().billed()
        note(f"translations of {billed:,} characters are kept in {path}")
    return 0
