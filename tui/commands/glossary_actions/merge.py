"""`taiyaku glossary merge`: two glossaries that grew from one, as one again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.glossary_actions.convert import save
from tui.console import note

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("base", metavar="BASE", help="what both grew from")
    parser.add_argument("ours", metavar="OURS", help="what is kept where both say something else")
    parser.add_argument("theirs", metavar="THEIRS")
    parser.add_argument("output", metavar="OUTPUT", type=Path, help="the file to write")


def run(chosen: Namespace) -> int:
    from glossary.formats import read_terms
    from glossary.merge import merge

    files = (chosen.base, chosen.ours, chosen.theirs)
    merged = merge(*(read_terms(file) for file in files))
    save(merged.concepts, chosen.output, files)
    for each in merged.conflicts:
        note(f"conflict: {each.id}: {each.part}: ours {each.ours}, theirs {each.theirs}")
    return int(bool(merged.conflicts))
