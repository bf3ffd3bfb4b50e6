"""What a termbase says of the terms that a text suggests, and the concepts made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.concept import Concept, EntityKind, Term
from glossary.folding import fold_english, fold_japanese

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.extraction import Candidate
    from glossary.termbase import Termbase

ORIGIN = "extracted"
UNCONFIRMED = "from a translation that nobody confirmed"
"""The note of a concept that may repeat a machine's error."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate beside what is known already."""

    candidate: Candidate
    instead: tuple[str, ...]
    """The Japanese that the termbase has for this very English; empty where it has none."""
    person: bool = False
    """Whether it is somebody's name, which Japanese puts an office or an honorific behind."""

    @property
    def known(self) -> bool:
        """Whether the termbase says the same already."""
        folded = fold_japanese(self.candidate.target).text
        if self.person:
            return any(folded.startswith(fold_japanese(text).text) for text in self.instead)
        return any(fold_japanese(text).text == folded for text in self.instead)

    @property
    def contradicted(self) -> bool:
        """Whether the termbase says something else: the text may be wrong."""
        return bool(self.instead) and not self.known


def proposals(candidates: Iterable[Candidate], termbase: Termbase) -> Iterator[Proposal]:
    """Each candidate with what the termbase has for its English, in the same order."""
    for candidate in candidates:
        form = fold_english(candidate.source).text.strip()
        known = [e.concept for e in termbase.source_entries.get(form, ())]
        known = known or list(termbase.called(form))
        accepted = (text for concept in known for text in concept.accepted)
        person = any(concept.kind is EntityKind.PERSON for concept in known)
        yield Proposal(candidate, tuple(dict.fromkeys(accepted)), person)


def concepts(found: Iterable[Candidate], *, confirmed: bool) -> tuple[Concept, ...]:
    """A concept for each English term, with the likeliest Japanese, and its acronym as a term."""
    made: dict[str, Concept] = {}
    for each in found:
        key = fold_english(each.source).text
        if key not in made:
            source = [Term(each.source)]
            if each.acronym:
                source.append(Term(each.acronym, case_sensitive=True))
            kind = EntityKind.ORGANISATION if _is_body(each) else EntityKind.TERM
            note = "" if confirmed else UNCONFIRMED
            made[key] = Concept(
                each.source, tuple(source), (Term(each.target),), kind, note, ORIGIN
            )
    return tuple(made.values())


_BODIES = (
    "省",
    "庁",
    "局",
    "機構",
    "機関",
    "委員会",
    "研究所",
    "協会",
    "銀行",
    "公社",
    "大学",
    "財団",
    "組合",
    "協議会",
    "連盟",
    "センター",
)


def _is_body(candidate: Candidate) -> bool:
    return candidate.source[:1].isupper() and candidate.target.endswith(_BODIES)
