"""What a term format is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
