"""Whether a translation did as the glossary says, entry by entry.

A glossary is a strong hint to an engine and no promise. Here good Japanese is not the question,
as it is in the checks, but whether the very term stands there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from glossary.folding import fold_english, fold_japanese
from glossary.forms import japanese_forms
from glossary.recognition import mentions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.bitext import TranslationUnit
    from glossary.concept import Concept
    from glossary.termbase import Termbase


class Obeyed(StrEnum):
    """What became of one entry."""

    APPLIED = "applied"
    NOT_APPLIED = "not applied"
    HALF = "half applied"
    """In some places only, or with the English left beside it."""
    ENGLISH = "left in English"


@dataclass(frozen=True, slots=True)
class Obedience:
    """One entry that the English mentions, over a whole text."""

    concept: Concept
    obeyed: Obeyed
    places: int
    """How often the English mentions it."""
    applied: int
    units: tuple[str, ...]
    """Ids of the units where it was not, or not wholly, applied."""


@dataclass(slots=True)
class _Tally:
    places: int = 0
    applied: int = 0
    english: int = 0
    units: tuple[str, ...] = ()


def obedience(units: Iterable[TranslationUnit], termbase: Termbase) -> tuple[Obedience, ...]:
    """All entries that the units mention, those that were not obeyed first.

    Units without Japanese say nothing. `termbase` holds the entries alone, no bundled names.
    """
    tallies: dict[str, _Tally] = {}
    for unit in units:
        if unit.one_sided:
            continue
        named = (c for m in mentions(termbase, unit.source) for c in m.concepts)
        counted = Counter(c.id for c in named if c.accepted)
        for id_, count in counted.items():
            _count(tallies.setdefault(id_, _Tally()), unit, termbase, id_, count)
    found = [
        Obedience(concept, _verdict(tally), tally.places, tally.applied, tally.units)
        for concept in termbase.concepts
        if (tally := tallies.get(concept.id))
    ]
    return tuple(sorted(found, key=lambda o: o.obeyed is Obeyed.APPLIED))


def _count(
    tally: _Tally, unit: TranslationUnit, termbase: Termbase, concept: str, count: int
) -> None:
    known = termbase.get(concept)
    if known is None:
        return
    text, others = fold_japanese(unit.target).text, _other_names(termbase, known)
    applied = min(count, max(_times(text, form, others) for form in _forms(known)))
    english = min(count - applied, _left_in_english(unit.target, known))
    if not english and applied == count and _left_in_english(unit.target, known):
        english = 1
    tally.places += count
    tally.applied += applied
    tally.english += english
    if english or applied < count:
        tally.units = (*tally.units, unit.id)


def _verdict(tally: _Tally) -> Obeyed:
    if tally.applied == tally.places and not tally.english:
        return Obeyed.APPLIED
    if tally.applied:
        return Obeyed.HALF
    return Obeyed.ENGLISH if tally.english else Obeyed.NOT_APPLIED


def _forms(concept: Concept) -> tuple[str, ...]:
    """The folded Japanese forms that count; the engine was told the preferred one."""
    return japanese_forms(concept.preferred)


def _other_names(termbase: Termbase, concept: Concept) -> list[str]:
    """Longer names of others with a form of this one inside: 三井物産E&S holds no 三井物産."""
    forms = _forms(concept)
    return [
        form
        for form, entries in termbase.target_entries.items()
        if all(e.concept is not concept or not e.right for e in entries)
        and any(own in form and own != form for own in forms)
    ]


def _times(text: str, form: str, others: list[str]) -> int:
    for other in sorted(others, key=len, reverse=True):
        text = text.replace(other, "\0")
    return text.count(form)


def _left_in_english(target: str, concept: Concept) -> int:
    """How often the English term stands in the Japanese, unless it is written so there, too."""
    text = fold_english(target).text.casefold()
    right = fold_english(concept.preferred).text.casefold()
    terms = {fold_english(term.text).text.casefold().strip(" ,") for term in concept.source}
    return max((text.count(term) for term in terms if term and term not in right), default=0)
