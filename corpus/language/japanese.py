"""Reading Japanese: scripts, runs of one script, sentences."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

KANA = regex("[ぁ-ゖァ-ヺｦ-ﾝ]")
"""A hiragana or katakana letter, full or half width."""
KATAKANA_RUN = regex("[ァ-ヺｦ-ﾟ][ァ-ヺーｦ-ﾟ・=＝]*")
"""A katakana word, its middle dots included."""
KANJI_RUN = regex("[\u3400-\u9fff\uf900-\ufaff々〇〆]+")

_JAPANESE = regex("[\u3005-\u3007ぁ-ゖァ-ヺー\u3400-\u9fff\uf900-\ufaffｦ-ﾟ]")
_LATIN = regex("[A-Za-z]")
_TELLING = 200_000
"""Characters at the start of a text by which its language is judged."""
_TERMINATORS = "。．！？!?｡"
_OPENING = "「『（(【〈《［[“"
_CLOSING = "」』）)】〉》］]”"


class Language(StrEnum):
    """The two languages of this program, and what is neither."""

    ENGLISH = "English"
    JAPANESE = "Japanese"
    UNKNOWN = "unknown"


def language(text: str) -> Language:
    """The language of a text by its letters; a text with hardly any is of unknown language.

    Japanese that keeps many English names is Japanese still: one Japanese letter says as much
    as three Latin ones.
    """
    japanese, latin = _letters(text)
    if japanese + latin < 2:
        return Language.UNKNOWN
    return Language.JAPANESE if 3 * japanese >= latin else Language.ENGLISH


def hardly_japanese(text: str) -> bool:
    """Whether so few of the letters are Japanese that they are quoted, or those of a menu: less
    than one in twenty. A text that is translated in part has more."""
    japanese, latin = _letters(text)
    return 19 * japanese < latin


def _letters(text: str) -> tuple[int, int]:
    """How many Japanese and how many Latin letters the text begins with."""
    start = text[:_TELLING]
    return len(_JAPANESE.findall(start)), len(_LATIN.findall(start))


def is_japanese(text: str) -> bool:
    """Whether the text is written in Japanese (see `language`)."""
    return language(text) is Language.JAPANESE


@lru_cache(maxsize=64)  # several checks ask the same of one paragraph
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a paragraph, white space between them left out.

    A full stop inside quotation marks or brackets ends nothing, unless the bracket is never
    closed. Closing marks go with the sentence before them.
    """
    cuts = [0, *_ends(text), len(text)]
    spans = (Span(a, b).trimmed(text) for a, b in pairwise(cuts))
    return tuple(span for span in spans if span)


def _ends(text: str) -> Iterator[int]:
    depth = 0
    balanced = sum(map(text.count, _OPENING)) == sum(map(text.count, _CLOSING))
    for at, character in enumerate(text):
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif character in _TERMINATORS and (depth == 0 or not balanced):
            following = text[at + 1 : at + 2] or " "
            inside = character in "．!?" and following.isascii() and following.isalnum()
            if following not in _TERMINATORS + _CLOSING and not inside:
                yield at + 1
        elif character == "\n" and depth == 0:
            yield at
