"""What a term format is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glossary.concept import Concept


@dataclass(frozen=True, slots=True)
class Written:
    """A glossary as the bytes of a file."""

    data: bytes
    losses: tuple[str, ...] = ()
    """A line for each thing that the format cannot hold and that was left out."""


@dataclass(frozen=True, slots=True)
class TermFormat:
    """A kind of glossary file."""

    name: str
    endings: tuple[str, ...]
    """Lower case, with the dot."""
    read: Callable[[str], tuple[Concept, ...]]
    """Raises BadTerm and UnreadableFile."""
    write: Callable[[Sequence[Concept]], Written]
    """Whatever is written can be read by `read`, and says the same but for the losses."""
    recognises: Callable[[str], bool] | None = None
    """Whether a text is of this format, where formats share an ending; None for the one that is
    taken when no other is recognised."""
