"""Common English words with what stands for them in Japanese (`words.txt`)."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.alignment.anchors import Tokens

_WORD = regex(r"[a-z]+(?:'[a-z]+)?")
_LONGEST_TEXT = 20_000
"""Characters of a paragraph that are looked at; one that is longer is none of flowing text."""
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "r")


def word_tokens(source: Sequence[str], target: Sequence[str]) -> Tokens:
    """The known words of the English, and those whose rendering stands in the Japanese."""
    left = [
        {
            base
            for word in set(_WORD.findall(text.lower().replace("’", "'")))
            if (base := _base(word))
        }
        for text in source
    ]
    known: dict[str, set[str]] = {}
    for word in set().union(*left):
        for form in renderings()[word]:
            known.setdefault(form, set()).add(word)
    longest = max(map(len, known), default=0)
    right = [
        {word for form in known.keys() & _parts(text, longest) for word in known[form]}
        for text in target
    ]
    return left, right


@lru_cache(maxsize=1)
def renderings() -> dict[str, tuple[str, ...]]:
    """The list: each English word in lower case, with parts of Japanese words."""
    text = (files("corpus.alignment") / "words.txt").read_text(encoding="utf-8")
    known: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            word, *forms = line.split()
            known[word] = (*known.get(word, ()), *forms)
    return known


def _parts(text: str, longest: int) -> set[str]:
    """All strings of up to `longest` characters that stand in the text (its first pages)."""
    text = text[:_LONGEST_TEXT]
    return {
        text[at : at + size] for size in range(1, longest + 1) for at in range(len(text) - size + 1)
    }


@lru_cache(maxsize=1 << 16)
def _base(word: str) -> str:
    """The form in the list, regular endings taken off; empty if the word is not in it."""
    known = renderings()
    for form in (word, word.partition("'")[0]):
        if form in known:
            return form
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        shorter = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
        for candidate in (stem, stem + "e", shorter):
            if candidate in known:
                return candidate
    for ending in ("ies", "ied"):
        if word.endswith(ending) and word.removesuffix(ending) + "y" in known:
            return word.removesuffix(ending) + "y"
    return ""
