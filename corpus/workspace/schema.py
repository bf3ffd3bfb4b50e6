"""The tables of a workspace, and what leads from each version of them to the next."""

from __future__ import annotations

APPLICATION_ID = 0x7461_6979  # "taiy"
SCHEMA_VERSION = 5

# The journal. No row is ever removed; a step is done, undone, or dropped (undone, and something
# else was done since). `machine` and `source` make a change of text a memory of how that text
# was corrected.
_CHANGES = (
    """CREATE TABLE change (
        step INTEGER NOT NULL REFERENCES step,
        ordinal INTEGER NOT NULL,
        field TEXT NOT NULL,
        key TEXT NOT NULL,
        old TEXT,
        new TEXT,
        machine TEXT,
        source TEXT,
        PRIMARY KEY (step, ordinal)
    ) WITHOUT ROWID""",
    "CREATE INDEX change_of_machine ON change (machine) WHERE machine IS NOT NULL",
)

# What stands now: the sum of all steps that are done, kept in the same transactions.
_STANDING = """CREATE TABLE standing (
        work INTEGER NOT NULL REFERENCES work,
        field TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL CHECK (field <> 'status' OR value IN ('draft', 'confirmed')),
        UNIQUE (work, field, key)
    )"""

_MEMORY = """CREATE VIRTUAL TABLE memory
    USING fts5(source, machine, corrected, step UNINDEXED, tokenize = 'trigram')"""

_EFFORT = """CREATE TABLE effort (
        work INTEGER NOT NULL REFERENCES work,
        unit TEXT NOT NULL,
        seconds REAL NOT NULL,
        PRIMARY KEY (work, unit)
    )"""

# What translation engines were paid for, and glossaries at their servers.
_ENGINES = (
    """CREATE TABLE translation (
        key TEXT PRIMARY KEY,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        billed INTEGER NOT NULL,
        model TEXT NOT NULL,
        at TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX translation_of_source ON translation (source)",
    "CREATE TABLE sent (key TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE pushed (
        server TEXT NOT NULL,
        name TEXT NOT NULL,
        glossary TEXT NOT NULL,
        terms TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (server, name)
    ) WITHOUT ROWID""",
)

# The files that were written, as they were then.
_WRITTEN = """CREATE TABLE written (
        path TEXT PRIMARY KEY,
        work INTEGER NOT NULL REFERENCES work,
        digest TEXT NOT NULL
    ) WITHOUT ROWID"""

SCHEMA = (
    """CREATE TABLE work (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        place TEXT,
        dirty INTEGER NOT NULL DEFAULT 0,
        opened TEXT,
        UNIQUE (source, target)
    )""",
    "INSERT INTO work (id, source, target) VALUES (0, '', '')",
    """CREATE TABLE step (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        work INTEGER NOT NULL REFERENCES work,
        label TEXT NOT NULL,
        at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
    )""",
    "CREATE INDEX step_of_work ON step (work, state, id)",
    *_CHANGES,
    _STANDING,
    """CREATE TABLE draft (
        work INTEGER NOT NULL REFERENCES work,
        unit TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (work, unit)
    )""",
    _MEMORY,
    _EFFORT,
    *_ENGINES,
    _WRITTEN,
    f"PRAGMA application_id = {APPLICATION_ID}",
)

UPGRADES: dict[int, tuple[str, ...]] = {
    # Fields are no longer listed in the tables; corrections can be searched; time is kept.
    1: (
        "DROP INDEX change_of_machine",
        "ALTER TABLE change RENAME TO change_1",
        *_CHANGES,
        "INSERT INTO change SELECT * FROM change_1",
        "DROP TABLE change_1",
        "ALTER TABLE standing RENAME TO standing_1",
        _STANDING,
        "INSERT INTO standing SELECT * FROM standing_1 ORDER BY rowid",
        "DROP TABLE standing_1",
        _MEMORY,
        "INSERT INTO memory SELECT coalesce(source, ''), machine, new, step FROM change"
        " WHERE machine <> new ORDER BY step, ordinal",
        _EFFORT,
    ),
    # Translations of engines, and glossaries at their servers.
    2: _ENGINES,
    # Files that were written are known again.
    3: (_WRITTEN,),
    # When somebody opened what, also without working on it.
    4: (
        "ALTER TABLE work ADD COLUMN opened TEXT",
        "UPDATE work SET opened = (SELECT max(at) FROM step WHERE step.work = work.id)",
    ),
}
"""What leads from each version to the next, for those who have a workspace already."""
