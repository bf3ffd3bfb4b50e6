"""One unit with everything known that stands in it, before anything is judged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.patterns import regex
from glossary.acronyms import explained, resolved
from glossary.concept import EntityKind, TermStatus
from glossary.folding import fold_english, fold_japanese, is_hiragana
from glossary.forms import english_forms, japanese_forms
from glossary.fuzzy import bounded, script
from glossary.recognition import mentions
from glossary.termbase import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.acronyms import Acronyms
    from glossary.concept import Concept
    from glossary.folding import Folded
    from glossary.recognition import Mention
    from glossary.termbase import TargetEntry, Termbase

_YEAR = regex(r"\b(?:1[89]|20)\d\d\b")
BODIES = frozenset({EntityKind.COMPANY, EntityKind.ORGANISATION, EntityKind.PROGRAMME})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A known Japanese name in the target."""

    start: int
    """In the folded target, like `end`."""
    end: int
    entries: tuple[TargetEntry, ...]

    def stands_for(self, ids: frozenset[str]) -> bool:
        """Whether it is a right rendering of one of these concepts."""
        return any(e.right and e.concept.id in ids for e in self.entries)


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one concept, or of several that share the English name."""

    concepts: tuple[Concept, ...]
    """By rank; the first one's Japanese is wanted."""
    mentions: tuple[Mention, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its concepts."""
        return frozenset(c.id for c in self.concepts)

    @property
    def sure(self) -> Mention | None:
        """The first mention that is surely one."""
        return next((m for m in self.mentions if not m.doubtful), None)

    @property
    def kind(self) -> EntityKind:
        """As the first mention was understood."""
        return self.mentions[0].kind

    @property
    def bundled(self) -> bool:
        """Whether its first concept is a bundled name, which nobody here has chosen."""
        return self.concepts[0].origin == BUNDLED

    @property
    def common(self) -> bool:
        """Whether it is a common noun and no name."""
        return self.kind is EntityKind.TERM and self.mentions[0].common

    def right_forms(self) -> tuple[str, ...]:
        """The folded accepted forms, those of the preferred one first."""
        forms = dict.fromkeys(
            form for c in self.concepts for text in c.accepted for form in japanese_forms(text)
        )
        wrong = {
            form
            for c in self.concepts
            for text in c.deprecated
            for form in japanese_forms(text)[:1]
        }
        return tuple(form for form in forms if form not in wrong)


@dataclass(frozen=True, slots=True)
class Scene:
    """The unit folded, its mentions by concept, and all known Japanese names in it."""

    unit: TranslationUnit
    termbase: Termbase
    mentions: tuple[Mention, ...]
    groups: tuple[Group, ...]
    mentioned: frozenset[str]
    """The ids of all concepts that the English mentions."""
    acronyms: Acronyms
    """Those explained up to here."""
    source: Folded
    target: Folded
    occurrences: tuple[Occurrence, ...]
    """They do not overlap: of names inside one another the longest."""

    @classmethod
    def of(
        cls, unit: TranslationUnit, termbase: Termbase, acronyms: Acronyms | None = None
    ) -> Scene:
        """The scene of a unit, `acronyms` being those that the text has explained before."""
        source = fold_english(unit.source)
        found = mentions(termbase, unit.source, source)
        known = (acronyms or {}) | explained(found, unit.source)
        found = resolved(found, unit.source, known)
        target = fold_japanese(unit.target)
        return cls(
            unit=unit,
            termbase=termbase,
            mentions=found,
            groups=_grouped(found),
            mentioned=frozenset(c.id for m in found for c in m.concepts),
            acronyms=known,
            source=source,
            target=target,
            occurrences=tuple(_occurrences(target, termbase, unit.source)),
        )

    def bracketed_behind(self, start: int, end: int) -> Occurrence | None:
        """The name behind which an acronym stands in brackets there: 世界銀行（IMF）."""
        text = self.target.text
        if not text[start:end].isascii() or text[max(0, start - 1) : start] != "(":
            return None
        if text[end : end + 1] != ")":
            return None
        return next((o for o in self.occurrences if o.end == start - 1), None)

    def is_anothers(self, start: int, end: int) -> bool:
        """Whether it is the acronym behind the name of somebody who is not mentioned."""
        named = self.bracketed_behind(start, end)
        return named is not None and not named.stands_for(self.mentioned)

    def by_itself(self, start: int, end: int) -> bool:
        """Whether what stands there is no part of another word, as far as letters show."""
        text = self.target.text
        if not bounded(text, start, end):
            return False
        if start and script(text[start - 1]) and is_hiragana(text[start]):
            return False
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        return end - start > 2 or not any(script(c) == "k" for c in around)


def _grouped(found: Sequence[Mention]) -> tuple[Group, ...]:
    groups: dict[tuple[str, ...], list[Mention]] = {}
    for mention in found:
        groups.setdefault(tuple(c.id for c in mention.concepts), []).append(mention)
    return tuple(Group(ms[0].concepts, tuple(ms)) for ms in groups.values())


def _occurrences(target: Folded, termbase: Termbase, source: str) -> Iterator[Occurrence]:
    forms = termbase.target_forms
    for start, end, number in termbase.target_automaton.find(target.text):
        entries = termbase.target_entries[forms[number]]
        if any(e.term.until for e in entries):
            entries = tuple(_in_its_time(e, source) for e in entries)
        yield Occurrence(start, end, entries)


def _in_its_time(entry: TargetEntry, source: str) -> TargetEntry:
    """The entry, right where the English speaks of a year in which the former name was used."""
    years = (int(year) for year in _YEAR.findall(source))
    if entry.term.until and any(year <= entry.term.until for year in years):
        return replace(entry, term=replace(entry.term, status=TermStatus.ADMITTED))
    return entry


def english_of(concept: Concept) -> frozenset[str]:
    """All folded English forms of a concept."""
    return frozenset(f.text for term in concept.source for f in english_forms(term, concept.kind))
