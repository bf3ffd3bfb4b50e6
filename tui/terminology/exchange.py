"""Glossaries of the workspace out to files and in from them, in all formats of terms."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile, UnwritableFile
from corpus.formats.files import write_atomically
from corpus.told import told
from glossary.formats import TERM_FORMATS, read_terms, term_format
from tui.review.terms import ORIGIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.concept import Concept

ENDINGS = tuple(dict.fromkeys(e for kind in TERM_FORMATS for e in kind.endings))
"""What the name of a glossary file may end in."""


def read(path: Path) -> tuple[Concept, ...]:
    """The concepts of a file. Raises UnreadableFile and BadTerm."""
    if not path.name:
        raise UnreadableFile(
            "no file is named", told("name one that ends in {}", ", ".join(ENDINGS))
        )
    return read_terms(str(path))


def write(
    concepts: Sequence[Concept], path: Path, taken: Iterable[str], form: str | None = None
) -> tuple[str, ...]:
    """Write the concepts in the format that is named, else in that of the file's ending; a line
    for each thing that it cannot hold.

    Raises UnwritableFile where the file is one of those `taken`, and UnreadableFile for a format
    that there is not.
    """
    if any(path.resolve() == Path(file).resolve() for file in taken):
        raise UnwritableFile(
            told("{} is read here, and would be lost", path.name), "name another file"
        )
    ready = [_outward(concept) for concept in concepts]
    written = term_format(str(path), form).write(ready)
    write_atomically(path, written.data)
    return written.losses


def _outward(concept: Concept) -> Concept:
    """A concept of the workspace with the id that a file would give it."""
    return replace(concept, id=concept.id.removeprefix(f"{ORIGIN}:"))
