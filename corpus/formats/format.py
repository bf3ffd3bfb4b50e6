"""What a file format is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    written_as: str | None = None
    """The ending of what `corrected` makes, where that cannot be a file of the same kind."""


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
