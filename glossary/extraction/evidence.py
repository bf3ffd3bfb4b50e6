"""Which English words of a unit answer to which stretches of its Japanese, and how surely.

By how a romanised word is read, by how katakana sounds, by short lists of words, and by what
stands together in many units.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.alignment.words import renderings
from corpus.bitext import Span
from corpus.language.sounds import key_of_katakana
from corpus.patterns import regex
from glossary.extraction.readings import LONGEST, first_characters, stretches
from glossary.extraction.romaji import folded, is_romaji
from glossary.sounding import apart, keys
from glossary.word_renderings import LISTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WORD = regex(r"(?:[A-Z]\.){2,}|[A-Za-zÀ-ɏ][\w&]*(?:[-'’][A-Za-zÀ-ɏ]+)*(?<!['’]s)")
_KATAKANA = regex("[ァ-ヺー]{2,}")
_ALIKE = 0.6
_UNREADABLE = regex("[^\u3400-\u9fff々ぁ-ゖァ-ヺー]")
_LOOK_BACK = 8
_FEWEST_LETTERS = 3
_LONG_ACRONYM = 6
COUNTRIES = {
    "u.s.": ("米国", "アメリカ", "米"),
    "u.k.": ("英国", "イギリス"),
    "japan": ("日本", "日"),
    "japanese": ("日本",),
    "american": ("米国", "アメリカ"),
}
_SMALL_WORDS = """
    a about after all also an and any are as at be because been before being between both
    but by can could did do does during each for from had has have he her here him his how
    however i if in into is it its just like many may more most much must no nor not now of
    on one only or other our out over own same shall she should since so some such than that
    the their them then there these they this those though through thus to too two under
    until up upon us very was we well were what when where whether which while who whom
    whose why will with within without would yet you your called named known said made used
    came became become go went see make take took give gave first second third later last
    next new old another every three four five six seven eight nine ten january february
    march april june july august september october november december st nd th monday tuesday
    wednesday thursday friday saturday sunday
"""
SMALL_WORDS = frozenset(_SMALL_WORDS.split())
"""Words that begin and end no term."""


class By(Enum):
    """Why a word and a stretch of Japanese answer each other."""

    READING = "reading"
    SOUND = "sound"
    LIST = "list"
    COMPANY = "company"
    """They come together again and again."""


@dataclass(frozen=True, slots=True)
class Word:
    """An English word of a unit."""

    text: str
    span: Span
    sentence_start: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Link:
    """A word, by its number, and the Japanese that stands for it."""

    word: int
    target: Span
    score: float
    """0 to 1."""
    by: By


def words(text: str) -> tuple[Word, ...]:
    """The words of an English text; hyphens do not part them."""
    found = []
    for match in WORD.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()].rstrip(" \"'“‘([")
        opening = not before or before[-1] in ".!?:;\n"
        found.append(Word(match.group(), Span(*match.span()), opening))
    return tuple(found)


def links(
    english: tuple[Word, ...], japanese: str, learnt: Mapping[str, Mapping[str, float]]
) -> tuple[Link, ...]:
    """All that may answer each other, in the order of the words."""
    runs = tuple(Span(*m.span()) for m in _KATAKANA.finditer(japanese))
    return tuple(
        Link(number, span, score, by)
        for number, word in enumerate(english)
        if word.text.lower() not in SMALL_WORDS
        for span, score, by in _answers(word, japanese, runs, learnt)
    )


def _answers(
    word: Word, japanese: str, runs: tuple[Span, ...], learnt: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[Span, float, By]]:
    plain = word.text.lower()
    for span, score in _read(word.text, japanese):
        yield span, score, By.READING
    company = learnt.get(plain, {})
    for rendering, score in company.items():
        for span in _places(rendering, japanese):
            yield span, score, By.COMPANY
    for rendering in listed(plain):
        for span in _places(rendering, japanese):
            yield span, 0.7, By.LIST
    if len(plain) >= _FEWEST_LETTERS and not _is_acronym(word.text):
        for span in runs:
            if _sounds(plain, span.of(japanese)):
                yield span, 0.8, By.SOUND


def _places(rendering: str, japanese: str) -> Iterator[Span]:
    at = japanese.find(rendering)
    while at >= 0:
        yield Span(at, at + len(rendering))
        at = japanese.find(rendering, at + len(rendering))


def _read(word: str, japanese: str) -> Iterator[tuple[Span, float]]:
    letters, first, guessing = _romaji(word)
    if first.isdisjoint(japanese):
        return
    for start, character in enumerate(japanese):
        if character in first:
            ahead = _UNREADABLE.split(japanese[start : start + LONGEST], maxsplit=1)[0]
            for length, cost in stretches(ahead, letters, guessing=guessing).items():
                if cost == 0 or not listed(word.lower()):
                    yield Span(start, start + length), max(0.3, 1.0 - 0.5 * cost)


@lru_cache(maxsize=1 << 15)
def _romaji(word: str) -> tuple[str, frozenset[str], bool]:
    """The word as romaji, what its Japanese may begin with, and whether it may be a name.

    Nothing where it is no romaji.
    """
    letters = folded(word)
    common = word[0].islower() and bool(listed(word))
    if len(letters) < _FEWEST_LETTERS or common or not is_romaji(letters):
        return "", frozenset(), False
    guessing = word[0].isupper() and not _is_acronym(word) and not listed(word.lower())
    return letters, first_characters(letters), guessing


@lru_cache(maxsize=1 << 14)
def listed(word: str) -> tuple[str, ...]:
    """What the lists have for a word, of two characters or more or a kanji."""
    if word in COUNTRIES:
        return COUNTRIES[word]
    forms = {word, word.removesuffix("s"), word.removesuffix("es")}
    known = renderings()
    found = [r for form in forms for r in (*LISTED.get(form, ()), *known.get(form, ()))]
    return tuple(dict.fromkeys(r for r in found if not re.search("[ぁ-ん]", r)))


def _is_acronym(word: str) -> bool:
    return "." in word or (len(word) < _LONG_ACRONYM and word.isupper())


@lru_cache(maxsize=1 << 16)
def _sounds(word: str, run: str) -> bool:
    if (word[0] in "aeiou") is not (run[0] in "アイウエオユヤ") and word[:2] not in ("eu", "ia"):
        return False
    key = _key(run)
    readings = keys(word)
    if key in readings:
        return len(key) > 1 or abs(len(word) - 1.5 * len(run)) < 3
    near = any(
        len(key) > 2 and abs(len(key) - len(r)) < 2 and r and r[0] == key[0] for r in readings
    )
    return near and apart(word, run) <= (_ALIKE if len(word) > 5 else _ALIKE / 2)


@lru_cache(maxsize=1 << 14)
def _key(run: str) -> str:
    return key_of_katakana(run)
