"""Acronyms that a text explains: "World Food Programme (WFP)", and WFP alone from there on.

What a text says of its acronyms outranks every glossary: where MSS is "Multinational Security
Support", it is no ministry.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from glossary.recognition import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glossary.concept import Concept

Acronyms = dict[str, tuple["Concept", ...]]
"""What each acronym of a text stands for; nothing known where the glossaries do not have it."""

_BRACKETED = regex(r"[(（]([A-ZＡ-Ｚ][A-Za-z0-9Ａ-Ｚａ-ｚ０-９&＆-]{1,10})[)）]")
_GAP = regex(r"['’]?s?\s?")
_NAME_BEFORE = regex(r"(?:[^\W\d_][\w'’-]*[ \u00a0-]){2,}$")
_SMALL_WORDS = frozenset(("a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to"))
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Bracketed:
    """An acronym in brackets."""

    span: Span
    """The brackets included."""
    acronym: str
    """Of usual width."""


def bracketed(text: str) -> tuple[Bracketed, ...]:
    """All acronyms in brackets, in reading order, English or Japanese ones."""
    found = (
        Bracketed(Span(*m.span()), unicodedata.normalize("NFKC", m[1]))
        for m in _BRACKETED.finditer(text)
    )
    return tuple(b for b in found if sum(c.isupper() for c in b.acronym) >= _FEWEST)


def explained(mentions: Sequence[Mention], text: str) -> Acronyms:
    """The acronyms that stand in brackets behind their names."""
    found: Acronyms = {}
    for each in bracketed(text):
        named = name_before(mentions, text, each)
        if named:
            found[each.acronym] = named.concepts
        elif spelt_out(text, each):
            found[each.acronym] = ()
    return found


def name_before(mentions: Sequence[Mention], text: str, each: Bracketed) -> Mention | None:
    """The mention that an acronym in brackets belongs to."""
    for mention in mentions:
        gap = text[mention.span.end : each.span.start]
        if mention.span.end <= each.span.start and _GAP.fullmatch(gap):
            return mention
        if mention.span.contains(each.span):
            return mention
    return None


def spelt_out(text: str, each: Bracketed) -> bool:
    """Whether the words before the brackets begin with the letters in them."""
    before = _NAME_BEFORE.search(text[: each.span.start].removesuffix(" ") + " ")
    if before is None:
        return False
    words = re.split(r"[ \u00a0-]", before[0].strip())
    letters = [c for c in each.acronym if c.isupper()]
    initials = [w[0].upper() for w in words if w.lower() not in _SMALL_WORDS]
    return (
        initials[-len(letters) :] == letters
        or [w[0].upper() for w in words][-len(letters) :] == letters
    )


def resolved(
    mentions: Sequence[Mention], text: str, known: Mapping[str, tuple[Concept, ...]]
) -> tuple[Mention, ...]:
    """The mentions with every known acronym as what the text says it is.

    Such a mention is doubtful: nothing is wrong where the Japanese does without it.
    """
    if not known:
        return tuple(mentions)
    places = {span: name for name in known for span in _places(name, text)}
    kept = [m for m in mentions if m.span not in places or _same(m.concepts, known[places[m.span]])]
    taken = [m.span for m in kept]
    added = [
        _mention(span, name, known[name])
        for span, name in places.items()
        if known[name] and not any(span.overlaps(t) for t in taken)
    ]
    return tuple(sorted((*kept, *added), key=lambda m: m.span.start))


def _places(name: str, text: str) -> Iterator[Span]:
    """Where the acronym stands as a word; not in the brackets that explain it."""
    for match in re.finditer(rf"(?<![\w(（-]){re.escape(name)}(?!\w)", text):
        yield Span(*match.span())


def _same(one: Sequence[Concept], other: Sequence[Concept]) -> bool:
    return bool({c.id for c in one} & {c.id for c in other})


def _mention(span: Span, name: str, concepts: tuple[Concept, ...]) -> Mention:
    return Mention(span, concepts, name.casefold(), concepts[0].kind, doubtful=True, explained=True)
