"""Which concepts an English text mentions.

Words are compared folded, longest name first, and a name in a foreign letter case is none: "WHO"
is not "who", "Target" not "target"; nor is a term where nothing of its context stands. What stands
inside a longer capitalised name that nobody knows ("Hitachi" in "Hitachi Zosen") is recognised but
marked as doubtful.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from glossary.concept import EntityKind
from glossary.english_words import COMMON_WORDS, LEGAL_WORDS, OPENING_WORDS, RANKS, ROLES
from glossary.folding import fold_english
from glossary.forms import kind_of
from glossary.shared_heads import shared_heads
from glossary.termbase import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.concept import Concept
    from glossary.folding import Folded
    from glossary.termbase import SourceEntry, Termbase


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the source where one of `concepts` is named."""

    span: Span
    concepts: tuple[Concept, ...]
    """Usually one; several where an English name is shared, all of the highest origin."""
    form: str
    """The folded spelling that matched."""
    kind: EntityKind
    """What is named, as far as any of the glossaries says."""
    common: bool = False
    """Whether the glossary writes the word like a common noun, without a capital."""
    doubtful: bool = False
    """The words may be a part of a longer name, or no name at all."""
    explained: bool = False
    """Whether it is an acronym that the text itself explains."""


def mentions(termbase: Termbase, text: str, folded: Folded | None = None) -> tuple[Mention, ...]:
    """All mentions in reading order; of names inside one another the longest.

    An own term of several words counts inside a bundled name, too, unless that is a person's or
    a firm's: the bundled names must not silence a glossary.
    """
    found: list[Mention] = []
    folded = folded or fold_english(text)
    shared = _shared(termbase, folded)
    for start, end, form in _candidates(termbase, text, folded, shared):
        span = Span(start, end)
        last = found[-1] if found else None
        inside = last is not None and start < last.span.end
        if (inside and not (" " in form and _may_hold_others(last))) or _is_money(span, text):
            continue
        entries = [
            entry
            for entry in termbase.source_entries[form]
            if _case_fits(entry, span.of(text)) and in_context(entry.concept, folded)
        ]
        mention = _mention(entries, span, form)
        if mention and (start, end, form) in shared:
            mention = replace(mention, doubtful=True)  # 外務・防衛両省 names neither whole
        if mention and not (inside and mention.concepts[0].origin == BUNDLED):
            found.append(mention)
    return _with_doubts(sorted([*found, *_behind_offices(termbase, found, text)], key=_place), text)


def _place(mention: Mention) -> Span:
    return mention.span


def _behind_offices(termbase: Termbase, found: Sequence[Mention], text: str) -> Iterator[Mention]:
    """Those who are called by their office and family name: "Defense Minister Koizumi"."""
    starts = {m.span.start for m in found}
    for office in found:
        name = _FAMILY_NAME.match(text, office.span.end)
        if office.kind is not EntityKind.TITLE or name is None or name.start(1) in starts:
            continue
        form = name[1].casefold()
        persons = termbase.called(form)
        if persons:
            yield Mention(Span(*name.span(1)), persons, form, EntityKind.PERSON)


def _may_hold_others(mention: Mention | None) -> bool:
    return (
        mention is not None
        and mention.concepts[0].origin == BUNDLED
        and mention.kind not in (EntityKind.COMPANY, EntityKind.PERSON)
    )


def in_context(concept: Concept, folded: Folded) -> bool:
    """Whether one of the words that the concept asks for stands in the folded English text."""
    return not concept.context or any(
        fold_english(word).text.rstrip() in folded.text for word in concept.context
    )


def _is_money(span: Span, text: str) -> bool:
    """Whether "US" is no country, since a dollar sign follows."""
    letters = _letters(span.of(text))
    return len(letters) <= _LONGEST_BEFORE_DOLLAR and bool(_DOLLAR.match(text, span.end))


def _mention(entries: Sequence[SourceEntry], span: Span, form: str) -> Mention | None:
    """The mention at `span` of what these entries stand for, None for none."""
    if not entries:
        return None
    # What only forbids leaves it to others to say what is right.
    first = next((e for e in entries if e.concept.accepted), entries[0])
    ranked = [e for e in entries if e.concept.origin == first.concept.origin]
    ranked += [e for e in entries if not e.concept.accepted and e not in ranked]
    kinds = (kind_of(e.concept) for e in entries)
    concepts = tuple({id(e.concept): e.concept for e in ranked}.values())
    return Mention(
        span=span,
        concepts=concepts,
        form=form,
        kind=next((k for k in kinds if k is not EntityKind.TERM), EntityKind.TERM),
        common=all(t.text.islower() for c in concepts for t in c.source),
        doubtful=all(e.shortened for e in ranked) and " " not in form,
    )


_LONGEST_BEFORE_DOLLAR = 2
_DOLLAR = regex(r"\s?\$")
_FAMILY_NAME = regex(r" ([A-Z][a-z]+)\b(?! [A-Z])")
# "Multinational Security Support (MSS) mission" is the mission's name with an aside.
_ASIDE = regex(r" ?\([A-Z][A-Za-z0-9&-]{1,9}\)")


def _candidates(
    termbase: Termbase, text: str, folded: Folded, shared: set[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """Original start and end with the form, leftmost first, the longest of each start first."""
    found = {*_hits(termbase, folded), *shared}
    if _ASIDE.search(text):
        found.update(_hits(termbase, fold_english(without_asides(text))))
    return sorted(found, key=lambda hit: (hit[0], -hit[1]))


def without_asides(text: str) -> str:
    """The text with blanks for words in brackets that may stand within a name."""
    return _ASIDE.sub(lambda aside: " " * len(aside[0]), text)


def _shared(termbase: Termbase, folded: Folded) -> set[tuple[int, int, str]]:
    """Original start and end with the form, of names that share a word with others."""
    found = set()
    for start, end, form in shared_heads(folded.text, termbase.source_entries):
        span = folded.span(start, end)
        found.add((span.start, span.end, form))
    return found


def _hits(termbase: Termbase, folded: Folded) -> Iterator[tuple[int, int, str]]:
    forms = termbase.source_forms
    for start, end, number in termbase.source_automaton.find(folded.text):
        span = folded.span(start + 1, end - 1)
        yield span.start, span.end, forms[number]


def _case_fits(entry: SourceEntry, found: str) -> bool:
    """Whether a mention has the letter case in which the term counts as itself."""
    term = entry.term
    if term.case_sensitive:
        written, wanted = _letters(found), _letters(term.text)
        return written.startswith(wanted) or (entry.shortened and wanted.startswith(written))
    words = found.split()
    if len(words) > 1 or "-" in found:
        named = entry.concept.kind is not EntityKind.TERM and not term.text.islower()
        return not named or any(w[0].isupper() or w[0].isdigit() for w in (words[0], words[-1]))
    return _single_word_fits(_first_word(term.text), found)


def _single_word_fits(term: str, found: str) -> bool:
    if term.islower() or not any(c.isalpha() for c in term):
        return True
    capitals = found.rstrip("s").isupper() or found.isupper()
    if capitals:
        return True
    if term.isupper() or "." in term:
        # "Kose" may be KOSE, but "Who" is not WHO and "Nec" is not NEC.
        return len(found) > 3 and found[0].isupper() and found.lower() not in COMMON_WORDS
    return found[0].isupper() or found == term


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _first_word(text: str) -> str:
    return text.removeprefix("The ").removeprefix("the ").split(maxsplit=1)[0].rstrip(",")


_FOLLOWERS = LEGAL_WORDS | ROLES
_KINDS_OF_BODY = ("academy of", "bank of", "college of", "institute of", "university of")
"""What often has a word before it: "Medical University of Vienna"."""
_WORD_BEFORE = regex(r"([^\W_][^\s,;:()\"“”]*)[ \u00a0-]$")
_WORD_AFTER = regex(r"[ \u00a0-](?:(?:&|of|for|and|de) )?([^\W_][^\s,;:()\"“”]*)")


def _with_doubts(found: list[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions, those marked that stand inside a longer capitalised name."""
    ends = {m.span.end for m in found}
    starts = {m.span.start for m in found}
    return tuple(
        replace(m, doubtful=True)
        if not m.doubtful and _inside_longer_name(m, text, starts, ends)
        else m
        for m in found
    )


def _inside_longer_name(mention: Mention, text: str, starts: set[int], ends: set[int]) -> bool:
    first = text[mention.span.start]
    if not (first.isupper() or first.isdigit()):
        return False
    before = text[max(0, mention.span.start - 40) : mention.span.start]
    match = _WORD_BEFORE.search(before)
    if mention.form.count(" ") > 1 and not mention.form.startswith(_KINDS_OF_BODY):
        # So long a name is whole, but for "Deputy" before "Secretary of State".
        return bool(match and match[1].casefold() in RANKS)
    if (
        match
        and match[1][0].isupper()
        and match[1].rstrip(".").casefold() not in OPENING_WORDS
        and mention.span.start - 1 not in ends
        and not _possessive(match[1])
    ):
        return True
    match = _WORD_AFTER.match(text, mention.span.end)
    return bool(
        match
        and match[1][0].isupper()
        and match.start(1) not in starts
        and not (" " in mention.form and match[1].isupper())
        and match[1].rstrip(".'’s").casefold() not in _FOLLOWERS
        and match[0].startswith(" ")
        and " and " not in match[0]
    )


def _possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))
