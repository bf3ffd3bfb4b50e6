"""Units of measure and currencies in both languages, and what can be converted into what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and how the two languages write it."""

    key: str
    family: str
    """Units of one family are converted into one another; those of two families never agree."""
    size: Decimal
    """In the smallest unit of its family."""
    english: tuple[str, ...]
    """Singular forms, all lower case."""
    japanese: tuple[str, ...]
    """The usual form first."""


def _unit(key: str, family: str, size: str, english: str, japanese: str) -> Unit:
    return Unit(key, family, Decimal(size), tuple(english.split(",")), tuple(japanese.split()))


UNITS = {
    unit.key: unit
    for unit in (
        _unit("age", "age", "1", "year-old,year old,years old,yr-old", "歳 才"),
        _unit("year", "time", "31557600", "year,yr", "年間 カ年 か年 ヵ年 ヶ年 年"),
        _unit("month", "time", "2629800", "month", "か月 カ月 ヶ月 ヵ月 ケ月 箇月"),
        _unit("week", "time", "604800", "week", "週間 週"),
        _unit("day", "time", "86400", "day", "日間 日"),
        _unit("hour", "time", "3600", "hour,hr", "時間"),
        _unit("minute", "time", "60", "minute,min", "分間 分"),
        _unit("second", "time", "1", "second,sec", "秒間 秒"),
        _unit("decade", "time", "315576000", "decade", "十年間"),
        _unit("century", "century", "1", "century,centurie", "世紀"),
        _unit("times", "times", "1", "-fold,fold,times,time,x", "倍"),
        _unit("basis", "point", "0.01", "basis point,bps,bp", "ベーシスポイント"),
        _unit("point", "point", "1", "percentage point,percent point,point", "ポイント"),
        _unit("degree", "degree", "1", "degree,fahrenheit,celsius,centigrade,°c,°f", "度 ℃"),
        _unit("mm", "length", "0.001", "millimeter,millimetre,mm", "ミリメートル ミリ mm"),
        _unit("cm", "length", "0.01", "centimeter,centimetre,cm", "センチメートル センチ cm"),
        _unit("m", "length", "1", "meter,metre", "メートル m"),
        _unit("km", "length", "1000", "kilometer,kilometre,km", "キロメートル キロ km"),
        _unit("mile", "length", "1609.344", "mile", "マイル"),
        _unit("foot", "length", "0.3048", "foot,feet,ft", "フィート"),
        _unit("inch", "length", "0.0254", "inch,inche", "インチ"),
        _unit("yard", "length", "0.9144", "yard", "ヤード"),
        _unit("g", "mass", "0.001", "gram,gramme", "グラム g"),
        _unit("kg", "mass", "1", "kilogram,kilogramme,kilo,kg", "キログラム キロ kg"),
        _unit("ton", "mass", "1000", "ton,tonne,metric ton", "トン t"),
        _unit("lb", "mass", "0.45359", "pound,lb", "ポンド"),
        _unit("ounce", "mass", "0.02835", "ounce,oz", "オンス"),
        _unit("stone", "mass", "6.35029", "stone", "ストーン"),
        _unit("ha", "area", "10000", "hectare,ha", "ヘクタール ha"),
        _unit("acre", "area", "4046.86", "acre", "エーカー"),
        _unit("sqm", "area", "1", "square meter,square metre", "平方メートル 平米 m2 m² ㎡"),
        _unit("sqkm", "area", "1000000", "square kilometer,square kilometre",
              "平方キロメートル 平方キロ km2 km²"),
        _unit("sqmile", "area", "2589988", "square mile", "平方マイル"),
        _unit("sqft", "area", "0.0929", "square foot,square feet", "平方フィート"),
        _unit("l", "volume", "1", "liter,litre", "リットル"),
        _unit("gallon", "volume", "3.785", "gallon", "ガロン"),
        _unit("knot", "speed", "1.852", "knot,kt", "ノット"),
        _unit("kmh", "speed", "1", "kph,km/h,kilometers per hour,kilometres per hour",
              "キロメートル毎時"),
        _unit("mph", "speed", "1.609344", "mph,miles per hour,miles an hour", "マイル毎時"),
        _unit("v", "voltage", "1", "volt", "ボルト"),
        _unit("kv", "voltage", "1000", "kilovolt,kv", "キロボルト"),
        _unit("mw", "power", "1", "megawatt,mw", "メガワット MW"),
        _unit("gw", "power", "1000", "gigawatt,gw", "ギガワット GW"),
        _unit("kw", "power", "0.001", "kilowatt,kw", "キロワット kW"),
    )
}  # fmt: skip
"""Every unit by its key."""

CURRENCIES = {
    "$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "€": "EUR", "£": "GBP", "¥": "JPY",
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "rupee": "INR", "won": "KRW", "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY",
    "ドル": "USD", "円": "JPY", "ユーロ": "EUR", "ポンド": "GBP", "元": "CNY", "人民元": "CNY",
    "ルピー": "INR", "ウォン": "KRW",
}  # fmt: skip
"""What a sign or a name of money stands for; the English in lower case."""

NAMES_OF_MONEY = {
    "USD": "ドル", "JPY": "円", "EUR": "ユーロ", "GBP": "ポンド", "CNY": "元", "INR": "ルピー",
    "KRW": "ウォン", "AUD": "豪ドル", "CAD": "カナダドル",
}  # fmt: skip
"""How Japanese writes a currency."""

COINS = {"銭": "JPY", "セント": "USD", "ペンス": "GBP"}
"""Hundredths of a currency in Japanese."""

_MEASURED = frozenset(("length", "mass", "area", "volume", "speed", "time", "power", "voltage"))
_SLACK = Decimal("0.06")
"""Translators round what they convert."""


def longest_first(words: Iterable[str]) -> str:
    """An alternation of a regular expression that prefers the longest word."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True))


def converts(value: Decimal, unit: str, other_value: Decimal, other_unit: str) -> bool:
    """Whether the two amounts are the same, up to rounding, in different units of one family."""
    one, other = UNITS.get(unit), UNITS.get(other_unit)
    if one is None or other is None or one is other:
        return False
    if one.family != other.family or one.family not in _MEASURED:
        return False
    left, right = value * one.size, other_value * other.size
    return abs(left - right) <= _SLACK * max(left, right)


def family(unit: str) -> str:
    """What kind of thing a unit measures; a currency, or an unknown unit, is its own family."""
    return UNITS[unit].family if unit in UNITS else unit
