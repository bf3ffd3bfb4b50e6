"""`taiyaku glossary lint`: what in a glossary deserves a second look."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.commands import options
from tui.console import note, one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from corpus.bitext import TranslationUnit
    from tui.settings import Settings

_MOST = 20_000
"""Corrections of a workspace; more would be read for long."""


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="*", help="glossary files")
    parser.add_argument("--bundled", action="store_true", help="the bundled names as well")
    parser.add_argument(
        "--texts",
        metavar="INPUT",
        nargs="+",
        default=[],
        help="confirmed translations: terms that these never name or contradict are said too, "
        "as are those that the corrections of your workspace contradict",
    )
    options.add_workspace(parser)


def run(chosen: Namespace) -> int:
    from glossary.formats import read_terms
    from glossary.lint import doubts, doubts_in_texts
    from glossary.names import load_names
    from glossary.termbase import Termbase
    from tui.inputs import inputs, whole
    from tui.settings import settings

    wanted = settings(chosen)
    files = chosen.files or ([] if chosen.bundled else wanted.glossary)
    own = [concept for file in files for concept in read_terms(file)]
    concepts = (*own, *(load_names() if chosen.bundled else ()))
    terms = Termbase.of(own)
    units = [u for i in whole(inputs(chosen.texts, wanted.pairs)) for u in i.read(terms).units]
    found = [
        *doubts(concepts),
        *(doubts_in_texts(own, units) if chosen.texts else ()),
        *doubts_in_texts(own, _corrected(wanted), all_named=False),
    ]
    for doubt in found:
        sys.stdout.write(one_line(f"{doubt.concept.whence}: {doubt.kind}: {doubt.message}") + "\n")
    note(f"{len(concepts)} concepts, {len(found)} to look at")
    return int(bool(found))


def _corrected(wanted: Settings) -> Iterator[TranslationUnit]:
    """What a person has made of paragraphs in whatever review, if there is a workspace."""
    from corpus.bitext import TranslationUnit
    from tui.settings import workspace_path

    path = workspace_path(wanted)
    if not path.is_file():
        return
    from corpus.workspace.store import Workspace

    with Workspace.open(path, read_only=True) as workspace:
        for number, each in enumerate(workspace.latest_corrections(_MOST)):
            if each.source:
                yield TranslationUnit(f"correction {number}", each.source, each.corrected)
