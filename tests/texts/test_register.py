"""The ends of sentences: which register they are in, and which have none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.language.register import Register, endings, ends_in_a_verb, rewritten

POLITE, PLAIN = Register.POLITE, Register.PLAIN


def registers(text):
    return [end.register for end in endings(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("港は静かです。", [POLITE]),
        ("港は静かでした。船が入ります。", [POLITE, POLITE]),
        ("港は静かである。船が入る。", [PLAIN, PLAIN]),
        ("港は静かだ。船は来ない。波は高い。風が吹いた。", [PLAIN] * 4),
        ("船が入ります", [POLITE]),
        ("船が入る", []),
        ("港の歴史。", []),
        ("船を入れること。", []),
        ("港を訪れてください。", []),
        ("船はいつ来ますか。", []),
        ("なんと静かな港だ！", []),
        ("できるだけ早く。", []),
        ("船は二つ。", []),
        ("町長は「静かです」と述べた。", [PLAIN]),
        ("町長は「静かです。」", []),
        ("港は静かだ（船が入ります）。", [PLAIN]),
        ("船が入ります（図1）［注］。", [POLITE]),
        ("港は静かだ（春に船が入ります）から良い。波は高い。", [PLAIN, PLAIN]),
    ],
)
def test_a_sentence_has_the_register_of_its_end(text, wanted):
    assert registers(text) == wanted


def test_the_place_of_an_ending_leaves_out_the_full_stop():
    text = "港は静かである。船を待っています。"
    assert [end.span.of(text) for end in endings(text)] == ["である", "ています"]


def test_an_ending_is_rewritten_at_its_own_place():
    text = "港は静かである。船を待っています。"
    span, instead = rewritten(text, endings(text)[1])
    assert (span.of(text), instead) == ("ます", "る")
    span, instead = rewritten(text, endings(text)[0])
    assert (span.of(text), instead) == ("である", "です")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("船が入った", True), ("港は静かです", True), ("港の歴史", False), ("なるべく早く", False)],
)
def test_a_heading_does_not_end_in_a_verb(text, wanted):
    assert ends_in_a_verb(text) is wanted


@settings(max_examples=100)
@given(st.text("港船は静かだですます。「」（）る した\n", max_size=40))
def test_endings_stand_in_order_inside_the_text(text):
    spans = [end.span for end in endings(text)]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
