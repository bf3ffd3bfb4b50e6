"""The checks as one function of Arrow record batches, for engines that work on tables.

Needs the extra `batch`. The function is pure and can be pickled; what it needs is named by
`Rules` and loaded once a process:

    table.to_batches() -> map(partial(check_batch, rules=Rules(("names.csv",))), ...)
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import pyarrow

from corpus.formats.parquet import table_rows
from corpus.formats.rows import units
from glossary.rules import Rules, loaded
from glossary.runner import findings, judged
from glossary.settled import in_doubt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from corpus.formats.rows import Row
    from glossary.checks import Check
    from glossary.finding import Finding
    from glossary.termbase import Termbase

_SPAN = pyarrow.struct(
    [("start", pyarrow.int32()), ("end", pyarrow.int32()), ("text", pyarrow.string())]
)
_TEXT, _TEXTS = pyarrow.string(), pyarrow.list_(pyarrow.string())
FINDINGS = pyarrow.schema(
    [
        pyarrow.field("row", pyarrow.int64(), nullable=False),
        pyarrow.field("document", _TEXT),
        pyarrow.field("unit", _TEXT, nullable=False),
        pyarrow.field("check", _TEXT, nullable=False),
        pyarrow.field("severity", _TEXT, nullable=False),
        pyarrow.field("message", _TEXT, nullable=False),
        pyarrow.field("source", _SPAN),
        pyarrow.field("target", _SPAN),
        pyarrow.field("suggestions", _TEXTS, nullable=False),
        pyarrow.field("concept", _TEXT),
        pyarrow.field("fingerprint", _TEXT, nullable=False),
        pyarrow.field("why", _TEXT, nullable=False),
        pyarrow.field("places", pyarrow.int32(), nullable=False),
        pyarrow.field("replacement", _SPAN),
        pyarrow.field("glossary", _TEXT, nullable=False),
    ]
)
"""One row a finding: the keys of the JSON Lines report, and `row`, the place of the unit."""


def check_batch(batch: Any, rules: Rules = Rules()) -> Any:  # noqa: B008 -- it is frozen
    """The findings of a `pyarrow.RecordBatch` of units as another one, with schema `FINDINGS`.

    Columns in: `source`, `target`, and if wanted `id` and `document`; others are let alone. Units
    of one `document` are judged as a whole, in their order, wherever they stand in the batch: hand
    over whole documents. A unit without a document is judged by itself. `row` is the number of
    the unit in the batch, from 0, by which findings are in order. Raises TaiyakuError.
    """
    found = finding_rows([*table_rows(batch, "batch", 0)], rules)
    rows = [finding | {"row": number} for number, finding in found]
    return pyarrow.RecordBatch.from_pylist(rows, schema=FINDINGS)


def finding_rows(rows: Sequence[Row], rules: Rules) -> Iterator[tuple[int, dict[str, object]]]:
    """The findings of the rows with the `line` of their row, in that order, no two of which are
    the same: the fields of `FINDINGS` but for `row`.
    """
    termbase, wanted = loaded(rules)
    documents = [*_documents(rows)]
    # All at once: that is what makes it cheap. Units of no document stand for one then, which only
    # adds to the doubt.
    doubtful = {id(unit) for unit in in_doubt([*chain(*documents)], termbase, wanted)}
    left = ([unit for unit in document if id(unit) in doubtful] for document in documents)
    found = [
        (unit.line, place, unit, finding)
        for document in left
        for place, (unit, finding) in enumerate(_judged(document, termbase, wanted, rules.known))
    ]
    for line, _, unit, finding in sorted(found, key=lambda each: each[:2]):
        yield line or 0, finding.fields(unit) | {"glossary": termbase.digest}


def _documents(rows: Sequence[Row]) -> Iterator[Sequence[TranslationUnit]]:
    """The units of each document in their order."""
    documents: dict[str | int, list[Row]] = {}
    for number, row in enumerate(rows):
        documents.setdefault(number if row.document is None else row.document, []).append(row)
    return (units(document, document[0].path) for document in documents.values())


def _judged(
    document: Sequence[TranslationUnit],
    termbase: Termbase,
    wanted: Sequence[Check],
    known: frozenset[str],
) -> Iterator[tuple[TranslationUnit, Finding]]:
    by_id = {unit.id: unit for unit in document}
    found = findings(judged(document, termbase, wanted), wanted, known)
    return ((by_id[finding.unit], finding) for finding in found)
