"""Likeness of meaning, from the sentence encoder, in standard deviations above the usual.

A cosine says little by itself: some sentences are like everything. What a sentence has with
all others is taken off first. Only sentences are encoded; a paragraph is the mean of its own.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.language import english, japanese

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.bitext import Span
    from corpus.embedding import Embedder

Size = tuple[int, int]

_SAMPLE = 400
"""Texts of the other side that say what is usual."""
_USUAL_MEAN, _USUAL_DEVIATION = 0.05, 0.12
"""Of the cosines of texts that have nothing to do with each other."""
_MANY = 60
"""Pairs of texts whose mean and deviation are believed half."""
_FEW = 4
"""Texts whose mean is believed half."""
_LONGEST = 3
_MOST_SENTENCES = 500
"""Sentences of one text that are compared; a paragraph of more is no paragraph of a document."""
_ASKED_AGAIN = 1 << 12
"""Rows that are kept."""
_PLAIN = 3.0
"""Deviations from which a sentence is plainly said on the other side."""
_NOT_AT_ALL = -5.0
"""Further below that than this nothing can be."""


class Likeness(NamedTuple):
    """What the encoder says of the beads of one size from a source paragraph on: arrays with a
    figure for each target paragraph that such a bead can begin with.
    """

    whole: Any
    """How alike both sides are."""
    covered: Any
    """How well the sentences of each side are said on the other, the longer the weightier."""
    lost: Any
    """How far the sentence that is said least is from being said plainly; at most nought."""


class _Side(NamedTuple):
    """The sentences of one text."""

    vectors: Any
    lengths: Any
    starts: Any
    """The number of the first sentence of each paragraph, and that of all sentences."""
    runs: dict[int, Any]
    """`[m][i]` is the vector of `m` paragraphs from `i` on."""


class _Said(NamedTuple):
    """How well each sentence of a source run is said in each target paragraph, and the other way
    round."""

    lengths: Any
    best: Any
    """A row for each sentence of the source run."""
    sums: Any
    """For each target paragraph: of its sentences, weighed with their lengths."""
    sizes: Any
    least: Any


class Meaning:
    """The likeness of all runs of one to three paragraphs of two texts, none of them empty."""

    def __init__(self, source: Sequence[str], target: Sequence[str], embedder: Embedder) -> None:
        left, right = _cut(source, english.sentences), _cut(target, japanese.sentences)
        texts = [" ".join(text.split()) for parts in (*left, *right) for text in parts]
        vectors = embedder.embed(texts)
        self._np = import_module("numpy")
        # The programme asks for the same rows again when it knows the lengths better.
        self._rows = lru_cache(_ASKED_AGAIN)(self._made)
        count = sum(map(len, left))
        self._source = _side(left, vectors[:count], self._np)
        self._target = _side(right, vectors[count:], self._np)
        self._sentences = _Scale({0: self._source.vectors}, {0: self._target.vectors})
        self._paragraphs = _Scale(self._source.runs, self._target.runs)

    def rows(self, sizes: tuple[Size, ...], i: int, low: int, high: int) -> list[Likeness | None]:
        """For each size the likeness of beads from source paragraph `i` and target paragraphs
        `low` to `high` on, as many as there are; None where there are none.
        """
        return self._rows(sizes, i, low, high)

    def _made(self, sizes: tuple[Size, ...], i: int, low: int, high: int) -> list[Likeness | None]:
        said = {m: self._said(m, i, low, high) for m in {m for m, _ in sizes}}
        return [self._likeness(size, i, low, high, said[size[0]]) for size in sizes]

    def _said(self, m: int, i: int, low: int, high: int) -> _Said | None:
        np, target = self._np, self._target
        starts = target.starts[low : high + 1 + _LONGEST]
        if i + m >= len(self._source.starts) or len(starts) < 2:
            return None
        rows = slice(self._source.starts[i], self._source.starts[i + m])
        columns = slice(starts[0], starts[-1])
        likeness = self._sentences.between(
            self._source.vectors[rows], (0, rows), target.vectors[columns], (0, columns)
        )
        # A run of starts, less the end of the last paragraph, as numpy's `reduceat` wants it.
        firsts = starts[:-1] - starts[0]
        said, lengths = likeness.max(axis=0), target.lengths[columns]
        return _Said(
            self._source.lengths[rows],
            np.maximum.reduceat(likeness, firsts, axis=1),
            np.add.reduceat(said * lengths, firsts),
            np.add.reduceat(lengths, firsts),
            np.minimum.reduceat(said, firsts),
        )

    def _likeness(
        self, size: Size, i: int, low: int, high: int, said: _Said | None
    ) -> Likeness | None:
        m, n = size
        width = min(high + 1, len(self._target.starts) - n) - low
        if said is None or width < 1:
            return None
        np, columns = self._np, slice(low, low + width)
        best, sums, lengths, least = (
            [part[..., k : k + width] for k in range(n)]
            for part in (said.best, said.sums, said.sizes, said.least)
        )
        most = np.maximum.reduce(best)
        covered = said.lengths @ most / said.lengths.sum() + sum(sums) / sum(lengths)
        lost = np.minimum(np.minimum.reduce(least), most.min(axis=0)) - _PLAIN
        run, others = self._source.runs[m][i : i + 1], self._target.runs[n][columns]
        whole = self._paragraphs.between(run, (m, slice(i, i + 1)), others, (n, columns))
        return Likeness(whole[0], covered / 2, lost.clip(_NOT_AT_ALL, 0.0))


class _Scale:
    """What is usual between two sides, given as vectors by the length of the runs."""

    def __init__(self, source: dict[int, Any], target: dict[int, Any]) -> None:
        sample = [_spread(side[min(side)]) for side in (source, target)]
        likeness = sample[0] @ sample[1].T
        # In a short text half of the pairs may be true ones, and say little about the others.
        trust = likeness.size / (likeness.size + _MANY)
        self._mean = trust * float(likeness.mean()) + (1 - trust) * _USUAL_MEAN
        self._deviation = trust * float(likeness.std()) + (1 - trust) * _USUAL_DEVIATION
        self._source = self._means(source, sample[1])
        self._target = self._means(target, sample[0])

    def between(
        self, source: Any, rows: tuple[int, slice], target: Any, columns: tuple[int, slice]
    ) -> Any:
        """The likeness of all these vectors, whose places are given as length and numbers."""
        usual = self._source[rows[0]][rows[1], None] + self._target[columns[0]][columns[1]]
        return (source @ target.T - (usual - self._mean)) / self._deviation

    def _means(self, runs: dict[int, Any], others: Any) -> dict[int, Any]:
        """What each run has with the other side on the whole."""
        trust = len(others) / (len(others) + _FEW)
        return {
            m: self._mean + trust * ((vectors @ others.T).mean(axis=1) - self._mean)
            for m, vectors in runs.items()
        }


def _cut(texts: Sequence[str], sentences: Callable[[str], Sequence[Span]]) -> list[list[str]]:
    """The sentences of each text, of one that has very many a part of them, evenly taken; a text
    without any is one itself."""
    return [_some([span.of(text) for span in sentences(text)]) or [text] for text in texts]


def _some(sentences: list[str]) -> list[str]:
    return sentences[:: 1 + len(sentences) // _MOST_SENTENCES]


def _spread(vectors: Any) -> Any:
    """A part of the vectors, evenly taken."""
    return vectors[:: max(1, len(vectors) // _SAMPLE)]


def _side(parts: Sequence[Sequence[str]], vectors: Any, np: Any) -> _Side:
    lengths = np.array([len(text) + 1.0 for texts in parts for text in texts], "f4")
    starts = np.array([0, *accumulate(map(len, parts))])
    paragraphs = np.add.reduceat(vectors * lengths[:, None], starts[:-1], axis=0)
    runs = {}
    total = paragraphs
    for m in range(1, _LONGEST + 1):
        runs[m] = total / (np.linalg.norm(total, axis=1, keepdims=True) + 1e-9)
        total = total[:-1] + paragraphs[m:]
    return _Side(vectors, lengths, starts, runs)
