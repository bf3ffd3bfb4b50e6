"""The ways in which one term is written: what the indexes of a termbase are built from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.patterns import regex
from glossary.concept import EntityKind
from glossary.english_words import LEGAL_WORDS
from glossary.folding import english_text, fold_english, fold_japanese, fold_loosely

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.concept import Concept, Term

_ENGLISH_LEGAL = regex(rf"[\s,.](?:{'|'.join(sorted(LEGAL_WORDS))})\.?\s*$", re.IGNORECASE)
_JAPANESE_LEGAL = regex(
    r"^(?:株式会社|\(株\)|有限会社|\(有\)|合同会社|合資会社|一般社団法人|一般財団法人|公益社団法人"
    r"|公益財団法人|独立行政法人|国立研究開発法人|学校法人|国立大学法人)|(?:株式会社|\(株\)|有限会社|合同会社)$"
)
# 米国エネルギー省 is 米エネルギー省, too.
_COUNTRIES = (
    ("アメリカ合衆国", "米国"),
    ("米国", "米"),
    ("英国", "英"),
    ("国際連合", "国連"),
    ("欧州", "ヨーロッパ"),
    ("ヨーロッパ", "欧州"),
)
# A title with a blank in it, ある日 ある時, is also written with a comma.
_PAUSE = regex(r"(?<=[ぁ-ゖ一-龯])[ \u3000](?=[ぁ-ゖァ-ヺ一-龯])")
_IN_PARENTHESES = regex(r"\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class EnglishForm:
    """One folded spelling of an English term, without the spaces at its ends."""

    text: str
    shortened: bool = False
    """Whether the legal form was taken off: "Shimizu" for "Shimizu Corporation"."""


@lru_cache(maxsize=8192)
def english_forms(term: Term, kind: EntityKind) -> tuple[EnglishForm, ...]:
    """All spellings under which `term` is recognised, the plainest first."""
    whole = english_text(term.text).strip(" ,")
    if not whole:
        return ()
    forms: dict[str, bool] = {}
    for form, shortened in _without_legal_form(whole, kind):
        for spelling in _spellings(form, term.text):
            forms.setdefault(spelling, shortened)
            if not shortened and _takes_plural(term, kind):
                for plural in _plurals(spelling):
                    forms.setdefault(plural, shortened)
    return tuple(EnglishForm(text, shortened) for text, shortened in forms.items())


def kind_of(concept: Concept) -> EntityKind:
    """The kind; a firm where a glossary does not say so but gives the legal form."""
    if concept.kind is not EntityKind.TERM:
        return concept.kind
    firm = any(_ENGLISH_LEGAL.search(term.text) for term in concept.source) or any(
        _JAPANESE_LEGAL.search(term.text) for term in concept.target
    )
    return EntityKind.COMPANY if firm else EntityKind.TERM


def _without_legal_form(form: str, kind: EntityKind) -> Iterator[tuple[str, bool]]:
    form = form.removeprefix("the ")
    yield form, False
    if kind not in (EntityKind.COMPANY, EntityKind.TERM):
        return
    words = form.split()
    while len(words) > 1 and (words[-1] in LEGAL_WORDS or words[-1] == ","):
        if words[-1] != "," and words[-2] in ("and", "of", "the"):
            return  # "Mitsui & Co." is a name, "Mitsui" another one
        words.pop()
    short = " ".join(words)
    if short != form and len(short) > 2:
        yield short, True


def _spellings(form: str, original: str) -> Iterator[str]:
    yield form
    if " , " in form:
        yield form.replace(" , ", " ")
    if "-" in original and " " in form and "&" not in original:
        # "cyber-security" is also written in one word.
        yield fold_english(re.sub(r"(?<=[a-z])-(?=[a-z])", "", original)).text.strip(" ,")
    words = form.split()
    if "us" in words and re.search(r"\bU\.?S\b", original):
        yield " ".join("united states" if w == "us" else w for w in words)
    elif form.startswith("united states ") and not form.startswith("united states of"):
        yield "us " + form.removeprefix("united states ")


def _takes_plural(term: Term, kind: EntityKind) -> bool:
    """Nouns, acronyms and titles do; other names of one word do not."""
    if kind not in (EntityKind.TERM, EntityKind.TITLE):
        return False
    last = term.text.rstrip(" .").rpartition(" ")[2]
    noun = last[-1:].islower() and (last.islower() or last != term.text)
    return noun or _acronym(term.text)


def _acronym(text: str) -> bool:
    return text.isupper() and " " not in text and len(text) < 7


def _plurals(form: str) -> Iterator[str]:
    if form.endswith(("s", "x", "ch", "sh")):
        yield form + "es"
    elif form.endswith("y") and form[-2:-1] not in "aeiou":
        yield form[:-1] + "ies"
    else:
        yield form + "s"


@lru_cache(maxsize=16384)
def japanese_forms(text: str) -> tuple[str, ...]:
    """The folded spellings of a Japanese term, also without legal form or bracketed acronym."""
    whole = fold_japanese(text).text
    forms = dict.fromkeys((whole, _IN_PARENTHESES.sub("", whole)))
    if _PAUSE.search(text):
        forms.setdefault(fold_japanese(_PAUSE.sub("、", text)).text)
    forms |= dict.fromkeys(_JAPANESE_LEGAL.sub("", form) for form in tuple(forms))
    for one, other in _COUNTRIES:
        for form in tuple(forms):
            if form.startswith(one) and len(form) > len(one) + 1:
                forms.setdefault(other + form.removeprefix(one))
    return tuple(form for form in forms if len(form) > 1 or (form == whole and form))


@lru_cache(maxsize=8192)
def loose_forms(text: str) -> tuple[str, ...]:
    """`japanese_forms` folded loosely."""
    return tuple(dict.fromkeys(fold_loosely(form).text for form in japanese_forms(text)))


_GROUP = regex("(?:グループ|ホールディングス|ホールディング|コーポレーション|hd)+$")


def without_group(form: str) -> str:
    """A folded Japanese name without the words that make a group of a firm."""
    return _GROUP.sub("", form)
