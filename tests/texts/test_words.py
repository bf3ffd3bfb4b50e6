"""The list of common words that the aligner goes by."""

from __future__ import annotations

import re

from corpus.alignment.katakana import sound_tokens
from corpus.alignment.words import renderings, word_tokens
from corpus.language.japanese import KANA, KANJI_RUN


def test_every_entry_is_an_english_word_with_japanese_renderings() -> None:
    for word, forms in renderings().items():
        assert re.fullmatch(r"[a-z]+('[a-z]+)?", word), word
        assert forms, word
        for form in forms:
            assert KANA.search(form) or KANJI_RUN.search(form) or re.search(r"[%％0０]", form), form


def test_words_are_found_in_their_usual_forms() -> None:
    source = ["The companies stopped buying.", "Countries’ leaders agreed; don't worry."]
    left, right = word_tokens(source, ["企業は購入を停止した。", "各国の首脳は合意した。"])
    assert {"company", "stop", "buy"} <= left[0]
    assert {"country", "leader", "agree", "don't"} <= left[1]
    assert {"company", "buy"} <= right[0]
    assert {"country", "leader", "agree"} <= right[1]
    assert "company" not in right[1]


def test_katakana_is_matched_by_its_sound() -> None:
    left, right = sound_tokens(["Mr. Alexander came.", "Nothing"], ["アレキサンダー氏が来た。"])
    assert left[0] & right[0]
    assert not left[1] & right[0]
