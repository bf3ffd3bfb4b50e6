"""Figures and dates by value, in both languages."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bitext import Side
from corpus.language.figures import Kind, figures


def values(text: str, side: Side) -> list[tuple[Decimal, Kind, str]]:
    return [(f.value, f.kind, f.unit) for f in figures(text, side)]


@pytest.mark.parametrize(
    ("english", "japanese"),
    [
        ("$12.1 billion", "121億ドル"),
        ("$573.4 million", "5億7340万ドル"),
        ("$573.4 million", "５億７，３４０万ドル"),
        ("US$2 trillion", "2兆ドル"),
        ("20,000 people", "2万人"),
        ("3.5 million tons", "350万トン"),
        ("3.5 million tons", "三百五十万トン"),
        ("1,200 ships", "千二百隻"),
        ("25 percent", "25%"),
        ("25%", "２５パーセント"),
        ("thirty percent", "3割"),
        ("April 10, 2024", "2024年4月10日"),
        ("10 April 2024", None),
        ("in May 2019", "2019年5月"),
        ("two countries", "二国"),
        ("the 4th generation", "第4世代"),
        ("the second pillar", "第二の柱"),
        ("35 thousand yen", "3万5千円"),
        ("¥500", "500円"),
        ("twenty-five ships", "二十五隻"),
        ("two and a half million people", "250万人"),
        ("2 and a half trillion yen", "2兆5000億円"),
        ("half a billion dollars", "5億ドル"),
        ("half of a million yen", "50万円"),
        ("half million tons", "50万トン"),
        ("a quarter of a million tons", "25万トン"),
        ("three-quarters of a million tons", "75万トン"),
        ("a million and a half tons", "150万トン"),
        ("twelve million and a half tons", "1250万トン"),
    ],
)
def test_the_same_amount_is_the_same_in_both_languages(english: str, japanese: str | None) -> None:
    left = values(english, Side.SOURCE)
    assert left
    if japanese:
        assert sorted(left) == sorted(values(japanese, Side.TARGET))


@pytest.mark.parametrize(
    ("text", "year"),
    [("令和6年", 2024), ("平成元年", 1989), ("昭和二十年", 1945), ("二〇二四年", 2024)],
)
def test_japanese_years_are_counted_in_the_western_way(text: str, year: int) -> None:
    assert values(text, Side.TARGET) == [(Decimal(year), Kind.YEAR, "")]


def test_day_month_order_is_understood_both_ways() -> None:
    assert {k: v for v, k, _ in values("10 April 2024", Side.SOURCE)} == {
        Kind.DAY: 10,
        Kind.MONTH: 4,
        Kind.YEAR: 2024,
    }


@pytest.mark.parametrize("text", ["We may go.", "May we go?", "someone", "F-", "a march of people"])
def test_english_words_that_only_look_like_figures_are_none(text: str) -> None:
    assert values(text, Side.SOURCE) == []


@pytest.mark.parametrize("text", ["一方、", "統一", "一緒に", "千葉の百貨店", "三井の本店", "万博"])
def test_japanese_words_with_numerals_in_them_are_no_figures(text: str) -> None:
    assert values(text, Side.TARGET) == []


@pytest.mark.parametrize("side", list(Side))
@given(st.text(st.sampled_from("0123456789,.$%１２，．一二十百千万億兆第年月日円 %ab")))
@settings(max_examples=100)
def test_spans_are_exact_and_do_not_overlap(side: Side, text: str) -> None:
    found = figures(text, side)
    for figure in found:
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.span.of(text).strip()
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
