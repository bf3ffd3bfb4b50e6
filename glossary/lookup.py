"""Which concept a person means: a name with its slips, or a sentence that holds one.

`find` looks English up, `whose` Japanese.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from glossary.english_words import LEGAL_WORDS
from glossary.folding import fold_english, fold_japanese
from glossary.fuzzy import FOUND, bounded, sameness
from glossary.recognition import in_context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.concept import Concept, Term
    from glossary.termbase import Termbase


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A concept that a query may mean."""

    concept: Concept
    span: Span
    """In the query."""
    text: str
    score: float
    """0 to 1; 1 is the name itself."""

    @property
    def renderings(self) -> tuple[str, ...]:
        """The Japanese to write, best first; none where the concept only forbids."""
        return self.concept.accepted


def find(termbase: Termbase, text: str, limit: int = 5) -> tuple[TermMatch, ...]:
    """The concepts that `text`, a name or a sentence with one, most likely means, best first.

    At most `limit`, each concept once. A poor match is left out, so the answer may be empty. Only
    the beginning of a text longer than a paragraph is looked at.
    """
    text = text[:_LONGEST_QUERY]
    best: dict[str, TermMatch] = {}
    for match in (*_exact(termbase, text), *_alike(termbase, text, limit)):
        known = best.get(match.concept.id)
        if match.score >= FOUND and (known is None or match.score > known.score):
            best[match.concept.id] = match
    if max((m.score for m in best.values()), default=0.0) < _SURE:
        for match in _begun(termbase, text):
            best[match.concept.id] = match
    words = fold_english(text)
    ranked = sorted(
        best.values(),
        key=lambda m: (not in_context(m.concept, words), -m.score, -len(m.span), m.span.start),
    )
    return tuple(ranked[:limit])


def _exact(termbase: Termbase, text: str) -> Iterator[TermMatch]:
    """Names as they are known, worth less inside a longer name."""
    folded = fold_english(text)
    for start, end, number in termbase.source_automaton.find(folded.text):
        span = folded.span(start + 1, end - 1)
        form = termbase.source_forms[number]
        around = _core(_surroundings(text, span))
        score = sameness(form, around) if around != form else 1.0
        for entry in termbase.source_entries[form]:
            lower = entry.shortened * 0.001
            yield TermMatch(entry.concept, span, span.of(text), score - lower)


def _alike(termbase: Termbase, text: str, limit: int) -> Iterator[TermMatch]:
    """Names that differ by a slip from the whole text or from a name in it."""
    for span in dict.fromkeys(_possible_names(text)):
        query = _core(span.of(text))
        for number, score in termbase.name_index.nearest(query, limit) if query else ():
            form = termbase.source_forms[number]
            for entry in termbase.source_entries[form]:
                lower = entry.shortened * 0.001
                yield TermMatch(entry.concept, span, span.of(text), score - lower)


def _begun(termbase: Termbase, text: str) -> Iterator[TermMatch]:
    """Names that begin with the whole words of a name: Mitsubishi Heavy."""
    core = _core(text)
    if not core or not _reads_like_a_name(text.strip()):
        return
    for form in termbase.source_forms:
        if form.startswith(f"{core} "):
            score = (1 + len(core) / len(form)) / 2
            for entry in termbase.source_entries[form]:
                yield TermMatch(entry.concept, Span(0, len(text)), text, score)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A concept whose Japanese name a text is, or holds, or nearly is."""

    concept: Concept
    term: Term
    """The Japanese name that is known."""
    span: Span
    """In the query."""
    score: float
    """0 to 1; 1 is the name itself."""


def whose(termbase: Termbase, text: str, limit: int = 5) -> tuple[NameMatch, ...]:
    """Whose name the Japanese `text` is or holds, the longest first; else whose it nearly is.

    At most `limit`, each concept once; forbidden renderings are told as well. The answer may be
    empty.
    """
    text = text[:_LONGEST_QUERY]
    folded = fold_japanese(text)
    forms = termbase.target_forms
    found = [
        (folded.span(start, end), termbase.target_entries[forms[number]], 1.0)
        for start, end, number in termbase.target_automaton.find(folded.text)
        if bounded(folded.text, start, end)
    ]
    whole = any(span.start == 0 and span.end == len(text) for span, _, _ in found)
    if not whole and 0 < len(folded.text) <= _LONGEST_NAME:
        found += [
            (Span(0, len(text)), termbase.target_entries[forms[number]], score)
            for number, score in termbase.target_index.nearest(folded.text, limit)
        ]
    best: dict[str, NameMatch] = {}
    for span, entries, score in sorted(found, key=lambda f: (-f[2], -len(f[0]), f[0].start)):
        for entry in entries:
            match = NameMatch(entry.concept, entry.term, span, score)
            best.setdefault(entry.concept.id, match)
    return tuple(best.values())[:limit]


_CAPITAL = r"(?:[^\W_a-z]|[a-z]+[A-Z])[^\s,;:()\"“”]*"
_CLOSE_RUN = regex(rf"{_CAPITAL}(?:[ \u00a0](?:& )?{_CAPITAL})*")
_WIDE_RUN = regex(rf"{_CAPITAL}(?:[ \u00a0](?:(?:&|of|and|for|the|de) ){{0,2}}{_CAPITAL})*")
_JOINING = frozenset(("&", "of", "and", "for", "the", "de", "in", "to", "by", "+"))
_SURE = 0.9
"""Where nothing is so like the query, it may be the beginning of a name."""
_LONGEST_NAME = 80
_LONGEST_QUERY = 2000


def _possible_names(text: str) -> Iterator[Span]:
    """The whole text where it reads like a name, else every run of capitalised words."""
    bare = text.strip()
    if bare and _reads_like_a_name(bare):
        start = text.index(bare)
        yield Span(start, start + len(bare))
        return
    for run in (_WIDE_RUN, _CLOSE_RUN):
        for match in run.finditer(text):
            yield Span(match.start(), match.start() + len(match[0].rstrip(".'’!?")))


def _reads_like_a_name(text: str) -> bool:
    words = text.split()
    if len(text) > _LONGEST_NAME:
        return False
    return len(words) < 4 or all(w in _JOINING or not w.islower() for w in words)


def _surroundings(text: str, span: Span) -> str:
    """The text itself where it reads like one name, else the capitalised run around `span`."""
    if _reads_like_a_name(text):
        return text
    for match in _CLOSE_RUN.finditer(text):
        if match.start() <= span.start and span.end <= match.end():
            return match[0]
    return span.of(text)


def _core(name: str) -> str:
    """A folded name without article and legal form."""
    words = fold_english(name).text.strip(" ,").removeprefix("the ").split()
    while len(words) > 1 and (words[-1] in LEGAL_WORDS or words[-1] == ","):
        if words[-2] in ("and", "of"):
            break
        words.pop()
    return " ".join(words)
