"""What can still be read of a damaged workspace, put into the new one that takes its place.

A damaged page takes what stands on it along, and nothing else: every table is read from its
beginning up to the damage and from its end back to it. Rows of a table that could not be read
whole are taken from the latest copy, as far as they stand there, and then from older ones.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.workspace.backups import backups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.workspace.database import Database

_TABLES = {
    "work": ("id",),
    "step": ("id",),
    "change": ("step", "ordinal"),
    "standing": ("rowid",),
    "draft": ("rowid",),
    "effort": ("rowid",),
    "translation": ("key",),
    "sent": ("key",),
    "pushed": ("server", "name"),
    "written": ("path",),
}
"""By what the rows of each table are ordered on the disk."""
_ORPHANS = (
    "DELETE FROM step WHERE work NOT IN (SELECT id FROM work)",
    "DELETE FROM change WHERE step NOT IN (SELECT id FROM step)",
    *(
        f"DELETE FROM {table} WHERE work NOT IN (SELECT id FROM work)"  # noqa: S608
        for table in ("standing", "draft", "effort", "written")
    ),
)
_DAMAGE = (sqlite3.Error, UnicodeDecodeError)
"""What reading may lead to: SQLite quotes a damaged schema in its message."""
_MEMORY = (
    "INSERT INTO memory SELECT coalesce(source, ''), machine, new, step FROM change"
    " WHERE machine <> new ORDER BY step, ordinal"
)


def rescue(damaged: Path, database: Database) -> int:
    """Fill a new workspace with what `damaged` still says; how many steps there are then.

    The damaged file is not touched. Nothing is raised because of it.
    """
    with suppress(OSError), tempfile.TemporaryDirectory(dir=database.path.parent) as folder:
        # SQLite writes beside whatever it opens, and would take in the log.
        for ending in ("", "-wal"):
            part = damaged.with_name(damaged.name + ending)
            if part.exists():
                shutil.copy(part, Path(folder) / f"workspace.db{ending}")
        sources = [Path(folder) / "workspace.db", *backups(database.path)]
        with database.transaction() as connection:
            connection.execute("PRAGMA defer_foreign_keys = ON")
            for table in _TABLES:
                _fill(connection, table, sources)
            for orphans in _ORPHANS:
                connection.execute(orphans)
            connection.execute(_MEMORY)
    return int(database.rows("SELECT count(*) FROM step")[0][0])


def _fill(new: sqlite3.Connection, table: str, sources: list[Path]) -> None:
    """The rows of a table, from the first source that can be read whole and those before it."""
    known = {name for _, name, *_ in new.execute(f"PRAGMA table_info({table})")}
    for source in sources:
        whole = False
        for names, row in _rows(source, table):
            whole = not names
            values = {n: v for n, v in zip(names, row, strict=True) if n in known}
            if values:
                marks = ", ".join("?" * len(values))
                new.execute(
                    f"INSERT OR IGNORE INTO {table} ({', '.join(values)}) VALUES ({marks})",  # noqa: S608
                    tuple(values.values()),
                )
        if whole:
            return


def _rows(source: Path, table: str) -> Iterator[tuple[tuple[str, ...], tuple[object, ...]]]:
    """Names and values of all rows that can be read; at the end an empty one, where all could."""
    order = _TABLES[table]
    ways = (", ".join(order), ", ".join(f"{name} DESC" for name in order))
    for way in ways:
        with suppress(*_DAMAGE), closing(_opened(source)) as connection:
            cursor = connection.execute(f"SELECT * FROM {table} ORDER BY {way}")  # noqa: S608
            names = tuple(column[0] for column in cursor.description)
            for row in cursor:
                yield names, row
            yield (), ()
            return


def _opened(source: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(source)
    connection.text_factory = lambda data: data.decode(errors="replace")
    return connection
