"""How findings are marked in a text, and how changes and harmful characters are shown."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bitext import Side, Span
from glossary.finding import Finding, Fix, Severity
from tui.display.changes import changes, mended
from tui.display.linebreak import cells
from tui.display.marks import Mark, marked, marks
from tui.display.printable import composed, plain_key, printable, unveiled, veiled


def finding(start: int, end: int, severity: Severity = Severity.MAJOR) -> Finding:
    return Finding("u", "number-value", severity, "wrong", target=Span(start, end))


def test_the_words_that_a_finding_is_about_stand_in_brackets_with_its_number() -> None:
    text = "最大12兆円の補助金"
    found = marks([finding(2, 6), finding(7, 10)], Side.TARGET)
    assert marked(text, found).text == "最大[1:12兆円]の[2:補助金]"


def test_findings_that_overlap_share_a_mark_of_the_worst_severity() -> None:
    found = marks([finding(0, 4), finding(2, 6, Severity.CRITICAL)], Side.TARGET)
    assert found == (Mark(Span(0, 6), (1, 2), Severity.CRITICAL),)


def test_a_finding_without_a_place_has_no_mark() -> None:
    absent = Finding("u", "omission", Severity.MAJOR, "missing", source=Span(0, 3))
    assert marks([absent, finding(2, 2)], Side.TARGET) == ()
    assert marks([absent], Side.SOURCE)[0].numbers == (1,)


def test_what_is_lit_up_moves_with_the_brackets_and_empty_lines_are_lines() -> None:
    text = "最大12兆円。\n\n次の文。"
    (mark,) = marks([finding(2, 6)], Side.TARGET)
    shown = marked(text, [mark], [Span(0, 7)]).lines(40)
    assert ["".join(p.text for p in line) for line in shown] == ["最大[1:12兆円]。", "", "次の文。"]
    assert [(p.text, p.lit) for p in shown[0]] == [
        ("最大", True),
        ("[1:12兆円]", True),
        ("。", True),
    ]
    assert not any(p.lit for p in shown[2])


@settings(max_examples=80, deadline=None)
@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
    st.integers(12, 30),
)
def test_marked_lines_hold_the_whole_text_and_every_mark(
    text: str, ends: list[tuple[int, int]], width: int
) -> None:
    spans = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in ends]
    found = marks([finding(*span) for span in spans], Side.TARGET)
    shown = marked(text, found)
    pieces = [piece for line in shown.lines(width) for piece in line]
    assert "".join(p.text for p in pieces) == shown.text.replace("\n", "")
    assert len(shown.marks) == len(found)
    in_marks = "".join(p.text for p in pieces if p.severity)
    assert in_marks == "".join(mark.span.of(shown.text) for mark in shown.marks).replace("\n", "")


def test_an_opening_bracket_is_not_left_behind_at_the_end_of_a_line() -> None:
    shown = marked("ああああラピダスああ", marks([finding(4, 8)], Side.TARGET))
    for width in range(8, 30):
        for line in shown.lines(width):
            assert not "".join(p.text for p in line).endswith(("[", "[1", "[1:"))


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_shown_texts_have_the_same_length_and_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\r", "\u202e", "\u2066", "\ud800"}


VEILS = [chr(0x10F000 + code) for code in range(0x100)]
"""The private characters that stand for control characters in the editor."""


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=VEILS), max_size=30))
def test_the_editor_gives_back_the_control_characters_that_it_was_given(text: str) -> None:
    assert unveiled(veiled(text)) == text
    assert len(veiled(text).splitlines()) <= len(text.split("\n")) + text.count("\r\n")


def test_a_change_is_shown_as_the_words_that_changed() -> None:
    assert (
        changes("政府はラピッドゥス社を支援", "政府はラピダスを支援")
        == "-ラピッドゥス社- +ラピダス+"
    )
    assert changes("同じ", "同じ") == ""


def test_a_fix_is_shown_with_what_stands_around_it() -> None:
    text = "北海道千歳市にあるラピッドゥスの工場では"
    fix = Fix(Span(9, 15), "ラピッドゥス", "ラピダス")
    assert mended(text, [fix], 4) == "~市にある-ラピッドゥス- +ラピダス+の工場では"


def test_only_kana_are_composed() -> None:
    assert composed("か\u3099\ufa19") == "が\ufa19"


def test_full_width_signs_stand_for_their_plain_keys() -> None:
    assert plain_key("ｎ") == "n"
    assert plain_key("？") == "?"
    assert plain_key("n") is None
    assert plain_key("に") is None
    assert cells("ｎ") == 2
