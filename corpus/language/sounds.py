"""How English names and katakana sound, as far as consonants tell.

`key_of_english("Carter")` and `key_of_katakana("カーター")` are the same short string. Vowels,
length and doubling are left out, since katakana spells them in too many ways.
"""

from __future__ import annotations

import re
import unicodedata

from corpus.patterns import regex

# Longest first; what stands before `:` is tried at each place of the lower-case word.
_ENGLISH = (
    (r"tion|sion|cian|xion", "SN"),
    (r"sch", "S"),
    (r"tch|ch", "T"),
    (r"ph|ff", "F"),
    (r"sh|ss|sc(?=[eiy])", "S"),
    (r"th", "S"),
    (r"ck|cc(?![eiy])|q", "K"),
    (r"dg|dj", "S"),
    (r"tz|ts", "T"),
    (r"^gh", "G"),
    (r"gh", ""),
    (r"^kn|^gn|^pn", "N"),
    (r"^wr", "R"),
    (r"^ps|^cz", "S"),
    (r"c(?=[eiy])", "S"),
    (r"c|k", "K"),
    (r"g(?=[ey])", "S"),
    (r"g", "G"),
    (r"x", "KS"),
    (r"m(?=[bp])|n|mn$", "N"),
    (r"mb$|m", "M"),
    (r"[jsz]", "S"),
    (r"[bv]", "B"),
    (r"p", "P"),
    (r"f", "F"),
    (r"t", "T"),
    (r"d", "D"),
    (r"(?<=[aeiouy])r(?![aeiouyr])", ""),
    (r"[lr]", "R"),
    (r"h(?=[aeiouy])", "H"),
    (r".", ""),
)
_SOUNDS = {f"r{n}": sound for n, (_, sound) in enumerate(_ENGLISH)}
_ENGLISH_RULE = regex("|".join(f"(?P<r{n}>{rule})" for n, (rule, _) in enumerate(_ENGLISH)))

_ROWS = {
    "K": "カキクケコ",
    "G": "ガギグゲゴ",
    "S": "サシスセソザジズゼゾヂヅ",
    "T": "タチツテト",
    "D": "ダデド",
    "N": "ナニヌネノン",
    "H": "ハヒヘホ",
    "F": "フ",
    "B": "バビブベボヴ",
    "P": "パピプペポ",
    "M": "マミムメモ",
    "R": "ラリルレロ",
}
_KATAKANA = {kana: consonant for consonant, row in _ROWS.items() for kana in row}


def key_of_english(word: str) -> str:
    """The consonants of a word as katakana would write them; empty for one without any."""
    plain = unicodedata.normalize("NFKD", word.lower())
    letters = "".join(c for c in plain if "a" <= c <= "z")
    found = (m.lastgroup or "" for m in _ENGLISH_RULE.finditer(letters))
    return _squeezed("".join(_SOUNDS[rule] for rule in found))


def key_of_katakana(run: str) -> str:
    """The consonants of a katakana word, full or half width."""
    return _squeezed("".join(_KATAKANA.get(c, "") for c in unicodedata.normalize("NFKC", run)))


def _squeezed(key: str) -> str:
    """Doubled consonants said once: English writes them double, katakana may not."""
    return re.sub(r"(.)\1", r"\1", key)
