"""One term format a file; what can be read stands in `TERM_FORMATS`."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from glossary.formats import csv_terms
from glossary.formats.term_format import TermFormat

if TYPE_CHECKING:
    from glossary.concept import Concept

__all__ = ["TERM_FORMATS", "TermFormat", "read_terms"]

TERM_FORMATS: tuple[TermFormat, ...] = (csv_terms.FORMAT,)


def read_terms(path: str) -> tuple[Concept, ...]:
    """The concepts of a glossary file, chosen by its ending.

    Raises UnreadableFile, and BadTerm, naming file and line, where a row cannot be used or a
    concept does not hold to its own specs.
    """
    ending = PurePath(path).suffix.lower()
    for kind in TERM_FORMATS:
        if ending in kind.endings:
            return kind.read(path)
    known = ", ".join(e for kind in TERM_FORMATS for e in kind.endings)
    raise UnreadableFile(f"{path} is no glossary that can be read", f"use one of {known}")
