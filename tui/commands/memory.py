"""`taiyaku memory`: the corrections that the workspace remembers, to and from other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import WorkspaceError
from corpus.told import told
from tui.commands import options
from tui.console import note
from tui.display.counted import in_english

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, act, words in (
        ("export", _export, "write the corrections of all reviews into a TMX file"),
        ("import", _import, "take over what a TMX file knows; a newer correction here stays"),
    ):
        action = actions.add_parser(name, help=words, description=f"{words.capitalize()}.")
        action.add_argument("file", metavar="FILE.tmx", type=Path)
        options.add_workspace(action)
        action.set_defaults(act=act)


def run(chosen: Namespace) -> int:
    return int(chosen.act(chosen))


def _export(chosen: Namespace) -> int:
    from corpus.formats.files import write_atomically
    from corpus.workspace.memory_file import written
    from corpus.workspace.store import Workspace
    from tui.output import unoccupied
    from tui.settings import settings, workspace_path

    unoccupied(chosen.file)
    path = workspace_path(settings(chosen))
    with Workspace.open(path, read_only=True) as workspace:
        memories = workspace.memory()
    if not memories:
        raise WorkspaceError(
            told("{} remembers no correction", path), "correct something in a review first"
        )
    write_atomically(chosen.file, "".join(written(memories)).encode())
    note(f"{in_english(len(memories), 'correction')} in {chosen.file}")
    return 0


def _import(chosen: Namespace) -> int:
    from datetime import UTC, datetime

    from corpus.workspace.memory_file import read
    from corpus.workspace.store import Workspace
    from tui.settings import settings, workspace_path

    found = read(str(chosen.file), datetime.now(UTC))
    with Workspace.open(workspace_path(settings(chosen))) as workspace:
        new = workspace.learn(found)
    known = f", {len(found) - new} known already" if len(found) > new else ""
    note(f"{in_english(new, 'correction')} taken over{known}")
    return 0
