"""`taiyaku glossary diff`: what differs between two glossaries, in whatever formats."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.console import one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("before", metavar="BEFORE")
    parser.add_argument("after", metavar="AFTER")


def run(chosen: Namespace) -> int:
    from glossary.diff import diff
    from glossary.formats import read_terms

    changes = diff(read_terms(chosen.before), read_terms(chosen.after))
    for change in changes:
        sys.stdout.writelines(f"{one_line(line)}\n" for line in change.lines())
    return int(bool(changes))
