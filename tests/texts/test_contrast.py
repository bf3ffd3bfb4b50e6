"""One phrase under several Japanese words, by contrast alone."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.language.contrast import contrasts

ROVER = (
    ("They built a pressurized rover.", "彼らは与圧ローバーを造った。"),
    ("The pressurized rovers are heavy.", "与圧ローバーは重い。"),
    ("A pressurized rover needs air.", "加圧ローバーには空気が要る。"),
)


def found(*pairs):
    return [
        (c.source.of(pairs[c.text][0]), c.target.of(pairs[c.text][1]), c.usual, c.times)
        for c in contrasts(pairs)
    ]


def test_the_rarer_word_is_found_with_the_usual_one_and_its_count():
    assert found(*ROVER) == [("pressurized rover", "加圧ローバー", "与圧ローバー", 2)]


def test_a_word_that_also_stands_without_the_phrase_is_something_else():
    assert found(*ROVER, ("The tank leaks.", "加圧ローバーが漏れる。")) == []


def test_a_word_for_what_stands_beside_the_phrase_is_no_rival():
    assert (
        found(
            ("The food safety plan is old.", "食品安全計画は古い。"),
            ("A food safety plan helps.", "食品安全計画は役立つ。"),
            ("Food safety rules help.", "食品安全規則は役立つ。"),
        )
        == []
    )


def test_a_middle_dot_makes_no_other_word():
    pairs = (
        ("The data centre is old.", "データ施設センターは古い。"),
        ("A data centre opens.", "データ施設センターが開く。"),
        ("This data centre is small.", "データ・施設センターは小さい。"),
    )
    assert found(*pairs) == []


def test_names_are_left_to_the_glossaries():
    pairs = tuple((e.replace("pressurized rover", "Lunar Cruiser"), j) for e, j in ROVER)
    assert found(*pairs) == []


def test_words_that_only_rhyme_or_hold_one_another_are_no_rivals():
    green = ("The green line is old.", "グリーンラインは古い。")
    clean = ("The green line is new.", "クリーンラインは新しい。")
    assert found(green, green, clean) == []
    longer = ("A pressurized rover needs air.", "与圧ローバー車両には空気が要る。")
    assert found(*ROVER[:2], longer) == []


PIECES = st.sampled_from(["food safety", "the plan", "is old", "食品安全", "計画", "は古い。", " "])
TEXT = st.lists(PIECES, max_size=6).map("".join)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=8))
def test_spans_are_those_of_the_texts_and_no_place_is_named_twice(pairs):
    places = [(c.text, c.target) for c in contrasts(pairs)]
    assert len(places) == len(set(places))
    for c in contrasts(pairs):
        assert c.target.of(pairs[c.text][1]).replace("・", "") != c.usual
        assert " " in c.source.of(pairs[c.text][0])
