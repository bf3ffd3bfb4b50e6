"""A set of concepts that does not change, with the indexes that finding them takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from glossary.automaton import Everywhere, LeftmostLongest
from glossary.concept import EntityKind, TermStatus
from glossary.folding import english_text
from glossary.forms import english_forms, japanese_forms
from glossary.fuzzy import NameIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glossary.automaton import Search
    from glossary.concept import Concept, Term

BUNDLED = "names"
"""The `origin` of the names that come with the program; any other origin outranks it."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """What an English form stands for."""

    concept: Concept
    term: Term
    shortened: bool


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """What a Japanese form stands for."""

    concept: Concept
    term: Term

    @property
    def right(self) -> bool:
        """Whether the glossary lets this form stand."""
        return self.term.status is not TermStatus.DEPRECATED


@dataclass(frozen=True, eq=False)
class Termbase:
    """Concepts in the order of their rank; indexes are built when they are first used."""

    concepts: tuple[Concept, ...]

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> Termbase:
        """A termbase of these; earlier ones outrank later ones, and all the bundled names.

        Where several origins have one id, the concept of the highest rank stands for all.
        """
        ranked = sorted(concepts, key=lambda c: c.origin == BUNDLED)
        first: dict[str, str] = {}
        for concept in ranked:
            first.setdefault(concept.id, concept.origin)
        return cls(tuple(c for c in ranked if c.origin == first[c.id]))

    def with_concepts(self, concepts: Iterable[Concept]) -> Termbase:
        """A termbase that has these too; one with an id that is there already replaces it."""
        new = tuple(concepts)
        ids = {c.id for c in new}
        return Termbase.of((*new, *(c for c in self.concepts if c.id not in ids)))

    def get(self, concept: str) -> Concept | None:
        """The concept with this id, the one of highest rank where files share it."""
        return self._by_id.get(concept)

    @cached_property
    def digest(self) -> str:
        """16 hex digits that are others as soon as anything that the concepts say is."""
        content = blake2b(digest_size=8)
        for concept in self.concepts:
            content.update(repr(replace(concept, origin="")).encode(errors="backslashreplace"))
        return content.hexdigest()

    @property
    def own(self) -> tuple[Concept, ...]:
        """All but the bundled names."""
        return tuple(c for c in self.concepts if c.origin != BUNDLED)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """All right (English, Japanese) pairs, for the aligner."""
        return tuple(
            (source.text, target)
            for concept in self.concepts
            for source in concept.source
            for target in concept.accepted
        )

    @cached_property
    def _by_id(self) -> dict[str, Concept]:
        return {c.id: c for c in reversed(self.concepts)}

    @cached_property
    def source_entries(self) -> Mapping[str, tuple[SourceEntry, ...]]:
        """What each folded English form stands for; DOD and DoD are one form with two entries."""
        entries: dict[str, list[SourceEntry]] = {}
        for concept in self.concepts:
            for term in concept.source:
                for form in english_forms(term, concept.kind):
                    known = entries.setdefault(form.text, [])
                    if form.shortened and any(e.concept is concept for e in known):
                        continue
                    known[:] = [e for e in known if e.concept is not concept or not e.shortened]
                    known.append(SourceEntry(concept, term, form.shortened))
        return {form: whole_first(known) for form, known in entries.items()}

    @cached_property
    def target_entries(self) -> Mapping[str, tuple[TargetEntry, ...]]:
        """What each folded Japanese form stands for; of one concept what it says itself.

        Where 株式会社アサヒ is right and アサヒ wrong, アサヒ is not taken for a short form.
        """
        entries: dict[str, list[TargetEntry]] = {}
        for concept in self.concepts:
            forms = [(japanese_forms(term.text), term) for term in concept.target]
            exact = [(spellings[:1], term) for spellings, term in forms]
            for spellings, term in (*exact, *forms):
                for form in spellings:
                    known = entries.setdefault(form, [])
                    if all(entry.concept is not concept for entry in known):
                        known.append(TargetEntry(concept, term))
        return {form: tuple(known) for form, known in entries.items()}

    def called(self, family_name: str) -> tuple[Concept, ...]:
        """The persons whose English name ends in this folded word."""
        return self.family_names.get(family_name, ())

    @cached_property
    def family_names(self) -> Mapping[str, tuple[Concept, ...]]:
        """All whom `called` finds."""
        called: dict[str, list[Concept]] = {}
        for concept in self.concepts:
            words = english_text(concept.source[0].text).split()
            if concept.kind is EntityKind.PERSON and len(words) > 1:
                called.setdefault(words[-1], []).append(concept)
        return {name: tuple(persons) for name, persons in called.items()}

    @cached_property
    def source_forms(self) -> tuple[str, ...]:
        """The folded English forms; the patterns of `source_automaton` are these in spaces."""
        return tuple(self.source_entries)

    @cached_property
    def target_forms(self) -> tuple[str, ...]:
        """Every folded Japanese form, once."""
        return tuple(self.target_entries)

    @cached_property
    def source_automaton(self) -> Search:
        """Finds every English form between other words (`source_patterns`)."""
        return Everywhere(source_patterns(self.source_forms))

    @cached_property
    def name_index(self) -> NameIndex:
        """Over `source_forms`."""
        return NameIndex(self.source_forms)

    @cached_property
    def target_index(self) -> NameIndex:
        """Over `target_forms`."""
        return NameIndex(self.target_forms)

    @cached_property
    def target_automaton(self) -> Search:
        """Finds Japanese forms, the longest of those that overlap."""
        return LeftmostLongest(self.target_forms)


def source_patterns(forms: Iterable[str]) -> list[str]:
    """Folded English forms as they stand between other words."""
    return [f" {form} " for form in forms]


def whole_first(entries: Sequence[SourceEntry]) -> tuple[SourceEntry, ...]:
    """A form that is somebody's whole name is not short for somebody else's."""
    whole = tuple(e for e in entries if not e.shortened)
    return whole or tuple(entries)
