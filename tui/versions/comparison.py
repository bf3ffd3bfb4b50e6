"""Versions of a text compared: where they differ most, and who got which name right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.effort import size
from glossary.entities import entities
from glossary.runner import judged

if TYPE_CHECKING:
    from corpus.bitext import TranslationUnit
    from glossary.concept import Concept
    from glossary.entities import Entity, Rendered
    from glossary.termbase import Termbase
    from tui.versions.versions import Versions


@dataclass(frozen=True, slots=True)
class Differing:
    """A paragraph that is not the same in all versions."""

    number: int
    """From 1, in the order of the text."""
    unit: TranslationUnit
    texts: tuple[str, ...]
    """By version."""
    characters: int
    """That differ from the first version, in all others together."""


@dataclass(frozen=True, slots=True)
class Contest:
    """A name or term that the versions do not render alike."""

    concept: Concept
    renderings: tuple[tuple[Rendered, ...], ...]
    """By version; none where good Japanese need not say it."""

    def right(self, at: int) -> bool | None:
        """Whether a version has it right throughout; None where it says nothing of it."""
        found = self.renderings[at]
        return all(r.right for r in found) if found else None


@dataclass(frozen=True, slots=True)
class Comparison:
    names: tuple[str, ...]
    paragraphs: int
    differing: tuple[Differing, ...]
    """Those that differ most first."""
    contests: tuple[Contest, ...]
    """Those first that some version has wrong."""
    places: tuple[tuple[int, int], ...]
    """By version, in how many places names and terms are right and wrong."""


def compare(texts: Versions, termbase: Termbase) -> Comparison:
    """The comparison; without the English nobody can say who is right."""
    rows = []
    for number, unit in enumerate(texts.units, 1):
        each = tuple(version[number - 1] for version in texts.texts)
        if characters := sum(size(each[0], other) for other in each[1:]):
            rows.append(Differing(number, unit, each, characters))
    found: list[tuple[Entity, ...]] = [() for _ in texts.names]
    if texts.has_english:
        found = [_entities(texts, at, termbase) for at in range(len(texts.names))]
    return Comparison(
        texts.names,
        len(texts.units),
        tuple(sorted(rows, key=lambda row: -row.characters)),
        _contests(found),
        tuple((sum(e.right for e in each), sum(e.wrong for e in each)) for each in found),
    )


def _entities(texts: Versions, at: int, termbase: Termbase) -> tuple[Entity, ...]:
    read = judged(texts.bitext(at).units, termbase, ())
    return entities(each.annotated for each in read)


def _contests(found: list[tuple[Entity, ...]]) -> tuple[Contest, ...]:
    concepts = {e.concept.id: e.concept for each in found for e in each}
    renderings = [{e.concept.id: e.renderings for e in each} for each in found]
    made = [
        Contest(concept, tuple(known.get(id_, ()) for known in renderings))
        for id_, concept in concepts.items()
        if len({_tally(known.get(id_, ())) for known in renderings}) > 1
    ]
    return tuple(sorted(made, key=lambda c: -sum(c.right(at) is False for at in range(len(found)))))


def _tally(found: tuple[Rendered, ...]) -> frozenset[tuple[str, int]]:
    return frozenset(Counter({r.text: r.count for r in found}).items())
