"""Copies of a workspace as it was at the end of the last days on which somebody worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from corpus.workspace.database import Database

_KEPT = 5


def backups(workspace: Path) -> tuple[Path, ...]:
    """The copies there are, the newest first. Each is a whole workspace: put it in the place of
    the other one, or open it with --workspace."""
    return tuple(sorted(_folder(workspace).glob("*.db"), reverse=True))


def back_up(database: Database, day: date) -> None:
    """Copy the workspace; a copy of the same day is replaced, and the oldest of more than five
    goes. Raises OSError and WorkspaceError; an older copy is not touched then. Before the first
    copy of a day, all is read through: none is made of a damaged workspace, which the older ones
    mend."""
    copy = _folder(database.path) / f"{day.isoformat()}.db"
    copy.parent.mkdir(exist_ok=True)
    unfinished = copy.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    try:
        database.copy_to(unfinished, read_through=not copy.exists())
        unfinished.replace(copy)
    finally:
        unfinished.unlink(missing_ok=True)
    for old in backups(database.path)[_KEPT:]:
        old.unlink(missing_ok=True)


def _folder(workspace: Path) -> Path:
    return workspace.with_name(workspace.name + ".backups")
