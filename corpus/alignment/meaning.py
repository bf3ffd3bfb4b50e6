"""Likeness of meaning, from the sentence encoder, in standard deviations above the usual.

A cosine says little by itself: some paragraphs are like everything. What a paragraph has with
all others is taken off first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.embedding import Embedder

_SAMPLE = 400
"""Paragraphs of the other side that say what is usual."""
_USUAL_MEAN, _USUAL_DEVIATION = 0.05, 0.12
"""Of the cosines of paragraphs that have nothing to do with each other."""
_MANY = 60
"""Pairs of paragraphs whose mean and deviation are believed half."""
_FEW = 4
"""Paragraphs whose mean is believed half."""
_LONGEST = 3


class Meaning:
    """The likeness of all runs of one to three paragraphs of two texts, none of them empty."""

    def __init__(self, source: Sequence[str], target: Sequence[str], embedder: Embedder) -> None:
        vectors = embedder.embed([" ".join(text.split()) for text in (*source, *target)])
        self._source = _runs(vectors[: len(source)], source)
        self._target = _runs(vectors[len(source) :], target)
        sample = [_spread(runs[1]) for runs in (self._source, self._target)]
        likeness = sample[0] @ sample[1].T
        # In a short text half of the pairs may be true ones, and say little about the others.
        trust = likeness.size / (likeness.size + _MANY)
        self._mean = trust * float(likeness.mean()) + (1 - trust) * _USUAL_MEAN
        self._deviation = trust * float(likeness.std()) + (1 - trust) * _USUAL_DEVIATION
        self._source_means = self._means(self._source, sample[1])
        self._target_means = self._means(self._target, sample[0])

    def row(self, size: tuple[int, int], i: int, low: int, high: int) -> list[float]:
        """The likeness of the run of `size[0]` paragraphs from `i` on with those from `low` to
        `high` on, as many as there are."""
        m, n = size
        if i >= len(self._source[m]):
            return []
        usual = self._source_means[m][i] + self._target_means[n][low : high + 1] - self._mean
        likeness = self._target[n][low : high + 1] @ self._source[m][i]
        row: list[float] = ((likeness - usual) / self._deviation).tolist()
        return row

    def _means(self, runs: dict[int, Any], others: Any) -> dict[int, Any]:
        """What each run has with the other side on the whole."""
        trust = len(others) / (len(others) + _FEW)
        return {
            m: self._mean + trust * ((vectors @ others.T).mean(axis=1) - self._mean)
            for m, vectors in runs.items()
        }


def _spread(vectors: Any) -> Any:
    """A part of the vectors, evenly taken."""
    return vectors[:: max(1, len(vectors) // _SAMPLE)]


def _runs(vectors: Any, texts: Sequence[str]) -> dict[int, Any]:
    """The vectors of runs: the mean of their paragraphs', the longer the weightier."""
    weighted = vectors * [[len(text) + 1.0] for text in texts]
    runs = {1: vectors}
    total = weighted
    for m in range(2, _LONGEST + 1):
        total = total[:-1] + weighted[m - 1 :]
        lengths = (total**2).sum(axis=1, keepdims=True) ** 0.5
        runs[m] = total / (lengths + 1e-9)
    return runs
