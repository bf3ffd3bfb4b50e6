"""The workspace: one SQLite file that holds what people did to translations, and keeps it.

    with Workspace.open(path) as workspace:
        work = workspace.work("en.txt", "ja.txt")
        work.record("edit", [Change(Field.TEXT, unit, None, "三井E&S")], machine_texts={...})

A process may be killed at any moment: what `record` has returned is there afterwards.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import count, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Self

from corpus.errors import WorkspaceError
from corpus.told import reason, told
from corpus.workspace.backups import back_up
from corpus.workspace.database import ELSEWHERE, SHARED, CorruptDatabase, Database
from corpus.workspace.engine_cache import EngineCache
from corpus.workspace.journal import Change, Correction, Field, Memory, Step, TermRow
from corpus.workspace.lock import WriterLock
from corpus.workspace.rescue import rescue
from corpus.workspace.seal import holds, sealed
from corpus.workspace.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_GRAMS = 24
"""Stretches of three characters by which likeness is looked for."""
_STILL = """corrected = (SELECT new FROM change JOIN step AS later ON later.id = change.step
    WHERE change.machine = memory.machine AND later.state = 'done'
    ORDER BY change.step DESC, ordinal DESC LIMIT 1)"""
"""A correction counts while nothing else was made of that machine text, itself included."""
_DATABASE_ENDINGS = (".db", ".sqlite", ".sqlite3")
_DATABASE_START = b"SQLite format 3\x00"
_TELLING = 4096
"""Bytes at the start of a file by which a damaged database is told from a text."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Workspace:
    """An open workspace; one window writes, others that open it meanwhile only read.

    Not to be shared between threads.
    """

    def __init__(
        self,
        database: Database,
        lock: WriterLock | None,
        *,
        holder: int | None = None,
        recovered: Path | None = None,
        rescued: int = 0,
        now: Callable[[], datetime],
    ) -> None:
        self.path = database.path
        self.read_only = database.read_only
        self.holder = holder
        """The process that writes, where that is another window; it may have ended since."""
        self.recovered = recovered
        """Where a damaged workspace was moved to, where this one took its place."""
        self.rescued = rescued
        """How many steps of it could still be read, and are in this one."""
        self._database = database
        self._lock = lock
        self._now = now
        self._works: dict[tuple[str, str], Work] = {}

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, now: Callable[[], datetime] = _utc_now
    ) -> Self:
        """Open the workspace, making the file and its folders where there are none.

        While another window writes, the workspace opens read-only and `holder` names the
        process. A damaged file is moved aside, never removed (`recovered`), and what it still
        says is taken over (`rescued`). Raises WorkspaceError where nothing can be opened: an
        unwritable folder, another program's file, a newer version's, or, for `read_only`, none
        at all.
        """
        try:
            path = path.resolve()
            _refuse_other_files(path)
            if read_only:
                return cls(_readable(path, holder=None), None, now=now)
            path.parent.mkdir(parents=True, exist_ok=True)
            return cls._locked(path, now)
        except OSError as error:
            raise WorkspaceError(
                told("{} cannot be used: {}", path, reason(error)), ELSEWHERE
            ) from error

    @classmethod
    def _locked(cls, path: Path, now: Callable[[], datetime]) -> Self:
        lock = WriterLock(path.with_name(path.name + ".lock"))
        if not lock.acquire():
            holder = lock.holder()
            return cls(_readable(path, holder=holder), None, holder=holder, now=now)
        try:
            sound = holds(lock.left, path)
            database, recovered, rescued = _writable(path, now, sound=sound)
        except BaseException:
            lock.release()
            raise
        return cls(database, lock, recovered=recovered, rescued=rescued, now=now)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file and the lock. That all was done in order `Work.clean_close` says.

        A file in which damage was met is not sealed: whoever opens it next reads it through.
        """
        self._database.close()
        if self._lock is not None:
            self._lock.release("" if self._database.damaged else sealed(self.path))
            self._lock = None

    def back_up(self) -> None:
        """Keep a copy of today's state where somebody has worked; one that cannot be made is
        missing, and nothing else is."""
        if self.read_only or not self._database.written:
            return
        with suppress(OSError, WorkspaceError):
            back_up(self._database, self._now().astimezone().date())

    def work(self, source: str, target: str) -> Work:
        """The work on this pair of paths, the same object each time.

        Paths are compared as absolute ones; `source` is empty for a bitext file.
        """
        pair = (_resolved(source), _resolved(target))
        if pair not in self._works:
            self._works[pair] = self._known(pair)
        return self._works[pair]

    def latest(self, limit: int = 5) -> tuple[tuple[str, str], ...]:
        """The pairs of paths that were opened last, as `work` takes them, newest first."""
        if not self._database.is_current:
            return ()
        rows = self._database.rows(
            "SELECT source, target FROM work WHERE id <> ? AND opened IS NOT NULL"
            " ORDER BY opened DESC LIMIT ?",
            SHARED,
            limit,
        )
        return tuple((source, target) for source, target in rows)

    def engine_cache(self) -> EngineCache:
        """What translation engines were paid for; writing needs a workspace that is not
        read-only."""
        return EngineCache(self._database, self._now)

    @contextmanager
    def engine_cache_apart(self) -> Iterator[EngineCache]:
        """The same over a connection of its own, for another thread.

        It may go on when the workspace is closed: what was paid for is kept all the same.
        """
        database = Database(self.path, read_only=self.read_only, holder=self.holder, sound=True)
        try:
            yield EngineCache(database, self._now)
        finally:
            database.close()
            self._database.damaged |= database.damaged

    def waivers(self) -> frozenset[str]:
        """The fingerprints of findings that a person chose to ignore, in whatever work."""
        return frozenset(key for key, _ in self._shared(Field.WAIVER))

    def terms(self) -> tuple[TermRow, ...]:
        """The terms of the workspace, added in whatever work, in the order in which they came."""
        rows = (TermRow.from_json(value) for _, value in self._shared(Field.TERM))
        return tuple(row for row in rows if row is not None)

    def rejected(self) -> frozenset[str]:
        """The pairs of terms that a person does not want proposed, in whatever work."""
        return frozenset(key for key, _ in self._shared(Field.REJECTED))

    def term_steps(self) -> tuple[Step, ...]:
        """The steps in force that changed terms, of whatever work, oldest first; of each only
        the changes of terms."""
        rows = self._database.rows(
            "SELECT id, label, at, key, old, new FROM step JOIN change ON change.step = step.id"
            " WHERE state = 'done' AND field = ? ORDER BY id, ordinal",
            Field.TERM,
        )
        return tuple(
            Step(step, label, at, tuple(Change(Field.TERM, *row[3:]) for row in made))
            for (step, label, at), made in groupby(rows, key=lambda row: row[:3])
        )

    def remembered(self, machine: str) -> str | None:
        """How exactly this machine text was last corrected, in whatever work; undone
        corrections do not count."""
        rows = self._database.rows(
            "SELECT new FROM change JOIN step ON step.id = change.step"
            " WHERE machine = ? AND state = 'done' ORDER BY step DESC, ordinal DESC LIMIT 1",
            machine,
        )
        correction: str | None = rows[0][0] if rows else None
        return None if correction == machine else correction

    def corrections(self, text: str, limit: int = 200) -> tuple[Correction, ...]:
        """Earlier corrections, in whatever work, that have a text on any side, newest first.

        Letter case does not matter. Undone corrections do not count, and of one machine text
        only the last does.
        """
        if not text or not self._database.is_current:
            return ()
        if len(text) > 2:
            where, values = "memory MATCH ?", ('"' + text.replace('"', '""') + '"',)
        else:
            where = (
                "lower(source || char(10) || machine || char(10) || corrected) LIKE ? ESCAPE '~'"
            )
            wanted = text.lower().replace("~", "~~").replace("%", "~%").replace("_", "~_")
            values = (f"%{wanted}%",)
        rows = self._database.rows(
            "SELECT source, machine, corrected, max(step.id) AS last"  # noqa: S608
            " FROM memory JOIN step ON step.id = memory.step"
            f" WHERE state = 'done' AND {where} AND {_STILL}"
            " GROUP BY machine ORDER BY last DESC LIMIT ?",
            *values,
            limit,
        )
        return tuple(Correction(*row[:3]) for row in rows)

    def latest_corrections(self, limit: int = 500) -> tuple[Correction, ...]:
        """The last corrections in whatever work, newest first, as `corrections` gives them."""
        if not self._database.is_current:
            return ()
        # The memory grows with the steps, so that reading it backwards ends early.
        rows = self._database.each(
            "SELECT source, machine, corrected"  # noqa: S608
            " FROM memory CROSS JOIN step ON step.id = memory.step"
            f" WHERE state = 'done' AND {_STILL} ORDER BY memory.rowid DESC"
        )
        found: dict[str, Correction] = {}
        for row in rows:
            found.setdefault(row[1], Correction(*row))
            if len(found) == limit:
                break
        return tuple(found.values())

    def memory(self) -> tuple[Memory, ...]:
        """All corrections that have an English text, oldest first; undone ones do not count, and
        of one machine text only the last does."""
        if not self._database.is_current:
            return ()
        rows = self._database.rows(
            "SELECT memory.source, memory.machine, corrected, at,"  # noqa: S608
            " CASE work WHEN ? THEN key ELSE '' END, max(step.id) AS last"
            " FROM memory JOIN step ON step.id = memory.step"
            " JOIN change ON change.step = step.id AND change.machine = memory.machine"
            f" WHERE state = 'done' AND memory.source <> '' AND {_STILL}"
            " GROUP BY memory.machine ORDER BY last",
            SHARED,
        )
        return tuple(Memory(Correction(*row[:3]), row[3], row[4]) for row in rows)

    def learn(self, memories: Iterable[Memory]) -> int:
        """Take over corrections that were made elsewhere; how many were new.

        Of a machine text of which a correction of the same time or a later one is known, that
        one stays, so that taking over the same ones again changes nothing. Raises WorkspaceError.
        """
        new = 0
        with self._database.transaction() as connection:
            for each in sorted(memories, key=lambda memory: memory.at):
                made = each.correction
                ((last,),) = connection.execute(
                    "SELECT max(at) FROM change JOIN step ON step.id = change.step"
                    " WHERE machine = ? AND state = 'done'",
                    (made.machine,),
                ).fetchall()
                if (last and last >= each.at) or made.corrected == made.machine:
                    continue
                ((step,),) = connection.execute(
                    "INSERT INTO step (work, label, at, state) VALUES (?, 'memory', ?, 'done')"
                    " RETURNING id",
                    (SHARED, each.at),
                ).fetchall()
                row = (step, Field.TEXT, each.user, made.corrected, made.machine, made.source)
                connection.execute("INSERT INTO change VALUES (?, 0, ?, ?, NULL, ?, ?, ?)", row)
                learnt = (made.source, made.machine, made.corrected, step)
                connection.execute("INSERT INTO memory VALUES (?, ?, ?, ?)", learnt)
                new += 1
        return new

    def corrections_like(self, machine: str, limit: int = 5) -> tuple[Correction, ...]:
        """Earlier corrections of texts that share most with this one, the likest first."""
        grams = sorted({machine[at : at + 3] for at in range(len(machine) - 2)})
        if not grams or not self._database.is_current:
            return ()
        some = grams[:: max(1, len(grams) // _GRAMS)]
        asked = " OR ".join('"' + gram.replace('"', '""') + '"' for gram in some)
        rows = self._database.rows(
            "SELECT memory.source, machine, corrected"  # noqa: S608
            " FROM memory JOIN step ON step.id = memory.step"
            f" WHERE state = 'done' AND memory MATCH ? AND {_STILL}"
            " ORDER BY bm25(memory), step.id DESC LIMIT ?",
            f"machine : ({asked})",
            limit,
        )
        return tuple(Correction(*row) for row in rows)

    def _known(self, pair: tuple[str, str]) -> Work:
        find = "SELECT id, place, dirty FROM work WHERE source = ? AND target = ?"
        if not self.read_only:
            with self._database.in_passing() as connection:
                connection.execute(
                    "INSERT INTO work (source, target, opened) VALUES (?, ?, ?)"
                    " ON CONFLICT DO UPDATE SET opened = excluded.opened",
                    (*pair, self._now().astimezone(UTC).isoformat()),
                )
        rows = self._database.rows(find, *pair)
        work, place, dirty = rows[0] if rows else (None, None, 0)
        # Another window that is still at work was not cut off.
        cut_off = bool(dirty) and not self.read_only
        return Work(self._database, work, place=place, cut_off=cut_off, now=self._now)

    def _shared(self, field: Field) -> list[tuple[str, str]]:
        return self._database.rows(
            "SELECT key, value FROM standing WHERE work = ? AND field = ? ORDER BY rowid",
            SHARED,
            field,
        )


def _readable(path: Path, *, holder: int | None) -> Database:
    if not path.is_file():
        raise WorkspaceError(told("there is no workspace at {}", path), ELSEWHERE)
    return Database(path, read_only=True, holder=holder)


def _writable(
    path: Path, now: Callable[[], datetime], *, sound: bool
) -> tuple[Database, Path | None, int]:
    try:
        return Database(path, read_only=False, sound=sound), None, 0
    except CorruptDatabase:
        aside = _set_aside(path, now())
    database = Database(path, read_only=False)
    return database, aside, rescue(aside, database)


def _refuse_other_files(path: Path) -> None:
    """Whatever is damaged gets moved: `--workspace en.txt` must not move somebody's text."""
    if not path.is_file() or not path.stat().st_size:
        return
    with path.open("rb") as file:
        start = file.read(_TELLING)
    damaged = path.suffix in _DATABASE_ENDINGS and b"\x00" in start
    if not start.startswith(_DATABASE_START) and not damaged:
        raise WorkspaceError(told("{} is not a workspace", path), ELSEWHERE)


def _set_aside(path: Path, at: datetime) -> Path:
    aside = next(p for p in _names_aside(path, at) if not p.exists())
    # The log first: a new file must never find the old one's, which SQLite would remove.
    for ending in ("-wal", "-shm", ""):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    return aside


def _names_aside(path: Path, at: datetime) -> Iterator[Path]:
    for number in count(1):
        again = f"-{number}" if number > 1 else ""
        stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        yield path.with_name(f"{path.stem}.corrupt-{stamp}{again}{path.suffix}")


def _resolved(path: str) -> str:
    # Names that are no UTF-8 cannot be stored as text; escaped they still tell works apart.
    return path and str(Path(path).resolve()).encode(errors="backslashreplace").decode()
