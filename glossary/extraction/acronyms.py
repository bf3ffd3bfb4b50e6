"""Names that both texts explain with one acronym: World Food Programme (WFP), 世界食糧計画(WFP)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.japanese import is_japanese
from corpus.patterns import regex
from glossary.acronyms import bracketed
from glossary.extraction.evidence import COUNTRIES, By
from glossary.extraction.phrases import Phrase, content
from glossary.folding import is_kanji

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.extraction.evidence import Link, Word

_WORD = regex(r"[^\s,()“”\"]+")
_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "der",
        "des",
        "du",
        "et",
        "for",
        "in",
        "la",
        "le",
        "of",
        "on",
        "the",
        "through",
        "to",
        "und",
        "with",
        "&",
    )
)
_CAPITALS = regex(r"(?:[A-Z][\w&.'’-]*(?: (?:of|for|and|on|in|&|de|des|la|et))*(?:, | |$))+$")
_CHAIN = regex(r"(?:[A-Z][\w&.'’-]*|of|for|and|the|in|on|&)$")
_ASIDE = regex(r"[(（][A-Za-z0-9&＆-]{2,11}[)）]")
"""An acronym inside a longer name: Science and Technology (S&T) Cooperation Group."""
_LEADING = regex(r"\b(?:National|International|Royal|Federal|Imperial) $")
"""What belongs to the name that follows, and is none by itself."""
_ADJECTIVE = regex("で[\u4e00-\u9fffァ-ヺー]{1,8}な")
"""The second of two qualities: 強靭で包括的な."""
_COUNTRY = "米日英"
_MOST_WORDS = 14
_HARD = "。「」『』()（）【】:：;；!?！？\n\xa0"
_PARTICLES = "はがをにでもへ"
_INSIDE_NAMES = ("に関する", "における", "のための", "による", "に向けた", "および")
_ENDS = " \u3000、・,:のとや"
_LONGEST = 60
_NEAR = 4
"""Words before the name whose Japanese may run into its own."""
_FOREIGN = 0.4
"""A character that answers to a word outside the name."""
_BARE = 0.03
"""A character that answers to nothing."""


def anchored(
    source: str, target: str, english: Sequence[Word], found: Sequence[Link]
) -> Iterator[Phrase]:
    """Of each acronym that stands in brackets on both sides, the names before it.

    `found` are all links of the unit, rivals among them.
    """
    right = {_singular(each.acronym): each for each in reversed(bracketed(target))}
    for each in bracketed(source):
        acronym = _singular(each.acronym)
        other = right.get(acronym)
        name = english_name(source[: each.span.start], acronym)
        if other is None or name is None:
            continue
        own = [k for k in found if name.contains(english[k.word].span) and _apart(k, target)]
        others = _others(source, name, english, found)
        seen = _blanked(target) if _ASIDE.search(name.of(source)) else target
        start = _start(seen, other.span.start, own, others, _stops_in(name.of(source)))
        span = _stripped(seen, Span(start, other.span.start))
        if len(span) > 1 and is_japanese(span.of(target)):
            name = _grown(source, name, span, english, own, found)
            inside = tuple(k for k in own if span.contains(k.target))
            yield Phrase(name, span, inside, acronym)


def without_asides(name: str) -> str:
    """A name without the acronyms in brackets inside it."""
    return " ".join(_ASIDE.sub("", name).split())


def _blanked(text: str) -> str:
    return _ASIDE.sub(lambda m: " " * len(m[0]), text)


def _singular(acronym: str) -> str:
    """UAV for UAVs."""
    bare = acronym.removesuffix("s")
    return bare if bare.isupper() else acronym


def _others(source: str, name: Span, english: Sequence[Word], found: Sequence[Link]) -> list[Link]:
    """What the words just before the name say, and what sounds like any other word.

    Capitalised words that lead up to the name may belong to it where it has capitals itself, but
    for a country.
    """
    before = [n for n, w in enumerate(english) if w.span.end <= name.start]
    chained: set[int] = set()
    for number in reversed(before):
        word = english[number]
        if not _leads_up(source, word.span.start, name.start):
            break
        if word.text.lower() not in COUNTRIES:
            chained.add(number)
    near = before[-_NEAR:]
    leading = {english[number].text.lower() for number in chained}
    return [
        link
        for link in found
        if not name.contains(english[link.word].span)
        and english[link.word].text.lower() not in leading
        and (link.word in near or link.by is By.SOUND)
    ]


def _leads_up(source: str, start: int, name: int) -> bool:
    """Whether the words from `start` on run into the name that begins at `name`."""
    text = source[start:name]
    capitals = source[name : name + 1].isupper() and all(map(_CHAIN.match, text.split()))
    return capitals and " the " not in text


def english_name(before: str, acronym: str) -> Span | None:
    """The words at the end of `before` that begin with the letters of the acronym.

    Where none do, not even across other acronyms in brackets, the words with a capital.
    """
    text = before.rstrip(" '’")
    closed = text.rfind(")") + 1
    return (
        _beginning(text, acronym, closed)
        or _beginning(_blanked(text), acronym, 0)
        or _capitals(text, closed)
    )


def _beginning(text: str, acronym: str, closed: int) -> Span | None:
    """The words from `closed` on that begin with its letters."""
    letters = [c.lower() for c in acronym if c.isalnum()]
    words = list(_WORD.finditer(text))[-_MOST_WORDS:]
    best = None
    for first in range(len(words) - 1, -1, -1):
        start = words[first].start()
        spelt = [w.group().lower() for w in words[first:]]
        if start < closed:
            break
        if spelt[0] not in _SMALL and spelt[0][0] == letters[0] and _spelt_by(letters, spelt):
            best = Span(start, len(text))
            if sum(word not in _SMALL for word in spelt) >= len(letters):
                break
    return best


def _spelt_by(letters: list[str], words: list[str]) -> bool:
    parts = [part for word in words for part in re.split("[-/]", word) if part]
    return _spells(letters, words) or (parts != words and _spells(letters, parts))


def _spells(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the letters stand in the words in order, each word giving its first at least."""
    if not words:
        return not letters
    text, rest = words[0], words[1:]
    if text in _SMALL and _spells(letters, rest):
        return True
    if letters and letters[0] == "x" and text.startswith(("trans", "ex", "cross")):
        return _spells(letters[1:], rest)
    at = -1
    for taken, letter in enumerate(letters, 1):
        at = text.find(letter, at + 1)
        if at < 0 or (taken == 1 and at):
            return False
        if _spells(letters[taken:], rest):
            return True
    return False


def _capitals(text: str, closed: int) -> Span | None:
    found = _CAPITALS.search(text, closed)
    if not found or " " not in found[0].strip():
        return None
    return Span(found.start(), len(text))


def _start(target: str, end: int, own: Sequence[Link], others: Sequence[Link], stops: str) -> int:
    """Where the Japanese name begins: by contrast of what the name explains and what others do."""
    best, at = float("-inf"), end
    explained = {n for k in own for n in range(k.target.start, k.target.end)}
    foreign = {n for k in others for n in range(k.target.start, k.target.end)} - explained
    for start in range(end - 1, max(-1, end - _LONGEST), -1):
        if _stops(target, start, stops):
            break
        if not content(target[start]) or not _may_begin(target, start, others, explained):
            continue
        said = {k.word for k in own if start <= k.target.start and k.target.end <= end}
        bare = sum(
            content(target[n]) and n not in explained and n not in foreign
            for n in range(start, end)
        )
        value = len(said) - _BARE * bare - _FOREIGN * sum(start <= n < end for n in foreign)
        if value >= best:
            best, at = value, start
    return at


def _stops_in(name: str) -> str:
    """What ends the Japanese of a name to the left: a list only where the name is none."""
    commas = "" if "," in name else "、,"
    return commas if re.search(r" and |&", name) else commas + "と"


def _stops(target: str, at: int, stops: str) -> bool:
    character = target[at]
    if character in _HARD or character in stops:
        return True
    inside = any(
        target.startswith(word, at - k)
        for word in _INSIDE_NAMES
        for k, c in enumerate(word)
        if c == character and at >= k
    )
    if character == "で" and _ADJECTIVE.match(target, at):
        return False
    return character in _PARTICLES and not inside


def _may_begin(target: str, at: int, others: Sequence[Link], explained: set[int]) -> bool:
    """At the beginning of a run of letters, or where another word's Japanese ends: 米国|国立."""
    before = target[at - 1] if at else " "
    if before in "・ー":
        return False
    if any(k.target.start < at < k.target.end for k in others):
        return False
    return not content(before) or (
        at - 1 not in explained and any(k.target.end == at for k in others if _is_word(k, target))
    )


def _apart(link: Link, target: str) -> bool:
    """Whether a single character that says a country does so: 日 in 日米, and not in 双日."""
    start = link.target.start
    before = target[start - 1] if start else " "
    return link.target.of(target) not in _COUNTRY or not is_kanji(before) or before in _COUNTRY


def _is_word(link: Link, target: str) -> bool:
    return len(link.target) > 1 or link.target.of(target) in _COUNTRY


def _grown(
    source: str,
    name: Span,
    span: Span,
    english: Sequence[Word],
    own: Sequence[Link],
    found: Sequence[Link],
) -> Span:
    """The name with words before it that answer to what it leaves open: Institute of …."""
    explained = {n for k in own for n in range(k.target.start, k.target.end)}
    start = name.start
    before = [w for w in english if w.span.end <= name.start]
    for word in reversed(before):
        if not _leads_up(source, word.span.start, start):
            break
        answers = [k for k in found if english[k.word] is word and span.contains(k.target)]
        if any(explained.isdisjoint(range(k.target.start, k.target.end)) for k in answers):
            start = word.span.start
    leading = _LEADING.search(source[:start])
    return Span(leading.start() if leading else start, name.end)


def _stripped(target: str, span: Span) -> Span:
    text = span.of(target)
    left = len(text) - len(text.lstrip(_ENDS))
    right = len(text) - len(text.rstrip(_ENDS))
    return Span(span.start + left, max(span.start + left, span.end - right))
