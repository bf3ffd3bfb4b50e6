"""Bitext as comma-separated values, quoted as spreadsheets do (RFC 4180)."""

from __future__ import annotations

from corpus.formats.tables import Table

ENDINGS = (".csv",)
TABLE = Table(",", quoted=True)
