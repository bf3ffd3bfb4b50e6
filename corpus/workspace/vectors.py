"""Vectors of texts kept between runs, in a file of their own beside the workspace.

They can be made again at any time, while a workspace holds what people did. So the two never
share a file, and whatever is wrong with this one is no error: the vectors are then made anew.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_MOST = 50_000
"""Vectors that are kept, the latest; about a thousand bytes each."""
_AT_ONCE = 500
"""Texts asked for in one query; SQLite takes no more than a thousand or so."""
_PATIENCE = 2.0
"""Seconds to wait while another process writes."""
_DAMAGE = (sqlite3.Error, UnicodeDecodeError)
"""What a damaged file leads to: SQLite quotes a damaged schema in its message."""
_SCHEMA = """CREATE TABLE IF NOT EXISTS vector (
    id INTEGER PRIMARY KEY,
    model TEXT NOT NULL,
    text BLOB NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (model, text)
)"""


class VectorStore:
    """The vectors in one file, by the model that made them and a hash of the text.

    Several processes may use one file at a time. Nothing here raises because of the file.
    """

    def __init__(self, path: Path) -> None:
        """`path` need not exist; it is made with the first vectors, in a folder that exists.

        A relative one is meant from where the process is now, wherever it goes later.
        """
        self.path = path.absolute()

    @classmethod
    def beside(cls, workspace: Path) -> VectorStore:
        """The store that belongs to a workspace file."""
        return cls(workspace.with_suffix(".vectors.db"))

    def found(self, model: str, texts: Sequence[bytes]) -> dict[bytes, bytes]:
        """The vectors that are there, by hash."""
        found: dict[bytes, bytes] = {}
        if not self.path.is_file():
            return found
        with suppress(*_DAMAGE), self._connected() as connection:
            for at in range(0, len(texts), _AT_ONCE):
                some = texts[at : at + _AT_ONCE]
                marks = ",".join("?" * len(some))
                found.update(
                    connection.execute(
                        f"SELECT text, data FROM vector WHERE model = ? AND text IN ({marks})",  # noqa: S608
                        (model, *some),
                    )
                )
        return found

    def add(self, model: str, vectors: Mapping[bytes, bytes]) -> None:
        """Keep these too; where there are too many, the oldest go."""
        with suppress(*_DAMAGE), self._connected() as connection, connection:
            connection.execute(_SCHEMA)
            connection.executemany(
                "INSERT OR IGNORE INTO vector (model, text, data) VALUES (?, ?, ?)",
                [(model, text, data) for text, data in vectors.items()],
            )
            connection.execute(
                "DELETE FROM vector WHERE id <= (SELECT max(id) FROM vector) - ?", (_MOST,)
            )

    def _connected(self) -> closing[sqlite3.Connection]:
        return closing(sqlite3.connect(self.path, timeout=_PATIENCE))
