"""`taiyaku glossary sync`: your terms at DeepL. Nothing is changed there without `--push`."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

from corpus.errors import BadContent
from tui.commands import options

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from glossary.sync import Prepared


def arguments(parser: ArgumentParser) -> None:
    from tui.translation.connection import add_connection, add_name

    parser.add_argument(
        "--push", action="store_true", help="do it; without, only say what would be done"
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="also where somebody changed terms at DeepL, or made the glossary of this name",
    )
    options.add_terms(parser)
    add_name(parser)
    add_connection(parser)
    options.add_workspace(parser)


def run(chosen: Namespace) -> int:
    """0 where both ends agree (afterwards), 1 where something is left to do."""
    from corpus.workspace.store import Workspace
    from glossary.sync import prepared, summary
    from tui.console import note, one_line
    from tui.settings import settings, workspace_path
    from tui.translation.connection import conditions, connect, own_concepts
    from tui.translation.push import line, look, push, sendable

    wanted = settings(chosen)
    how = conditions(wanted)
    with Workspace.open(workspace_path(wanted)) as workspace:
        concepts = own_concepts(how, workspace)
        _tell(prepared(concepts))
        terms = sendable(concepts).terms
        engine, key = connect(how, from_stdin=chosen.key_stdin)
        cache = workspace.engine_cache()
        with closing(engine):
            seen = look(engine, cache, how.name, terms)
            if seen.gone:
                note(f"{how.name} is not at DeepL any more; a push makes it anew")
            for one in seen.differences:
                sys.stdout.write(one_line(line(one)) + "\n")
            note(f"{how.name} at DeepL, key {key}: {summary(seen.differences)}")
            if not chosen.push:
                if seen.differences:
                    note("nothing was sent; --push does it")
                return int(bool(seen.differences))
            if seen.objection and not chosen.overwrite:
                raise BadContent(
                    seen.objection,
                    "take what is right into your file, then --push --overwrite; "
                    "or choose another --name",
                )
            push(engine, cache, seen, terms)
            note(f"{len(terms)} entries are at DeepL, read back and equal")
            return 0


def _tell(ready: Prepared) -> None:
    """What a person should know of the terms before they are sent."""
    from tui.console import note
    from tui.translation.push import offence

    for warning in ready.warnings:
        note(f"note: {warning}")
    for one in ready.offences:
        note(offence(one))
