"""Figures and dates by value, so that `$12.1 billion` and `121億ドル` are the same thing.

Written with digits of any width, with 万億兆, with kanji numerals before a counter, in English
words. Spans are those of the text as given.
"""

from __future__ import annotations

from functools import lru_cache

from corpus.bitext import Side
from corpus.language.figures.english import english_figures
from corpus.language.figures.japanese import japanese_figures
from corpus.language.figures.quantity import Bound, Figure, Kind

__all__ = ["Bound", "Figure", "Kind", "figures"]


@lru_cache(maxsize=1024)
def figures(text: str, side: Side) -> tuple[Figure, ...]:
    """The figures of an English (source) or Japanese (target) text, in order, none overlapping."""
    return tuple(english_figures(text) if side is Side.SOURCE else japanese_figures(text))
