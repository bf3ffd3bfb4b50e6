"""Latin letters for Japanese sounds: one spelling of many (Ōmi, Oomi, Ohmi, Omi; Kampaku)."""

from __future__ import annotations

import unicodedata

from corpus.patterns import regex

_NOT_LETTERS = regex("[^a-z]")
_SPELLINGS = (
    (regex("ou|oo"), "o"),
    (regex("uu"), "u"),
    (regex("oh(?![aeiouy])"), "o"),
    (regex("m(?=[bpm])"), "n"),
    (regex("tch"), "cch"),
    (regex("dz|du"), "z"),
    (regex("wo"), "o"),
)
_ROMAJI = regex(
    r"(?:(?:[kgsztdnhbpmrwjfy]|ch|sh|ts|[kgnhbpmr]y)?[aeiou]|n(?![aeiouy])|k(?=k)|s(?=s)|t(?=t)|p(?=p)|c(?=ch))+"
)

_KANA = {
    "": "a i u e o",
    "k": "ka ki ku ke ko",
    "s": "sa shi su se so",
    "t": "ta chi tsu te to",
    "n": "na ni nu ne no",
    "h": "ha hi fu he ho",
    "m": "ma mi mu me mo",
    "r": "ra ri ru re ro",
    "g": "ga gi gu ge go",
    "z": "za ji zu ze zo",
    "d": "da ji zu de do",
    "b": "ba bi bu be bo",
    "p": "pa pi pu pe po",
}
_ROWS = (
    "アイウエオ カキクケコ サシスセソ タチツテト ナニヌネノ ハヒフヘホ マミムメモ"
    " ラリルレロ ガギグゲゴ ザジズゼゾ ダヂヅデド バビブベボ パピプペポ"
)
_SINGLE = {
    kana: roman
    for row, romans in zip(_ROWS.split(), _KANA.values(), strict=True)
    for kana, roman in zip(row, romans.split(), strict=True)
} | {"ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "o", "ン": "n", "ー": "", "ヴ": "bu"}
_SINGLE |= {"ヶ": "ga", "ケ": "ke", "ヵ": "ka", "ヰ": "i", "ヱ": "e"}
_SMALL = {"ャ": "a", "ュ": "u", "ョ": "o", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
_HIRAGANA = {ord(kana) - 0x60: kana for kana in (*_SINGLE, *_SMALL, "ッ") if kana != "ー"}


def folded(word: str) -> str:
    """The letters of a romanised word in the one spelling that is compared."""
    plain = unicodedata.normalize("NFKD", word).lower()
    plain = _NOT_LETTERS.sub("", plain)
    for pattern, instead in _SPELLINGS:
        plain = pattern.sub(instead, plain)
    return plain


def is_romaji(word: str) -> bool:
    """Whether a folded word can be read as Japanese."""
    return _ROMAJI.fullmatch(word) is not None


def romaji_of_kana(kana: str) -> str:
    """Hiragana or katakana in the spelling of `folded`; other characters are left out."""
    roman = ""
    doubled = False
    for character in kana.translate(_HIRAGANA):
        if character == "ッ":
            doubled = True
        elif character in _SMALL:
            roman = _with_small(roman, character)
        elif character in _SINGLE:
            sound = _SINGLE[character]
            roman += sound[:1] + sound if doubled and sound else sound
            doubled = False
    return folded(roman)


def _with_small(roman: str, character: str) -> str:
    vowel = _SMALL[character]
    if character not in "ャュョ":
        return roman[:-1] + vowel
    glide = "" if roman.endswith(("shi", "chi", "ji")) else "y"
    return roman[:-1] + glide + vowel
