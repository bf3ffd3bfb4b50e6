"""Signs of meaning that stand on both sides: figures, Latin names, known names, marks.

Every signal is a function from the two lists of paragraphs to two lists of token sets, one set a
paragraph; the same token on both sides means the same thing. `evidence.py` weighs them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Side
from corpus.language.figures import Kind, figures
from corpus.patterns import regex
from corpus.segmentation import starts_with_list_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

Tokens = tuple[list[set[str]], list[set[str]]]

_LATIN = regex(r"[A-Za-z0-9][A-Za-z0-9&'’.+/-]*[A-Za-z0-9+]|[A-Z]")
_PLAIN_SMALL = 12
_MARKS = (
    ("question", regex(r"[?？]")),
    ("exclamation", regex(r"[!！]")),
    ("quotation", regex(r"[\"“”「『]")),
    ("bracket", regex(r"[(（［\[]")),
    ("colon", regex(r"[:：]")),
    ("ellipsis", regex(r"\.\.\.|…|・・・")),
)


def figure_tokens(source: Sequence[str], target: Sequence[str]) -> Tokens:
    """Figures and dates by value, those up to twelve left aside."""
    return _figures(source, Side.SOURCE, small=False), _figures(target, Side.TARGET, small=False)


def small_figure_tokens(source: Sequence[str], target: Sequence[str]) -> Tokens:
    """Figures up to twelve, which often stand for something else."""
    return _figures(source, Side.SOURCE, small=True), _figures(target, Side.TARGET, small=True)


def _figures(texts: Sequence[str], side: Side, *, small: bool) -> list[set[str]]:
    return [
        {
            f"{'month' if f.kind is Kind.MONTH else ''}{f.value.normalize():f}"
            for f in figures(text, side)
            if (f.value <= _PLAIN_SMALL and f.kind is not Kind.MONTH) is small
        }
        for text in texts
    ]


def latin_tokens(source: Sequence[str], target: Sequence[str]) -> Tokens:
    """Words in Latin letters that the Japanese keeps."""
    right = [{w.lower() for w in _LATIN.findall(t) if not w.isdigit()} for t in target]
    known = set().union(*right) if right else set()
    left = []
    for text in source:
        words = {w.lower().removesuffix("'s").removesuffix("’s") for w in _LATIN.findall(text)}
        words |= {part for w in words for part in re.split(r"[-/]", w)}
        words |= {w.replace(".", "") for w in words}
        left.append(words & known)
    return left, right


def name_tokens(
    source: Sequence[str], target: Sequence[str], names: Sequence[tuple[str, str]]
) -> Tokens:
    """Names known beforehand: the English as whole words on one side, the Japanese on the other."""
    left: list[set[str]] = [set() for _ in source]
    right: list[set[str]] = [set() for _ in target]
    whole_source, whole_target = "\n".join(source), "\n".join(target)
    for english, japanese in names:
        if japanese not in whole_target or english not in whole_source:
            continue
        word = re.compile(rf"(?<!\w){re.escape(english)}(?!\w)")
        for tokens, text in zip(left, source, strict=True):
            if word.search(text):
                tokens.add(english)
        for tokens, text in zip(right, target, strict=True):
            if japanese in text:
                tokens.add(english)
    return left, right


def mark_tokens(source: Sequence[str], target: Sequence[str]) -> Tokens:
    """Question marks, quotation marks, brackets, colons, list marks."""
    return [_marks(t) for t in source], [_marks(t) for t in target]


def _marks(text: str) -> set[str]:
    found = {name for name, mark in _MARKS if mark.search(text)}
    return found | {"list"} if starts_with_list_mark(text) else found
