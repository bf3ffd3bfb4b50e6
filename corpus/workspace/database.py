"""The file of a workspace: its transactions, and what is not a workspace.

`work` 0 is the workspace itself: what holds for every work stands there.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from corpus.errors import WorkspaceError
from corpus.told import told
from corpus.workspace.schema import APPLICATION_ID, SCHEMA, SCHEMA_VERSION, UPGRADES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHARED = 0

_FULL = told("Make room on the disk and press the key again. What is typed stays here until then.")
ELSEWHERE = told("Choose another place with --workspace FILE or TAIYAKU_WORKSPACE.")


class CorruptDatabase(WorkspaceError):
    """The file is no database, or none any more."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            told("{} is damaged", path),
            told("Open a review again: it sets the file aside, keeps it, and begins a new one."),
        )


class Database:
    """A connection to one workspace file, for one thread."""

    def __init__(
        self, path: Path, *, read_only: bool, holder: int | None = None, sound: bool = False
    ) -> None:
        """Open the file, which a writer makes when there is none, and reads through unless it is
        known to be `sound`.

        Raises CorruptDatabase, and WorkspaceError for whatever else is in the way.
        """
        self.path = path
        self.read_only = read_only
        self.damaged = False
        """Whether damage has been met with."""
        self._holder = holder
        self._sound = sound
        with self._explained():
            self._connection = _connected(path, read_only=read_only)
        self._changes = self._connection.total_changes
        try:
            with self._explained():
                self._prepare()
        except BaseException:
            self._connection.close()
            raise

    @property
    def is_current(self) -> bool:
        """Whether it is of this version; an older one is only met where nothing can be written."""
        return bool(self._pragma("user_version") == SCHEMA_VERSION)

    @property
    def written(self) -> bool:
        """Whether anything was written since it was opened."""
        return self._connection.total_changes > self._changes

    @contextmanager
    def in_passing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that does not make a difference to `written`."""
        before = self._connection.total_changes
        with self.transaction() as connection:
            yield connection
        self._changes += self._connection.total_changes - before

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._explained():
            return self._connection.execute(statement, values).fetchall()

    def each(self, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query one by one, no more of which are looked up than are taken."""
        with self._explained():
            yield from self._connection.execute(statement, values)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything inside is on the disk when the block ends, or nothing of it is. Raises
        WorkspaceError where this window can only read, or the disk refuses."""
        if self.read_only:
            raise self._refusal()
        with self._explained():
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.rollback()
                raise

    def copy_to(self, path: Path, *, read_through: bool) -> None:
        """Make `path` a workspace that holds the same. Raises CorruptDatabase where a page of it
        is damaged, if it is to be `read_through`."""
        with self._explained(), closing(sqlite3.connect(path)) as copy:
            self._connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            if read_through:
                self._read_through(copy)

    def close(self) -> None:
        """Nothing can be read or written afterwards; closing twice is harmless."""
        self._connection.close()

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.execute("PRAGMA synchronous = FULL")
        # Every page is looked over when it is first needed, since not all are at the start.
        self._connection.execute("PRAGMA cell_size_check = ON")
        if not self.read_only and not self._sound:
            self._read_through(self._connection)
        if self._is_blank():
            self._create()
        elif self._pragma("application_id") != APPLICATION_ID:
            raise WorkspaceError(told("{} belongs to another program", self.path), ELSEWHERE)
        elif self._pragma("user_version") > SCHEMA_VERSION:
            raise WorkspaceError(
                told("{} was written by a newer taiyaku", self.path),
                told("Update taiyaku. {}", ELSEWHERE),
            )
        elif not self.read_only:
            self._upgrade(self._pragma("user_version"))

    def _read_through(self, connection: sqlite3.Connection) -> None:
        """See whether every page is what it should be; the more pages, the longer it takes."""
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise self._damage()

    def _create(self) -> None:
        if self.read_only:
            raise WorkspaceError(told("{} is still empty", self.path), "Try again in a moment.")
        self._connection.execute("PRAGMA journal_mode = WAL")
        with self.transaction() as connection:
            for statement in SCHEMA:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _upgrade(self, version: int) -> None:
        for old in range(version, SCHEMA_VERSION):
            with self.transaction() as connection:
                for statement in UPGRADES[old]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {old + 1}")

    def _is_blank(self) -> bool:
        return not self._pragma("application_id") and not self.rows(
            "SELECT 1 FROM sqlite_schema LIMIT 1"
        )

    def _pragma(self, name: str) -> Any:
        return self._connection.execute(f"PRAGMA {name}").fetchone()[0]

    def _refusal(self) -> WorkspaceError:
        if self._holder is None:
            return WorkspaceError(told("{} is open for reading only", self.path), ELSEWHERE)
        return WorkspaceError(
            told("{} is being written by another window (process {})", self.path, self._holder),
            "Go on in that window, or close it and start this one again.",
        )

    def _damage(self) -> CorruptDatabase:
        self.damaged = True
        return CorruptDatabase(self.path)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Say in the user's words what SQLite says; faults of the program pass as they are."""
        try:
            yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.Error as error:
            if _is_corruption(error):
                raise self._damage() from error
            hint = _FULL if _primary(error) == sqlite3.SQLITE_FULL else ELSEWHERE
            raise WorkspaceError(told("{} cannot be used: {}", self.path, error), hint) from error
        except UnicodeDecodeError as error:  # SQLite quotes a damaged schema in its message
            raise self._damage() from error
        except UnicodeEncodeError as error:
            raise WorkspaceError(
                "the text holds half a character (a lone surrogate), which cannot be stored",
                "Remove it from the text, or write the file anew in UTF-8.",
            ) from error


def _connected(path: Path, *, read_only: bool) -> sqlite3.Connection:
    mode = "mode=rwc"
    if read_only:
        # Even a reader shares memory through a file beside; where none can be made, nobody
        # can be writing either.
        log = path.with_name(path.name + "-wal")
        frozen = not os.access(path.parent, os.W_OK) and not log.exists()
        mode = "immutable=1" if frozen else "mode=ro"
    # isolation_level None: transactions begin where the code says so, and nowhere else.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None
    )
    # A flipped bit in one text must not close the door to all the others.
    connection.text_factory = lambda data: data.decode(errors="replace")
    return connection


def _is_corruption(error: sqlite3.Error) -> bool:
    return _primary(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _primary(error: sqlite3.Error) -> int:
    # The low byte is the primary code; errors of the Python module itself carry none.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
