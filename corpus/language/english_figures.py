"""Reading the figures of an English text."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.numerals import DIGITS, ONES, ORDINALS, SCALES, WORDS, english_value
from corpus.language.quantity import Bound, Figure, Kind
from corpus.language.units import CURRENCIES, UNITS, longest_first

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = {
    name: value
    for value, name in enumerate(
        re.findall(
            r"\w+",
            "january february march april may june july august september october november december",
        ),
        start=1,
    )
}
"""The months by their names and usual abbreviations, in lower case."""
MONTHS |= {word[:3]: value for word, value in MONTHS.items()} | {"sept": 9}

_UNITS = {word: unit.key for unit in UNITS.values() for word in unit.english}
_UNITS |= {f"{word}s": key for word, key in _UNITS.items() if len(word) > 2 and word[-1].isalpha()}
_MONEY = {word: code for word, code in CURRENCIES.items() if word.isascii() and word.isalpha()}
_MONEY |= {f"{word}s": code for word, code in _MONEY.items()}
_LETTERS = {"m": 10**6, "k": 10**3, "b": 10**9}
_SCALE = longest_first(SCALES)
_LARGE = longest_first(word for word, value in SCALES.items() if value >= 10**3)
_MONTH = longest_first(MONTHS)
_WORD = rf"(?:{longest_first(WORDS)})"
_SIMPLE = rf"{_WORD}(?:-(?:{'|'.join(ONES[1:10])})\b)?"
_HALVES = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_FIGURE = re.compile(
    rf"""
    \b(?P<month>{_MONTH})\b\.?
      (?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![,.]\d|:))?
    | \b(?P<day_before>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?
      (?P<month_after>{_MONTH})\b
    | (?<![\w.:])(?P<clock>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b
    | \b(?P<clock_word>{"|".join(ONES[1:13])})\s(?P<half_word>[ap])\.?m\b
    | (?<![\w.:])(?P<hour>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)(?![:\d])
    | (?<![\w.])(?:(?P<part>half(?:\s(?:of\s)?(?:an?|one))? | (?:a|one)[\s-]quarter\sof\s(?:a|one)
          | three[\s-]quarters\sof\s(?:a|one)
          | (?P<whole>{DIGITS}|{_SIMPLE})[\s-]and[\s-]a[\s-]half)
        [\s-](?P<large>{_LARGE})\b
        | (?P<count>an?|{DIGITS}|{_SIMPLE})[\s-](?P<counted>{_LARGE})\sand\sa\shalf\b)
      (?: [\s-](?:U\.?S\.?\s)?(?P<part_currency>{longest_first(_MONEY)})\b
        | [\s-]?(?P<part_unit>{longest_first(_UNITS)})\b )?
    | (?<![\w.])(?P<halved>{DIGITS}|{_SIMPLE})[\s-]and[\s-]a[\s-]half[\s-]
      (?P<halved_unit>{longest_first(_UNITS)})\b
    | (?<![\w.$€£¥])(?P<cents>{DIGITS})(?:\s?¢|[\s-](?:U\.?S\.?\s)?cents?\b)
    | (?:(?P<sign>(?:US|A|C)?\$|[€£¥])\s?)?(?<![\w.])(?P<digits>{DIGITS})
      (?: (?P<ordinal>st|nd|rd|th)\b | (?P<decade>'?s)\b
        | (?P<fraction>[½¼¾]) | (?P<letter>[mkb])\b(?!/)
        | (?:[\s-]|\b)?(?P<scale>{_SCALE})s?\b )?
      (?: \s?(?P<percent>%|percent\b(?![ ]?point)|per\ cent\b(?![ ]?point)|-percent\b)
        | [\s-](?:U\.?S\.?\s)?(?P<currency>{longest_first(_MONEY)})\b
        | [\s-]?(?P<unit>{longest_first(_UNITS)})\b )?
    | \b(?P<word>{_SIMPLE}(?:[\s-](?:{_SCALE})\b(?:[\s-](?:and\s)?{_SIMPLE}(?!\w))?)*
        |an?\s(?:{_SCALE})(?:\s(?:{_SCALE}))?)(?P<plural>s)?\b
      (?: \s?(?P<word_percent>percent\b|per\ cent\b)
        | [\s-](?P<word_currency>{longest_first(_MONEY)})\b
        | [\s-]?(?P<word_unit>{longest_first(_UNITS)})\b )?
    | \b(?P<nth>{longest_first(ORDINALS)})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = re.compile(r"1\d{3}|20\d\d")
_YEAR_NEXT = re.compile(r",?\s+(?:1\d|20)\d\d\b")
_NO_TEXT = re.compile(
    r"\bhttps?://[!-~]+|\bwww\.[!-~]+|[\w.+-]+@[\w-]+\.[\w.]+"
    r"|\+\d{1,3}[\d \-()]{6,16}\d|\b\d{2,4}-\d{3,4}-\d{4}\b|\b1-8\d\d\b",
    re.ASCII,
)
_AGED = re.compile(r"\b(?:aged?(?: of)?|, )\s?$", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:more than|over|at least|above|exceed(?:s|ed|ing)?|no (?:less|fewer) than"
    r"|upwards of|greater than)\s(?:the\s|an?\s|its\s)?$",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:less than|below|fewer than|up to|at most|no more than|maximum of|not more than)"
    r"\s(?:the\s|an?\s)?$",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:years?|months?|weeks?|days?|hours?|minutes?|decades?)$", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:\b(?:about|around|approximately|roughly|some|an estimated|nearly|almost)\s|~)$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:several|few|many|tens of|dozens of|hundreds of)\s$", re.IGNORECASE)
_RANGE = re.compile(r"-?\s?(?:to|or|-|–|—)\s?")
_LOOK_BACK = 24


def english_figures(text: str) -> Iterator[Figure]:
    """The figures in order; addresses on the web have none."""
    last: Figure | None = None
    for figure in _figures(text):
        if last is not None:
            shared = _same_range(text, last, figure)
            yield replace(last, kind=figure.kind, unit=figure.unit) if shared else last
        last = figure
    if last is not None:
        yield last


def without_addresses(text: str) -> str:
    """The text of the same length with blanks for web and mail addresses and telephone numbers."""
    return _NO_TEXT.sub(lambda match: " " * len(match.group()), text)


def _same_range(text: str, first: Figure, second: Figure) -> bool:
    """Whether the unit of the second is that of the first as well: 18- to 29-year-olds."""
    return (
        first.kind is Kind.NUMBER
        and not first.unit
        and (second.kind is Kind.PERCENT or (second.kind is Kind.NUMBER and second.unit != ""))
        and _RANGE.fullmatch(text, first.span.end, second.span.start) is not None
    )


def _figures(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(without_addresses(text)):
        if match["month"] or match["month_after"]:
            yield from _date(match)
        elif match["clock"] or match["clock_word"] or match["hour"]:
            yield from _clock(match)
        elif match["part"] or match["count"]:
            yield _part(match)
        elif match["halved"]:
            unit = _UNITS[match["halved_unit"].lower()]
            yield _counted(match, _value(match["halved"]) + Decimal("0.5"), unit)
        elif match["cents"]:
            yield replace(_counted(match, _value(match["cents"]) / 100, "USD"), kind=Kind.MONEY)
        elif match["digits"]:
            yield _digits(match)
        elif match["nth"]:
            yield Figure(
                Decimal(ORDINALS[match["nth"].lower()]), Kind.ORDINAL, _at(match), firm=False
            )
        elif figure := _words(match):
            yield figure


def _date(match: re.Match[str]) -> Iterator[Figure]:
    """Month and day; a word such as "may" is a month only with a capital letter."""
    month, day = ("month", "day") if match["month"] else ("month_after", "day_before")
    parts = [(month, Kind.MONTH)] if match[month][0].isupper() else []
    if (
        match[month].lower() in ("may", "march", "mar", "dec", "jan")
        and not match[day]
        and not _YEAR_NEXT.match(match.string, match.end())
        and _no_month(match)
    ):
        parts = []
    if match[day]:
        parts.append((day, Kind.DAY))
    for name, kind in sorted(parts, key=lambda part: match.start(part[0])):
        value = MONTHS[match[name].lower()] if kind is Kind.MONTH else int(match[name])
        yield Figure(Decimal(value), kind, Span(*match.span(name)))


_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|by|of|from|last|this|next|early|late|mid|through|to|and|for|before|after"
    r"|between)[\s-]$",
    re.IGNORECASE,
)


def _no_month(match: re.Match[str]) -> bool:
    """Whether "May" or "March" is rather a verb or a name: "May we", "Theresa May"."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return not _BEFORE_MONTH.search(before)


def _clock(match: re.Match[str]) -> Iterator[Figure]:
    half = (match["half"] or match["half_word"] or "").lower()
    unit = f"{half}m" if half else ""
    name = "clock" if match["clock"] else "clock_word" if match["clock_word"] else "hour"
    written = match[name]
    value = Decimal(int(written) if written.isdigit() else WORDS[written.lower()])
    minute = "minute" if match["minute"] else "minutes"
    # With minutes the hour ends before the colon, so that the two do not overlap.
    yield Figure(value, Kind.HOUR, Span(*match.span(name)), unit)
    if match[minute]:
        firm = int(match[minute]) > 0
        yield Figure(Decimal(match[minute]), Kind.NUMBER, Span(*match.span(minute)), firm=firm)


def _part(match: re.Match[str]) -> Figure:
    """Halves and quarters of a large number: two and a half million, a quarter of a billion."""
    part = (match["part"] or "").lower()
    if whole := match["whole"] or match["count"]:
        value = _value(whole) + Decimal("0.5")
    else:
        value = Decimal("0.75" if "three" in part else "0.25" if "quarter" in part else "0.5")
    value *= SCALES[(match["large"] or match["counted"]).lower()]
    bound = _bound(match.string, _at(match))
    if match["part_currency"]:
        unit = _MONEY[match["part_currency"].lower()]
        return Figure(value, Kind.MONEY, _at(match), unit, bound=bound)
    unit = _UNITS.get((match["part_unit"] or "").lower(), "")
    return Figure(value, Kind.NUMBER, _at(match), unit, bound=bound)


def _counted(match: re.Match[str], value: Decimal, unit: str) -> Figure:
    return Figure(value, Kind.NUMBER, _at(match), unit, bound=_bound(match.string, _at(match)))


def _value(written: str) -> Decimal:
    """Of digits, words, or "a" before a scale."""
    digits = written.replace(",", "").lower()
    if digits in ("a", "an"):
        return Decimal(1)
    return Decimal(digits) if digits[0].isdigit() else english_value(digits)


def _digits(match: re.Match[str]) -> Figure:
    value = Decimal(match["digits"].replace(",", ""))
    value *= SCALES.get((match["scale"] or "").lower(), 1)
    value += Decimal(_HALVES.get(match["fraction"] or "", 0))
    span = Span(match.start("sign" if match["sign"] else "digits"), match.end())
    bound = _bound(match.string, span)
    if match["letter"] and (match["sign"] or match["letter"].lower() != "b"):
        value *= _LETTERS[match["letter"].lower()] if match["sign"] else 1
        if not match["sign"]:
            return Figure(value, Kind.NUMBER, span, firm=False)
    if match["percent"]:
        return Figure(value, Kind.PERCENT, span, bound=bound)
    if match["sign"] or match["currency"]:
        unit = CURRENCIES.get((match["sign"] or "").lower()) or _MONEY[match["currency"].lower()]
        return Figure(value, Kind.MONEY, span, unit, bound=bound)
    if match["ordinal"]:
        return Figure(value, Kind.ORDINAL, span)
    if match["decade"]:
        return Figure(value, Kind.YEAR, span, firm=len(match["digits"]) == 4)
    if match["unit"]:
        return Figure(value, Kind.NUMBER, span, _UNITS[match["unit"].lower()], bound=bound)
    if _YEAR.fullmatch(match["digits"]) and not match["scale"]:
        return Figure(value, Kind.YEAR, span)
    unit = "age" if _aged(match) else ""
    # A fraction, or a date in one of two orders.
    slash = "/" in match.string[max(0, span.start - 1) : span.start] + match.string[span.end :][:1]
    return Figure(value, Kind.NUMBER, span, unit, firm=not slash, bound=bound)


def _aged(match: re.Match[str]) -> bool:
    """ "Aged 40", and 26 in "Palin, 26, spent"."""
    string = match.string
    before = string[max(0, match.start() - 8) : match.start()]
    if not (len(match["digits"]) <= 2 and _AGED.search(before)):
        return False
    return "," not in before[-2:] or string[match.end() : match.end() + 1] == ","


def _words(match: re.Match[str]) -> Figure | None:
    word = match["word"].lower()
    if match["plural"]:
        return None  # "tens", "thousands"
    value = english_value(word)
    firm = value > 12
    bound = _bound(match.string, _at(match))
    if match["word_percent"]:
        return Figure(value, Kind.PERCENT, _at(match), bound=bound)
    if match["word_currency"]:
        unit = _MONEY[match["word_currency"].lower()]
        return Figure(value, Kind.MONEY, _at(match), unit, firm=firm, bound=bound)
    unit = _UNITS.get((match["word_unit"] or "").lower(), "")
    return Figure(value, Kind.NUMBER, _at(match), unit, firm=firm, bound=bound)


def _bound(text: str, span: Span) -> Bound:
    before = text[max(0, span.start - _LOOK_BACK) : span.start]
    over = _OVER.search(before)
    if over and not (over.group().startswith(("over", "Over")) and _TIME.search(span.of(text))):
        return Bound.OVER
    if _UNDER.search(before):
        return Bound.UNDER
    return Bound.ABOUT if _ABOUT.search(before) else Bound.NONE


def _at(match: re.Match[str]) -> Span:
    return Span(*match.span())
