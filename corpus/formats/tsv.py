"""Bitext as tab-separated values without quoting."""

from __future__ import annotations

from corpus.formats.format import BitextFormat, BitextWriter
from corpus.formats.losses import TABLE
from corpus.formats.table_writer import tab_separated
from corpus.formats.tables import Table

_TABLE = Table("\t", quoted=False)

FORMAT = BitextFormat(
    "TSV",
    (".tsv", ".tab"),
    _TABLE.read,
    _TABLE.corrected,
    _TABLE.stream,
    writer=BitextWriter(
        tab_separated, (TABLE | {"no source", "control characters"}) - {"line breaks"}
    ),
    unread="other columns",
)
