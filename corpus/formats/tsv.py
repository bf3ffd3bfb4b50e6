"""Bitext as tab-separated values without quoting."""

from __future__ import annotations

from corpus.formats.tables import Table

ENDINGS = (".tsv", ".tab")
TABLE = Table("\t", quoted=False)
