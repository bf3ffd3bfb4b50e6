"""What a correction teaches: the term, the wrong form, and whose name the wrong form is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from corpus.bitext import Span
from corpus.patterns import regex
from glossary.checks import inconsistent_wording, unknown_name, unlike_sounding_name
from glossary.concept import EntityKind
from glossary.extraction.evidence import SMALL_WORDS, links, words
from glossary.extraction.phrases import chosen, phrases
from glossary.lookup import whose
from tui.display.changes import RUNS
from tui.review.remedies import found_and_wanted
from tui.review.terms import NewTerm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.finding import Finding
    from glossary.termbase import Termbase
    from tui.review.session import ReviewSession
    from tui.review.unit import UnitView

NOTHING: Final = NewTerm("", "")
_NEW_TERMS: Final = (inconsistent_wording.NAME, unknown_name.NAME, unlike_sounding_name.NAME)
"""Checks whose findings are about a term that no glossary has."""
_OF_NAMES: Final = regex("[A-Za-zＡ-Ｚａ-ｚ&＆・]+")
"""Runs that belong to the name they stand at: 三井|E&S."""
_OF_TERMS: Final = regex("[\u30a0-\u30ff\u3400-\u9fff々〆]+")
"""Runs of katakana or kanji, from which something went or to which something came."""
_LATIN: Final = regex("[A-Z][A-Za-z&]+")
_NAME: Final = regex(
    r"[A-Z][\w&’'-]*(?:\.(?=\w)[\w]+)*(?: (?:(?:of|and|for|the|de) ){0,2}[A-Z][\w&’'-]*)*"
)
_FIGURE: Final = regex(r"\d")
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose name a wrong form is, or holds."""

    name: str
    english: str


def lesson(session: ReviewSession, unit: UnitView, found: Finding | None) -> NewTerm:
    """The term that a finding in a unit is about, else the one that its correction teaches; as
    much of it as is known, at least a term without words."""
    term = _of_finding(session, unit, found)
    return term if term != NOTHING or not unit.changed else _of_correction(session, unit)


def owner(termbase: Termbase, term: NewTerm) -> Owner | None:
    """Whose name the wrong form of a term is known to be, where it is somebody else's."""
    for match in whose(termbase, term.deprecated) if term.deprecated else ():
        english = match.concept.source[0].text
        right = match.term.text in match.concept.accepted
        same = any(t.text.casefold() == term.source.casefold() for t in match.concept.source)
        if right and not same and match.score >= 1:
            return Owner(match.term.text, english)
    return None


def _of_finding(session: ReviewSession, unit: UnitView, found: Finding | None) -> NewTerm:
    if found is None or found.source is None:
        return NOTHING
    if found.concept is None and found.check not in _NEW_TERMS:
        return NOTHING
    wrong, wanted = found_and_wanted(found, unit.target)
    concept = session.concept(found.concept) if found.concept else None
    kind = concept.kind if concept else EntityKind.TERM
    english = found.source.of(unit.source)
    # The English itself is no wrong Japanese: that it was left is found without being told.
    deprecated = "" if wrong in (wanted, english) else wrong
    return NewTerm(english, wanted, deprecated, kind=kind.value)


def _of_correction(session: ReviewSession, unit: UnitView) -> NewTerm:
    """What the machine's text was found to be wrong in and is right now; else the longest words
    that were replaced, with the English that answers to them as far as can be guessed."""
    machine = replace(unit, target=unit.machine)
    for finding in session.judged(unit.machine, unit.number - 1).findings:
        term = _of_finding(session, machine, finding)
        if term.deprecated and term.deprecated not in unit.target and term.target in unit.target:
            return term
    pairs = [p for p in _replaced(unit.machine, unit.target) if max(map(len, p)) <= _LONGEST]
    if not pairs:
        return NOTHING
    wrong, right = max(pairs, key=lambda pair: len(pair[1]))
    # A form that stands in the right one cannot be told from it.
    wrong = "" if wrong in right else wrong
    return NewTerm(_english(unit.source, unit.target, right), right, wrong)


def _replaced(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The words that went with those that came for them, with what belongs to both names."""
    old, new = RUNS.findall(before), RUNS.findall(after)
    for kind, *places in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        start, end, new_start, new_end = places
        if kind != "replace" and start and _OF_TERMS.fullmatch(old[start - 1]):
            start, new_start = start - 1, new_start - 1
        while start and new_start and _OF_NAMES.fullmatch(old[start - 1]):
            start, new_start = start - 1, new_start - 1
        while end < len(old) and new_end < len(new) and _OF_NAMES.fullmatch(old[end]):
            end, new_end = end + 1, new_end + 1
        pair = "".join(old[start:end]), "".join(new[new_start:new_end])
        if all(any(map(str.isalpha, side)) and not _FIGURE.search(side) for side in pair):
            yield pair


def _english(source: str, target: str, right: str) -> str:
    """The English words that answer to the right Japanese; empty where nothing tells."""
    english = words(source)
    at = target.find(right)
    found = [
        phrase
        for phrase in phrases(english, target, source, chosen(links(english, target, {})))
        if phrase.target.start < at + len(right) and at < phrase.target.end
    ]
    best = max(
        found,
        key=lambda p: (
            p.target.of(target) == right,
            -abs(len(p.target) - len(right)),
            len(p.source),
        ),
        default=None,
    )
    part = best.source if best else _same_letters(source, right)
    return " ".join(_whole_name(source, part).split()) if part else ""


def _same_letters(source: str, right: str) -> Span | None:
    """Where the Latin letters of the Japanese stand in the English: E&S, of 三井E&S."""
    for match in _LATIN.finditer(right):
        at = source.find(match[0])
        if at >= 0:
            return Span(at, at + len(match[0]))
    return None


def _whole_name(source: str, part: Span) -> str:
    """The English with the capitalised words that it stands among: Mitsui, of Mitsui E&S."""
    if not part.of(source)[:1].isupper():
        return part.of(source)
    for match in _NAME.finditer(source):
        if match.start() <= part.start < match.end():
            names = match[0].split()
            while len(names) > 1 and names[0].lower() in SMALL_WORDS:
                del names[0]
            return " ".join(names)
    return part.of(source)
