"""The folded texts alone, without the way back to the original, for thousands of them at once.

What nearly all texts are made of is folded by the string methods of Python, which are compiled;
what takes judgement ("U.S.", accents, line breaks) is left to `glossary.folding`. The result is
the same letter by letter, which the tests hold.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from corpus.patterns import regex
from glossary.english_words import ABBREVIATIONS
from glossary.folding import character_by_itself, fold_english

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNEASY = regex(
    r"[^ -~\xa0‘’“”–—]"
    r"|\.(?:[.'’]|[A-Za-z]\.|\d+[A-Za-z])"
    r"|,\d+[A-Za-z]"
    r"|[-–—/_~* \xa0]\."
    r"|['’](?:['’]|s?\.)|_['’]"
)
"""What makes an English text one that is folded token by token."""
_USUAL = str.maketrans("\xa0‘’“”–—", ' "\'""--')
_POINT = regex(r"\.(?=\d)(?<=\d\.)")
_THOUSANDS = regex(r",(?=\d)(?<=\d,)")
_DOT_OF_ABBREVIATION = regex(
    rf"\.(?:{'|'.join(rf'(?<=[^a-z0-9]{word}.)' for word in sorted(ABBREVIATIONS))})"
)
_APOSTROPHE = regex(r"'(?:(?<=[\w.]')s?(?![a-z0-9])|(?<=[a-z0-9]')(?=[a-z0-9]))")
_KEPT_POINT, _KEPT_COMMA = "\x01", "\x02"
_MARKS = str.maketrans(
    {c: "," for c in string.punctuation if c not in "&+"} | dict.fromkeys("-/_~*", " ")
)
_BETWEEN = "\n"


def english_texts(texts: Sequence[str]) -> list[str]:
    """`fold_english(text).text` of each."""
    easy = [not _UNEASY.search(text) for text in texts]
    plain = _english_block([text for text, plainly in zip(texts, easy, strict=True) if plainly])
    at = iter(plain)
    return [
        next(at) if plainly else fold_english(text).text
        for text, plainly in zip(texts, easy, strict=True)
    ]


def _english_block(texts: Sequence[str]) -> list[str]:
    """Of texts that are not uneasy, all in one string from the first step to the last."""
    if not texts:
        return []
    block = f"{_BETWEEN}{_BETWEEN.join(texts)}{_BETWEEN}"
    block = block.translate(_USUAL) if not block.isascii() else block
    block = _THOUSANDS.sub(_KEPT_COMMA, _POINT.sub(_KEPT_POINT, block.lower()))
    block = _APOSTROPHE.sub("", _DOT_OF_ABBREVIATION.sub(" ", block)).translate(_MARKS)
    for mark, token in ((",", " , "), ("&", " and "), ("+", " + "), (_BETWEEN, " \n ")):
        block = block.replace(mark, token)
    block = _until_same(block, "  ", " ")
    block = _until_same(block, " , , ", " , ").replace("\n , ", "\n ")
    block = _until_same(block, " , and ", " and ")
    block = block.replace(_KEPT_POINT, ".").replace(_KEPT_COMMA, ",")
    return block.split(_BETWEEN)[1:-1]


def _until_same(text: str, old: str, new: str) -> str:
    while old in text:
        text = text.replace(old, new)
    return text


NOT_PLAIN = "\x00"
"""Stands for a character whose folding depends on its neighbours, or gives several."""


class _Characters(dict[int, str]):
    def __missing__(self, code: int) -> str:
        folded = character_by_itself(chr(code))
        self[code] = NOT_PLAIN if folded is None else folded
        return self[code]


_CHARACTERS = _Characters()


def japanese_text(text: str) -> str:
    """`fold_japanese(text).text`; anything with `NOT_PLAIN` in it where that is not sure."""
    return text.translate(_CHARACTERS)
