"""TBX, the exchange format of termbases (ISO 30042), in its dialect TBX-Basic.

Read are version 2 (`martif`) and version 3 (`tbx`), categories as attributes (DCA) and as element
names (DCT), with all terms of a concept and their status. Written is version 3, DCA (`tbx2` writes
version 2); English terms that count only in exactly these letters are acronyms there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.formats.markup import attribute, escaped
from corpus.told import told
from glossary.concept import Concept, EntityKind, Term, TermStatus
from glossary.errors import BadTerm
from glossary.formats.losses import lost
from glossary.formats.pairs import LONGEST
from glossary.formats.term_format import TermFormat, Written
from glossary.formats.xml_tree import local, text_of, tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_CONCEPTS = ("termEntry", "conceptEntry")
_LANGUAGES = ("langSet", "langSec")
_TERMS = ("tig", "ntig", "termSec")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS = ("administrativeStatus", "normativeAuthorization")
_ORDER = tuple(TermStatus)


@dataclass(frozen=True, slots=True)
class Edition:
    """What the versions of the standard write differently."""

    head: str
    foot: str
    concept: str
    language: str
    term: str


_THIRD = Edition(
    """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>taiyaku</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
""",
    "</body></text>\n</tbx>\n",
    "conceptEntry",
    "langSec",
    "termSec",
)
_ACRONYM = "acronym"
"""The type of an English term that counts only in exactly these letters."""
_TERM_TYPE = f'<termNote type="termType">{_ACRONYM}</termNote>'


def read(path: str) -> tuple[Concept, ...]:
    """The concepts that have terms in both languages; others say nothing here. Raises BadTerm
    where two have one id."""
    root = tree(path)
    found: dict[str, Concept] = {}
    for number, entry in enumerate(e for e in root.iter() if local(e) in _CONCEPTS):
        concept = _concept(entry, number, path)
        if concept is not None:
            if concept.id in found:
                raise BadTerm(
                    told("{}:{}: two entries {}", path, entry.sourceline, concept.id),
                    "name them apart",
                )
            found[concept.id] = concept
    return tuple(found.values())


def _concept(entry: _Element, number: int, path: str) -> Concept | None:
    source: dict[str, TermStatus] = {}
    target: dict[str, TermStatus] = {}
    groups = [e for e in entry.iter() if local(e) in _TERMS]
    acronyms = {_first(g, "term") for g in groups if _first(g, "termType") == _ACRONYM}
    for section in (e for e in entry.iter() if local(e) in _LANGUAGES):
        language = (section.get(_LANG) or section.get("lang") or "").lower().split("-")[0]
        side = {"en": source, "ja": target}.get(language)
        if side is not None:
            for text, status in _terms(section):
                side.setdefault(text, status)
    if not source or not target:
        return None
    place = f"{path}:{entry.sourceline}"
    right = sorted(target.items(), key=lambda item: _ORDER.index(item[1]))
    if any(len(text) > LONGEST for text in (*source, *target)):
        raise BadTerm(told("{}: a term is too long", place), told("at most {} characters", LONGEST))
    english = [text for text, _ in sorted(source.items(), key=lambda item: _ORDER.index(item[1]))]
    kind = _first(entry, "subjectField").lower()
    rest = (Term(text, _not_first(status)) for text, status in right[1:])
    return Concept(
        id=entry.get("id") or f"{english[0]}#{number}",
        source=tuple(_ranked(english, acronyms)),
        target=(Term(right[0][0], _first_of(right[0][1])), *rest),
        kind=EntityKind(kind) if kind in set(EntityKind) else EntityKind.TERM,
        note=_note(entry),
        origin=path,
    )


def _ranked(texts: Sequence[str], acronyms: set[str]) -> Iterator[Term]:
    for number, text in enumerate(texts):
        status = TermStatus.ADMITTED if number else TermStatus.PREFERRED
        yield Term(text, status, text in acronyms)


def _first_of(status: TermStatus) -> TermStatus:
    return status if status is TermStatus.DEPRECATED else TermStatus.PREFERRED


def _not_first(status: TermStatus) -> TermStatus:
    return TermStatus.ADMITTED if status is TermStatus.PREFERRED else status


def _terms(section: _Element) -> Iterator[tuple[str, TermStatus]]:
    for group in (e for e in section.iter() if local(e) in _TERMS):
        text = _first(group, "term")
        if text:
            yield text, _status(group)


def _status(group: _Element) -> TermStatus:
    for element in group.iter():
        if local(element) in _STATUS or element.get("type") in _STATUS:
            word = text_of(element).lower()
            if word.startswith(("deprecated", "superseded", "forbidden", "obsolete")):
                return TermStatus.DEPRECATED
            if word.startswith("admitted"):
                return TermStatus.ADMITTED
    return TermStatus.PREFERRED


def _first(inside: _Element, name: str) -> str:
    """The text of the first element, or category, of this name."""
    for element in inside.iter():
        if local(element) == name or element.get("type") == name:
            return text_of(element)
    return ""


def _note(entry: _Element) -> str:
    return next((text_of(e) for e in entry if local(e) == "note"), "")


def write(given: Sequence[Concept]) -> Written:
    """All concepts with all terms, their status, kind and note."""
    return written(given, _THIRD)


def written(given: Sequence[Concept], edition: Edition) -> Written:
    """The same in one version of the standard."""
    losses = [
        line
        for c in given
        for line in lost(
            c, "terms", "admitted", "deprecated", "kind", "concept", "note", "case_sensitive"
        )
    ]
    body = "".join(part for concept in given for part in _entry(concept, edition))
    return Written((edition.head + body + edition.foot).encode(), tuple(losses))


def _entry(concept: Concept, edition: Edition) -> Iterator[str]:
    group, section = edition.term, edition.language
    yield f"<{edition.concept} id={attribute(concept.id)}>\n"
    yield f'<descrip type="subjectField">{concept.kind.value}</descrip>\n'
    if concept.note:
        yield f"<note>{escaped(concept.note)}</note>\n"
    for language, terms in (("en", concept.source), ("ja", concept.target)):
        yield f'<{section} xml:lang="{language}">\n'
        for term in terms:
            status = (
                f'<termNote type="administrativeStatus">{term.status.value}Term-admn-sts</termNote>'
            )
            kind = _TERM_TYPE if term.case_sensitive else ""
            yield f"<{group}><term>{escaped(term.text)}</term>{status}{kind}</{group}>\n"
        yield f"</{section}>\n"
    yield f"</{edition.concept}>\n"


def recognises(text: str) -> bool:
    """Whether its root says so."""
    return "<tbx" in text[:2000]


FORMAT = TermFormat("TBX", (".tbx",), read, write, recognises)
