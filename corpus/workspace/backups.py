"""Copies of a workspace as it was at the end of the last days on which somebody worked."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_KEPT = 5


def backups(workspace: Path) -> tuple[Path, ...]:
    """The copies there are, the newest first. Each is a whole workspace: put it in the place of
    the other one, or open it with --workspace."""
    return tuple(sorted(_folder(workspace).glob("*.db"), reverse=True))


def back_up(connection: sqlite3.Connection, workspace: Path, day: date) -> None:
    """Copy the workspace; a copy of the same day is replaced, and the oldest of more than five
    goes. Raises OSError and sqlite3.Error; an older copy is not touched then."""
    copy = _folder(workspace) / f"{day.isoformat()}.db"
    copy.parent.mkdir(exist_ok=True)
    unfinished = copy.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(unfinished)) as target:
        connection.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    unfinished.replace(copy)
    for old in backups(workspace)[_KEPT:]:
        old.unlink(missing_ok=True)


def _folder(workspace: Path) -> Path:
    return workspace.with_name(workspace.name + ".backups")
