"""A concept as a terminologist sees it: where it is kept, what is doubtful, where it is used."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from glossary.folding import english_text
from glossary.termbase import BUNDLED
from tui.language import tr
from tui.review.terms import ORIGIN

if TYPE_CHECKING:
    from glossary.concept import Concept


class Mark(StrEnum):
    """What is to be said of an entry first, in four letters at the most."""

    CONFLICT = "!!"
    NEW = "new"
    APPROVED = "ok"
    FILE = "file"
    """It stands in a file, or among the bundled names: read here, not changed."""
    OVERRULED = "over"


@dataclass(frozen=True, slots=True)
class Uses:
    """Where the English of a concept stands."""

    here: tuple[int, ...] = ()
    """The units of the document, by number from 0."""
    open: tuple[int, ...] = ()
    """Those of them with open findings about it."""
    past: int = 0
    """How many paragraphs that were corrected in other works of the workspace."""


NOWHERE = Uses()


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the glossary screen."""

    concept: Concept
    approved: bool = False
    doubts: tuple[str, ...] = ()
    """What contradicts it, in words."""
    overruled: str = ""
    """Where an entry stands that has the same English and outranks it; empty: nowhere."""
    overrules: tuple[str, ...] = ()
    """What it outranks: places with their Japanese."""
    uses: Uses = field(default=NOWHERE)

    @property
    def own(self) -> bool:
        """Whether it is kept in the workspace, and so may be changed."""
        return self.concept.origin == ORIGIN

    @property
    def mark(self) -> Mark:
        if self.overruled:
            return Mark.OVERRULED
        if self.doubts:
            return Mark.CONFLICT
        if not self.own:
            return Mark.FILE
        return Mark.APPROVED if self.approved else Mark.NEW

    @property
    def english(self) -> str:
        """The English, with its other forms in brackets."""
        first, *others = (term.text for term in self.concept.source)
        return f"{first} ({', '.join(others)})" if others else first

    @property
    def others(self) -> str:
        """The other Japanese that is right, and the wrong one in minus signs."""
        wrong = (f"-{text}-" for text in self.concept.deprecated)
        return " / ".join((*self.concept.accepted[1:], *wrong))

    @property
    def place(self) -> str:
        """Where it is kept."""
        return place_of(self.concept)

    def has(self, words: str) -> bool:
        """Whether the words stand in any of its terms or its note, whatever their letter case."""
        wanted = words.casefold()
        texts = (*self.concept.source, *self.concept.target)
        return wanted in self.concept.note.casefold() or any(
            wanted in term.text.casefold() for term in texts
        )


def place_of(concept: Concept) -> str:
    """Where a concept is kept: the workspace, a file, or the bundled names."""
    if concept.origin == ORIGIN:
        return tr("workspace")
    return tr("bundled names") if concept.origin == BUNDLED else PurePath(concept.origin).name


def english_forms(concept: Concept) -> frozenset[str]:
    """What two concepts share that are about the same English."""
    return frozenset(english_text(term.text) for term in concept.source)
