"""What translation engines were paid for, kept in the workspace; and what was pushed to them.

A paragraph is marked as sent before a request goes out, and the mark goes in the transaction that
keeps its translation. A mark that is still there after a crash is a paragraph that may have been
billed without an answer (`unknown`): it is sent again only by somebody's word.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.engines.engine import Translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from corpus.workspace.database import Database

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Push:
    """A glossary of ours at a server, as it was when it was last pushed."""

    glossary: str
    """Its id there."""
    terms: Mapping[str, str]
    at: str


class EngineCache:
    """Belongs to an open workspace. Every method is one transaction."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def found(self, keys: Iterable[str]) -> dict[str, Translated]:
        """The translations that are there."""
        rows = self._select("SELECT key, target, billed, model FROM translation", keys)
        return {key: Translated(target, billed, model) for key, target, billed, model in rows}

    def unknown(self, keys: Iterable[str]) -> frozenset[str]:
        """Those that were sent and have no answer."""
        return frozenset(key for (key,) in self._select("SELECT key FROM sent", keys))

    def made_of(self, source: str) -> dict[str, str]:
        """Everything that an engine ever made of this paragraph, by key."""
        rows = self._database.rows("SELECT key, target FROM translation WHERE source = ?", source)
        return dict(rows)

    def send(self, keys: Iterable[str]) -> None:
        """Say that these go out now."""
        at = self._at()
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO sent VALUES (?, ?)", [(key, at) for key in keys]
            )

    def not_billed(self, keys: Iterable[str]) -> None:
        """Say that these were refused or never arrived."""
        with self._database.transaction() as connection:
            connection.executemany("DELETE FROM sent WHERE key = ?", [(key,) for key in keys])

    def keep(self, made: Sequence[tuple[str, str, Translated]]) -> None:
        """Keep translations by key and source text; on the disk when this returns."""
        at = self._at()
        rows = [(key, text, t.text, t.billed, t.model, at) for key, text, t in made]
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO translation VALUES (?, ?, ?, ?, ?, ?)", rows
            )
            connection.executemany("DELETE FROM sent WHERE key = ?", [row[:1] for row in rows])

    def billed(self) -> int:
        """Characters of all translations that are kept."""
        return int(self._database.rows("SELECT coalesce(sum(billed), 0) FROM translation")[0][0])

    def purge(self) -> None:
        """Forget every translation; what was sent and pushed stays known."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM translation")

    def pushed(self, server: str, name: str) -> Push | None:
        """The last push of the glossary of this name."""
        rows = self._database.rows(
            "SELECT glossary, terms, at FROM pushed WHERE server = ? AND name = ?", server, name
        )
        return next((Push(id_, json.loads(terms), at) for id_, terms, at in rows), None)

    def keep_push(self, server: str, name: str, glossary: str, terms: Mapping[str, str]) -> None:
        """Remember a push that has been read back."""
        row = (server, name, glossary, json.dumps(dict(terms)), self._at())
        with self._database.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO pushed VALUES (?, ?, ?, ?, ?)", row)

    def _select(self, query: str, keys: Iterable[str]) -> list[tuple[Any, ...]]:
        asked, rows = list(keys), list[tuple[Any, ...]]()
        for at in range(0, len(asked), _AT_ONCE):
            some = asked[at : at + _AT_ONCE]
            marks = ",".join("?" * len(some))
            rows += self._database.rows(f"{query} WHERE key IN ({marks})", *some)
        return rows

    def _at(self) -> str:
        return self._now().isoformat(timespec="seconds")
