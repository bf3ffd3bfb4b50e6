"""What speaks for a bead: a group of paragraphs said to answer each other.

The score is linear in the weights (`weights.py`), so that they can be fitted.
"""

from __future__ import annotations

import math
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from corpus.alignment.length import SMOOTHING, precision

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from corpus.alignment.meaning import Meaning
    from corpus.alignment.survey import Paragraph, Survey

LINKED = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
"""Sizes of the beads with two sides: paragraphs of the source, of the target."""
_LONGEST = 3
_MOST_MISCOUNTED = 4
_FARTHEST = 3.0


class _Run(NamedTuple):
    """One to three neighbouring paragraphs of one side, with all that a bead asks of them."""

    tokens: frozenset[int]
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
    """The scores of all beads of a pair of texts, higher for likelier ones.

    `leaning` is the log of how much longer the Japanese is than usual, all through the text.
    """

    def __init__(
        self,
        surveyed: Survey,
        weights: Mapping[str, float],
        leaning: float = 0.0,
        meaning: Meaning | None = None,
    ) -> None:
        self.evidence = surveyed.evidence
        self._weights = weights
        self._meaning = meaning
        rarity = surveyed.evidence.rarity
        # Numbers in place of tokens: the inner loop intersects sets of them.
        numbers = {token: number for number, token in enumerate(rarity)}
        self._gain = [
            weights[f"{token.kind} rarity"] * rare
            + weights[f"{token.kind} shared"]
            - weights[f"{token.kind} only source"]
            - weights[f"{token.kind} only target"]
            for token, rare in rarity.items()
        ]
        self._lacking = {
            side: [weights[f"{token.kind} only {side}"] for token in rarity]
            for side in ("source", "target")
        }
        usual = math.exp(-leaning)
        target = [p._replace(size=p.size * usual) for p in surveyed.target]
        self.source_alone = [self._alone("source", p.size) for p in surveyed.source]
        """The scores of source paragraphs without counterpart."""
        self.target_alone = [self._alone("target", p.size) for p in target]
        signs = [
            [frozenset(map(numbers.__getitem__, tokens)) for tokens in side]
            for side in surveyed.evidence[:2]
        ]
        self._source = self._runs(surveyed.source, signs[0], "source")
        self._target = self._runs(target, signs[1], "target")

    def scores(self, i: int, low: int, high: int) -> tuple[list[float], ...]:
        """For each size in `LINKED`, the scores of the beads from paragraph `i` of the source
        and `low` to `high` of the target on; minus infinity where there are too few left.
        """
        return self._rows(LINKED, i, low, high)

    def advantage(self, i: int, j: int) -> float:
        """How much likelier paragraphs `i` and `j` are a pair than both without counterpart."""
        ((paired,),) = self._rows(((1, 1),), i, j, j)
        return paired - self.source_alone[i] - self.target_alone[j]

    def stretch(self, i: int, j: int, m: int, n: int) -> float:
        """The log of how much longer the Japanese side of a bead is than its English."""
        return self._target[n][j].log_size - self._source[m][i].log_size

    def _alone(self, side: str, size: float) -> float:
        longer = math.log(size + SMOOTHING) - 4
        return self._weights[f"{side} alone"] + self._weights[f"{side} alone size"] * longer

    def _runs(
        self, paragraphs: Sequence[Paragraph], tokens: Sequence[frozenset[int]], side: str
    ) -> dict[int, list[_Run]]:
        """The runs of one side: `[m][i]` is the one of `m` paragraphs from `i` on."""
        return {
            m: [
                self._run(paragraphs[i : i + m], frozenset().union(*tokens[i : i + m]), side)
                for i in range(len(paragraphs) - m + 1)
            ]
            for m in range(1, _LONGEST + 1)
        }

    def _run(self, paragraphs: Sequence[Paragraph], tokens: frozenset[int], side: str) -> _Run:
        first, last = paragraphs[0], paragraphs[-1]
        own = sum(map(self._lacking[side].__getitem__, tokens))
        own += self._weights[f"{side} join"] * sum(-1 if p.ends else 1 for p in paragraphs[:-1])
        size = sum(p.size for p in paragraphs)
        repeated = first.letters and all(p.letters == first.letters for p in paragraphs)
        single = first.size if repeated else size
        return _Run(
            tokens,
            own,
            math.log(size + SMOOTHING),
            precision(size),
            math.log(single + SMOOTHING),
            sum(p.sentences for p in paragraphs),
            last.ends,
        )

    def _rows(
        self, sizes: tuple[tuple[int, int], ...], i: int, low: int, high: int
    ) -> tuple[list[float], ...]:
        rows = tuple(self._row(size, i, low, high) for size in sizes)
        if self._meaning is None:
            return rows
        for size, row, likeness in zip(
            sizes, rows, self._meaning.rows(sizes, i, low, high), strict=True
        ):
            if likeness is not None:
                form = "one" if size == (1, 1) else "many"
                signs = zip(likeness._fields, likeness, strict=True)
                worth = sum(self._weights[f"{form} {name}"] * sign for name, sign in signs)
                row[: len(worth)] = map(add, row, worth.tolist())
        return rows

    def _row(self, size: tuple[int, int], i: int, low: int, high: int) -> list[float]:
        runs, others = self._source[size[0]], self._target[size[1]]
        if i >= len(runs):
            return [-math.inf] * (high + 1 - low)
        score = self._scorer(size, runs[i])
        end = min(high + 1, len(others))
        row = [score(other) for other in others[low:end]]
        return row + [-math.inf] * (high + 1 - max(end, low))

    def _scorer(self, size: tuple[int, int], run: _Run) -> Callable[[_Run], float]:
        """The score of a bead as a function of its target side; this is the inner loop."""
        weights, gain = self._weights, self._gain
        form = "one" if size == (1, 1) else "many"
        base = weights[f"bead {size[0]}-{size[1]}"] + run.own
        surprise, distance = weights[f"{form} length surprise"], weights[f"{form} length distance"]
        miscount = weights[f"{form} sentence count"]
        one_end, no_end = weights["one side ends"], weights["no side ends"]
        twins = weights["repeated"]
        tokens, _, log_size, certainty, single, count, ends = run
        repeated = single != log_size
        log1p, sqrt = math.log1p, math.sqrt

        def score(other: _Run) -> float:
            theirs, own, other_size, other_certainty, other_single, sentences, other_ends = other
            total = base + own
            for token in tokens & theirs:
                total += gain[token]
            off = abs(other_size - log_size)
            if repeated is not (other_single != other_size):
                off = min(off, abs(other_single - single))
                total += twins
            sure = certainty if certainty < other_certainty else other_certainty  # noqa: FURB136
            total += surprise * log1p(off * off * sure)
            total += distance * (off if off < _FARTHEST else _FARTHEST)  # noqa: FURB136
            if count != sentences:
                miscounted = min(abs(count - sentences), _MOST_MISCOUNTED)
                total += miscount * miscounted / sqrt(min(count, sentences))
            if ends is not other_ends:
                return total + one_end
            return total if ends else total + no_end

        return score
