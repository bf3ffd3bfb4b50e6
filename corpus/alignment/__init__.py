"""Aligning: `align` for paragraphs handed over, `aligned` for two documents."""

from corpus.alignment.aligner import align
from corpus.alignment.pairing import aligned

__all__ = ["align", "aligned"]
