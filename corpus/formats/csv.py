"""Bitext as comma-separated values, quoted as spreadsheets do (RFC 4180)."""

from __future__ import annotations

from corpus.formats.format import BitextFormat, BitextWriter
from corpus.formats.losses import TABLE
from corpus.formats.table_writer import comma_separated
from corpus.formats.tables import Table

_TABLE = Table(",", quoted=True)

FORMAT = BitextFormat(
    "CSV",
    (".csv",),
    _TABLE.read,
    _TABLE.corrected,
    writer=BitextWriter(comma_separated, TABLE | {"no source", "control characters"}),
    unread="other columns",
)
