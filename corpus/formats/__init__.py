"""The file formats, by ending: documents, and bitexts that hold both sides."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats import csv, jsonl, plain, tsv

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from corpus.bitext import Bitext, Document, Span


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A kind of file that holds one text."""

    name: str
    endings: tuple[str, ...]
    """Lower case, with the dot."""
    read: Callable[[str], Document]
    """By path; raises UnreadableFile."""
    corrected: Callable[[Document, Sequence[tuple[Span, str]]], bytes]
    """The file's bytes with spans of the text replaced; without changes, the same bytes."""


@dataclass(frozen=True, slots=True)
class BitextFormat:
    """A kind of file that holds texts with their translations."""

    name: str
    endings: tuple[str, ...]
    """Lower case, with the dot."""
    read: Callable[[str], Bitext]
    """By path; raises UnreadableFile, BadContent."""
    corrected: Callable[[str, Mapping[tuple[str | None, str], str]], bytes]
    """The bytes of the file at a path with the targets of units, by document and id, replaced."""


PLAIN = DocumentFormat("plain text", plain.ENDINGS, plain.read, plain.corrected)
JSONL = BitextFormat("JSON Lines", jsonl.ENDINGS, jsonl.read, jsonl.corrected)
TSV = BitextFormat("TSV", tsv.ENDINGS, tsv.TABLE.read, tsv.TABLE.corrected)
CSV = BitextFormat("CSV", csv.ENDINGS, csv.TABLE.read, csv.TABLE.corrected)

DOCUMENT_FORMATS = (PLAIN,)
BITEXT_FORMATS = (JSONL, TSV, CSV)


def document_format(path: str) -> DocumentFormat:
    """The format of a document by its ending; raises UnreadableFile for one that is unknown."""
    ending = PurePath(path).suffix.lower()
    for known in DOCUMENT_FORMATS:
        if ending in known.endings or not ending:
            return known
    endings = ", ".join(e for known in DOCUMENT_FORMATS for e in known.endings)
    raise UnreadableFile(f"{path}: {ending} files cannot be read", f"documents end in {endings}")


def bitext_format(path: str) -> BitextFormat | None:
    """The format of a bitext by its ending (JSON Lines for `-`), None if it is no bitext."""
    if path == "-":
        return JSONL
    ending = PurePath(path).suffix.lower()
    return next((known for known in BITEXT_FORMATS if ending in known.endings), None)
