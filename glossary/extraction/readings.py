"""Whether a stretch of Japanese can be read as a romanised word: 長崎 as Nagasaki.

Readings of single characters come from the Unicode Han Database and, for names, from a short list;
voiced beginnings (Fushimi-zakura), doubled consonants (ikko), stems of verbs and one unknown
character in a name are allowed for at a price.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from glossary.extraction.romaji import is_romaji, romaji_of_kana
from glossary.folding import is_hiragana, is_kanji, is_katakana

if TYPE_CHECKING:
    from collections.abc import Iterator

CHANGED = 0.15
"""For a voiced or doubled consonant, or a verb without its ending."""
UNKNOWN = 0.8
"""For a character whose reading is not listed."""
_VOICED = {"k": "g", "sh": "j", "s": "z", "ts": "z", "ch": "j", "t": "d", "h": "b", "f": "b"}
_HALF_VOICED = {"h": "p", "f": "p"}
LONGEST = 10
"""Characters of Japanese that one romanised word may stand for."""
_UNKNOWN_LETTERS = range(2, 6)
_LONGEST_PIECE = 8
_LONGEST_WORD = 3
_DEAREST = 1.6
"""What costs more is no reading."""
_State = tuple[int, bool]
"""The letters read so far, and whether a character has been guessed."""


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    here = files("glossary.extraction")
    for name in ("readings.txt", "name_readings.txt"):
        for line in (here / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                character, *readings = line.split()
                found.setdefault(character, set()).update(r for r in readings if r != "|")
    return {character: frozenset(readings) for character, readings in found.items()}


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, ...]]:
    text = (files("glossary.extraction") / "word_readings.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {japanese: tuple(readings) for japanese, *readings in lines}


@lru_cache(maxsize=1 << 13)
def pieces(character: str) -> dict[str, float]:
    """What a character may be in a romanised word, with the price of each."""
    if is_hiragana(character) or is_katakana(character):
        return _of_kana(character)
    found: dict[str, float] = {}
    for reading in _table().get(character, ()):
        for piece, price in _variants(reading):
            if price < found.get(piece, 9.0):
                found[piece] = price
    return found


def _of_kana(character: str) -> dict[str, float]:
    if character in "っッ":
        return {"k": 0.0, "s": 0.0, "t": 0.0, "p": 0.0, "c": 0.0}
    if character in "ケヶ":
        return {"ga": 0.0, "ke": 0.0}
    return {romaji_of_kana(character): 0.0}


def _variants(reading: str) -> list[tuple[str, float]]:
    found = [(reading, 0.0)]
    stems = [reading[:end] for end in range(2, len(reading)) if reading[end - 1] in "aiueo"]
    found += [(stem, CHANGED * (2 if len(stem) < 3 else 1)) for stem in stems[-2:]]
    if reading.endswith(("tsu", "chi", "ku", "ki", "fu")) and len(reading) > 2:
        stem = reading.removesuffix("tsu").removesuffix("chi").removesuffix("ku")
        stem = stem.removesuffix("ki").removesuffix("fu")
        if stem:
            found += [(stem + consonant, CHANGED) for consonant in "kstpc"]
    for plain, price in tuple(found):
        for table in (_VOICED, _HALF_VOICED):
            head = next((h for h in table if plain.startswith(h)), None)
            if head:
                found.append((table[head] + plain[len(head) :], price + CHANGED))
    return found


@lru_cache(maxsize=1 << 15)
def first_characters(word: str) -> frozenset[str]:
    """The characters with which the Japanese of a folded romanised word may begin."""
    table = _beginnings()
    return frozenset(c for end in range(1, len(word) + 1) for c in table.get(word[:end], ()))


@lru_cache(maxsize=1)
def _beginnings() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for character in _table():
        for piece in pieces(character):
            found.setdefault(piece, []).append(character)
    for japanese, readings in _words().items():
        for reading in readings:
            found.setdefault(reading, []).append(japanese[0])
    return {piece: tuple(characters) for piece, characters in found.items()}


def price(japanese: str, word: str, *, guessing: bool = True) -> float | None:
    """What it costs to read the Japanese as the whole folded word; None where it cannot be."""
    return stretches(japanese, word, guessing=guessing).get(len(japanese))


@lru_cache(maxsize=1 << 16)
def stretches(japanese: str, word: str, *, guessing: bool = True) -> dict[int, float]:
    """The beginnings of the Japanese, by their length, that read as the whole folded word.

    With the least price of each. With `guessing` one character of several may be read in a way
    that is not listed.
    """
    japanese = _repeated(japanese[:LONGEST])
    found: dict[int, float] = {}
    reached: list[dict[_State, float]] = [{} for _ in range(len(japanese) + 1)]
    reached[0][0, False] = 0.0
    for place in range(len(japanese)):
        _read_on(japanese, place, word, reached, guessing=guessing)
        ends = [cost for (letter, _), cost in reached[place + 1].items() if letter == len(word)]
        if ends and (place or min(ends) < UNKNOWN):
            found[place + 1] = min(ends)
    return found


def _read_on(
    japanese: str, place: int, word: str, reached: list[dict[_State, float]], *, guessing: bool
) -> None:
    """From all that is reached at a place, reach what comes next."""
    states = reached[place]
    for (letter, guessed), cost in tuple(states.items()):
        if place and word.startswith("no", letter):  # the particle that names leave out
            _reach(states, (letter + 2, guessed), cost + CHANGED)
    for (letter, guessed), cost in states.items():
        for length, more, written in _steps(japanese, place, word, letter):
            _reach(reached[place + length], (letter + written, guessed), cost + more)
        if guessing and not guessed and is_kanji(japanese[place]):
            for written in _UNKNOWN_LETTERS:
                if is_romaji(word[letter : letter + written]):
                    _reach(reached[place + 1], (letter + written, True), cost + UNKNOWN)


def _reach(states: dict[_State, float], state: _State, cost: float) -> None:
    if cost < states.get(state, _DEAREST):
        states[state] = cost


def _steps(japanese: str, place: int, word: str, letter: int) -> Iterator[tuple[int, float, int]]:
    """How to go on: characters read, the price, and the letters that they are."""
    known = pieces(japanese[place])
    for written in range(1, min(_LONGEST_PIECE, len(word) - letter) + 1):
        part = word[letter : letter + written]
        if part in known:
            yield 1, known[part], written
        if letter and (before := word[letter - 1]) in "ou":  # one long vowel over two characters
            for vowel in "ou" if before == "o" else "u":
                if vowel + part in known:
                    yield 1, known[vowel + part], written
    for length in range(2, min(_LONGEST_WORD, len(japanese) - place) + 1):
        for whole in _words().get(japanese[place : place + length], ()):
            if word.startswith(whole, letter):
                yield length, 0.0, len(whole)


def _repeated(japanese: str) -> str:
    plain = ""
    for character in japanese:
        plain += plain[-1:] if character == "々" and plain else character
    return plain
