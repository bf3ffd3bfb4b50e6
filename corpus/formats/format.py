"""What a file format is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.formats.files import LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from corpus.bitext import Bitext, Document, Span, TranslationUnit
    from corpus.formats.rows import Row


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


class BitextWriter(NamedTuple):
    """How a new file of a kind is made."""

    write: Callable[[Sequence[TranslationUnit]], bytes]
    """The file with these units, as far as they are none that `corpus.formats.losses` finds to be
    left out whole. Raises UnwritableFile."""
    holds: frozenset[str]
    """The parts of a unit, as `corpus.formats.losses` names them, that it has."""


OURS: Final = "taiyaku: "
"""How a note of ours begins where a format has no better way to say whose it is."""


class Said(NamedTuple):
    """What a person said of a unit, besides its text."""

    confirmed: bool | None = None
    """False: that somebody found it right is taken back; None: nothing is said of it."""
    notes: tuple[str, ...] | None = None
    """What is noted in place of what an earlier run has noted; None: that stays."""


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
    stream: Callable[[str], Iterator[Row]] | None = None
    """The rows of a file of any size, one after the other, without the places of their targets;
    raises as `read` does, where it gets to it. None: such a file is read whole or not at all."""
    whole: int = LIMIT
    """Bytes of the largest file that is read whole."""
    writer: BitextWriter | None = None
    unread: str = ""
    """What such files may have that no unit has, and that no other file gets."""
    handed_back: (
        Callable[
            [str, Mapping[tuple[str | None, str], str], Mapping[tuple[str | None, str], Said]],
            bytes,
        ]
        | None
    ) = None
    """The same with what was said of units, where the format can hold it."""
