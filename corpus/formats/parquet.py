"""Bitext as Parquet, with the columns of the other tables; needs the extra `batch`.

Of a file that is corrected only the column `target` changes. A unit's `line` is its row, from 1.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from corpus.bitext import Bitext, Span
from corpus.errors import BadContent, UnreadableFile, UnwritableFile
from corpus.extras import adding
from corpus.formats.format import BitextFormat, BitextWriter
from corpus.formats.losses import TABLE
from corpus.formats.rows import Row, changed, units
from corpus.formats.table_writer import columns
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.bitext import TranslationUnit

_COLUMNS = ("id", "source", "target", "document")
_ROWS = 2000
"""Rows that are held at a time."""
_WHOLE = 8 * 1024 * 1024
"""It is compressed: what is larger holds more than other files of the size that is read whole."""
_HINT = told("columns source and target, and if wanted id and document, all of them texts")


def read(path: str) -> Bitext:
    """The units of the file; raises UnreadableFile, BadContent."""
    return Bitext(path, units([*stream(path)], path))


def stream(path: str) -> Iterator[Row]:
    """As `BitextFormat.stream`."""
    arrow, file = _opened(path)
    names = [name for name in _COLUMNS if name in file.schema_arrow.names]
    with _reading(arrow, path):
        number = 1
        for batch in file.iter_batches(batch_size=_ROWS, columns=names):
            yield from table_rows(batch, path, number)
            number += batch.num_rows


def table_rows(table: Any, path: str, first: int = 1) -> Iterator[Row]:
    """The rows of an Arrow table or batch with those columns, the first one numbered `first`.

    A number may stand for an id, nothing for a text that is missing. Raises BadContent.
    """
    values = {
        name: table.column(name).to_pylist() for name in _COLUMNS if name in table.schema.names
    }
    if "source" not in values or "target" not in values:
        raise BadContent(told("{}: no columns source and target", path), _HINT)
    empty = [None] * table.num_rows
    rows = zip(*(values.get(name, empty) for name in _COLUMNS), strict=True)
    for number, (name, source, target, document) in enumerate(rows, first):
        if not isinstance(source or "", str) or not isinstance(target or "", str):
            raise BadContent(told("{}:{}: source or target is not a text", path, number), _HINT)
        yield Row(
            path, number, _name(name), source or "", target or "", _name(document), Span(0, 0)
        )


def corrected(path: str, targets: Mapping[tuple[str | None, str], str]) -> bytes:
    """The file with the Japanese of some units (by document and id) replaced.

    Raises UnwritableFile where the file has changed since it was read, UnreadableFile.
    """
    arrow, file = _opened(path)
    from pyarrow import parquet

    with _reading(arrow, path):
        table = file.read()
    at = table.schema.get_field_index("target")
    new = table.column(at).to_pylist()
    for row, text in changed([*table_rows(table, path)], path, targets):
        new[row.line - 1] = text
    field = table.schema.field(at)
    out = io.BytesIO()
    parquet.write_table(table.set_column(at, field, arrow.array(new, field.type)), out)
    return out.getvalue()


@contextmanager
def _reading(arrow: Any, path: str) -> Iterator[None]:
    try:
        yield
    except (OSError, arrow.ArrowException) as error:
        raise UnreadableFile(told("cannot read {}: {}", path, error), "write it again") from None


def _name(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)


def _opened(path: str) -> tuple[Any, Any]:
    """The library, and the file."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError:
        raise UnreadableFile("Parquet files need the extra batch", adding("batch")) from None
    try:
        return pyarrow, parquet.ParquetFile(path)
    except (OSError, pyarrow.ArrowException) as error:
        raise UnreadableFile(told("cannot read {}: {}", path, error), "is it Parquet?") from None


def _new(units: Sequence[TranslationUnit]) -> bytes:
    """Raises UnwritableFile without the extra."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError:
        raise UnwritableFile("Parquet files need the extra batch", adding("batch")) from None
    out = io.BytesIO()
    table = {name: [text or None for text in texts] for name, texts in columns(units).items()}
    fields = pyarrow.schema([(name, pyarrow.string()) for name in table])
    parquet.write_table(pyarrow.table(table, fields), out)
    return out.getvalue()


FORMAT = BitextFormat(
    "Parquet",
    (".parquet",),
    read,
    corrected,
    stream,
    _WHOLE,
    BitextWriter(_new, TABLE | {"no source", "control characters"}),
    "other columns",
)
