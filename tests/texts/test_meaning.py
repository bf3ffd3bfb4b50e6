"""Likeness of meaning as one more sign, with an encoder made for the test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from corpus.alignment import align, aligner
from corpus.alignment.meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

numpy = pytest.importorskip("numpy", reason="comes with the extra semantic")

EN = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]
JA = ["ろ", "は", "に", "ほ", "へ"]
"""`beta` to `zeta` in order; `alpha` has no counterpart."""


class Known:
    """Knows the meaning of the words above and of nothing else."""

    name = "known"

    def embed(self, texts: Sequence[str]) -> Any:
        vectors = numpy.full((len(texts), len(EN)), 0.1)
        for row, text in enumerate(texts):
            for column, word in enumerate(EN):
                if word in text or (column and JA[column - 1] in text):
                    vectors[row, column] = 1.0
        return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)


def test_a_paragraph_is_most_like_its_translation() -> None:
    meaning = Meaning(EN, JA, Known())
    row = meaning.row((1, 1), 2, 0, 4)
    assert row.index(max(row)) == 1
    assert len(meaning.row((1, 2), 2, 0, 4)) == 4
    assert meaning.row((2, 1), 5, 0, 4) == []


def test_meaning_decides_where_there_are_no_other_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aligner, "installed", Known)
    links = {(link.source, link.target) for link in align(EN, JA)}
    assert ((0,), ()) in links
    assert {((k + 1,), (k,)) for k in range(5)} <= links


def test_texts_too_long_for_the_encoder_are_aligned_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(aligner, "installed", Known)
    monkeypatch.setattr(aligner, "LONGEST_MEANT", 3)
    assert align(EN, JA)
