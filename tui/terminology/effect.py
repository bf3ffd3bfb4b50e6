"""What a term would do to the text under review, and to what was corrected in other works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.bitext import TranslationUnit
from corpus.patterns import regex
from glossary.effect import effects
from glossary.rendering import REMEMBERED
from tui.display.counted import counted
from tui.language import tr
from tui.review.terms import concepts, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.workspace.store import Workspace
    from glossary.concept import Concept
    from glossary.effect import Effect
    from tui.review.session import ReviewSession
    from tui.review.terms import NewTerm

_WORD: Final = regex(r"\w{2,}")
_STEM = 4
"""Letters by which a word is looked for before it is looked at closely."""


def effect_of(concept: Concept, session: ReviewSession | None, workspace: Workspace) -> Effect:
    """Its effect on all units as they stand, and on paragraphs of other works."""
    units = (unit for unit in _units(session, workspace) if _may_name(concept, unit))
    return effects((concept,), units)[0]


def effect_of_new(term: NewTerm, session: ReviewSession) -> Effect:
    """The effect of a term that is still to be added."""
    return effect_of(concepts(rows(term, ""))[0], session, session.workspace)


def effect_said(effect: Effect) -> str:
    """An effect in the language in use."""
    named = counted(len(effect.named), "paragraph")
    return tr("{}, {} right, {} would be flagged", named, len(effect.right), len(effect.flagged))


def _units(session: ReviewSession | None, workspace: Workspace) -> Iterator[TranslationUnit]:
    here = session.standing_units() if session else ()
    yield from here
    sources = {unit.source for unit in here}
    for number, past in enumerate(workspace.latest_corrections()):
        if past.source and past.source not in sources:
            yield TranslationUnit(f"{REMEMBERED}{number}", past.source, past.corrected)


def _may_name(concept: Concept, unit: TranslationUnit) -> bool:
    """Rather too often than not: judging closely takes a hundred times as long."""
    english = unit.source.lower()
    for term in concept.source:
        words = _WORD.findall(term.text.lower())
        telling = [word for word in words if len(word) >= _STEM] or words
        if not telling or any(word[:_STEM] in english for word in telling):
            return True
    return False
