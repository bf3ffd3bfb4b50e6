"""Which concepts an English text mentions.

Words are compared folded, longest name first, and a name in a foreign letter case is none: "WHO"
is not "who", "Target" not "target". What stands inside a longer capitalised name that nobody knows
("Hitachi" in "Hitachi Zosen") is recognised but marked as doubtful.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.bitext import Span
from glossary.concept import EntityKind
from glossary.folding import fold_english
from glossary.forms import LEGAL_WORDS
from glossary.lookup import TermMatch, find
from glossary.termbase import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.concept import Concept
    from glossary.folding import Folded
    from glossary.termbase import SourceEntry, Termbase


__all__ = ["Mention", "TermMatch", "find", "mentions"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the source where one of `concepts` is named."""

    span: Span
    concepts: tuple[Concept, ...]
    """Usually one; several where an English name is shared. Own ones only, where there are any."""
    form: str
    """The folded spelling that matched."""
    kind: EntityKind
    """What is named, as far as any of the glossaries says."""
    common: bool = False
    """Whether the glossary writes the word like a common noun, without a capital."""
    doubtful: bool = False
    """The words may be a part of a longer name, or no name at all."""


def mentions(termbase: Termbase, text: str, folded: Folded | None = None) -> tuple[Mention, ...]:
    """All mentions in reading order; none overlaps another."""
    folded = folded or fold_english(text)
    found: list[Mention] = []
    for start, end, form in _candidates(termbase, text, folded):
        if found and start < found[-1].span.end:
            continue
        span = Span(start, end)
        entries = [
            e for e in termbase.source_entries[form] if _case_fits(e, span.of(text), text, span)
        ]
        if entries:
            own = [e for e in entries if e.concept.origin != BUNDLED]
            concepts = tuple(e.concept for e in own or entries)
            doubtful = all(e.shortened for e in own or entries) and " " not in form
            kinds = [e.concept.kind for e in entries if e.concept.kind is not EntityKind.TERM]
            kind = kinds[0] if kinds else EntityKind.TERM
            common = all(e.term.text.islower() for e in own or entries)
            found.append(Mention(span, concepts, form, kind, common, doubtful))
    return _with_doubts(found, text)


# "Multinational Security Support (MSS) mission" is the mission's name with an aside.
_RANKS = frozenset("deputy vice assistant under acting associate sub".split())
_ASIDE = re.compile(r" ?\([A-Z][A-Za-z0-9&-]{1,9}\)")


def _candidates(termbase: Termbase, text: str, folded: Folded) -> list[tuple[int, int, str]]:
    """Original start and end with the form, leftmost first, the longest of each start first."""
    found = set(_hits(termbase, folded))
    if _ASIDE.search(text):
        without = fold_english(_ASIDE.sub(lambda aside: " " * len(aside[0]), text))
        found.update(_hits(termbase, without))
    return sorted(found, key=lambda hit: (hit[0], -hit[1]))


def _hits(termbase: Termbase, folded: Folded) -> Iterator[tuple[int, int, str]]:
    forms = termbase.source_forms
    for start, end, number in termbase.source_automaton.find(folded.text):
        span = folded.span(start + 1, end - 1)
        yield span.start, span.end, forms[number]


# Words of the language that are written like an acronym or a company, letter case aside.
_COMMON = frozenset(
    "who us it aid act who may can will one all and are as at be by do for from go has he her him his if in"
    " into is its me my no not of off on or our out own she so than that the their them then they this to up"
    " was we were what when with you your able also apple area art back ball base best big bird blue body book"
    " bridge bring build call card care case cast city class clean clear cloud code come core cross data date"
    " day deal digital dream drive early earth east edge end energy even ever every eye face fact fair fan fast"
    " field find fine fire first fish focus food force form free fresh front full fund future gain game gate"
    " general global gold good great green group grow guide hand hard head health heart help here high hold home"
    " house human idea image just keep key kind land large last lead leaf learn less life light like line link"
    " live long look love made main make map mark match meet mind mission most move much must near need new next"
    " north note now nova open orange order over park part pass path peace people place plan plus point pool"
    " power press prime pro public pure quick raise reach real red rise road rock root rose rule run safe save"
    " sea seed sense serve set shape share ship show side sign simple sky smart snow some sound south space spark"
    " spirit sport spring standard star start state step stone strategy stream strong such sun support table take"
    " target team tech then time top total touch trade train tree true turn under union unit use value vision"
    " voice walk want water wave way well west white wide wind wing wise wish wood word work world year young"
    " zero".split()
)


def _case_fits(entry: SourceEntry, found: str, text: str, span: Span) -> bool:
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
        return len(found) > 3 and found[0].isupper() and found.lower() not in _COMMON
    return found[0].isupper() or found == term


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _first_word(text: str) -> str:
    return text.removeprefix("The ").removeprefix("the ").split(maxsplit=1)[0].rstrip(",")


_WORD_BEFORE = re.compile(r"([^\W_][^\s,;:()\"“”]*)[ \u00a0-]$")
_WORD_AFTER = re.compile(r"[ \u00a0-](?:(?:&|of|for|and|de) )?([^\W_][^\s,;:()\"“”]*)")
_OPENING = frozenset(
    "the a an in on at by for from with to of and or but as both after before since during through under while when"
    " if although because our their its his her this that these those his we they it he she i all any each many"
    " most some other new former late today yesterday mr mrs ms dr president prime minister secretary chairman"
    " chief director ambassador general senator governor king queen emperor north south east west northern"
    " southern eastern western central until via than against between among over about into is are was were"
    " has have had will would can may not no additionally also further furthermore however recalling noting"
    " welcoming including".split()
)


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
    if mention.form.count(" ") > 1:
        # So long a name is whole, but for "Deputy" before "Secretary of State".
        return bool(match and match[1].casefold() in _RANKS)
    if (
        match
        and match[1][0].isupper()
        and match[1].rstrip(".").casefold() not in _OPENING
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
        and match[1].rstrip(".'’s").casefold() not in LEGAL_WORDS
        and match[0].startswith(" ")
        and " and " not in match[0]
    )


def _possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))
