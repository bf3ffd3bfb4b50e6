"""Likeness of meaning as one more sign, with an encoder made for the test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from corpus.alignment import align, aligner
from corpus.alignment.meaning import Meaning
from corpus.embedding import Remembering
from corpus.workspace.vectors import VectorStore

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
                if word in text.lower() or (column and JA[column - 1] in text):
                    vectors[row, column] = 1.0
        return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)


def test_a_paragraph_is_most_like_its_translation() -> None:
    meaning = Meaning(EN, JA, Known())
    one, two = meaning.rows(((1, 1), (1, 2)), 2, 0, 4)
    assert one
    assert two
    assert one.whole.argmax() == one.covered.argmax() == 1
    assert (len(one.whole), len(two.whole)) == (5, 4)
    assert meaning.rows(((2, 1),), 5, 0, 4) == [None]


def test_a_sentence_that_nothing_says_is_lost() -> None:
    meaning = Meaning(["Beta. Gamma.", "Delta."], ["ろ。は。", "ろ。", "に。"], Known())
    (row,) = meaning.rows(((1, 1),), 0, 0, 2)
    assert row
    both, first, neither = row.lost
    assert both > first >= neither
    (joined,) = meaning.rows(((2, 2),), 0, 1, 2)
    assert joined
    assert joined.covered[0] < row.covered[0]


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


class Counting(Known):
    """Counts the texts that it encodes."""

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def embed(self, texts: Sequence[str]) -> Any:
        self.encoded += texts
        return super().embed(texts)


def test_no_text_is_encoded_twice() -> None:
    counting = Counting()
    encoder = Remembering(counting)
    once = encoder.embed([*EN, *EN])
    again = encoder.embed(EN[::-1])
    assert counting.encoded == EN
    assert (once[: len(EN)] == again[::-1]).all()


def test_of_a_paragraph_without_end_only_some_sentences_are_compared() -> None:
    counting = Counting()
    meaning = Meaning(["Beta. Gamma. " * 5000, "Delta."], ["ろ。は。" * 5000, "に。"], counting)
    assert len(counting.encoded) < 2000
    one, two = (meaning.rows(((1, 1),), at, 0, 1)[0] for at in (0, 1))
    assert one
    assert two
    assert (one.whole.argmax(), two.whole.argmax()) == (0, 1)


def test_vectors_are_kept_beside_the_workspace_by_model_and_text(tmp_path: Path) -> None:
    store = VectorStore.beside(tmp_path / "workspace.db")
    first, second, other = Counting(), Counting(), Counting()
    encoder = Remembering(first)
    encoder.keep_in(store)
    made = encoder.embed(EN)
    encoder = Remembering(second)
    encoder.keep_in(store)
    assert (encoder.embed([*EN, "ろ"]) == [*made, made[1]]).all()
    assert second.encoded == ["ろ"]
    other.name = "another model"
    encoder = Remembering(other)
    encoder.keep_in(store)
    encoder.embed(EN)
    assert other.encoded == EN
    assert [file.name for file in tmp_path.iterdir()] == ["workspace.vectors.db"]


def test_a_store_stays_where_it_was_made_wherever_the_process_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = VectorStore.beside(Path("w.db"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    store.add("model", {b"hash": b"vector"})
    assert store.found("model", [b"hash"]) == {b"hash": b"vector"}
    assert [file.name for file in tmp_path.rglob("*.db")] == ["w.vectors.db"]
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_store_that_cannot_be_used_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "broken.vectors.db").write_bytes(b"no database at all" * 100)
    for workspace in (tmp_path / "broken.db", tmp_path / "no folder" / "workspace.db"):
        encoder = Remembering(Counting())
        encoder.keep_in(VectorStore.beside(workspace))
        assert len(encoder.embed(EN)) == len(EN)
