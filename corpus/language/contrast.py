"""One English phrase that became several Japanese ones, found without a glossary.

Where a phrase returns in a document, what stands in all its paragraphs and in no others is its
rendering. Two such renderings that share one half, 与圧ローバー and 加圧ローバー, and never meet in
one paragraph, are one thing under two names; so are 作業部会 and ワーキンググループ, which sounds
like the English. Words inside one another are no two names, nor are words that stand in paragraphs
without the phrase.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.sounds import key_of_english, key_of_katakana
from corpus.patterns import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

_WORD = regex(r"[A-Za-z][A-Za-z'’-]*")
_COMPOUND = regex("(?:[一-龯々]+|[ァ-ヺー]+(?:・[ァ-ヺー]+)*)+")
_NUMERAL = regex("[一二三四五六七八九十百千万]")
_LINKING = "又及並若但"
"""Kanji of conjunctions, which stand behind a word without being a part of it."""
_STOP = frozenset(
    _WORD.findall(
        "a an and are as at be been but by can for from had has have in into is it its may not of"
        " on or our shall such than that the their them these they this those to under upon was we"
        " were which will with would all any both each more most new other also between through"
        " about must should could might may do does did if when where while who whose how only very"
    )
)
_SHORTEST = 4
"""Letters of a Japanese compound."""
_HALF = 2
"""Letters that two renderings share at one end."""
_FEWEST = 2
"""Paragraphs in which the usual rendering stands."""
_MOST = 60
"""Paragraphs above which a phrase is too common to tell anything."""
_KANJI_A_WORD, _KANA_A_WORD = 2, 4
_SLACK = 0.5
_COVERED = 0.75
"""The part of the phrase's paragraphs in which one of the two must stand."""
_KATAKANA = regex("[ァ-ヺー]+")
_SOUNDS = 4
"""Consonants that tell an English phrase in katakana from others."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A rare rendering of a phrase beside the usual one."""

    text: int
    """The number of the pair of texts where the rare one stands."""
    source: Span
    """The phrase there."""
    target: Span
    usual: str
    times: int
    """In how many pairs the usual one stands for it."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A phrase in a text, and the words beside it; empty where none of weight stands there."""

    span: Span
    before: str
    after: str


def contrasts(pairs: Sequence[tuple[str, str]]) -> Iterator[Contrast]:
    """The rare renderings in the (English, Japanese) pairs of one document, each place once."""
    phrases: dict[str, dict[int, _Place]] = defaultdict(dict)
    compounds: dict[str, dict[int, Span]] = defaultdict(dict)
    for number, (source, target) in enumerate(pairs):
        for phrase, place in _phrases(source):
            phrases[phrase].setdefault(number, place)
        for word, span in _compounds(target):
            compounds[word].setdefault(number, span)
    said: set[tuple[int, int]] = set()
    for phrase, places in sorted(phrases.items(), key=lambda item: (-item[0].count(" "), item[0])):
        if not _FEWEST < len(places) <= _MOST:
            continue
        for found in _of_phrase(phrase, places, compounds, pairs):
            if (found.text, found.target.start) not in said:
                said.add((found.text, found.target.start))
                yield found


def _of_phrase(
    phrase: str,
    places: Mapping[int, _Place],
    compounds: Mapping[str, Mapping[int, Span]],
    pairs: Sequence[tuple[str, str]],
) -> Iterator[Contrast]:
    near = sorted({word for number in places for word, _ in _compounds(pairs[number][1])})
    bound = {w: frozenset(compounds[w]) for w in near if places.keys() >= compounds[w].keys()}
    words = phrase.count(" ") + 1
    for rare, usual in _rivals(bound, words):
        sound = _spelt_by_sound(rare, usual, phrase)
        covered = len(bound[usual]) + len(bound[rare])
        wanted = len(places) if sound else _COVERED * len(places)
        if covered < wanted or not (sound or _shared(usual, rare)):
            continue
        others = [places[number] for number in bound[usual]]
        for text in sorted(bound[rare]):
            if sound or _accounted(rare, usual, places[text], others, words):
                span = compounds[rare][text]
                yield Contrast(text, places[text].span, span, usual, len(bound[usual]))


@lru_cache(maxsize=1 << 12)  # a review asks the same again after every edit
def _phrases(source: str) -> tuple[tuple[str, _Place], ...]:
    """Phrases of two or three words that are no names."""
    words = list(_WORD.finditer(source))
    plain = [_singular(w[0].lower()) for w in words]
    joined = [source[a.end() : b.start()] == " " for a, b in pairwise(words)]
    found = []
    for first, size in _runs([w in _STOP for w in plain], joined):
        last = first + size
        run = words[first:last]
        if all(w[0][0].isupper() for w in run):
            continue
        before = _beside(source, words[first - 1], run[0]) if first else ""
        after = _beside(source, run[-1], words[last], last=True) if last < len(words) else ""
        place = _Place(Span(run[0].start(), run[-1].end()), before, after)
        found.append((" ".join(plain[first:last]), place))
    return tuple(found)


def _runs(stops: Sequence[bool], joined: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where two or three words stand together, none of them a stop word, and how many."""
    for first, stop in enumerate(stops):
        for size in () if stop else (2, 3):
            last = first + size - 1
            if last >= len(stops) or stops[last] or not joined[last - 1]:
                break
            yield first, size


def _beside(source: str, one: re.Match[str], other: re.Match[str], *, last: bool = False) -> str:
    """The word beside the phrase, where nothing but a space parts them."""
    word = _singular((other if last else one)[0].lower())
    return word if source[one.end() : other.start()] == " " and word not in _STOP else ""


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1 << 12)
def _compounds(target: str) -> tuple[tuple[str, Span], ...]:
    """Long words of kanji and katakana without their ・, and where they stand."""
    found = []
    for match in _COMPOUND.finditer(target):
        written = match[0].rstrip(_LINKING)
        word = written.replace("・", "")
        if len(word) >= _SHORTEST and not _NUMERAL.search(word):
            found.append((word, Span(match.start(), match.start() + len(written))))
    return tuple(found)


def _rivals(bound: Mapping[str, frozenset[int]], words: int) -> Iterator[tuple[str, str]]:
    """Pairs of a rare and a usual rendering that never meet and may be of so many words."""
    fitting = {word: texts for word, texts in bound.items() if _size(word) <= words + _SLACK}
    for usual, many in fitting.items():
        if len(many) < _FEWEST:
            continue
        for rare, few in fitting.items():
            if len(few) < len(many) and not few & many:
                yield rare, usual


def _spelt_by_sound(rare: str, usual: str, phrase: str) -> bool:
    """Whether the rare one is the English in katakana, beside a usual one in kanji."""
    sound = key_of_english(phrase.replace(" ", ""))
    spelt = _KATAKANA.fullmatch(rare) and not _KATAKANA.search(usual)
    return bool(spelt) and len(sound) >= _SOUNDS and key_of_katakana(rare) == sound


def _size(compound: str) -> float:
    """How many words it is, as far as letters tell."""
    kana = sum("ァ" <= c <= "ー" for c in compound)
    return (len(compound) - kana) / _KANJI_A_WORD + kana / _KANA_A_WORD


def _shared(one: str, other: str) -> str:
    """`head` or `tail`, whichever half they share; empty for none, or where one is in the other.

    Two katakana words that rhyme, グリーン and クリーン, share nothing.
    """
    if one in other or other in one or _KATAKANA.fullmatch(one + other):
        return ""
    head, tail = _common(one, other), _common(one[::-1], other[::-1])
    enough = max(head, tail) >= _HALF and 2 * max(head, tail) >= max(len(one), len(other)) - 1
    return ("head" if head >= tail else "tail") if enough else ""


def _accounted(rare: str, usual: str, place: _Place, others: Sequence[_Place], words: int) -> bool:
    """Whether the half that differs stands for a word of the phrase, not for one beside it."""
    if max(_size(rare), _size(usual)) <= words:
        return True
    if _shared(rare, usual) == "head":
        return not place.after or any(place.after == o.after for o in others)
    return not place.before or any(place.before == o.before for o in others)


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
