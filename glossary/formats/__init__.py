"""One term format a file; what can be read stands in `TERM_FORMATS`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from glossary.formats import csv_terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.concept import Concept


@dataclass(frozen=True, slots=True)
class TermFormat:
    """A kind of glossary file."""

    name: str
    endings: tuple[str, ...]
    """Lower case, with the dot."""
    read: Callable[[str], tuple[Concept, ...]]
    """Raises BadTerm and UnreadableFile."""


TERM_FORMATS: tuple[TermFormat, ...] = (
    TermFormat("table", (".csv", ".tsv", ".txt"), csv_terms.read),
)


def read_terms(path: str) -> tuple[Concept, ...]:
    """The concepts of a glossary file, chosen by its ending.

    Raises BadTerm, naming file and line, where a row cannot be used or a concept does not hold to
    its own specs, and UnreadableFile.
    """
    ending = PurePath(path).suffix.lower()
    for kind in TERM_FORMATS:
        if ending in kind.endings:
            return kind.read(path)
    known = ", ".join(e for kind in TERM_FORMATS for e in kind.endings)
    raise UnreadableFile(f"{path} is no glossary that can be read", f"use one of {known}")
