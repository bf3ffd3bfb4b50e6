"""How Japanese writes a figure of the English, in the manner of the text around it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from corpus.language.figures.numerals import Style, japanese_number
from corpus.language.figures.quantity import Kind
from corpus.language.figures.units import COINS, NAMES_OF_MONEY, UNITS, family
from corpus.patterns import regex

if TYPE_CHECKING:
    from corpus.language.figures.quantity import Figure

_WRITTEN = regex(
    r"(?P<head>(?:第 ?|US\$|[$＄€£¥])?)"
    r"(?P<number>[0-9０-９][0-9０-９,，.．万億憶兆千百 ]*|[〇一二三四五六七八九十百千万億兆]+)"
    r"(?P<tail>[^0-9０-９]*)"
)
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_PERCENT = regex("%|％|パーセント")
_HALVES = {"am": "午前", "pm": "午後"}
_ERA = regex("(?P<name>明治|大正|昭和|平成|令和)")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_NOON = 12
_CONVERTED = ("length", "mass", "area", "volume", "speed")
_ROUNDED = 10
"""From here on a converted value is rounded to a whole one."""
_LAST_AGE = 1000
"""Above it a year is one of the calendar."""


def japanese_for(figure: Figure, other: Figure, target: str) -> str:
    """What should stand in the place of the Japanese figure `other` of `target`.

    The number is that of the English, with 万 and 億, commas and width as in the text; the
    counter is kept unless it is the wrong unit. Empty where there is nothing safe to offer.
    """
    written = other.span.of(target)
    era = _ERA.match(written)
    if era:
        year = int(figure.value) - _ERAS[era["name"]]
        return f"{era['name']}{year}年" if year > 1 else ""
    if written.endswith(tuple(COINS)):
        return _with_cents(figure, written, Style.of(target))
    match = _WRITTEN.fullmatch(written)
    if match is None or match["tail"].endswith("半") or _of_what(figure, other):
        return ""
    number = match["number"]
    if other.value != figure.value:
        value = _as_counted(figure, other, match["tail"])
        if value is None or number.startswith("0"):
            return ""
        gap = number[len(number.rstrip()) :]
        style = Style.of(target)
        if figure.kind in (Kind.YEAR, Kind.MONTH, Kind.DAY, Kind.HOUR, Kind.ORDINAL):
            number = _digits(value, target) + gap
        else:
            number = japanese_number(value, style) + gap
    head = match["head"] if figure.kind is not Kind.MONEY or not match["tail"] else ""
    return f"{head}{number}{_tail(figure, other, match['tail'], head, target)}"


def hour_for(figure: Figure, other: Figure, target: str) -> str:
    """The hour with 午前 or 午後 before it, as the English says it."""
    tail = other.span.of(target).lstrip("0123456789０１２３４５６７８９ ")
    return f"{_HALVES[figure.unit]}{_digits(figure.value, target)}{tail}"


def _digits(value: Decimal, target: str) -> str:
    plain = f"{value.normalize():f}"
    return plain.translate(_FULL_WIDTH) if Style.of(target).full_width else plain


def _with_cents(figure: Figure, written: str, style: Style) -> str:
    """152円30銭, and 30銭 where there is less than one yen; empty for another currency."""
    cents = figure.value * 100
    coin = next(coin for coin in COINS if written.endswith(coin))
    if figure.unit != COINS[coin] or cents != int(cents):
        return ""
    whole, rest = divmod(cents, 100)
    large = japanese_number(whole, style) + NAMES_OF_MONEY[figure.unit] if whole else ""
    return large + (japanese_number(rest, style) + coin if rest else "")


def _as_counted(figure: Figure, other: Figure, tail: str) -> Decimal | None:
    """The value in the unit of the Japanese: tenths for 割, hours after noon on a 24-hour clock.

    None where the two count different things.
    """
    if other.kind is Kind.YEAR and other.value > _LAST_AGE and figure.kind is not Kind.YEAR:
        return None
    if other.unit == "kilo":
        other = replace(other, unit="kg" if family(figure.unit) == "mass" else "km")
    if family(figure.unit) == "speed" and other.unit in ("km", "mile"):
        other = replace(other, unit="kmh" if other.unit == "km" else "mph")
    if figure.unit in UNITS and other.unit in UNITS and figure.unit != other.unit:
        if family(figure.unit) != family(other.unit):
            return None if "age" not in (figure.unit, other.unit) else figure.value
        value = figure.value * UNITS[figure.unit].size / UNITS[other.unit].size
        if value != int(value) and family(figure.unit) in _CONVERTED:
            return Decimal(round(value)) if value >= _ROUNDED else None
        return value if value == int(value) else None
    if tail.strip().startswith("割"):
        return figure.value / 10
    if figure.kind is Kind.HOUR and figure.unit == "pm" and other.value > _NOON > figure.value:
        return figure.value + _NOON
    return figure.value


def _tail(figure: Figure, other: Figure, tail: str, head: str, target: str) -> str:
    if figure.kind is Kind.MONEY:
        if head.strip("第 "):
            return tail
        return tail if other.unit == figure.unit else NAMES_OF_MONEY.get(figure.unit, tail)
    if figure.kind is Kind.PERCENT:
        if other.kind is Kind.PERCENT:
            return tail
        sign = _PERCENT.search(target)
        return sign.group() if sign else "%"
    if figure.unit in UNITS and other.unit != figure.unit and _another_thing(figure, other):
        return UNITS[figure.unit].japanese[0]
    return tail


def _of_what(figure: Figure, other: Figure) -> bool:
    """Whether a bare number stands as a share, and only a person can say what it counts."""
    counted = figure.kind in (Kind.PERCENT, Kind.MONEY) or figure.unit in UNITS
    return other.kind is Kind.PERCENT and not counted


def _another_thing(figure: Figure, other: Figure) -> bool:
    if other.kind is Kind.PERCENT:
        return True
    return bool(other.unit) and figure.value == other.value
