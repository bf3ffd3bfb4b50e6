"""Paragraphs, and the names that units get."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.segmentation import BLANK, segments, starts_with_list_mark, unit_ids


def texts_of(text: str) -> list[str]:
    return [segment.text for segment in segments(text)]


lines = st.lists(
    st.text(alphabet=st.sampled_from("aB .。、・-1#日本語カナ\t\u3000\u200b\xa0"), max_size=90)
)
line_ends = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b"])


@given(lines, line_ends)
@settings(max_examples=100)
def test_nothing_but_white_space_is_left_out(parts: list[str], end: str) -> None:
    text = end.join(parts)
    found = segments(text)
    for segment in found:
        assert segment.text == segment.span.of(text)
        assert segment.text == segment.text.strip(BLANK) != ""
    starts = [segment.span for segment in found]
    assert all(a.end <= b.start for a, b in pairwise(starts))
    blank = set(BLANK)
    kept = "".join(c for segment in found for c in segment.text if c not in blank)
    assert kept == "".join(c for c in text if c not in blank)


@given(st.text())
@settings(max_examples=100)
def test_any_text_at_all_is_cut_without_loss(text: str) -> None:
    blank = set(BLANK)
    kept = "".join(c for segment in segments(text) for c in segment.text if c not in blank)
    assert kept == "".join(c for c in text if c not in blank)


def test_one_paragraph_a_line_with_or_without_blank_lines() -> None:
    first, second = "The ministers met in Nara.", "They signed a joint statement."
    assert texts_of(f"{first}\n{second}\n") == [first, second]
    assert texts_of(f"{first}\r\n\r\n \r\n{second}") == [first, second]


def test_wrapped_prose_is_joined_up_to_the_blank_line() -> None:
    text = (
        "The two governments intend to deepen their cooperation in the\n"
        "field of maritime security, and they will hold the first round\n"
        "of talks in Yokohama next spring.\n"
        "\n"
        "Officials said that the talks would cover ports, ships and the\n"
        "training of coast guard officers.\n"
    )
    assert [t.count("\n") for t in texts_of(text)] == [2, 1]


def test_wrapped_japanese_is_joined() -> None:
    line = "両政府は海洋安全保障の分野における協力を深めることを確認し来春"
    text = f"{line}\n{line}\n{line}\n{line}\n協議を行う。\n\n{line}\n以上。"
    assert [t.count("\n") for t in texts_of(text)] == [4, 1]


def test_bullets_and_numbered_items_stand_alone_even_in_wrapped_text() -> None:
    text = (
        "The plan has several parts that will be carried out over the\n"
        "coming years by both sides, and these parts are the following:\n"
        "- a new port for ships that carry liquid hydrogen from abroad,\n"
        "- a fund.\n"
        "1. It begins in April.\n"
    )
    assert texts_of(text)[1:] == [
        "- a new port for ships that carry liquid hydrogen from abroad,",
        "- a fund.",
        "1. It begins in April.",
    ]


def test_short_lines_are_not_taken_for_wrapped_prose() -> None:
    lines = ["JOINT STATEMENT", "Press Office", "Osaka", "Today we met.", "We agreed."]
    assert texts_of("\n".join(lines)) == lines


def test_titles_of_like_length_stay_apart() -> None:
    lines = [
        "Remarks by the Prime Minister of Japan at the Opening Session",
        "Remarks by the President of the Republic at the Opening Meeting",
    ]
    assert texts_of("\n".join(lines)) == lines


def test_list_marks() -> None:
    for text in ("・港湾", "• ports", "(1) ports", "1．港湾", "第2条 港湾", "①港湾", "- ports"):
        assert starts_with_list_mark(text), text
    for text in ("港湾", "2024年の計画", "3.5 percent", "A plan", "-"):
        assert not starts_with_list_mark(text), text


def test_ids_survive_what_is_put_before_and_how_lines_are_broken() -> None:
    before = unit_ids(["Ships", "Ports and\nroads"])
    after = unit_ids(["A new paragraph", "Ships", "Ports  and roads"])
    assert after[1:] == before


def test_equal_texts_get_numbered_ids() -> None:
    first, second, third = unit_ids(["Yes.", "Yes.", "Yes."])
    assert (second, third) == (f"{first}-2", f"{first}-3")


@given(st.lists(st.text(max_size=5)))
@settings(max_examples=60)
def test_ids_are_unique(texts: list[str]) -> None:
    assert len(set(unit_ids(texts))) == len(texts)
