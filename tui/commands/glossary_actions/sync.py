"""`taiyaku glossary sync`: your terms at DeepL. Nothing is changed there without `--push`."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

from corpus.errors import BadContent, GlossaryGone
from tui.commands import options
from tui.commands.command import Command
from tui.engines import add_connection, add_name

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

    from corpus.engines.engine import Engine
    from corpus.workspace.engine_cache import EngineCache, Push
    from glossary.sync import Difference, Offence


def arguments(parser: ArgumentParser) -> None:
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
    from glossary.sync import difference, prepared, summary
    from tui.console import note, one_line
    from tui.engines import connect, own_concepts
    from tui.settings import settings, workspace_path

    wanted = settings(chosen)
    with Workspace.open(workspace_path(wanted)) as workspace:
        ready = prepared(own_concepts(wanted, workspace))
        for warning in ready.warnings:
            note(f"note: {warning}")
        if ready.offences:
            for offence in ready.offences:
                note(f"{_place(offence)}: {offence.fault}")
            raise BadContent(
                f"DeepL would refuse {len(ready.offences)} of these terms; nothing was sent",
                "mend the lines named above",
            )
        if not ready.terms:
            raise BadContent("there are no terms to send", "name a file with --glossary")
        engine, key = connect(chosen)
        cache = workspace.engine_cache()
        with closing(engine):
            push = cache.pushed(engine.server, chosen.name)
            id_, remote = _at_engine(engine, push, chosen)
            base = push.terms if push and id_ else {}
            found = difference(base, ready.terms, remote)
            for one in found:
                sys.stdout.write(one_line(_line(one)) + "\n")
            note(f"{chosen.name} at DeepL, key {key}: {summary(found)}")
            if not chosen.push:
                if found:
                    note("nothing was sent; --push does it")
                return int(bool(found))
            _refuse_foreign(found, chosen.overwrite)
            _push(engine, cache, chosen.name, id_, ready.terms, changed=bool(found))
            note(f"{len(ready.terms)} entries are at DeepL, read back and equal")
            return 0


def _place(offence: Offence) -> str:
    """File and line of the term, as far as it can be found there, and the term."""
    from corpus.errors import TaiyakuError
    from corpus.formats.files import decode, read_bytes

    shown = repr(offence.term)[1:-1][:60] or "(empty)"
    try:
        text, _ = decode(read_bytes(offence.origin), offence.origin)
    except TaiyakuError:
        return f"{offence.origin}: {shown}"
    lines = [
        n for n, row in enumerate(text.splitlines(), 1) if offence.term and offence.term in row
    ]
    # Of several rows it is the last that repeats an earlier one.
    return f"{offence.origin}{f':{lines[-1]}' if lines else ''}: {shown}"


def _at_engine(
    engine: Engine, push: Push | None, chosen: Namespace
) -> tuple[str | None, dict[str, str]]:
    """The id and the entries of the glossary there; no id where it is still to be made."""
    from tui.console import note

    if push is not None:
        try:
            return push.glossary, engine.terms(push.glossary)
        except GlossaryGone:
            note(f"{chosen.name} is not at DeepL any more; a push makes it anew")
            return None, {}
    namesakes = [g for g in engine.glossaries() if g.name == chosen.name]
    if not namesakes:
        return None, {}
    if not chosen.overwrite:
        raise BadContent(
            f"a glossary called {chosen.name} is at DeepL, and was not made from this workspace",
            "choose another --name, or take it over with --overwrite",
        )
    return namesakes[0].id, engine.terms(namesakes[0].id)


def _refuse_foreign(found: tuple[Difference, ...], overwrite: bool) -> None:
    from glossary.sync import Fate

    foreign = [d.source for d in found if d.fate is Fate.FOREIGN]
    if foreign and not overwrite:
        raise BadContent(
            f"somebody changed {len(foreign)} terms at DeepL, among them {foreign[0]!r}",
            "take what is right into your file, then --push --overwrite",
        )


def _push(
    engine: Engine,
    cache: EngineCache,
    name: str,
    id_: str | None,
    terms: Mapping[str, str],
    *,
    changed: bool,
) -> None:
    """Send, read back, and only then remember it as pushed."""
    if id_ is None:
        id_ = engine.create(name, terms)
    elif changed:
        engine.replace(id_, terms)
    if engine.terms(id_) != dict(terms):
        cache.keep_push(engine.server, name, id_, {})
        raise BadContent(
            "DeepL keeps other entries than were sent", "look with: taiyaku glossary sync"
        )
    cache.keep_push(engine.server, name, id_, terms)


def _line(one: Difference) -> str:
    there = one.remote if one.remote is not None else "(nothing)"
    here = one.local if one.local is not None else "(nothing)"
    return f"{one.fate.value}: {one.source}: {there} -> {here}"


COMMAND = Command("sync", "bring a glossary to DeepL; says what it would do first", arguments, run)
