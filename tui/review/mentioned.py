"""The terms of a unit: what its English mentions, and how its Japanese says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.rendering import Verdict
from tui.language import tr

if TYPE_CHECKING:
    from glossary.concept import Concept
    from glossary.rendering import AnnotatedUnit


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A name or term that the English mentions."""

    english: str
    """As it stands in the text."""
    wanted: tuple[str, ...]
    """What may stand in the Japanese, the preferred one first."""
    found: str = ""
    """What does stand there for it, right or wrong; empty: nothing, or nothing sure."""
    right: bool = False

    @property
    def words(self) -> str:
        """`METI = 経済産業省`, with what stands there where that is something else."""
        said = f"{self.english} = {self.wanted[0]}"
        if self.found and self.found != self.wanted[0]:
            said += f" ({self.found if self.right else tr('not {}', self.found)})"
        return said


def mentioned(annotated: AnnotatedUnit) -> tuple[Mentioned, ...]:
    """Every term once, in the order of the English."""
    found: dict[str, Mentioned] = {}
    unit = annotated.unit
    for mention in annotated.mentions:
        concept = mention.concepts[0]
        if mention.doubtful or concept.id in found or not concept.accepted:
            continue
        place, right = _rendered(annotated, concept)
        found[concept.id] = Mentioned(mention.span.of(unit.source), concept.accepted, place, right)
    return tuple(found.values())


def _rendered(annotated: AnnotatedUnit, concept: Concept) -> tuple[str, bool]:
    for each in annotated.renderings:
        if each.concept.id == concept.id and each.target is not None:
            return each.target.of(annotated.unit.target), each.verdict is Verdict.RIGHT
    target = annotated.unit.target
    return next(((text, True) for text in concept.accepted if text in target), ("", False))
