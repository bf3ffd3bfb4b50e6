"""Reading the figures of a Japanese text."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.figures.english import without_addresses
from corpus.language.figures.numerals import DIGITS, japanese_value
from corpus.language.figures.quantity import ISO_DATE, Bound, Figure, Kind, iso_date
from corpus.language.figures.units import COINS, CURRENCIES, UNITS, longest_first
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

HALF_WIDTH = str.maketrans("０１２３４５６７８９，．％＄：憶", "0123456789,.%$:億")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_UNITS = {word: unit.key for unit in UNITS.values() for word in unit.japanese}
del _UNITS["キロ"], _UNITS["m"], _UNITS["g"], _UNITS["t"]
_UNITS |= {
    "km": "km",
    "m": "m",
    "インチ": "inch",
    "ヵ月": "month",
    "キロ": "kilo",
    "mph": "mph",
    "miles": "mile",
}
_LATIN = [word for word in _UNITS if word[0].isascii()]
_WORDS = [word for word in _UNITS if not word[0].isascii()]
_DATE_UNITS = {"年": Kind.YEAR, "月": Kind.MONTH, "日": Kind.DAY}
_MONEY = {word: code for word, code in CURRENCIES.items() if not word.isascii()}
COUNTERS = (
    "年月日人名社国回件台隻機個つ点条章世紀歳才倍度割階部品本枚位番席校州県市町村種類"
    "ヶヵカか箇年間時分秒週頭匹冊軒戸棟基両体試票議件箱杯名組通発勝敗目者カケ"
)
"""What a numeral counts in Japanese, by its first character."""
_MYRIADS = "万億兆千百"
_NEXT = rf"[ ]?(?:{DIGITS})(?=[ ]?[{_MYRIADS}])|(?<=[{_MYRIADS}])(?:{DIGITS})"
_ARABIC = rf"(?:{DIGITS})(?:[ ]?[{_MYRIADS}]{{1,2}}(?:{_NEXT})?)*½?"
_COIN = f"(?:{'|'.join(COINS)})"
_KANJI = "〇一二三四五六七八九十百千万億兆"
_FIGURE = regex(
    rf"""
    {ISO_DATE}
    | (?P<era>明治|大正|昭和|平成|令和)(?P<era_year>元|\d{{1,2}}|[一二三四五六七八九十]{{1,3}})
      (?:年|(?=[)）]年))
    | (?P<seconds>\d{{1,3}})秒(?P<hundredths>\d{{1,2}})(?!\d)
    | (?P<tenths>\d{{1,2}})割(?P<parts>\d)分
    | (?P<metres>\d{{1,3}})メートル(?P<centimetres>\d\d)(?!\d)
    | (?P<yen>\d{{2,3}})円(?P<bid>\d\d)[~〜～\-‐–](?P<ask>\d\d)銭
    | (?P<foot>\d)フィート(?P<inch>\d{{1,2}})インチ
    | (?<![\d.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![:\d])
    | (?P<below>\d+|[二三四五六七八九十百千]+)分の(?P<above>\d+|[一二三四五六七八九十百]+)
    | (?P<whole>{_ARABIC})[ ]?米?(?P<money>円|ドル|ユーロ|ポンド)[ ]?(?P<cents>\d{{1,2}}){_COIN}
    | (?<![A-Za-z.\d])(?P<only_cents>{DIGITS})(?P<coin>{_COIN})
    | (?P<sign>US\$|[$€£¥])?(?<![A-Za-z.\d])(?P<nth>第[ ]?)?(?P<number>
        {_ARABIC}(?:[ ](?P<part>\d)/(?P<whole_of>[2-9]))?
        | [{_KANJI}]{{2,}}
        | (?<=第)[一二三四五六七八九十] | [一二三四五六七八九十百千](?=[{COUNTERS}]))
      (?:[ ]?(?: (?P<points>%?ポイント)
        | (?P<percent>%|パーセント|割)
        | 時(?!間)(?P<hour_half>半)?
        | 米?(?P<currency>{longest_first(_MONEY)})
        | (?P<date>年(?!間|前|後|以上|以内|半|ぶり|ほど|も|近く|にわた|生|程度|目|連続|代|にも)
            |月|日(?!間|半|前|後|ほど|目|連続|あたり))
        | (?P<unit>(?:{longest_first(_LATIN)})(?![A-Za-z])|{longest_first(_WORDS)})
          (?P<half>半)? ))?
    """,
    re.VERBOSE,
)
# Words and place names that begin or end with numerals.
_NO_FIGURE = regex(
    "十分(?![間前後])|千葉|百貨|万博|三井|三菱|九州|四国|六本木|百合|八百屋|十字|千代|五十嵐|三十三間|万一|千万"
    "|百科|万全|万能|一部|一方|一般|一定|一致|一時|唯一|統一|二酸|三次元"
)
_RANGE = regex("[ ]?(?:[〜～~\\-‐–—ー、]|から)[ ]?")
_SHARED = (Kind.MONTH, Kind.DAY, Kind.PERCENT)
_PLACES = frozenset("〇十百千万億兆")
_YEAR = regex("[一二][〇一二三四五六七八九]{3}")
_ROUGHLY = regex("(?<![0-9])[1-9]、[1-9](?![0-9])")
_TRAPS = regex("[何数幾]$")
_OVER = regex(
    "^(?:人|名|件|回|年|か月|[^、。0-9]{0,4})?(?:以上|超|を超え|余り?|を上回|強(?![い化制調]))"
)
_UNDER = regex("^(?:[^、。0-9]{0,4})?(?:以下|未満|以内|弱(?![い者点])|を下回|足らず|に満たない)")
_DENIED = regex(
    "^[^、。0-9]{0,4}を(?:(?P<under>下回)|超え|超過し|上回)[^、。0-9]{0,4}"
    "(?:ない|ず|ぬ|てはなら|てはいけ|禁)"
)
"""を超えない is the most, を下回らない the least."""
_BEFORE_OVER = regex("(?:少なくとも|最低でも)[^、。0-9]{0,4}$")
_BEFORE_UNDER = regex("(?:最大で?|最長で?|最高で?|最多で?|上限)[^、。0-9]{0,3}$")
_ABOUT_BEFORE = regex("(?:約|およそ|推定|ほぼ|概ね|おおむね)[^、。0-9]{0,3}$")
_ABOUT_AFTER = regex("^(?:[^、。0-9]{0,3})?(?:程度|ほど|前後|近く|くらい|ぐらい|あまり)")
_LOOK = 12


def japanese_figures(text: str) -> Iterator[Figure]:
    """The figures in order; digits of any width, kanji numerals where they count something."""
    text = without_addresses(text.translate(HALF_WIDTH))
    last: Figure | None = None
    for figure in _figures(text):
        if last is not None:
            yield _ranged(text, last, figure)
        last = figure
    if last is not None:
        yield last


def _ranged(text: str, first: Figure, second: Figure) -> Figure:
    """The first as what the second counts, where it has no unit of its own: 4～6月, 7～8割."""
    between = text[first.span.end : second.span.start]
    bare = first.kind is Kind.NUMBER and not first.unit and text[first.span.end - 1].isdigit()
    if not bare or second.kind not in _SHARED or not _RANGE.fullmatch(between):
        return first
    tenths = second.kind is Kind.PERCENT and second.span.of(text).endswith("割")
    value = first.value * 10 if tenths else first.value
    return replace(first, value=value, kind=second.kind)


def _figures(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        if match["era"]:
            year = 1 if match["era_year"] == "元" else japanese_value(match["era_year"])
            yield Figure(_ERAS[match["era"]] + Decimal(year), Kind.YEAR, _at(match))
        elif match["iso_year"]:
            yield from iso_date(match)
        elif match["hour"]:
            yield Figure(Decimal(match["hour"]), Kind.HOUR, Span(*match.span("hour")), _half(match))
            firm = int(match["minute"]) > 0
            yield Figure(
                Decimal(match["minute"]), Kind.NUMBER, Span(*match.span("minute")), firm=firm
            )
        elif match["below"]:
            yield from _fraction(match)
        elif match["cents"] or match["only_cents"]:
            yield _with_cents(match)
        elif match["seconds"] or match["tenths"] or match["foot"] or match["metres"]:
            yield _of_two_parts(match)
        elif match["yen"]:
            yield from _quoted(match)
        elif not _is_word(match):
            yield _number(match)


def _is_word(match: re.Match[str]) -> bool:
    """Whether kanji numerals are a part of a word: 十分, 九州, 千葉."""
    number = match["number"]
    if number[0].isdigit():
        return False
    if len(number) > 1 and not (_PLACES & set(number)) and not _YEAR.fullmatch(number):
        return True  # 一三 is no way to write 13
    known = _NO_FIGURE.match(match.string, match.start("number"))
    return known is not None and not (match["nth"] or match["currency"])


def _number(match: re.Match[str]) -> Figure:
    number = match["number"]
    if match["part"]:
        number = number.partition(" ")[0]
    value = japanese_value(number.rstrip("½"))
    if match["part"]:
        value += Decimal(match["part"]) / Decimal(match["whole_of"])
    span = _at(match)
    firm = (
        number[0].isdigit() or (len(number) > 1 and number[0] not in "百千万億兆")
    ) and not _TRAPS.search(match.string[max(0, match.start() - 1) : match.start()])
    if match.string.startswith("数", match.end("number")) or _ROUGHLY.search(
        match.string, max(0, match.start() - 2), match.end() + 2
    ):
        firm = False
    if match["half"] or number.endswith("½"):
        value += Decimal("0.5")
    value, kind, unit = _counted(match, value)
    return Figure(value, kind, span, unit, firm=firm, bound=_bound(match.string, span))


def _counted(match: re.Match[str], value: Decimal) -> tuple[Decimal, Kind, str]:
    """What a number counts, by what stands around it: its value in full, the kind, the unit."""
    if match["points"]:
        return value, Kind.NUMBER, "point"
    if match["percent"]:
        return value * (10 if match["percent"] == "割" else 1), Kind.PERCENT, ""
    if match["sign"] or match["currency"]:
        unit = CURRENCIES.get((match["sign"] or "").lower()) or _MONEY[match["currency"]]
        return value, Kind.MONEY, unit
    if match["date"]:
        kind = _DATE_UNITS[match["date"]]
        age = kind is Kind.YEAR and value < 1000 and len(match["number"]) != 2
        return (value, Kind.NUMBER, "year") if match["nth"] or age else (value, kind, "")
    if match.group().endswith(("時", "時半")):
        return value, Kind.HOUR, _half(match)
    if match["unit"]:
        unit = _UNITS[match["unit"]]
        return (
            (value / 100, Kind.NUMBER, "point") if unit == "basis" else (value, Kind.NUMBER, unit)
        )
    return value, Kind.ORDINAL if match["nth"] else Kind.NUMBER, ""


def _fraction(match: re.Match[str]) -> Iterator[Figure]:
    below, above = japanese_value(match["below"]), japanese_value(match["above"])
    if below:
        yield Figure(above / below, Kind.NUMBER, _at(match), firm=False)


def _of_two_parts(match: re.Match[str]) -> Figure:
    """9秒95, 1割5分, 6フィート2インチ."""
    bound = _bound(match.string, _at(match))
    if match["tenths"]:
        value = Decimal(match["tenths"]) * 10 + Decimal(match["parts"])
        return Figure(value, Kind.PERCENT, _at(match), bound=bound)
    if match["foot"]:
        value = Decimal(match["foot"]) + Decimal(match["inch"]) / 12
        return Figure(value, Kind.NUMBER, _at(match), "foot", bound=bound)
    if match["metres"]:
        value = Decimal(f"{match['metres']}.{match['centimetres']}")
        return Figure(value, Kind.NUMBER, _at(match), "m", bound=bound)
    value = Decimal(f"{match['seconds']}.{match['hundredths']}")
    return Figure(value, Kind.NUMBER, _at(match), "second", bound=bound)


def _quoted(match: re.Match[str]) -> Iterator[Figure]:
    """152円68～70銭: what is bid and what is asked."""
    for name in ("bid", "ask"):
        start = match.start("yen") if name == "bid" else match.start(name)
        value = Decimal(f"{match['yen']}.{match[name]}")
        yield Figure(value, Kind.MONEY, Span(start, match.end(name)), "JPY")


def _with_cents(match: re.Match[str]) -> Figure:
    """152円30銭 is 152.3 yen, and 99セント 0.99 dollars."""
    unit = _MONEY[match["money"]] if match["money"] else COINS[match["coin"]]
    value = Decimal((match["cents"] or match["only_cents"]).replace(",", "")) / 100
    if match["whole"]:
        value += japanese_value(match["whole"])
    return Figure(value, Kind.MONEY, _at(match), unit, bound=_bound(match.string, _at(match)))


def _half(match: re.Match[str]) -> str:
    """`am` or `pm` where 午前 or 午後 stands before."""
    before = match.string[max(0, match.start() - 2) : match.start()]
    return {"午前": "am", "午後": "pm"}.get(before, "")


def _bound(text: str, span: Span) -> Bound:
    before = text[max(0, span.start - _LOOK) : span.start]
    after = text[span.end : span.end + _LOOK]
    if denied := _DENIED.search(after):
        return Bound.OVER if denied["under"] else Bound.UNDER
    if _OVER.search(after) or _BEFORE_OVER.search(before):
        return Bound.OVER
    if _UNDER.search(after) or _BEFORE_UNDER.search(before):
        return Bound.UNDER
    if _ABOUT_BEFORE.search(before) or _ABOUT_AFTER.search(after):
        return Bound.ABOUT
    return Bound.NONE


def _at(match: re.Match[str]) -> Span:
    return Span(*match.span())
