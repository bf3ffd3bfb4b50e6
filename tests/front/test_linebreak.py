"""How paragraphs are broken into lines."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.display.linebreak import (
    NOT_AT_END,
    NOT_AT_START,
    cells,
    line_starts,
    lines,
    padded,
    shortened,
)

JAPANESE = (
    "日本銀行は政策金利を０．５％に、据え置いた。「ハルツーム」ッャ（1,400人）ー々Apple GDP 3.4%"
)
texts = st.text(st.sampled_from(JAPANESE + " \n…ｱﾞか\u3099"), max_size=60) | st.text(max_size=40)


def shown(text: str, width: int) -> list[str]:
    return [span.of(text) for span in lines(text, width)]


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(2, 30))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int) -> None:
    broken = shown(text, width)
    assert "".join(broken) == text
    for line in broken:
        visible = line.rstrip("\n")
        assert cells(visible) <= width or visible[-1] in " \u3000\t\r" or cells(visible) == 2


@settings(max_examples=100, deadline=None)
@given(texts, st.integers(12, 40))
def test_no_line_starts_with_a_closing_mark_where_another_cut_is_possible(
    text: str, width: int
) -> None:
    for start in line_starts(text, width):
        if text[start] in NOT_AT_START and text[start - 1] != "\n":
            line = next(s for s in lines(text, width) if s.end == start)
            # Only where the whole line before could not be cut anywhere.
            assert all(
                text[at] in NOT_AT_START or text[at - 1] in NOT_AT_END or not cells(text[at])
                for at in range(line.start + 1, line.end)
            )


def test_numbers_and_words_stay_whole() -> None:
    text = (
        "ハルツームでは1,400人以上の患者が、国境なき医師団（MSF）の病院で治療を受けたと発表した。"
    )
    for width in range(8, 60):
        broken = shown(text, width)
        assert any("1,400" in line for line in broken)
        assert any("MSF" in line for line in broken)


def test_full_width_numbers_stay_whole() -> None:
    for width in range(12, 40):
        assert any("１，４００" in line for line in shown("患者は１，４００人だった。", width))


def test_a_japanese_line_is_filled_after_a_latin_word() -> None:
    assert shown("Apple は新しい製品を発表した", 16) == ["Apple は新しい製", "品を発表した"]


def test_a_full_stop_never_begins_a_line() -> None:
    assert shown("据え置いた。", 10) == ["据え置い", "た。"]


def test_an_opening_bracket_never_ends_a_line() -> None:
    assert shown("日本銀行（総裁）", 10) == ["日本銀行", "（総裁）"]


def test_the_blank_between_two_words_hangs_over_the_end() -> None:
    assert shown("held its policy rate", 8) == ["held its ", "policy ", "rate"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert shown("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_offsets_that_are_kept_do_not_begin_a_line() -> None:
    text = "日本[1:銀行]は"
    start = text.index("銀")
    assert start in line_starts(text, 7)
    assert start not in line_starts(text, 7, {start})


def test_a_line_feed_ends_its_line() -> None:
    assert shown("一つ目\n二つ目", 20) == ["一つ目\n", "二つ目"]
    assert shown("", 20) == [""]


def test_a_shortened_text_says_so_and_never_exceeds_its_width() -> None:
    assert shortened("日本銀行", 8) == "日本銀行"
    assert shortened("日本銀行は", 8) == "日本銀~"
    assert cells(padded("日本銀行は", 8)) == 8


def test_widths_agree_with_the_terminal_library() -> None:
    from rich.cells import cell_len

    sample = re.sub(r"\s", "", JAPANESE) + "○※…“”—―①Ⅱ→×±αЖ■★℃№・「〜～￥㈱ｱﾞ\u3099々〆ヶ𠮷"
    assert [c for c in sample if cells(c) != cell_len(c)] == []


def test_an_opening_mark_takes_the_blank_behind_it_along() -> None:
    assert shown("質問 と 回答 「 ポイント 」", 16) == ["質問 と 回答 ", "「 ポイント 」"]
