"""What a worker does with one task; pure but for the file that it writes, so that it can be done
again after a worker was lost.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import pyarrow
from pyarrow import parquet

from corpus.errors import TaiyakuError, UnreadableFile
from corpus.formats.parquet import table_rows
from corpus.told import told
from glossary.batch import FINDINGS, finding_rows
from tui.shards import storage
from tui.shards.plan import Piece, Task, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.formats.rows import Row
    from glossary.rules import Rules

SCHEMA = pyarrow.schema([pyarrow.field("file", pyarrow.string(), nullable=False), *FINDINGS])
"""Of the result files: `FINDINGS`, where `row` is the row of the unit in `file`, from 0."""
_FACTS = b"taiyaku"
_NAMES = ("id", "source", "target", "document")


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one task."""

    name: str
    units: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    """Findings by severity."""
    error: tuple[str, str] | None = None
    """Message and hint, where it could not be done; then nothing was written."""


def split(file: str) -> list[Piece] | Done:
    """The pieces of a file, from its foot alone."""
    try:
        with storage.opened(file) as stream:
            foot = _parquet(stream, file).metadata
            counts = [foot.row_group(n).num_rows for n in range(foot.num_row_groups)]
        return [*pieces(file, counts)]
    except TaiyakuError as error:
        return Done(file, error=(error.message, error.hint))


def documents(piece: Piece) -> tuple[int, ...]:
    """The marks of the documents that have units in a piece."""
    table = _table(piece, ("document",))
    if "document" not in table.schema.names:
        return ()
    found = table.column("document").unique().to_pylist()
    return tuple({mark(str(name)) for name in found if name not in (None, "")})


def mark(document: str) -> int:
    """64 bits that stand for the name of a document."""
    content = blake2b(document.encode(errors="surrogatepass"), digest_size=8)
    return int.from_bytes(content.digest(), "big")


def do(task: Task, rules: Rules, folder: str, key: str) -> Done:
    """Check the units of a task and write the findings to a Parquet file in the folder.

    `key` is kept in the file, by which `done_before` knows it again.
    """
    try:
        return _write(task, rules, folder, key)
    except TaiyakuError as error:
        return Done(task.name, error=(error.message, error.hint))


def done_before(task: Task, folder: str, key: str) -> Done | None:
    """What an earlier run of the same key has written; None where it did not get so far."""
    file = f"{folder.rstrip('/')}/{task.name}{storage.ENDING}"
    if not storage.exists(file):
        return None
    try:
        with storage.opened(file) as stream:
            facts = json.loads(_parquet(stream, file).schema_arrow.metadata[_FACTS])
    except (TaiyakuError, KeyError, TypeError, ValueError):
        return None
    return Done(task.name, facts["units"], facts["counts"]) if facts["key"] == key else None


def _write(task: Task, rules: Rules, folder: str, key: str) -> Done:
    rows = [*_rows(task)]
    numbered = [row._replace(line=number) for number, row in enumerate(rows)]
    found = [
        finding | {"file": rows[number].path, "row": rows[number].line}
        for number, finding in finding_rows(numbered, rules)
    ]
    done = Done(task.name, len(rows), Counter(str(finding["severity"]) for finding in found))
    facts = json.dumps({"key": key, "units": done.units, "counts": done.counts})
    schema = SCHEMA.with_metadata({_FACTS: facts.encode()})
    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(found, schema), out, compression="zstd")
    storage.put(folder, f"{task.name}{storage.ENDING}", out.getvalue())
    return done


def _rows(task: Task) -> Iterator[Row]:
    """The rows that the task is about; `line` is the row in the file."""
    for piece in task.pieces:
        for row in table_rows(_table(piece, _NAMES), piece.file, piece.first):
            known = row.document is not None and mark(row.document) in task.documents
            if known == task.only:
                yield row


def _table(piece: Piece, names: tuple[str, ...]) -> Any:
    with storage.opened(piece.file) as stream:
        file = _parquet(stream, piece.file)
        there = [name for name in names if name in file.schema_arrow.names]
        try:
            return file.read_row_groups(list(piece.groups), columns=there)
        except (OSError, pyarrow.ArrowException) as error:
            raise UnreadableFile(
                told("cannot read {}: {}", piece.file, error), "write it again"
            ) from None


def _parquet(stream: Any, file: str) -> Any:
    try:
        return parquet.ParquetFile(stream)
    except (OSError, pyarrow.ArrowException) as error:
        raise UnreadableFile(told("cannot read {}: {}", file, error), "is it Parquet?") from None
