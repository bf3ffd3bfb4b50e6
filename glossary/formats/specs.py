"""Glossaries defend themselves: a concept whose own example pairs do not hold is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import TranslationUnit
from corpus.told import told
from glossary.errors import BadTerm
from glossary.runner import check_unit
from glossary.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.concept import Concept, Spec


def try_specs(concepts: Sequence[Concept], places: Mapping[str, str]) -> None:
    """Raises BadTerm for the first spec that does not hold, judged by these concepts alone.

    `places` says where each concept, by id, begins: "file:line".
    """
    if not any(concept.specs for concept in concepts):
        return
    termbase = Termbase.of(concepts)
    for concept in concepts:
        for spec in concept.specs:
            if _flagged(concept, spec, termbase) is not spec.flagged:
                verdict = told("not flagged") if spec.flagged else told("flagged")
                raise BadTerm(
                    told(
                        "{}: {} is {}: {} => {}",
                        places[concept.id],
                        concept.id,
                        verdict,
                        spec.source[:40],
                        spec.target[:40],
                    ),
                    "mend the terms of the concept, or its specs",
                )


def _flagged(concept: Concept, spec: Spec, termbase: Termbase) -> bool:
    unit = TranslationUnit("spec", spec.source, spec.target)
    return any(finding.concept == concept.id for finding in check_unit(unit, termbase))
