"""Values survive every way of writing them, and a changed digit never passes."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from corpus.bitext import Side
from corpus.language.figures import figures
from corpus.language.figures.agreement import disagreements
from corpus.language.figures.numerals import Style, japanese_number

WHOLE = st.integers(min_value=11, max_value=999_999_999_999_999)
STYLES = st.builds(Style, commas=st.booleans(), full_width=st.booleans(), myriads=st.booleans())
SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
KANJI = "〇一二三四五六七八九"


def only(text: str, side: Side) -> Decimal:
    (figure,) = figures(text, side)
    return figure.value


def english_digits(value: int, commas: bool) -> str:
    return f"{value:,}" if commas else str(value)


def kanji(value: int) -> str:
    """The value in kanji numerals with 十百千万億兆: 2024 is 二千二十四."""
    written = ""
    for name, size in (("兆", 10**12), ("億", 10**8), ("万", 10**4), ("", 1)):
        group, value = divmod(value, size)
        part = ""
        for small, place in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
            digit, group = divmod(group, place)
            if digit:
                one = digit == 1 and small and not (small == "千" and name)
                part += ("" if one else KANJI[digit]) + small
        written += part + name if part else ""
    return written


@given(WHOLE, st.booleans())
def test_english_digits_are_read_back(value: int, commas: bool) -> None:
    assert only(f"It sold {english_digits(value, commas)} tickets.", Side.SOURCE) == value


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from(sorted(SCALES)))
def test_english_scales_are_read_back(whole: int, tenth: int, scale: str) -> None:
    written = f"{whole}.{tenth}" if tenth else str(whole)
    wanted = Decimal(written) * SCALES[scale]
    assert only(f"They paid ${written} {scale} for it.", Side.SOURCE) == wanted


@given(WHOLE, STYLES)
@example(10_000, Style())
@example(200_000_000, Style(commas=True, full_width=True))
def test_japanese_digits_with_myriads_are_read_back(value: int, style: Style) -> None:
    written = japanese_number(Decimal(value), style)
    assert only(f"切符を{written}枚売った。", Side.TARGET) == value


@given(st.integers(min_value=11, max_value=99_999_999))
def test_kanji_numerals_are_read_back(value: int) -> None:
    assert only(f"参加者は{kanji(value)}人だった。", Side.TARGET) == value


@given(WHOLE, st.booleans(), STYLES)
@settings(max_examples=100)
def test_one_value_in_both_languages_agrees(value: int, commas: bool, style: Style) -> None:
    english = f"The museum sold {english_digits(value, commas)} tickets."
    japanese = f"博物館は切符を{japanese_number(Decimal(value), style)}枚売った。"
    assert disagreements(english, japanese) == ()


@given(WHOLE, WHOLE, STYLES)
@settings(max_examples=100)
def test_another_value_never_does(value: int, other: int, style: Style) -> None:
    assume(value != other)
    english = f"The museum sold {value:,} tickets."
    japanese = f"博物館は切符を{japanese_number(Decimal(other), style)}枚売った。"
    assert len(disagreements(english, japanese)) == 1


@given(WHOLE, st.data())
@settings(max_examples=100)
def test_a_changed_digit_never_does(value: int, data: st.DataObject) -> None:
    digits = str(value)
    place = data.draw(st.integers(0, len(digits) - 1))
    digit = data.draw(st.sampled_from([d for d in "123456789" if d != digits[place]]))
    changed = int(digits[:place] + digit + digits[place + 1 :])
    english = f"The museum sold {value:,} tickets."
    japanese = f"博物館は切符を{japanese_number(Decimal(changed))}枚売った。"
    (found,) = disagreements(english, japanese)
    assert found.source is not None
    assert found.source.value == value


@given(st.dates(), st.sampled_from(["{m} {d}, {y}", "{d} {m} {y}"]))
def test_a_date_agrees_in_both_orders_and_no_other_day_or_month_does(
    day: object, form: str
) -> None:
    month = f"{day:%B}"
    english = f"It was signed on {form.format(d=f'{day:%-d}', m=month, y=f'{day:%Y}')}."
    japanese = f"{day:%Y}年{day:%-m}月{day:%-d}日に署名された。"
    assume(int(f"{day:%Y}") >= 1000)
    assert disagreements(english, japanese) == ()
    wrong = f"{day:%Y}年{int(f'{day:%-m}') % 12 + 1}月{day:%-d}日に署名された。"
    assert len(disagreements(english, wrong)) == 1
