"""`taiyaku completion`: what a shell needs to complete commands, options and files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SHELLS = ("bash", "zsh", "fish")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, help="the shell that the script is for")


def run(chosen: Namespace) -> int:
    from tui.completing import script
    from tui.output import output

    with output(None) as out:
        out.write(script(chosen.shell))
    sys.stdout.flush()
    return 0
