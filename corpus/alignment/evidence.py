"""All signals of a pair of texts brought together, each token with its rarity."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from corpus.alignment import anchors, katakana, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.alignment.anchors import Tokens

SIGNALS: tuple[tuple[str, Callable[[Sequence[str], Sequence[str]], Tokens]], ...] = (
    ("figure", anchors.figure_tokens),
    ("small", anchors.small_figure_tokens),
    ("latin", anchors.latin_tokens),
    ("sound", katakana.sound_tokens),
    ("word", words.word_tokens),
    ("mark", anchors.mark_tokens),
)
"""Each kind of token with its source; `name`, for names handed in, is added to them."""


_RARE = 2
"""Paragraphs of one side, of those looked at, that a telling token may stand in."""


class Token(NamedTuple):
    """A sign that can stand on both sides."""

    kind: str
    text: str


class Evidence(NamedTuple):
    """The tokens of each paragraph, and how rare each token is in this pair of texts."""

    source: tuple[frozenset[Token], ...]
    target: tuple[frozenset[Token], ...]
    rarity: dict[Token, float]
    """-log of the share of paragraphs that hold it, the two sides averaged."""

    def telling_pairs(self, source: Sequence[int], target: Sequence[int]) -> set[tuple[int, int]]:
        """Pairs of these paragraphs, by number, that share a token which is rare among them."""
        places, others = _places(self.source, source), _places(self.target, target)
        return {
            (i, j)
            for token, rows in places.items()
            if token.kind != "mark" and len(rows) <= _RARE
            if len(columns := others.get(token, ())) <= _RARE
            for i in rows
            for j in columns
        }


def gather(
    source: Sequence[str], target: Sequence[str], names: Sequence[tuple[str, str]] = ()
) -> Evidence:
    """The evidence of all signals."""
    found = [(kind, signal(source, target)) for kind, signal in SIGNALS]
    found.append(("name", anchors.name_tokens(source, target, names)))
    known: dict[Token, Token] = {}
    left = _merged([(kind, tokens[0]) for kind, tokens in found], len(source), known)
    right = _merged([(kind, tokens[1]) for kind, tokens in found], len(target), known)
    return Evidence(left, right, _rarity(left, right))


def _merged(
    found: Sequence[tuple[str, Sequence[set[str]]]], size: int, known: dict[Token, Token]
) -> tuple[frozenset[Token], ...]:
    """All tokens of each paragraph; equal ones are the same object, to spare memory."""
    return tuple(
        frozenset(
            known.setdefault(token, token)
            for kind, tokens in found
            for token in (Token(kind, text) for text in tokens[at])
        )
        for at in range(size)
    )


def _rarity(
    left: Sequence[frozenset[Token]], right: Sequence[frozenset[Token]]
) -> dict[Token, float]:
    counts = [(Counter(chain.from_iterable(side)), len(side)) for side in (left, right)]
    return {
        token: -sum(math.log((count[token] + 0.5) / (size + 1)) for count, size in counts) / 2
        for token in {*counts[0][0], *counts[1][0]}
    }


def _places(side: Sequence[frozenset[Token]], numbers: Sequence[int]) -> dict[Token, list[int]]:
    found: dict[Token, list[int]] = defaultdict(list)
    for at in numbers:
        for token in side[at]:
            found[token].append(at)
    return found
