"""Many texts folded at once come out as each by itself."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary.folding import fold_english, fold_japanese
from glossary.plain_folding import NOT_PLAIN, english_texts, japanese_text

WORDS = "US U.S. Mr. no. corp Co. and 's ’s s' 1,000 2.5 3rd co's. o'neill x.y"
MARKS = "abs&+,.:;-–—'’“”()15_~/*!%$\"Aアé \n\t\xa0\x00\x01\x02"
PIECES = st.sampled_from([*WORDS.split(), *MARKS])
ENGLISH = st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=20))


@given(st.lists(ENGLISH, max_size=4))
@example(["J.P. Morgan & Co.'s 1,000.5 units", "", "‘No’. 5, and six, & seven"])
@settings(max_examples=1000, deadline=None)
def test_english_texts_fold_together_as_alone(texts):
    assert english_texts(texts) == [fold_english(text).text for text in texts]


@given(st.one_of(st.text(max_size=20), st.text("アーカバ゛ﾊﾞ-–・＝ＡB㍿漢 　゙\x00", max_size=12)))
@settings(max_examples=500, deadline=None)
def test_japanese_is_folded_alike_or_said_not_to_be_plain(text):
    folded = japanese_text(text)
    assert NOT_PLAIN in folded or folded == fold_japanese(text).text
