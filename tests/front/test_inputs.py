"""What the words of a command line mean."""

import pytest

from corpus.errors import TaiyakuError
from tui.inputs import Input, inputs


def test_two_documents_are_source_and_target():
    assert inputs(["en.txt", "ja.txt"]) == (Input("ja.txt", source="en.txt"),)


def test_each_bitext_is_an_input_of_its_own():
    assert inputs(["a.jsonl", "b.tsv", "-"]) == (Input("a.jsonl"), Input("b.tsv"), Input("-"))


def test_a_folder_stands_for_its_bitexts_in_the_order_of_their_names(tmp_path):
    for name in ("b.jsonl", "a.tsv", "notes.txt", "deep/c.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [i.path for i in inputs([str(tmp_path)])]
    assert found == [str(tmp_path / n) for n in ("a.tsv", "b.jsonl", "deep/c.jsonl")]


@pytest.mark.parametrize("words", [["en.txt"], ["a.txt", "b.txt", "c.txt"], ["a.txt", "b.jsonl"]])
def test_any_other_mixture_is_refused(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for word in words:
        (tmp_path / word).touch()
    with pytest.raises(TaiyakuError, match=r"cannot be paired|one document alone"):
        inputs(words)


def test_an_empty_folder_is_said(tmp_path):
    with pytest.raises(TaiyakuError, match="no bitext"):
        inputs([str(tmp_path)])


def test_the_documents_of_a_folder_are_paired_by_their_names(tmp_path, capsys):
    for name in ("b.en.txt", "b.ja.txt", "a.jsonl", "c.en.txt", "notes.txt"):
        (tmp_path / name).touch()
    pair = Input(str(tmp_path / "b.ja.txt"), source=str(tmp_path / "b.en.txt"))
    assert inputs([str(tmp_path)]) == (Input(str(tmp_path / "a.jsonl")), pair)
    assert "c.en.txt has no Japanese" in capsys.readouterr().err


def test_a_pattern_says_which_documents_belong_together(tmp_path):
    for name in ("b.src.txt", "b.mt.txt"):
        (tmp_path / name).touch()
    (found,) = inputs([str(tmp_path)], ["{x}.src.txt", "{x}.mt.txt"])
    assert (found.source, found.path) == (str(tmp_path / "b.src.txt"), str(tmp_path / "b.mt.txt"))
