"""How each concept is rendered over a whole text, every rendering beside the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.rendering import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.bitext import Span
    from glossary.concept import Concept
    from glossary.rendering import AnnotatedUnit, Rendering

_WRONG = frozenset(Verdict) - {Verdict.RIGHT, Verdict.UNCLEAR}


@dataclass(frozen=True, slots=True)
class Rendered:
    """One way in which a concept is rendered."""

    text: str
    """As it stands in the Japanese; empty where nothing stands for it."""
    right: bool
    count: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A concept that the English mentions, with its renderings: right ones first, then the most
    frequent."""

    concept: Concept
    renderings: tuple[Rendered, ...]

    @property
    def right(self) -> int:
        """In how many places it is right."""
        return sum(r.count for r in self.renderings if r.right)

    @property
    def wrong(self) -> int:
        """In how many places it is not."""
        return sum(r.count for r in self.renderings if not r.right)

    @property
    def settled(self) -> bool:
        """Whether it is rendered in one way only, and that is right."""
        return len(self.renderings) == 1 and self.renderings[0].right


def entities(units: Iterable[AnnotatedUnit]) -> tuple[Entity, ...]:
    """The concepts that were judged in these units, in the order of their first mention.

    What is dropped or said otherwise, as good Japanese does, is not counted.
    """
    known: dict[str, Concept] = {}
    counts: dict[str, dict[tuple[str, bool], int]] = {}
    for unit in units:
        for concept, text, right in _renderings(unit):
            known.setdefault(concept.id, concept)
            tally = counts.setdefault(concept.id, {})
            tally[text, right] = tally.get((text, right), 0) + 1
    return tuple(Entity(known[id_], _ordered(tally)) for id_, tally in counts.items())


def _ordered(tally: dict[tuple[str, bool], int]) -> tuple[Rendered, ...]:
    found = [Rendered(text, right, count) for (text, right), count in tally.items()]
    return tuple(sorted(found, key=lambda r: (not r.right, -r.count)))


def _renderings(unit: AnnotatedUnit) -> Iterator[tuple[Concept, str, bool]]:
    """Each place of each concept, with what stands there and whether it is right."""
    target = unit.unit.target
    wrong: dict[str, list[Span]] = {}
    for r in unit.renderings:
        if _is_wrong(r):
            yield r.concept, r.target.of(target) if r.target else "", False
            wrong.setdefault(r.concept.id, []).extend([r.target] if r.target else [])
    for r in unit.renderings:
        if r.verdict is Verdict.RIGHT:
            blamed = wrong.get(r.concept.id, [])
            places = _places(unit, r) or ([r.target] if r.target else [])
            for span in places:
                if not any(span.overlaps(other) for other in blamed):
                    yield r.concept, span.of(target), True


def _is_wrong(rendering: Rendering) -> bool:
    return rendering.verdict in _WRONG and not (
        rendering.verdict is Verdict.MISSING and rendering.slight
    )


def _places(unit: AnnotatedUnit, rendering: Rendering) -> list[Span]:
    ids = {rendering.concept.id}
    return [n.span for n in unit.names if any(c.id in ids for c in n.concepts)]
