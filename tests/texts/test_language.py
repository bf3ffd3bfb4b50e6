"""Sentences of both languages, guessing the language, and what sounds alike."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.language import english, japanese
from corpus.language.japanese import Language, language
from corpus.language.sounds import key_of_english, key_of_katakana


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They met. They agreed.", 2),
        ("Mt. Fuji is 3,776.24 m high.", 1),
        ("The U.S. Navy and Dr. Sato (see p. 12. Annex) met.", 1),
        ("12. Ports and roads", 1),
        ('He said, "We agree. We sign." They left.', 2),
        ("Why? Because! Yes…", 3),
        ("A bracket (never closed. And more.", 2),
        ("", 0),
    ],
)
def test_english_sentences(text: str, count: int) -> None:
    assert len(english.sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("両国は会談した。合意に達した。", 2),
        ("首相は「会談した。合意した。」と述べた。", 1),
        ("本当ですか？！はい。", 2),
        ("高さは3.5mである。", 1),
        ("（注1。以下同じ）である。次へ。", 2),
        ("「閉じない括弧。それでも切る。", 2),
        ("見出し", 1),
        ("", 0),
    ],
)
def test_japanese_sentences(text: str, count: int) -> None:
    assert len(japanese.sentences(text)) == count


@pytest.mark.parametrize("split", [english.sentences, japanese.sentences])
@given(st.text(st.sampled_from('aB .!?。？「」（）()"12\n日本')))
@settings(max_examples=100)
def test_sentences_leave_nothing_out_but_white_space(split, text: str) -> None:
    spans = split(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join("".join(span.of(text).split()) for span in spans)
    assert kept == "".join(text.split())


def test_the_language_of_a_text() -> None:
    assert language("The ministers met in Nara.") is Language.ENGLISH
    assert language("閣僚は奈良で会談した。") is Language.JAPANESE
    assert language("NATOとAUKUSの協力") is Language.JAPANESE
    assert language("The word 対訳 means bilingual text.") is Language.ENGLISH
    assert language("2024: 12.5 %") is Language.UNKNOWN


@pytest.mark.parametrize(
    ("name", "katakana"),
    [
        ("Carter", "カーター"),
        ("Alexander", "アレクサンダー"),
        ("Microsoft", "マイクロソフト"),
        ("computer", "コンピューター"),
        ("Mitchell", "ﾐｯﾁｪﾙ"),
        ("Queensland", "クイーンズランド"),
    ],
)
def test_a_name_and_its_katakana_sound_alike(name: str, katakana: str) -> None:
    assert key_of_english(name) == key_of_katakana(katakana) != ""


def test_different_names_sound_different() -> None:
    assert key_of_english("Carter") != key_of_katakana("マイクロソフト")
