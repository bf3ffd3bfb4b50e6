"""Concepts and their terms, in the words of TBX (ISO 30042)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TermStatus(StrEnum):
    """How a term may be used for its concept."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"


class EntityKind(StrEnum):
    """What a concept is; a name is judged more strictly than a term."""

    ORGANISATION = "organisation"
    """A body that is not a business: ministry, agency, alliance, university."""
    COMPANY = "company"
    PERSON = "person"
    PLACE = "place"
    TITLE = "title"
    """An office: Prime Minister, Secretary of State."""
    PROGRAMME = "programme"
    """An initiative, treaty, law, project or event with a name of its own."""
    PRODUCT = "product"
    TERM = "term"
    """A common noun with a fixed rendering; what a glossary row is when it says nothing."""


@dataclass(frozen=True, slots=True)
class Term:
    """One written form of a concept in one language."""

    text: str
    status: TermStatus = TermStatus.PREFERRED
    case_sensitive: bool = False
    until: int | None = None
    """Of a deprecated term that was once right, a former name: the last year in which it was."""


@dataclass(frozen=True, slots=True)
class Spec:
    """A pair that a term carries as its own test: the concept must (not) be flagged in it."""

    source: str
    target: str
    flagged: bool


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Concept:
    """One thing with its English and its Japanese terms, preferred ones first."""

    id: str
    source: tuple[Term, ...]
    target: tuple[Term, ...]
    """Deprecated ones are wrong renderings that are known to occur; where all of them are, the
    concept forbids them and does not say what is right."""
    kind: EntityKind = EntityKind.TERM
    note: str = ""
    origin: str = ""
    """Where the concept comes from: a file name, `names` (bundled), `review`."""
    table: str = ""
    """Of a bundled name, the file in `glossary/names` that it stands in."""
    specs: tuple[Spec, ...] = ()
    context: tuple[str, ...] = ()
    """English words of which one must stand in the same text; where none are given, it holds
    everywhere."""

    @property
    def whence(self) -> str:
        """The file that it stands in, or what else it comes from, for people."""
        return f"bundled names, {self.table}" if self.table else self.origin

    @property
    def preferred(self) -> str:
        """The Japanese to write; empty where the concept only forbids."""
        first = self.target[0]
        return "" if first.status is TermStatus.DEPRECATED else first.text

    @property
    def accepted(self) -> tuple[str, ...]:
        """All Japanese forms that are right, the preferred one first."""
        return tuple(t.text for t in self.target if t.status is not TermStatus.DEPRECATED)

    @property
    def deprecated(self) -> tuple[str, ...]:
        """The Japanese terms that are wrong."""
        return tuple(t.text for t in self.target if t.status is TermStatus.DEPRECATED)
