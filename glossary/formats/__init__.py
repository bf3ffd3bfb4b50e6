"""One term format a file; what can be read and written stands in `TERM_FORMATS`."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.formats.files import read_bytes
from corpus.told import told
from glossary.formats import csv_terms, deepl_terms, loose, omegat, prh, tbx, tbx2, utx, xlsx
from glossary.formats.table_text import table_text
from glossary.formats.term_format import TermFormat, Written

if TYPE_CHECKING:
    from glossary.concept import Concept

__all__ = ["TERM_FORMATS", "TermFormat", "Written", "read_terms", "term_format"]

TERM_FORMATS: tuple[TermFormat, ...] = (
    csv_terms.FORMAT,
    loose.FORMAT,
    utx.FORMAT,
    tbx.FORMAT,
    tbx2.FORMAT,
    deepl_terms.FORMAT,
    omegat.FORMAT,
    prh.FORMAT,
    xlsx.FORMAT,
)


def read_terms(path: str) -> tuple[Concept, ...]:
    """The concepts of a glossary file, chosen by its ending and, where formats share one, by how
    it begins.

    Raises UnreadableFile, and BadTerm, naming file and line, where a row cannot be used or a
    concept does not hold to its own specs.
    """
    found = _by_ending(path)
    if len(found) > 1 and not (text := _text(path)).lstrip().lower().startswith("source,target"):
        found = [k for k in found if k.recognises and k.recognises(text)] or found
    return found[0].read(path)


def term_format(path: str, name: str | None = None) -> TermFormat:
    """The format to write a file in: by its name, else the first one with the file's ending.
    Raises UnreadableFile where there is none."""
    if name is None:
        return _by_ending(path)[0]
    for kind in TERM_FORMATS:
        if _short(kind) == name.lower():
            return kind
    raise UnreadableFile(
        told("there is no glossary format {!r}", name),
        told("known are {}", ", ".join(map(_short, TERM_FORMATS))),
    )


def _short(kind: TermFormat) -> str:
    """`deepl` for "DeepL glossary"."""
    return kind.name.split()[0].lower()


def _by_ending(path: str) -> list[TermFormat]:
    ending = PurePath(path).suffix.lower()
    found = [kind for kind in TERM_FORMATS if ending in kind.endings]
    if not found:
        known = ", ".join(dict.fromkeys(e for kind in TERM_FORMATS for e in kind.endings))
        raise UnreadableFile(
            told("{} is no glossary that can be read", path), told("use one of {}", known)
        )
    return found


def _text(path: str) -> str:
    """The file as text; empty where it is none."""
    try:
        return table_text(read_bytes(path), path, loose.names_columns)
    except UnreadableFile:
        return ""
