"""What speaks for a bead: a group of paragraphs said to answer each other.

The score is linear in the weights (`weights.py`), so that they can be fitted.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from corpus.alignment.evidence import Token, gather
from corpus.alignment.length import SMOOTHING, english_size, japanese_size, precision
from corpus.language import english, japanese

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from corpus.bitext import Span

LINKED = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
"""Sizes of the beads with two sides: paragraphs of the source, of the target."""
_LONGEST = 3
_ENGLISH_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_JAPANESE_END = re.compile(r"[。．！？!?…][」』）)\]”\"]*$")
_NOT_TOLD_APART = re.compile(r"[\W_]+")


class _Run(NamedTuple):
    """One to three neighbouring paragraphs of one side, with all that a bead asks of them."""

    tokens: frozenset[Token]
    own: float
    """The part of the score that does not depend on the other side."""
    log_size: float
    precision: float
    single_log_size: float
    """As if paragraphs that repeat the first were not there."""
    sentences: int
    ends: bool
    """Whether the last paragraph ends as a sentence does."""


class Beads:
    """The scores of all beads of a pair of texts, higher for likelier ones."""

    def __init__(
        self,
        source: Sequence[str],
        target: Sequence[str],
        names: Sequence[tuple[str, str]],
        weights: Mapping[str, float],
    ) -> None:
        self.evidence = gather(source, target, names)
        self._weights = weights
        self._gain = {
            token: weights[f"{token.kind} rarity"] * rarity
            + weights[f"{token.kind} shared"]
            - weights[f"{token.kind} only source"]
            - weights[f"{token.kind} only target"]
            for token, rarity in self.evidence.rarity.items()
        }
        self.source_alone = [self._alone("source", english_size(t)) for t in source]
        """The scores of source paragraphs without counterpart."""
        self.target_alone = [self._alone("target", japanese_size(t)) for t in target]
        self._source = _Side(source, self.evidence.source, "source", weights)
        self._target = _Side(target, self.evidence.target, "target", weights)

    def _alone(self, side: str, size: float) -> float:
        return self._weights[f"{side} alone"] + self._weights[f"{side} alone size"] * (
            math.log(size + SMOOTHING) - 4
        )

    def scores(self, i: int, low: int, high: int) -> tuple[list[float], ...]:
        """For each size in `LINKED`, the scores of the beads from paragraph `i` of the source
        and `low` to `high` of the target on; minus infinity where there are too few left.
        """
        return tuple(self._row(size, i, low, high) for size in LINKED)

    def advantage(self, i: int, j: int) -> float:
        """How much likelier paragraphs `i` and `j` are a pair than both without counterpart."""
        paired = self._scorer((1, 1), self._source.runs[1][i])(self._target.runs[1][j])
        return paired - self.source_alone[i] - self.target_alone[j]

    def _row(self, size: tuple[int, int], i: int, low: int, high: int) -> list[float]:
        runs = self._source.runs[size[0]]
        others = self._target.runs[size[1]]
        end = min(high + 1, len(others))
        missing = [-math.inf] * (high + 1 - max(end, low))
        if i >= len(runs):
            return [-math.inf] * (high + 1 - low)
        score = self._scorer(size, runs[i])
        return [score(other) for other in others[low:end]] + missing

    def _scorer(self, size: tuple[int, int], run: _Run) -> Callable[[_Run], float]:
        """The score of a bead as a function of its target side; this is the inner loop."""
        weights, gain = self._weights, self._gain
        form = "one" if size == (1, 1) else "many"
        base = weights[f"bead {size[0]}-{size[1]}"] + run.own
        surprise, distance = weights[f"{form} length surprise"], weights[f"{form} length distance"]
        miscount = weights[f"{form} sentence count"]
        one_end, no_end = weights["one side ends"], weights["no side ends"]
        twins = weights["repeated"]
        tokens, size_a, precision_a, single_a, count, ends = (
            run.tokens,
            run.log_size,
            run.precision,
            run.single_log_size,
            run.sentences,
            run.ends,
        )
        twin_a = single_a != size_a
        log1p, sqrt = math.log1p, math.sqrt

        def score(other: _Run) -> float:
            total = base + other.own
            for token in tokens & other.tokens:
                total += gain[token]
            off = abs(other.log_size - size_a)
            if twin_a is not (other.single_log_size != other.log_size):
                off = min(off, abs(other.single_log_size - single_a))
                total += twins
            certain = min(other.precision, precision_a)
            total += surprise * log1p(off * off * certain) + distance * (min(3, off))
            if count != other.sentences:
                a, b = count, other.sentences
                total += miscount * min(abs(a - b), 4) / sqrt(min(a, b))
            if ends is not other.ends:
                return total + one_end
            return total if ends else total + no_end

        return score


class _Side:
    """The runs of one side: `runs[m][i]` is the run of `m` paragraphs from `i` on."""

    def __init__(
        self,
        texts: Sequence[str],
        tokens: Sequence[frozenset[Token]],
        side: str,
        weights: Mapping[str, float],
    ) -> None:
        is_source = side == "source"
        measure = english_size if is_source else japanese_size
        split: Callable[[str], tuple[Span, ...]] = (
            english.sentences if is_source else japanese.sentences
        )
        end = _ENGLISH_END if is_source else _JAPANESE_END
        self._texts = texts
        self._tokens = tokens
        self._sizes = [measure(text) for text in texts]
        self._counts = [max(1, len(split(text))) for text in texts]
        self._ends = [bool(end.search(text.rstrip())) for text in texts]
        self._alike = [_NOT_TOLD_APART.sub("", text).lower() for text in texts]
        self._lacking = weights, f"only {side}"
        self._join = weights[f"{side} join"]
        self.runs = {
            m: [self._run(i, i + m) for i in range(len(texts) - m + 1)]
            for m in range(1, _LONGEST + 1)
        }

    def _run(self, start: int, end: int) -> _Run:
        weights, lacking = self._lacking
        tokens = frozenset().union(*self._tokens[start:end])
        own = sum(weights[f"{token.kind} {lacking}"] for token in tokens)
        own += self._join * sum(-1 if ends else 1 for ends in self._ends[start : end - 1])
        size = sum(self._sizes[start:end])
        log_size = math.log(size + SMOOTHING)
        single = log_size
        if end - start > 1 and len(set(self._alike[start:end])) == 1 and self._alike[start]:
            single = math.log(self._sizes[start] + SMOOTHING)
        return _Run(
            tokens,
            own,
            log_size,
            precision(size),
            single,
            sum(self._counts[start:end]),
            self._ends[end - 1],
        )
