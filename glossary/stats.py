"""How large a glossary is, and how much of it says what it could say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.concept import TermStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.concept import Concept, EntityKind


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of concepts and terms."""

    concepts: int
    source_terms: int
    target_terms: tuple[tuple[TermStatus, int], ...]
    """By status, the preferred ones first."""
    kinds: tuple[tuple[EntityKind, int], ...]
    """Those that occur, the most frequent first."""
    with_specs: int
    with_notes: int
    with_context: int
    origins: tuple[tuple[str, int], ...]


def stats(concepts: Sequence[Concept]) -> Stats:
    """The counts of these concepts."""
    statuses = Counter(term.status for concept in concepts for term in concept.target)
    return Stats(
        concepts=len(concepts),
        source_terms=sum(len(concept.source) for concept in concepts),
        target_terms=tuple((status, statuses[status]) for status in TermStatus),
        kinds=tuple(Counter(concept.kind for concept in concepts).most_common()),
        with_specs=sum(bool(concept.specs) for concept in concepts),
        with_notes=sum(bool(concept.note) for concept in concepts),
        with_context=sum(bool(concept.context) for concept in concepts),
        origins=tuple(Counter(concept.origin for concept in concepts).most_common()),
    )
