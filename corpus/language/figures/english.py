"""Reading the figures of an English text."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.figures.english_dates import MONTHS, clock, date, era, military
from corpus.language.figures.numerals import DIGITS, ONES, ORDINALS, SCALES, WORDS, english_value
from corpus.language.figures.quantity import ISO_DATE, Bound, Figure, Kind, iso_date
from corpus.language.figures.units import CURRENCIES, UNITS, longest_first
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_UNITS = {word: unit.key for unit in UNITS.values() for word in unit.english}
_UNITS |= {f"{word}s": key for word, key in _UNITS.items() if len(word) > 2 and word[-1].isalpha()}
_MONEY = {word: code for word, code in CURRENCIES.items() if word.isascii() and word.isalpha()}
_MONEY |= {f"{word}s": code for word, code in _MONEY.items()}
_LETTERS = {"m": 10**6, "mm": 10**6, "k": 10**3, "b": 10**9}
_SMALLER = {"foot": 12, "lb": 16}
"""Inches in a foot, ounces in a pound."""
_SCALE = longest_first(SCALES)
_UNIT = longest_first(_UNITS).replace(r"\ ", r"[\s-]")
_LARGE = longest_first(word for word, value in SCALES.items() if value >= 10**3)
_MONTH = longest_first(MONTHS)
_WORD = rf"(?:{longest_first(WORDS)})"
_SIMPLE = rf"{_WORD}(?:-(?:{'|'.join(ONES[1:10])})\b)?"
_HALVES = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_FIGURE = regex(
    rf"""
    (?:(?<![A-Za-z])|(?=[$€£¥]))(?=[\w$€£¥])  # inside a word nothing begins: half the time
    (?: {ISO_DATE}
    | \b(?P<month>{_MONTH})\b\.?
      (?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![,.]\d|:))?
    | \b(?P<day_before>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?
      (?P<month_after>{_MONTH})\b
    | (?<![\w.:])(?P<clock>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b
    | \b(?P<clock_word>{"|".join(ONES[1:13])})\s(?P<half_word>[ap])\.?m\b
    | \b(?P<era>Meiji|Taisho|Showa|Heisei|Reiwa)\s(?P<era_year>\d{{1,2}})\b
    | (?<![\w.:])(?P<military>(?:[01]\d|2[0-3])[0-5]\d)\s(?:hours|hrs)\b
    | (?<![\w.])(?P<large_part>\d{{1,3}})[\s-]?(?P<large_unit>feet|foot|ft|'|pounds?|lbs?)
      [\s-]?(?P<small_part>\d{{1,2}})(?![\d.,]\d|%)(?:[\s-]?(?:inch(?:es)?|in|"|ounces?|oz)\b)?
    | (?<![\w.:])(?P<lap>\d{{1,2}}):(?P<lap_seconds>[0-5]\d\.\d+)
    | (?<![\w.:])(?P<hour>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)(?![:\d])
    | (?<![\w.])(?:(?P<part>half(?:\s(?:of\s)?(?:an?|one))? | (?:a|one)[\s-]quarter\sof\s(?:a|one)
          | three[\s-]quarters\sof\s(?:a|one)
          | (?P<whole>{DIGITS}|{_SIMPLE})[\s-]and[\s-]a[\s-]half)
        [\s-](?P<large>{_LARGE})\b
        | (?P<count>an?|{DIGITS}|{_SIMPLE})[\s-](?P<counted>{_LARGE})\sand\sa\shalf\b)
      (?: [\s-](?:U\.?S\.?\s)?(?P<part_currency>{longest_first(_MONEY)})\b
        | [\s-]?(?P<part_unit>{_UNIT})\b )?
    | (?<![\w./-])(?P<over>\d)/(?P<under>[2-9]|1[0-6])[\s-](?:of\sa\s)?(?P<over_unit>{_UNIT})\b
    | (?<![\w.])(?P<quote>\d{{2,3}}\.)(?P<bid>\d\d)-(?P<ask>\d\d)\syen\b
    | (?<![\w.])(?P<halved>{DIGITS}|{_SIMPLE})[\s-]and[\s-]a[\s-]half[\s-]
      (?P<halved_unit>{_UNIT})\b
    | (?<![\w.$€£¥])(?P<cents>{DIGITS})(?:\s?¢|[\s-](?:U\.?S\.?\s)?cents?\b)
    | (?:(?P<sign>(?:US|A|C)?\$|[€£¥])\s?)?(?<![\w.])(?P<digits>{DIGITS})
      (?:[\s-](?P<above>\d)/(?P<below>[2-9]|1[0-6])\b)?
      (?: (?P<ordinal>st|nd|rd|th)\b | (?P<decade>'?s)\b
        | (?P<fraction>[½¼¾]) | (?P<letter>mm|[mkb])\b(?!/)
        | (?:[\s-]{{1,2}}|\b)?(?P<scale>{_SCALE})s?\b )?
      (?: \s?(?P<percent>%|percent\b(?![ ]?point)|per\ cent\b(?![ ]?point)|-percent\b)
        | [\s-](?:U\.?S\.?\s)?(?P<currency>{longest_first(_MONEY)})\b
        | [\s-]?(?P<unit>{_UNIT})\b )?
    | \b(?P<word>{_SIMPLE}(?:[\s-](?:{_SCALE})\b(?:[\s-](?:and\s)?{_SIMPLE}(?!\w))?)*
        |an?\s(?:{_SCALE})(?:\s(?:{_SCALE}))?)(?P<plural>s)?\b
      (?: \s?(?P<word_percent>percent\b|per\ cent\b)
        | [\s-](?P<word_currency>{longest_first(_MONEY)})\b
        | [\s-]?(?P<word_unit>{_UNIT})\b )?
    | \b(?P<nth>{longest_first(ORDINALS)})\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = regex(r"1\d{3}|20\d\d")
_NO_TEXT = regex(
    r"\bhttps?://[!-~]+|\bwww\.[!-~]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+"
    r"|\+\d{1,3}[\d \-()]{6,16}\d|\b\d{2,4}-\d{3,4}-\d{4}\b|\b1-8\d\d\b",
    re.ASCII,
)
_NEGATIVE = regex(r"(?<=[$€£¥])\((\d[\d,.]*)\)")
"""A loss in a table: $(12.5) million."""
_AGED = regex(r"\b(?:aged?(?: of)?|, )\s?$", re.IGNORECASE)
_OVER = regex(
    r"\b(?:(?<!no )(?<!not )more than|over|at least|above|exceed(?:s|ed|ing)?"
    r"|not? (?:less|fewer) than|upwards of|greater than)\s(?:the\s|an?\s|its\s)?$",
    re.IGNORECASE,
)
_UNDER = regex(
    r"\b(?:less than|below|fewer than|up to|at most|no more than|maximum of|not more than)"
    r"\s(?:the\s|an?\s)?$",
    re.IGNORECASE,
)
_TIME = regex(r"(?:years?|months?|weeks?|days?|hours?|minutes?|decades?)$", re.IGNORECASE)
_ABOUT = regex(
    r"(?:\b(?:about|around|approximately|roughly|some|an estimated|nearly|almost)\s|~)$",
    re.IGNORECASE,
)
_RANGE = regex(r"-?\s?(?:to|or|-|–|—)\s?")
_DENIED = regex(r"\b(?:not|never|cannot|\w+n['’]t)\s(?:[a-z]+\s){0,3}$", re.IGNORECASE)
"""Before a bound: "must not exceed" is the most, "must not drop below" the least."""
_LOOK_BACK = 48


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
    plain = _NEGATIVE.sub(r" \1 ", without_addresses(text))
    for match in _FIGURE.finditer(plain):
        yield from next(read for group, read in _READERS if match[group])(match)


def _of_two_units(match: re.Match[str]) -> Iterator[Figure]:
    """6 feet 2 inches, 5-foot-9, 6 pounds 4 ounces, in the larger unit."""
    unit = "lb" if match["large_unit"].lower().startswith(("p", "l")) else "foot"
    value = Decimal(match["large_part"]) + Decimal(match["small_part"]) / _SMALLER[unit]
    yield _counted(match, value, unit)


def _unit(written: str | None) -> str:
    """The key of a unit as it is written; empty for none."""
    return _UNITS[written.lower().replace("-", " ")] if written else ""


def _part(match: re.Match[str]) -> Iterator[Figure]:
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
        yield Figure(value, Kind.MONEY, _at(match), unit, bound=bound)
    else:
        yield Figure(value, Kind.NUMBER, _at(match), _unit(match["part_unit"]), bound=bound)


def _halved(match: re.Match[str]) -> Iterator[Figure]:
    """Two and a half years."""
    yield _counted(match, _value(match["halved"]) + Decimal("0.5"), _unit(match["halved_unit"]))


def _fraction(match: re.Match[str]) -> Iterator[Figure]:
    """A quarter of a point, as 1/4 percentage point."""
    value = Decimal(match["over"]) / Decimal(match["under"])
    yield _counted(match, value, _unit(match["over_unit"]))


def _lap(match: re.Match[str]) -> Iterator[Figure]:
    """4:03.21 in a race."""
    yield _counted(match, 60 * Decimal(match["lap"]) + Decimal(match["lap_seconds"]), "second")


def _quoted(match: re.Match[str]) -> Iterator[Figure]:
    """152.68-70 yen: what is bid and what is asked."""
    for name in ("bid", "ask"):
        start = match.start("quote") if name == "bid" else match.start(name)
        value = Decimal(match["quote"] + match[name])
        yield Figure(value, Kind.MONEY, Span(start, match.end(name)), "JPY")


def _cents(match: re.Match[str]) -> Iterator[Figure]:
    yield replace(_counted(match, _value(match["cents"]) / 100, "USD"), kind=Kind.MONEY)


def _nth(match: re.Match[str]) -> Iterator[Figure]:
    yield Figure(Decimal(ORDINALS[match["nth"].lower()]), Kind.ORDINAL, _at(match), firm=False)


def _counted(match: re.Match[str], value: Decimal, unit: str) -> Figure:
    return Figure(value, Kind.NUMBER, _at(match), unit, bound=_bound(match.string, _at(match)))


def _value(written: str) -> Decimal:
    """Of digits, words, or "a" before a scale."""
    digits = written.replace(",", "").lower()
    if digits in ("a", "an"):
        return Decimal(1)
    return Decimal(digits) if digits[0].isdigit() else english_value(digits)


def _digits(match: re.Match[str]) -> Iterator[Figure]:
    yield _in_digits(match)


def _in_digits(match: re.Match[str]) -> Figure:
    value = _amount(match)
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
    if _unit(match["unit"]) == "basis":
        return Figure(value / 100, Kind.NUMBER, span, "point", bound=bound)
    if match["unit"]:
        return Figure(value, Kind.NUMBER, span, _unit(match["unit"]), bound=bound)
    if _YEAR.fullmatch(match["digits"]) and not match["scale"]:
        return Figure(value, Kind.YEAR, span)
    unit = "age" if _aged(match) else ""
    # A fraction, or a date in one of two orders.
    slash = "/" in match.string[max(0, span.start - 1) : span.start] + match.string[span.end :][:1]
    return Figure(value, Kind.NUMBER, span, unit, firm=not slash, bound=bound)


def _amount(match: re.Match[str]) -> Decimal:
    """The digits with their scale or fraction."""
    value = Decimal(match["digits"].replace(",", ""))
    value *= SCALES.get((match["scale"] or "").lower(), 1)
    value += Decimal(_HALVES.get(match["fraction"] or "", 0))
    if match["above"]:
        value += Decimal(match["above"]) / Decimal(match["below"])
    return value


def _aged(match: re.Match[str]) -> bool:
    """ "Aged 40", and 26 in "Palin, 26, spent"."""
    string = match.string
    before = string[max(0, match.start() - 8) : match.start()]
    if not (len(match["digits"]) <= 2 and _AGED.search(before)):
        return False
    return "," not in before[-2:] or string[match.end() : match.end() + 1] == ","


def _words(match: re.Match[str]) -> Iterator[Figure]:
    if not match["plural"]:  # "tens", "thousands"
        yield _in_words(match)


def _in_words(match: re.Match[str]) -> Figure:
    word = match["word"].lower()
    value = english_value(word)
    firm = value > 12
    bound = _bound(match.string, _at(match))
    if match["word_percent"]:
        return Figure(value, Kind.PERCENT, _at(match), bound=bound)
    if match["word_currency"]:
        unit = _MONEY[match["word_currency"].lower()]
        return Figure(value, Kind.MONEY, _at(match), unit, firm=firm, bound=bound)
    unit = _unit(match["word_unit"])
    return Figure(value, Kind.NUMBER, _at(match), unit, firm=firm, bound=bound)


def _bound(text: str, span: Span) -> Bound:
    before = text[max(0, span.start - _LOOK_BACK) : span.start]
    over, under = _OVER.search(before), _UNDER.search(before)
    if over and over.group().startswith(("over", "Over")) and _TIME.search(span.of(text)):
        over = None
    if found := over or under:
        denied = _DENIED.search(before[: found.start()])
        return Bound.OVER if bool(over) is not bool(denied) else Bound.UNDER
    return Bound.ABOUT if _ABOUT.search(before) else Bound.NONE


def _at(match: re.Match[str]) -> Span:
    return Span(*match.span())


_READERS: tuple[tuple[str, Callable[[re.Match[str]], Iterator[Figure]]], ...] = (
    ("iso_year", iso_date),
    ("month", date),
    ("month_after", date),
    ("clock", clock),
    ("clock_word", clock),
    ("hour", clock),
    ("era", era),
    ("military", military),
    ("large_part", _of_two_units),
    ("part", _part),
    ("count", _part),
    ("lap", _lap),
    ("over", _fraction),
    ("quote", _quoted),
    ("halved", _halved),
    ("cents", _cents),
    ("digits", _digits),
    ("word", _words),
    ("nth", _nth),
)
"""Who reads what was found, by the group of `_FIGURE` that is not empty."""
