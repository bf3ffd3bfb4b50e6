"""Figures and dates by value, so that `$12.1 billion` and `121億ドル` are the same thing.

A first form: what is written with digits, with 万億兆, with kanji numerals before a counter, and
English number words. Spans are those of the text as given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.bitext import Side, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Kind(StrEnum):
    """What a figure counts."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    YEAR = "year"
    """A year of the calendar, in the Western count."""
    MONTH = "month"
    """1 to 12."""
    DAY = "day"
    """Of the month."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure where it stands."""

    value: Decimal
    """In full: a million is 1000000; per cent as said, so 5 % is 5."""
    kind: Kind
    span: Span
    unit: str = ""
    """The currency (`USD`, `JPY`, `EUR`, `GBP`, `CNY`) of money."""


def figures(text: str, side: Side) -> tuple[Figure, ...]:
    """The figures of an English (source) or Japanese (target) text, in order, none overlapping."""
    found = _english(text) if side is Side.SOURCE else _japanese(text.translate(_HALF_WIDTH))
    return tuple(found)


# English

_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
    "dozen": 12,
}
_ONES = tuple(
    re.findall(
        r"\w+",
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen",
    )
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: value for value, word in enumerate(_ONES)}
_WORDS |= {word: 10 * value for value, word in enumerate(_TENS, start=2)}
_NTHS = re.findall(r"\w+", "first second third fourth fifth sixth seventh eighth ninth tenth")
_ORDINALS = {word: value for value, word in enumerate(_NTHS, start=1)}
_MONTHS = {
    name: value
    for value, name in enumerate(
        re.findall(
            r"\w+",
            "January February March April May June July August September October November December",
        ),
        start=1,
    )
}
_MONTHS |= {word[:3]: value for word, value in _MONTHS.items()} | {"Sept": 9}
_SIGNS = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "dollar": "USD",
    "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "ドル": "USD", "円": "JPY",
    "ユーロ": "EUR", "ポンド": "GBP", "元": "CNY", "人民元": "CNY",
}  # fmt: skip


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NAMES_OF_MONTHS = _longest_first(_MONTHS)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ENGLISH = re.compile(
    rf"""
    \b(?P<month>{_NAMES_OF_MONTHS})\b\.?
      (?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,\d))?
    | \b(?P<day_before>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?
      (?P<month_after>{_NAMES_OF_MONTHS})\b
    | (?:(?P<sign>US\$|[$€£¥])\s?)?(?<![\w.])(?P<digits>{_DIGITS})
      (?: (?P<ordinal>st|nd|rd|th)\b
        | (?:[\s-]|\b)?(?P<scale>{"|".join(_SCALES)})s?\b )?
      (?: \s?(?P<percent>%|percent|per\ cent)
        | [\s-](?:U\.?S\.?\s)?(?P<currency>dollar|euro|pound|yen|yuan)s?\b )?
    | \b(?P<word>{_longest_first(_WORDS)})(?:-(?P<ones>{"|".join(_ONES[1:10])}))?
      (?:[\s-](?P<word_scale>{"|".join(_SCALES)})s?)?\b(?:\s(?P<word_percent>percent|per\ cent))?
    | \b(?P<nth>{"|".join(_ORDINALS)})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_YEAR_NEXT = re.compile(r",?\s+(?:1\d|20)\d\d\b")


def _english(text: str) -> Iterator[Figure]:
    for match in _ENGLISH.finditer(text):
        if match["month"] or match["month_after"]:
            yield from _english_date(match)
        elif match["digits"]:
            yield _english_digits(match)
        elif match["nth"]:
            yield Figure(Decimal(_ORDINALS[match["nth"].lower()]), Kind.ORDINAL, _at(match))
        else:
            value = _WORDS[match["word"].lower()] + _WORDS.get((match["ones"] or "").lower(), 0)
            scaled = Decimal(value * _SCALES.get((match["word_scale"] or "").lower(), 1))
            kind = Kind.PERCENT if match["word_percent"] else Kind.NUMBER
            yield Figure(scaled, kind, _at(match))


def _english_date(match: re.Match[str]) -> Iterator[Figure]:
    """Month and day; a word such as "may" is a month only with a capital letter."""
    month, day = ("month", "day") if match["month"] else ("month_after", "day_before")
    parts = [(month, Kind.MONTH)] if match[month][0].isupper() else []
    if match[month] == "May" and not match[day] and not _YEAR_NEXT.match(match.string, match.end()):
        parts = []  # "May we" is no date
    if match[day]:
        parts.append((day, Kind.DAY))
    for name, kind in sorted(parts, key=lambda part: match.start(part[0])):
        value = _MONTHS[match[name].title()] if kind is Kind.MONTH else int(match[name])
        yield Figure(Decimal(value), kind, Span(*match.span(name)))


def _english_digits(match: re.Match[str]) -> Figure:
    value = Decimal(match["digits"].replace(",", ""))
    value *= _SCALES.get((match["scale"] or "").lower(), 1)
    span = Span(match.start("sign" if match["sign"] else "digits"), match.end())
    if match["percent"]:
        return Figure(value, Kind.PERCENT, span)
    if match["sign"] or match["currency"]:
        unit = _SIGNS[match["sign"] or match["currency"].lower()]
        return Figure(value, Kind.MONEY, span, unit)
    if match["ordinal"]:
        return Figure(value, Kind.ORDINAL, span)
    bare = re.fullmatch(r"1\d{3}|20\d\d", match["digits"]) and not match["scale"]
    return Figure(value, Kind.YEAR if bare else Kind.NUMBER, span)


# Japanese

_HALF_WIDTH = str.maketrans("０１２３４５６７８９，．％＄", "0123456789,.%$")
_KANJI_DIGITS = {c: value for value, c in enumerate("〇一二三四五六七八九")}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_UNITS = {"年": Kind.YEAR, "月": Kind.MONTH, "日": Kind.DAY}
_COUNTERS = (
    "年月日人名社国回件台隻機個つ点条章世紀歳倍度割階部品本枚位番席校州県市町村種類"
    "ヶカか箇年間時分秒週"
)
_ARABIC = rf"(?:{_DIGITS})[万億兆千百]{{0,2}}(?:(?:{_DIGITS})[万億兆千百]{{0,2}})*"
_JAPANESE = re.compile(
    rf"""
    (?P<era>明治|大正|昭和|平成|令和)(?P<era_year>元|\d{{1,2}}|[一二三四五六七八九十]{{1,3}})年
    | (?P<sign>US\$|[$€£¥])?(?<![A-Za-z.\d])(?P<nth>第)?(?P<number>{_ARABIC}
        | [〇一二三四五六七八九十百千万億兆]{{2,}}
        | (?<=第)[一二三四五六七八九十] | [一二三四五六七八九十](?=[{_COUNTERS}]))
      (?: (?P<percent>%|パーセント|割) | (?P<unit>年(?!間|前|後|以上)|月|日(?!間))
        | 米?(?P<currency>ドル|円|ユーロ|ポンド|人民元|元) )?
    """,
    re.VERBOSE,
)


def _japanese(text: str) -> Iterator[Figure]:
    for match in _JAPANESE.finditer(text):
        span = _at(match)
        if match["era"]:
            year = 1 if match["era_year"] == "元" else _value(match["era_year"])
            yield Figure(_ERAS[match["era"]] + Decimal(year), Kind.YEAR, span)
            continue
        value = _value(match["number"])
        if match["percent"]:
            yield Figure(value * (10 if match["percent"] == "割" else 1), Kind.PERCENT, span)
        elif match["sign"] or match["currency"]:
            yield Figure(value, Kind.MONEY, span, _SIGNS[match["sign"] or match["currency"]])
        elif match["unit"]:
            yield Figure(
                value, {"年": Kind.YEAR, "月": Kind.MONTH, "日": Kind.DAY}[match["unit"]], span
            )
        else:
            yield Figure(value, Kind.ORDINAL if match["nth"] else Kind.NUMBER, span)


def _value(written: str) -> Decimal:
    """The value of digits, kanji numerals or a mixture: `5億7340万`, `二〇二四`, `三百`."""
    if all(c in _KANJI_DIGITS for c in written):
        return Decimal("".join(str(_KANJI_DIGITS[c]) for c in written))
    total = group = Decimal(0)
    last: Decimal | None = None
    for token in re.findall(rf"{_DIGITS}|.", written):
        if token in _SMALL:
            group += (Decimal(1) if last is None else last) * _SMALL[token]
            last = None
        elif token in _LARGE:
            group += last or 0
            total += (group or 1) * _LARGE[token]
            group, last = Decimal(0), None
        elif token in _KANJI_DIGITS:
            last = (last or Decimal(0)) * 10 + _KANJI_DIGITS[token]
        else:
            last = Decimal(token.replace(",", ""))
    return total + group + (last or 0)


def _at(match: re.Match[str]) -> Span:
    return Span(*match.span())
