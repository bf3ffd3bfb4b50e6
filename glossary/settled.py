"""Which units the term checks need not look at: those that are plainly right, found in one pass.

All English texts are folded and searched together, then the Japanese of those that name anything.
A unit is settled where the termbase finds nothing in its English, or where all that it may find
is answered: the Japanese has a right form of each concept, as often as the English may name it,
without marks that could be other ones, and wherever else the document may name the concept, it is
settled with the same form. Then there is nothing wrong, missing, or rendered in two ways.

That is safe because it only ever errs towards doubt. What the search finds is never less than
what `glossary.recognition` makes of it, which drops names but adds none; where it might add some
(acronyms that the text explains, names that share a word, offices) the unit is in doubt. Units in
doubt are judged by `glossary.rendering` as if this file did not exist.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from corpus.patterns import regex
from glossary.acronyms import bracketed
from glossary.automaton import Everywhere
from glossary.concept import EntityKind
from glossary.forms import kind_of
from glossary.fuzzy import script
from glossary.plain_folding import NOT_PLAIN, english_texts, japanese_text
from glossary.recognition import mentions, without_asides
from glossary.shared_heads import HEADS
from glossary.slips import MARKS
from glossary.termbase import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.bitext import TranslationUnit
    from glossary.automaton import Hit, Search
    from glossary.checks import Check
    from glossary.concept import Concept
    from glossary.rendering import AnnotatedUnit
    from glossary.termbase import SourceEntry, Termbase

_Rendered = dict[str, str | None]
"""The one form in which each concept that a unit may name is rendered; None where that is not
plain."""
_ASIDE = regex(r"[(（][A-ZＡ-Ｚ][^)）]{1,10}[)）]")
"""What may be an acronym, or an aside within a name."""
_GROWING = frozenset({EntityKind.COMPANY, EntityKind.ORGANISATION})
"""Kinds of names that may be a part of a longer one."""


def in_doubt(
    units: Sequence[TranslationUnit],
    termbase: Termbase,
    checks: Sequence[Check],
    earlier: Sequence[AnnotatedUnit] = (),
) -> Sequence[TranslationUnit]:
    """Those of the units, in their order, that can have findings, and those these depend on.

    `units` holds all units of each document in it; `earlier` is as in `runner.findings`. All of
    them where one of the checks does not go by terms alone.
    """
    if not all(check.by_terms for check in checks):
        return units
    beyond = {c.id for each in earlier for m in each.mentions for c in m.concepts}
    rendered = _rendered(units, termbase)
    forms: dict[str | None, _Rendered] = {}
    for unit, found in zip(units, rendered, strict=True):
        known = forms.setdefault(unit.document, {})
        for concept, form in found.items():
            if known.setdefault(concept, form) != form or concept in beyond:
                known[concept] = None
    return [
        unit
        for unit, found in zip(units, rendered, strict=True)
        if found and not all(forms[unit.document][concept] for concept in found)
    ]


def _rendered(units: Sequence[TranslationUnit], termbase: Termbase) -> list[_Rendered]:
    """What each unit may name and how that is rendered; nothing for one that surely names none."""
    english = english_texts([unit.source for unit in units])
    named = _found(termbase.source_automaton, english)
    judged = _with_acronyms(units).union(_found(Everywhere([f" {h} " for h in HEADS]), english))
    asides = [at for at, unit in enumerate(units) if _ASIDE.search(unit.source)]
    without = english_texts([without_asides(units[at].source) for at in asides])
    for number, hits in _found(termbase.source_automaton, without).items():
        named.setdefault(asides[number], []).extend(hits)
    naming = [at for at in named if at not in judged]
    japanese = [japanese_text(units[at].target) for at in naming]
    places = _found(termbase.target_automaton, japanese)
    doubtful = {*asides}
    rendered: list[_Rendered] = [{} for _ in units]
    for number, at in enumerate(naming):
        entries = [termbase.source_entries[termbase.source_forms[n]] for _, _, n in named[at]]
        folded = NOT_PLAIN if at in doubtful else japanese[number]
        standing = _Standing(units[at].target, folded, places.get(number, []))
        rendered[at] = _answers(units[at], termbase, entries, standing)
    for at in judged:
        rendered[at] = _unknown(units[at], termbase)
    return rendered


def _found(search: Search, texts: Sequence[str]) -> dict[int, list[Hit]]:
    """The hits in each of the texts where there are any, with the number of the text."""
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    found: dict[int, list[Hit]] = {}
    for start, end, pattern in search.find("\n".join(texts)):
        at = bisect_right(starts, start) - 1
        found.setdefault(at, []).append((start - starts[at], end - starts[at], pattern))
    return found


def _with_acronyms(units: Sequence[TranslationUnit]) -> set[int]:
    """The numbers of the units with an acronym that another one before them has in brackets, and
    of those others."""
    known: dict[str | None, dict[str, list[int]]] = {}
    found: set[int] = set()
    for at, unit in enumerate(units):
        explained = known.setdefault(unit.document, {})
        for acronym, places in explained.items():
            if acronym in unit.source:
                found.update(places, (at,))
        if _ASIDE.search(unit.source):
            for each in bracketed(unit.source):
                explained.setdefault(each.acronym, []).append(at)
    return found


def _unknown(unit: TranslationUnit, termbase: Termbase) -> _Rendered:
    """A unit that has to be judged, even where it names nothing."""
    found = mentions(termbase, unit.source)
    return dict.fromkeys(["", *(c.id for m in found for c in m.concepts)])


class _Standing(NamedTuple):
    """The Japanese of a unit and the known names in it."""

    target: str
    folded: str
    hits: list[Hit]


def _answers(
    unit: TranslationUnit,
    termbase: Termbase,
    entries: Sequence[Sequence[SourceEntry]],
    standing: _Standing,
) -> _Rendered:
    """How each concept of the `entries`, one item a hit in the English, is rendered."""
    concepts = [entry.concept for found in entries for entry in found]
    if any(concept.kind is EntityKind.TITLE for concept in concepts):
        return _unknown(unit, termbase)  # names may follow it
    times = Counter(concept.id for concept in concepts)
    if NOT_PLAIN in standing.folded or len(concepts) > len(entries):
        return dict.fromkeys(times)
    places: dict[str, list[Hit]] = {}
    wrong = set()
    for hit in standing.hits:
        for entry in termbase.target_entries[termbase.target_forms[hit[2]]]:
            if entry.right and not entry.term.until:
                places.setdefault(entry.concept.id, []).append(hit)
            else:
                wrong.add(entry.concept.id)
    return {
        c.id: _form(c, places.get(c.id, ()), times[c.id], standing) if c.id not in wrong else None
        for c in concepts
    }


def _form(concept: Concept, places: Sequence[Hit], times: int, standing: _Standing) -> str | None:
    """The form at all these places, where it is plainly right and stands so many times."""
    folded = standing.folded
    forms = {folded[start:end] for start, end, _ in places}
    form = min(forms, default="")
    if len(places) < times or len(forms) != 1 or form.isascii():
        return None
    if kind_of(concept) in _GROWING and any(_grown(folded, *hit) for hit in places):
        return None
    return form if _marks_alike(concept, form, standing) else None


def _grown(folded: str, start: int, end: int, _: int) -> bool:
    """Whether letters around it may belong to the same name."""
    before, after = folded[max(0, start - 1) : start], folded[end : end + 1]
    return bool(before and script(before) == script(folded[start])) or bool(after and script(after))


def _marks_alike(concept: Concept, form: str, standing: _Standing) -> bool:
    """Whether ・ and the like are surely those of the glossary: none, or all in the only place."""
    if concept.origin == BUNDLED:
        return True
    if not any(map(MARKS.search, (standing.target, *concept.accepted))):
        return True
    once = standing.folded.find(form) == standing.folded.rfind(form)
    return once and any(
        text in standing.target and text == text.strip("・･=＝゠ ") and japanese_text(text) == form
        for text in concept.accepted
    )
