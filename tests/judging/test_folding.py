"""Folding compares what is the same and still knows where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.folding import Folded, english_text, fold_english, fold_japanese, fold_loosely

FOLDS = (fold_english, fold_japanese, fold_loosely)
TEXTS = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("ABab'’.,-&・ーヴァｶﾞﾞﾟ　 \n()株式会社㈱①½éÉﬁß"),
    ),
    max_size=60,
)


def holds(folded: Folded, text: str) -> None:
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)
    assert all(0 <= s <= e <= len(text) for s, e in zip(folded.starts, folded.ends, strict=True))


@pytest.mark.parametrize("fold", FOLDS)
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_folded_character_has_its_place_in_the_text(fold, text):
    holds(fold(text), text)


@pytest.mark.parametrize("fold", FOLDS)
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_folding_what_is_folded_changes_nothing_more(fold, text):
    once = fold(text).text
    assert fold(once).text == once


@given(text=st.one_of(TEXTS, st.text("aAzZ09  .'", max_size=12)))
@settings(max_examples=300, deadline=None)
def test_the_text_alone_is_that_of_the_folding(text):
    assert english_text(text) == fold_english(text).text


@given(before=TEXTS, after=TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_span_gives_back_the_words_it_was_found_by(before, after):
    text = f"{before} 東京メトロ {after}"
    folded = fold_japanese(text)
    at = folded.text.index("東京メトロ")
    assert folded.span(at, at + 5).of(text).replace(" ", "") == "東京メトロ"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. Navy", "the US navy"),
        ("Johnson & Johnson", "Johnson and Johnson"),
        ("multi-domain", "Multi domain"),
        ("Toyota's plant", "Toyota’s plant"),
        ("Trade, and Industry", "Trade and Industry"),
        ("Société Générale", "Societe Generale"),
        ("St. Louis", "St Louis"),
        ("O'Hare", "O’Hare"),
    ],
)
def test_english_that_is_the_same_folds_alike(one, other):
    assert fold_english(one).text == fold_english(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in Japan. Society is", "in Japan Society is"),
        ("AT&T", "ATT"),
        ("version 3.5", "version 35"),
    ],
)
def test_english_that_differs_stays_different(one, other):
    assert fold_english(one).text != fold_english(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("三井Ｅ＆Ｓ", "三井E&S"),
        ("ゴールドマン・サックス", "ゴールドマンサックス"),
        ("ﾎﾞｰｲﾝｸﾞ", "ボーイング"),
        ("ホンダ エアクラフト", "ホンダエアクラフト"),
        ("ジャン＝クロード", "ジャンクロード"),
        ("㈱日立", "(株)日立"),
        ("コンピュ―ター", "コンピューター"),
    ],
)
def test_japanese_that_is_the_same_folds_alike(one, other):
    assert fold_japanese(one).text == fold_japanese(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("コンピューター", "コンピュータ"),
        ("ヴェトナム", "ベトナム"),
        ("キヤノン", "キャノン"),
        ("渡邉", "渡辺"),
    ],
)
def test_spellings_of_one_name_differ_but_fold_alike_loosely(one, other):
    assert fold_japanese(one).text != fold_japanese(other).text
    assert fold_loosely(one).text == fold_loosely(other).text


def test_other_names_stay_different_even_loosely():
    assert fold_loosely("オーストリア").text != fold_loosely("オーストラリア").text
