"""From a termbase to a glossary at an engine, and what happened to it there: pure functions.

The local file is the truth. What is at the engine is compared with it and with the last push, so
that a stranger's entry is seen before it is overwritten.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING, Final

from corpus.patterns import regex
from corpus.segmentation import BLANK
from corpus.told import told
from glossary.concept import EntityKind
from glossary.english_words import LEGAL_WORDS
from glossary.forms import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glossary.concept import Concept

LONGEST = 1024
"""Bytes of a term in UTF-8."""
_CONTROL = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_INVISIBLE = regex("[\u200b-\u200f\u2060\ufeff]")
_LEGAL_END = regex(rf"[\s,]+(?:{'|'.join(sorted(LEGAL_WORDS))})\.?$", re.IGNORECASE)
_OWNERS = (EntityKind.COMPANY, EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.PLACE)


@dataclass(frozen=True, slots=True)
class Offence:
    """A term that the engine would refuse."""

    origin: str
    """The file that it comes from."""
    term: str
    fault: str

    def __str__(self) -> str:
        return f"{self.origin}: {_shown(self.term)}: {self.fault}"


@dataclass(frozen=True, slots=True)
class Prepared:
    """The entries for a glossary, and what a person should know before they are sent."""

    terms: Mapping[str, str]
    offences: tuple[Offence, ...]
    """Nothing may be sent while there are any."""
    warnings: tuple[str, ...]


class Fate(StrEnum):
    """What stands between the local file, the last push, and the engine, for one English term."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"
    FOREIGN = "foreign"
    """Somebody added, changed or removed it at the engine since the last push."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One term that is not the same here and there."""

    source: str
    local: str | None
    remote: str | None
    fate: Fate


def prepared(concepts: Iterable[Concept]) -> Prepared:
    """Entries in the order of the concepts, whose earlier ones outrank later ones.

    Concepts without a right rendering, and surplus ones of another file, are no entries.
    """
    known = tuple(c for c in concepts if c.accepted)
    terms: dict[str, str] = {}
    origins: dict[str, str] = {}
    offences: list[Offence] = []
    warnings: list[str] = []
    for concept in known:
        for term in concept.source:
            pair = (term.text, concept.preferred)
            faults = [(text, fault) for text in pair for fault in faults_of(text)]
            offences += [Offence(concept.origin, text, fault) for text, fault in faults]
            if faults or terms.setdefault(*pair) == concept.preferred:
                origins.setdefault(term.text, concept.origin)
            elif (first := origins[term.text]) != concept.origin:
                warnings.append(f"{term.text}: {first} outranks {concept.origin}")
            else:
                twice = told("has two translations, and can have one")
                offences.append(Offence(concept.origin, term.text, twice))
    own = dict(terms)
    for concept in known:
        for term in concept.source:
            if own.get(term.text) == concept.preferred:
                for form, japanese in _surface_forms(term.text, concept):
                    terms.setdefault(form, japanese)
    return Prepared(terms, (*offences, *_twins(known, own)), (*warnings, *_warnings(own)))


def difference(
    base: Mapping[str, str], local: Mapping[str, str], remote: Mapping[str, str]
) -> tuple[Difference, ...]:
    """What a push would do, term by term; nothing for terms that agree.

    `base` is what was pushed last, empty for never. A term is foreign where the engine has
    something else than was pushed, and something else than is wanted.
    """
    found = []
    for source in dict.fromkeys((*local, *remote, *base)):
        here, there, before = local.get(source), remote.get(source), base.get(source)
        if here == there:
            continue
        if there != before:
            fate = Fate.FOREIGN
        elif here is None:
            fate = Fate.REMOVE
        else:
            fate = Fate.ADD if there is None else Fate.CHANGE
        found.append(Difference(source, here, there, fate))
    return tuple(found)


def _surface_forms(text: str, concept: Concept) -> Iterator[tuple[str, str]]:
    """Other spellings in which a term meets the engine, which minds case and endings."""
    japanese, kind = concept.preferred, kind_of(concept)
    if kind not in _OWNERS:
        if text[:1].islower():
            yield text[:1].upper() + text[1:], japanese
        return
    bare = _without_legal_form(text) if kind is EntityKind.COMPANY else text
    for form in dict.fromkeys((text, bare)):
        yield form, japanese
        if form.upper() != form and " " in form:
            yield form.upper(), japanese
    if not bare.endswith((".", "'s", "’s")):
        for mark in "'’":
            yield f"{bare}{mark}{'' if bare.endswith('s') else 's'}", f"{japanese}の"


def _without_legal_form(text: str) -> str:
    short = text
    while (cut := _LEGAL_END.sub("", short)) != short:
        if cut.rpartition(" ")[2] in ("&", "and", "of", "the") or len(cut) < 3:
            return text  # "Mitsui & Co." is a name, "Mitsui" another one
        short = cut
    return short


_FAULTS: Final = (
    told("is empty"),
    told("has white space at an end"),
    told("holds a tab, a line break or another control character"),
    told("holds a character that cannot be seen"),
    told("is longer than {} bytes", LONGEST),
)


def faults_of(term: str) -> list[str]:
    """Why the engine would refuse a term in either language."""
    broken = (
        not term.strip(BLANK),
        term != term.strip(BLANK),
        _CONTROL.search(term),
        _INVISIBLE.search(term),
        len(term.encode(errors="replace")) > LONGEST,
    )
    return [said for wrong, said in zip(broken, _FAULTS, strict=True) if wrong]


def _twins(concepts: Iterable[Concept], terms: Mapping[str, str]) -> Iterator[Offence]:
    """Terms that only differ in how their characters are encoded, yet not in translation."""
    seen: dict[str, str] = {}
    for concept in concepts:
        for term in (t.text for t in concept.source if t.text in terms):
            twin = seen.setdefault(unicodedata.normalize("NFKC", term), term)
            if terms[twin] != terms[term]:
                fault = told("looks like {}, which is translated otherwise", _shown(twin))
                yield Offence(concept.origin, term, fault)


def _warnings(terms: Mapping[str, str]) -> Iterator[str]:
    for term in terms:
        longer = [t for t in terms if t.startswith(f"{term} ") and terms[term] not in terms[t]]
        if " " not in term and longer:
            yield f"{term}: {longer[0]} begins with it, and which of them wins is not promised"
        elif term.islower() and " " not in term:
            yield f"{term}: a common word; a fixed translation can spoil sentences"


def _shown(term: str) -> str:
    return repr(term)[1:-1][:60] or "(empty)"


def summary(differences: Sequence[Difference]) -> str:
    """How many of each kind, as `2 to add, 1 to change`."""
    counts = Counter(d.fate for d in differences)
    said = {
        Fate.ADD: told("{} to add", counts[Fate.ADD]),
        Fate.CHANGE: told("{} to change", counts[Fate.CHANGE]),
        Fate.REMOVE: told("{} to remove", counts[Fate.REMOVE]),
        Fate.FOREIGN: told("{} changed at the other end", counts[Fate.FOREIGN]),
    }
    first, *more = [s for fate, s in said.items() if counts[fate]] or [told("nothing to do")]
    return reduce(lambda one, other: told("{}, {}", one, other), more, first)
