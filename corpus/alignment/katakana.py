"""Katakana that sounds like an English word of the other text."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.language.japanese import KATAKANA_RUN
from corpus.language.sounds import key_of_english, key_of_katakana
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.alignment.anchors import Tokens

_WORD = regex(r"[A-Za-zÀ-ɏ]{3,}")
_PARTS = regex("[・=＝]")
_TELLING = 3
"""Consonants that a word needs to be told from others by its sound."""
_LENIENT = 4
"""Consonants from which one may differ."""


def sound_tokens(source: Sequence[str], target: Sequence[str]) -> Tokens:
    """A token, the English key, for each katakana word with a like-sounding English one."""
    left = [{_english(word.lower()) for word in _WORD.findall(text)} for text in source]
    left = [{key for key in keys if len(key) >= _TELLING} for keys in left]
    near = _neighbours(key for keys in left for key in keys)
    right = []
    for text in target:
        runs = {part for run in KATAKANA_RUN.findall(text) for part in _PARTS.split(run)}
        keys = {key_of_katakana(run) for run in runs if len(run) > 1}
        right.append({match for key in keys for match in _matches(key, near)})
    return left, right


@lru_cache(maxsize=1 << 16)
def _english(word: str) -> str:
    return key_of_english(word)


def _neighbours(keys: Iterable[str]) -> dict[str, set[str]]:
    """Each key under itself and, if long enough, under itself less one consonant."""
    near: dict[str, set[str]] = defaultdict(set)
    for key in set(keys):
        for form in _forms(key):
            near[form].add(key)
    return near


def _forms(key: str) -> set[str]:
    if len(key) < _LENIENT:
        return {key}
    return {key, *(key[:k] + key[k + 1 :] for k in range(len(key)))}


def _matches(key: str, near: dict[str, set[str]]) -> set[str]:
    """The English keys that equal a katakana key, else those that differ in one consonant."""
    if len(key) < _TELLING:
        return set()
    found = near.get(key, set())
    if key in found:
        return {key}
    candidates = {k for form in _forms(key) for k in near.get(form, ())}
    return {k for k in candidates if abs(len(k) - len(key)) <= 1 and k[0] == key[0]}
