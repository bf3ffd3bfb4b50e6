"""What a concept does to texts: where it is named, where it is right, where it would be flagged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.rendering import Verdict, annotate
from glossary.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.concept import Concept

_QUIET = frozenset({Verdict.RIGHT, Verdict.UNCLEAR})


@dataclass(frozen=True, slots=True)
class Effect:
    """Of one concept the paragraphs, by id, whose English names it."""

    concept: Concept
    named: tuple[str, ...]
    right: tuple[str, ...]
    """Those where the right Japanese stands and nothing else would be flagged."""
    flagged: tuple[str, ...]
    """Those where the Japanese would be flagged; where it is merely left out, it is neither."""

    def __str__(self) -> str:
        places = f"{len(self.named)} paragraph{'' if len(self.named) == 1 else 's'}"
        return f"{places}, {len(self.right)} right, {len(self.flagged)} would be flagged"


def effects(concepts: Sequence[Concept], units: Iterable[TranslationUnit]) -> tuple[Effect, ...]:
    """The effect of each concept on the units, judged by these concepts alone."""
    termbase = Termbase.of(concepts)
    named: dict[str, list[str]] = {concept.id: [] for concept in concepts}
    right: dict[str, list[str]] = {concept.id: [] for concept in concepts}
    flagged: dict[str, list[str]] = {concept.id: [] for concept in concepts}
    for unit in units:
        read = annotate(unit, termbase)
        verdicts: dict[str, set[Verdict]] = {}
        for rendering in read.renderings:
            verdicts.setdefault(rendering.concept.id, set()).add(rendering.verdict)
        for name in {c.id for mention in read.mentions for c in mention.concepts}:
            named[name].append(unit.id)
        for name, seen in verdicts.items():
            if seen - _QUIET:
                flagged[name].append(unit.id)
            elif Verdict.RIGHT in seen:
                right[name].append(unit.id)
    return tuple(
        Effect(c, tuple(named[c.id]), tuple(right[c.id]), tuple(flagged[c.id])) for c in concepts
    )
