"""Whether a katakana word can be an English name, by the consonants of both.

Katakana spells what is heard: v is ブ or フ, th is ス or ト, r is dropped or not. Such differences
cost little, all others one each; two of those are another name.
"""

from __future__ import annotations

from functools import lru_cache

from corpus.language.sounds import key_of_english, key_of_katakana
from corpus.patterns import regex

_ROMAJI = regex(
    r"(?:(?:[kgsztdnhbpmrwjfy]|ch|sh|ts|[kgnhbpmr]y)?[aeiou]{1,2}|n(?![aeiou])|(?:kk|ss|tt|pp|tch)[aeiou])+"
)
_READINGS = (("ch", "k"), ("ch", "sh"), ("th", "t"), ("sch", "sk"), ("ti", "shi"), ("g", "gh"))
_NEAR = (
    frozenset("BFPH"),
    frozenset("STD"),
    frozenset("GKS"),
    frozenset("NM"),
    frozenset("KH"),
    frozenset("BM"),
)
_ALIKE = frozenset(a + b for near in _NEAR for a in near for b in near)
_FAINT = frozenset("RHN")
_LITTLE = 0.3
OTHER = 1.5
"""From here on a katakana word is another name."""
SAME = 1.0
"""Up to here it may be the name, of four consonants or more; shorter names must be nearer."""


def apart(word: str, run: str) -> float:
    """How far a katakana word sounds from an English or romanised name; 0 is alike."""
    key = key_of_katakana(run)
    return min(_distance(reading, key) for reading in keys(word))


def may_be(word: str, run: str) -> bool:
    """Whether the katakana may be this word, or hold it, or be its beginning."""
    key = key_of_katakana(run)
    for reading in keys(word):
        bound = SAME if min(len(reading), len(key)) > 3 else 2 * _LITTLE
        if any(_distance(reading, part) <= bound for part in _ends(key, len(reading))):
            return True
        if 2 * len(key) >= len(reading) > 1 and (reading.startswith(key) or reading.endswith(key)):
            return True
        if len(reading) > 2 and key.startswith(reading):
            return True  # ファミリーマート begins like "Family"
    return False


def _ends(key: str, length: int) -> set[str]:
    """The key, and what of it may be a name with other words glued to it: ホライゾンシステム."""
    near = range(length - 1, length + 2) if length > 3 else ()
    return {key, *(key[:n] for n in near), *(key[-n:] for n in near)}


@lru_cache(maxsize=1 << 14)
def keys(word: str) -> frozenset[str]:
    """The consonants of the word in all the ways in which it may be read."""
    plain = word.lower()
    read = {key_of_english(plain)}
    read |= {key_of_english(plain.replace(a, b)) for a, b in _READINGS if a in plain}
    if _ROMAJI.fullmatch(plain):
        spelt = plain.replace("tch", "t").replace("ch", "t").replace("ts", "t")
        read.add(key_of_english(spelt))
    return frozenset(read)


@lru_cache(maxsize=1 << 14)
def _distance(one: str, other: str) -> float:
    row = [0.0]
    alone = [_alone(b) for b in other]
    for cost in alone:
        row.append(row[-1] + cost)
    for a in one:
        without = _alone(a)
        above, row = row, [row[0] + without]
        for n, b in enumerate(other):
            instead = 0.0 if a == b else _LITTLE if a + b in _ALIKE else 1.0
            row.append(min(above[n] + instead, above[n + 1] + without, row[n] + alone[n]))
    return row[-1]


def _alone(consonant: str) -> float:
    return _LITTLE if consonant in _FAINT else 1.0
