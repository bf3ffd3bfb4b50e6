"""What was done to one translation: states, drafts, and a journal to walk back and forth in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from corpus.workspace.database import SHARED
from corpus.workspace.journal import Change, Correction, Field, Step, UnitState, UnitStatus

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from corpus.workspace.database import Database

_NOTHING: Mapping[str, str] = MappingProxyType({})
_FIELDS = frozenset(Field)
_STATUSES = frozenset(UnitStatus)


class Work:
    """One translation under review; made by `Workspace.work`.

    Whatever a method has written is on the disk when it returns. All that write raise
    WorkspaceError when the workspace is read-only or the disk refuses.
    """

    def __init__(
        self,
        database: Database,
        work: int | None,
        place: str | None,
        cut_off: bool,
        now: Callable[[], datetime],
    ) -> None:
        self.id = work
        """None in a read-only workspace that has never seen this translation."""
        self.place = place
        """The unit where the person is; kept with the next write and by `clean_close`."""
        self.was_cut_off = cut_off
        """Whether something was written since the last `clean_close`, before this start."""
        self._database = database
        self._now = now

    def states(self) -> dict[str, UnitState]:
        """By unit key; units that nobody has touched are left out."""
        states: dict[str, UnitState] = {}
        rows = self._database.rows(
            "SELECT field, key, value FROM standing WHERE work = ? AND field IN (?, ?)",
            self.id,
            Field.TEXT,
            Field.STATUS,
        )
        for field, unit, value in rows:
            state = states.get(unit, UnitState())
            if field == Field.TEXT:
                states[unit] = replace(state, text=value)
            elif value in _STATUSES:
                states[unit] = replace(state, status=UnitStatus(value))
        return states

    def standing(self, field: Field) -> dict[str, str]:
        """By key, the values that stand of one field of this work."""
        rows = self._database.rows(
            "SELECT key, value FROM standing WHERE work = ? AND field = ? ORDER BY rowid",
            self.id,
            field,
        )
        return dict(rows)

    def origins(self) -> dict[str, Correction]:
        """By unit key, the correction that was last made, with the texts it was made for."""
        rows = self._database.rows(
            "SELECT key, source, machine, new FROM change JOIN step ON step.id = change.step"
            " WHERE work = ? AND state = 'done' AND machine IS NOT NULL AND new IS NOT NULL"
            " ORDER BY step, ordinal",
            self.id,
        )
        return {key: Correction(source or "", machine, new) for key, source, machine, new in rows}

    def texts(self) -> frozenset[tuple[str, str]]:
        """Every text that was ever put into a unit here, with the key of the unit; also those
        that were taken back."""
        rows = self._database.rows(
            "SELECT DISTINCT key, new FROM change JOIN step ON step.id = change.step"
            " WHERE work = ? AND field = ? AND new IS NOT NULL",
            self.id,
            Field.TEXT,
        )
        return frozenset((key, text) for key, text in rows)

    def times(self) -> dict[str, float]:
        """By unit key, the seconds that a person has spent with it."""
        if not self._database.is_current:
            return {}
        return dict(self._database.rows("SELECT unit, seconds FROM effort WHERE work = ?", self.id))

    def spend(self, seconds: Mapping[str, float]) -> None:
        """Add to the `times`."""
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT INTO effort VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET seconds = seconds + excluded.seconds",
                [(self.id, unit, spent) for unit, spent in seconds.items()],
            )

    def drafts(self) -> dict[str, str]:
        """By unit key, what was typed into an editor and not recorded as a step."""
        rows = self._database.rows("SELECT unit, text FROM draft WHERE work = ?", self.id)
        return dict(rows)

    def keep_draft(self, unit: str, text: str | None) -> None:
        """Keep what the editor of a unit holds; None when it has been recorded or given up."""
        with self._database.transaction() as connection:
            if text is None:
                connection.execute("DELETE FROM draft WHERE work = ? AND unit = ?", (self.id, unit))
            else:
                connection.execute(
                    "INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (self.id, unit, text)
                )
            self._touch(connection)

    def written(self) -> dict[str, str]:
        """By path, the digests of the files that were written of this work."""
        if not self._database.is_current:
            return {}
        return dict(self._database.rows("SELECT path, digest FROM written WHERE work = ?", self.id))

    def wrote(self, path: str, digest: str) -> None:
        """A file of this work was written; `path` is absolute."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO written VALUES (?, ?, ?)", (path, self.id, digest)
            )

    def record(
        self,
        label: str,
        changes: Sequence[Change],
        *,
        machine_texts: Mapping[str, str] = _NOTHING,
        source_texts: Mapping[str, str] = _NOTHING,
        learn: bool = True,
    ) -> Step:
        """Make the changes, in order, as one step; what was undone cannot be redone any more.

        `Change.old` may be anything: the step that is returned says what really stood there.
        With the machine's text of a unit (by unit key; its English too, if at hand) a change
        of text enters the memory of corrections, unless it is none to `learn` from. A draft
        that says the same as the new text is cleared with it; any other draft stays until
        `keep_draft`.
        """
        at = self._now().astimezone(UTC).isoformat(timespec="seconds")
        made: list[Change] = []
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE step SET state = 'dropped' WHERE work = ? AND state = 'undone'", (self.id,)
            )
            ((step,),) = connection.execute(
                "INSERT INTO step (work, label, at, state) VALUES (?, ?, ?, 'done') RETURNING id",
                (self.id, label, at),
            ).fetchall()
            for ordinal, asked in enumerate(changes):
                change = replace(asked, old=self._standing(connection, asked))
                memory: tuple[str | None, str | None] = (None, None)
                if change.field is Field.TEXT:
                    memory = (machine_texts.get(change.key), source_texts.get(change.key))
                row = (step, ordinal, change.field, change.key, change.old, change.new, *memory)
                connection.execute("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
                if learn and memory[0] is not None and change.new not in (None, memory[0]):
                    learnt = (memory[1] or "", memory[0], change.new, step)
                    connection.execute("INSERT INTO memory VALUES (?, ?, ?, ?)", learnt)
                self._let_stand(connection, change, change.new)
                made.append(change)
            self._drop_recorded_drafts(connection)
            self._touch(connection)
        return Step(step, label, at, tuple(made))

    def undo(self) -> Step | None:
        """Take back the last step, also one of an earlier day; None when nothing is left."""
        return self._walk("SELECT max(id) FROM step WHERE work = ? AND state = 'done'", back=True)

    def redo(self) -> Step | None:
        """Make the step again that was undone last; None when there is none."""
        return self._walk(
            "SELECT min(id) FROM step WHERE work = ? AND state = 'undone'", back=False
        )

    def history(self) -> tuple[Step, ...]:
        """The steps that are in force, oldest first."""
        rows = self._database.rows(
            "SELECT id, label, at, field, key, old, new"
            " FROM step LEFT JOIN change ON change.step = step.id"
            " WHERE work = ? AND state = 'done' ORDER BY id, ordinal",
            self.id,
        )
        return tuple(
            Step(step, label, at, _changes(row[3:] for row in made))
            for (step, label, at), made in groupby(rows, key=lambda row: row[:3])
        )

    def clean_close(self) -> None:
        """Say that the person left in order; does nothing in a read-only workspace."""
        if self._database.read_only:
            return
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE work SET dirty = 0, place = ? WHERE id = ?", (self.place, self.id)
            )

    def _walk(self, which: str, *, back: bool) -> Step | None:
        with self._database.transaction() as connection:
            ((step,),) = connection.execute(which, (self.id,))
            if step is None:
                return None
            ((label, at),) = connection.execute("SELECT label, at FROM step WHERE id = ?", (step,))
            # Where the file itself was overwritten meanwhile, "as the machine wrote it" no longer
            # says what that was; so the machine's text is named where it is known.
            rows = connection.execute(
                "SELECT field, key, coalesce(old, machine), coalesce(new, machine)"
                " FROM change WHERE step = ? ORDER BY ordinal",
                (step,),
            )
            changes = _changes(rows)
            for change in reversed(changes) if back else changes:
                self._let_stand(connection, change, change.old if back else change.new)
            connection.execute(
                "UPDATE step SET state = ? WHERE id = ?", ("undone" if back else "done", step)
            )
            self._touch(connection)
        return Step(step, label, at, changes)

    def _standing(self, connection: sqlite3.Connection, change: Change) -> str | None:
        rows = connection.execute(
            "SELECT value FROM standing WHERE work = ? AND field = ? AND key = ?",
            (self._holder_of(change.field), change.field, change.key),
        ).fetchall()
        return rows[0][0] if rows else None

    def _let_stand(self, connection: sqlite3.Connection, change: Change, value: str | None) -> None:
        place = (self._holder_of(change.field), change.field, change.key)
        if value is None or (change.field is Field.STATUS and value == UnitStatus.NEW):
            connection.execute(
                "DELETE FROM standing WHERE work = ? AND field = ? AND key = ?", place
            )
        else:
            connection.execute(
                "INSERT INTO standing VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET value = excluded.value",
                (*place, value),
            )

    def _holder_of(self, field: Field) -> int | None:
        return SHARED if field.shared else self.id

    def _drop_recorded_drafts(self, connection: sqlite3.Connection) -> None:
        connection.execute(
            "DELETE FROM draft WHERE work = ? AND text = (SELECT value FROM standing"
            " WHERE standing.work = draft.work AND field = ? AND key = draft.unit)",
            (self.id, Field.TEXT),
        )

    def _touch(self, connection: sqlite3.Connection) -> None:
        connection.execute(
            "UPDATE work SET dirty = 1, place = ? WHERE id = ?", (self.place, self.id)
        )


def _changes(rows: Iterable[tuple[Any, ...]]) -> tuple[Change, ...]:
    """Those of the rows that are changes. A step without any still has a row, with nothing in
    it; and one flipped bit in the name of a field must not close the door to all others."""
    return tuple(Change(Field(field), *rest) for field, *rest in rows if field in _FIELDS)
