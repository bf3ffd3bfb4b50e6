"""Comparison forms of English and Japanese, each with the map back to the text as it stands.

English folds to words between single spaces: case, width, accents, curly quotes, hyphens and
the dots of "U.S." are gone, "&" is "and", a possessive 's is dropped, and every mark that ends a
phrase is a lone comma. Japanese folds to letters alone: width, case, blanks, ・ and ＝ are gone.
What people vary without meaning another name (ー, ヴ, small kana, old kanji) goes in a second
step.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from corpus.bitext import Span
from corpus.patterns import regex
from glossary.english_words import ABBREVIATIONS


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; character i of it stands for `original[starts[i]:ends[i]]`."""

    text: str
    starts: tuple[int, ...]
    """Rising, never outside the original; a character that was put in has an empty range."""
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where the folded range `start:end` (not empty) stands in the original text."""
        return Span(self.starts[start], self.ends[end - 1])


# What only separates words, then one alternative a kind of token, in the order they are tried.
_TOKEN = regex(
    r"(?:[^\S\n]|\n(?![^\S\n]*\n)|[-‐‑‒–—−/_~*])*+(?:"
    r"(?P<initials>(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?)"
    r"|(?P<word>[^\W_]+(?:[.,](?=\d)(?<=\d[.,])\d+)*)"
    r"|(?P<and>[&＆])"
    r"|(?P<possessive>(?<=[\w.])['’ʼ＇]s?(?![^\W_]))"
    r"|(?P<apostrophe>(?<=[^\W_])['’ʼ＇](?=[^\W_]))"
    r"|(?P<plus>[+＋])"
    r"|(?P<stop>.))",
    re.DOTALL,
)
_PLAIN_WORDS = regex(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
_COMMA_BEFORE_AND = regex(r" , (?=and )")


def fold_english(text: str) -> Folded:
    """Words between single spaces, with one space at either end."""
    out: list[str] = [" "]
    starts, ends = [0], [0]
    joined = False
    last = ""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        if kind == "word" and (written := match[kind]).isascii():
            token = written.lower()  # what nearly all tokens are
        elif kind == "possessive":
            continue
        elif kind == "apostrophe":
            joined = True
            continue
        elif not (token := _english_token(kind, match[kind], last)):
            continue
        if joined and out[-1] == " ":
            out.pop()
            starts.pop()
            ends.pop()
        joined = False
        out += (token, " ")
        if len(token) == end - start:
            starts.extend(range(start, end + 1))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(token))
            starts.append(end)
            ends.extend([end] * len(token))
        ends.append(end)
        last = token
    return _without_serial_commas(Folded("".join(out), tuple(starts), tuple(ends)))


def english_text(text: str) -> str:
    """The text of `fold_english`, which for most terms needs no look at every token."""
    if _PLAIN_WORDS.fullmatch(text):
        return f" {text.lower()} "
    return fold_english(text).text


def _english_token(kind: str, token: str, last: str) -> str:
    """What a token folds to; nothing where it only separates."""
    if kind == "word":
        return _plain(token)
    if kind == "initials":
        return _plain(token.replace(".", ""))
    if kind == "and":
        return "and"
    if kind == "plus":
        return "+"
    if last in ("", ",") or (token == "." and last in ABBREVIATIONS):  # noqa: S105
        return ""
    return ","


def _without_serial_commas(folded: Folded) -> Folded:
    """ "Trade, and Industry" is "Trade and Industry"."""
    if " , and " not in folded.text:
        return folded
    kept: list[int] = []
    done = 0
    for match in _COMMA_BEFORE_AND.finditer(folded.text):
        kept.extend(range(done, match.start()))
        done = match.end() - 1
    kept.extend(range(done, len(folded.text)))
    return Folded(
        "".join(folded.text[i] for i in kept),
        tuple(folded.starts[i] for i in kept),
        tuple(folded.ends[i] for i in kept),
    )


def _plain(word: str) -> str:
    """Casefolded, of usual width, without accents on Latin letters."""
    folded = unicodedata.normalize("NFKC", word).casefold()
    return "".join(_plain_letter(c) for c in folded if c.isalnum())


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter


_DROPPED = frozenset("・･=＝゠")
_DASHES = frozenset("-‐‑‒–—―−－ｰ")
_VOICED = {"ﾞ": "\u3099", "ﾟ": "\u309a", "\u3099": "\u3099", "\u309a": "\u309a"}
_DEPENDENT = regex(f"[{''.join(map(re.escape, sorted(_DASHES)))}{''.join(_VOICED)}]")
"""What folds to one thing or another by what stands before it."""


def fold_japanese(text: str) -> Folded:
    """Letters and marks without blanks, ・ or differences of width and case."""
    letters = [*map(_japanese_character, text)]
    if not _DEPENDENT.search(text) and all(len(letter) == 1 for letter in letters):
        return Folded("".join(letters), tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    return _folded_one_by_one(text)


def _folded_one_by_one(text: str) -> Folded:
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for i, character in enumerate(text):
        folded = _japanese_character(character)
        if not folded:
            continue
        if folded == "-" and out and is_katakana(out[-1]):
            folded = "ー"
        elif character in _VOICED and out:
            voiced = unicodedata.normalize("NFC", out[-1] + _VOICED[character])
            if len(voiced) == 1:
                out[-1], ends[-1] = voiced, i + 1
                continue
        for letter in folded:
            out.append(letter)
            starts.append(i)
            ends.append(i + 1)
    return Folded("".join(out), tuple(starts), tuple(ends))


def character_by_itself(character: str) -> str | None:
    """What `fold_japanese` makes of one character, at most one; None where its neighbours or
    several characters come in."""
    folded = _japanese_character(character)
    return None if len(folded) > 1 or _DEPENDENT.match(character) else folded


@lru_cache(maxsize=16384)
def _japanese_character(character: str) -> str:
    if character in _DROPPED or character.isspace():
        return ""
    if character == "ー":
        return character
    if character in _DASHES:
        return "-"
    folded = unicodedata.normalize("NFKC", character).casefold()
    return "".join(c for c in folded if c not in _DROPPED and not c.isspace())


_SMALL = str.maketrans(
    "ァィゥェォャュョッヮヵヶヱヰヅヂづぢ", "アイウエオヤユヨツワカケエイズジずじ"
)
_OLD_KANJI: dict[int, int | str] = dict(
    str.maketrans(
        "髙﨑邉邊渡齋齊斎澤濱廣國學會體縣鐵櫻嶋嶌龍瀧靱黑眞惠藏豐榮寶冨圓萬應濵曾",
        "高崎辺辺渡斉斉斉沢浜広国学会体県鉄桜島島竜滝靭黒真恵蔵豊栄宝富円万応浜曽",
    )
)
_OLD_KANJI[ord("癌")] = "がん"
_V_SOUNDS = regex("ヴ([ァィェォ]?)")
_V_TO_B = {"": "ブ", "ァ": "バ", "ィ": "ビ", "ェ": "ベ", "ォ": "ボ"}


def fold_loosely(text: str) -> Folded:
    """`fold_japanese`, and without ー, ヴ, small kana and old forms of kanji."""
    folded = fold_japanese(text)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    while position < len(folded.text):
        sound = _V_SOUNDS.match(folded.text, position)
        end = sound.end() if sound else position + 1
        letter = _V_TO_B[sound[1]] if sound else folded.text[position]
        if letter != "ー":
            for written in letter.translate(_SMALL).translate(_OLD_KANJI):
                out.append(written)
                starts.append(folded.starts[position])
                ends.append(folded.ends[end - 1])
        elif ends:
            ends[-1] = folded.ends[position]
        position = end
    return Folded("".join(out), tuple(starts), tuple(ends))


def is_katakana(character: str) -> bool:
    """Whether it belongs to a katakana word (ー does)."""
    return "ァ" <= character <= "ヺ" or character == "ー"


def is_hiragana(character: str) -> bool:
    """Whether it is a hiragana letter."""
    return "ぁ" <= character <= "ゖ"


def is_kanji(character: str) -> bool:
    """Whether it is a Chinese character."""
    return (
        "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or character == "々"
    )


def is_latin(character: str) -> bool:
    """Whether it belongs to a word or figure in ASCII."""
    return character.isascii() and character.isalnum()
