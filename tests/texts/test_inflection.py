"""敬体 and 常体: each ending written as the other, or left where the writing does not tell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.language import verbs
from corpus.language.inflection import plain, polite


def written(change, sentence):
    return sentence[: change[0]] + change[1] if change else None


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("手紙を書きます", "手紙を書く"),
        ("手紙を書きました", "手紙を書いた"),
        ("海で泳ぎました", "海で泳いだ"),
        ("山へ行きました", "山へ行った"),
        ("作業を行いました", "作業を行った"),
        ("友を呼びました", "友を呼んだ"),
        ("本を読みません", "本を読まない"),
        ("何も言いませんでした", "何も言わなかった"),
        ("朝は早く起きました", "朝は早く起きた"),
        ("登頂を試みます", "登頂を試みる"),
        ("課題に取り組みます", "課題に取り組む"),
        ("傘を借ります", "傘を借りる"),
        ("山頂を目指します", "山頂を目指す"),
        ("制度を見直します", "制度を見直す"),
        ("制度を見直しません", "制度を見直さない"),
        ("農地を開発します", "農地を開発する"),
        ("地域をリードしました", "地域をリードした"),
        ("理由を明らかにします", "理由を明らかにする"),
        ("役割を果たします", "役割を果たす"),
        ("箱から出しました", "箱から出した"),
        ("船を待っています", "船を待っている"),
        ("船を待っております", "船を待っている"),
        ("橋があります", "橋がある"),
        ("橋がありません", "橋がない"),
        ("橋ではありませんでした", "橋ではなかった"),
        ("客が来ます", "客が来る"),
        ("許可を得ました", "許可を得た"),
        ("船が見られません", "船が見られない"),
        ("風が強くなりました", "風が強くなった"),
        ("町が重要です", "町が重要である"),
        ("町が重要でした", "町が重要であった"),
        ("町が重要でしょう", "町が重要であろう"),
        ("訪れるつもりです", "訪れるつもりである"),
        ("訪れたのです", "訪れたのである"),
        ("橋が新しいです", "橋が新しい"),
        ("橋が高いです", "橋が高い"),
        ("橋が高かったです", "橋が高かった"),
        ("町に人がいます", "町に人がいる"),
        ("春が戻ってきました", "春が戻ってきた"),
        ("雨が降るようです", "雨が降るようである"),
    ],
)
def test_polite_becomes_plain(said, wanted):
    assert written(plain(said), said) == wanted


@pytest.mark.parametrize(
    "said",
    [
        "雨が降ります",
        "手を出します",
        "お願いします",
        "ご案内いたします",
        "お待ちください",
        "願いです",
    ],
)
def test_what_may_be_one_of_two_verbs_or_none_is_left(said):
    assert plain(said) is None


def test_the_copula_may_be_da():
    assert written(plain("町が重要です", "だ"), "町が重要です") == "町が重要だ"
    assert written(plain("訪れたんです", "だ"), "訪れたんです") == "訪れたんだ"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("手紙を書く", "手紙を書きます"),
        ("手紙を書いた", "手紙を書きました"),
        ("病を防いだ", "病を防ぎました"),
        ("違いだ", "違いです"),
        ("本を読んだ", "本を読みました"),
        ("鳥が飛んだ", "鳥が飛びました"),
        ("驚いたのだ", "驚いたのです"),
        ("朝は早く起きる", "朝は早く起きます"),
        ("音が混じる", None),
        ("山頂を目指した", "山頂を目指しました"),
        ("農地を開発する", "農地を開発します"),
        ("船を待っていた", "船を待っていました"),
        ("船を待っていない", "船を待っていません"),
        ("港へ行った", None),
        ("魚を取った", "魚を取りました"),
        ("礼を言った", "礼を言いました"),
        ("先に立った", "先に立ちました"),
        ("祭りが始まった", "祭りが始まりました"),
        ("客が来た", "客が来ました"),
        ("町へ帰る", "町へ帰ります"),
        ("星を見る", "星を見ます"),
        ("守らなければならない", "守らなければなりません"),
        ("何もできない", "何もできません"),
        ("橋ではない", "橋ではありません"),
        ("橋は重要だった", "橋は重要でした"),
        ("橋は高い", "橋は高いです"),
        ("橋は高かった", "橋は高かったです"),
        ("町に人がいた", "町に人がいました"),
        ("音がない", None),
        ("何も語らない", "何も語りません"),
        ("足元にも及ばなかった", "足元にも及びませんでした"),
        ("守るべきだ", "守るべきです"),
        ("橋は一つ", None),
        ("なるべく早く", None),
        ("ご覧くださる", None),
    ],
)
def test_plain_becomes_polite(said, wanted):
    assert written(polite(said), said) == wanted


@settings(max_examples=60)
@given(st.sampled_from(sorted(verbs.ONE_ROW - verbs.EITHER)), st.sampled_from(["る", "た", "ない"]))
def test_a_verb_of_one_row_comes_back(stem, end):
    said = stem + end
    there = written(polite(said), said)
    assert there is not None
    assert written(plain(there), there) == said


@settings(max_examples=60)
@given(
    st.sampled_from(
        ["書く", "防ぐ", "選ぶ", "進む", "守る", "思う", "待つ", "続く", "急ぐ", "学ぶ"]
    )
)
def test_a_verb_of_five_rows_comes_back(said):
    there = written(polite(said), said)
    assert there is not None
    assert written(plain(there), there) == said


@settings(max_examples=100)
@given(st.text("書起試見来取組行いきしちみりるれせてでまだたすんなかっあのは重要ア", max_size=12))
def test_nothing_is_rewritten_before_the_ending_and_never_into_itself(said):
    for change in (plain(said), polite(said)):
        if change:
            assert 0 <= change[0] <= len(said)
            assert written(change, said) != said
