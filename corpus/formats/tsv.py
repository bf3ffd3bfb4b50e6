"""Bitext as tab-separated values without quoting."""

from __future__ import annotations

from corpus.formats.format import BitextFormat
from corpus.formats.tables import Table

_TABLE = Table("\t", quoted=False)

FORMAT = BitextFormat("TSV", (".tsv", ".tab"), _TABLE.read, _TABLE.corrected, _TABLE.stream)
