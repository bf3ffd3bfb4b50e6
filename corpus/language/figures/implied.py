"""Values that a text may stand for without writing a figure: both, a decade, 両国, 半年.

Loose on purpose: what is found here only ever answers a figure of the other text, and never
asks for an answer itself.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from corpus.language.figures.english_dates import MONTHS
from corpus.language.figures.japanese import HALF_WIDTH
from corpus.language.figures.numerals import ONES, WORDS, english_value, japanese_value
from corpus.patterns import regex

_TENS = dict(
    zip(
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties",
         "nineties"),
        range(20, 100, 10),
        strict=True,
    )
)  # fmt: skip
_ENGLISH = {
    **dict.fromkeys(
        ("both", "pair", "pairs", "couple", "twin", "twins", "twice", "double", "doubled",
         "doubles", "doubling", "bilateral", "duo", "dual", "either", "neither", "again",
         "biennial", "each", "other", "together", "between", "runner-up", "secondary", "next",
         "another", "alternate"),
        "2",
    ),
    **dict.fromkeys(
        ("triple", "tripled", "treble", "trilateral", "trio", "thrice", "triplets", "hat-trick",
         "triennial", "tripartite", "threesome", "triad", "bronze"),
        "3",
    ),
    **dict.fromkeys(("quad", "quadrilateral", "quadruple", "quartet", "foursome", "fourball",
                     "quadrennial", "semifinal", "semi-final", "semifinals", "semi-finals"), "4"),
    **dict.fromkeys(("quarterfinal", "quarter-final", "quarterfinals", "quarter-finals"), "8"),
    "quarter": "4 0.25 25 15 3", "quarters": "4 0.25 25 75 15 3", "quarterly": "4 3",
    "half": "0.5 50 5 30 6 2", "halves": "0.5 50 2", "halved": "0.5 50 2", "halve": "0.5 50 2",
    "mid": "5 15", "semi": "0.5 2", "biannual": "2", "semiannual": "2", "half-year": "6",
    "decade": "10", "centenary": "100", "centennial": "100",
    "century": "100", "centuries": "100 1000", "millennium": "1000", "bicentennial": "200",
    "fortnight": "2 14", "dozen": "12 10", "dozens": "12 10", "score": "20", "single-digit": "10",
    "noon": "12 0", "midday": "12", "midnight": "0 12 24",
    "teen": "10 13 19", "teens": "10 13 19", "teenage": "10 13 19", "teenager": "10 13 19",
    "teenagers": "10 13 19", "weekly": "7", "year": "12 365",
    "day": "24", "days": "24", "daily": "24", "hour": "60", "minute": "60", "month": "30",
    "annual": "12", "overnight": "2", "weekend": "2",
    "junior": "3", "senior": "4", "nil": "0", "zero": "0", "no": "0", "none": "0", "never": "0",
    "draw": "0", "pint": "568",
    "all": "100", "whole": "100", "full": "100", "entire": "100", "fully": "100",
    "completely": "100", "hundredfold": "100", "tenfold": "10", "ii": "2", "iii": "3", "iv": "4",
    "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10", "xi": "11", "xii": "12",
    "xiv": "14", "xv": "15", "xvi": "16",
    "tens": "10", "hundreds": "100", "thousands": "1000 10000", "millions": "1000000 10000000",
    "million": "1000000", "billions": "1000000000", "billion": "1000000000",
    "hundred": "100", "thousand": "1000", "deuce": "40", "sophomore": "2", "freshman": "1",
    "penultimate": "2", "septuagenarian": "70", "octogenarian": "80", "nonagenarian": "90",
    "quintet": "5", "nordic": "5", "baltic": "3", "baltics": "3", "benelux": "3",
    "scandinavian": "3", "visegrád": "4", "visegrad": "4", "dow": "30", "nikkei": "225",
}  # fmt: skip
_ENGLISH_VALUES = {
    word: frozenset(map(Decimal, values.split())) for word, values in _ENGLISH.items()
}
_ENGLISH_VALUES |= {word: frozenset((Decimal(value),)) for word, value in _TENS.items()}
_ENGLISH_VALUES |= {word: frozenset((Decimal(value),)) for word, value in MONTHS.items()}
_ENGLISH_WORD = regex(r"[a-zá]+(?:-[a-z]+)?")
_PREFIXED = regex(rf"\b({'|'.join(sorted(WORDS, key=len, reverse=True))})(?=[a-z])")
_AND_A_HALF = regex(rf"\b(an?|{'|'.join(ONES)}|\d+)(?:\s[a-z]+)?(?:\sand\sa\shalf|-and-a-half)\b")
_SCALE_OF_A_COUPLE = {"dozen": 10, "hundred": 100, "thousand": 1000, "million": 10**6}
_COUPLE_OF = regex(rf"\bcouple\s(?:of\s)?({'|'.join(_SCALE_OF_A_COUPLE)})\b")
_FIGURES = regex(r"\b(five|six|seven|eight|nine|ten)-figure\b")
_ONE_WEEK = regex(r"\b(?:an?|one|per|each|every|the|this|last|next|past|all)[\s-]week\b")
_FRACTION = regex(r"\b(\d+)/(\d+)\b")
_IN_A_CODE = regex(r"(?<=[a-z])-?(\d+)|(\d+)(?=[a-z])|(?<=[-/'’.])(\d+)")

_JAPANESE = (
    ("両|双|対|ペア|共に|とも|倍|再|次|副|準|もう|ダブル|互い|コンビ|翌|並び", "2"),
    ("トリプル|トリオ|ハットトリック|鼎", "3"),
    ("フォーサム|フォーボール", "4"),
    ("ダース|正午", "12"),
    ("クォーター|四半期", "4 0.25 25"),
    ("半", "0.5 50 30 6"),
    ("正午|真夜中|午前零時|零時|深夜0時", "12 0 24"),
    ("ゼロ|零|無|なし|ない", "0"),
    ("十代|ティーン", "10 13 19"),
    ("初|首位|首席|唯一|単|ワン|一|トップ|毎|あたり|当たり|片|最|ある|同じ", "1"),
    ("隔", "2"),
    ("完全|全て|すべて|全員|全額|全面|満", "100"),
    ("丸一日|一日中|終日|常時|24時間", "24 7"),
    ("世紀", "100"),
    ("四半世紀", "25"),
)
_JAPANESE_VALUES = tuple(
    (regex(words), frozenset(map(Decimal, values.split()))) for words, values in _JAPANESE
)
_KATAKANA = dict(
    zip(
        re.findall(
            r"\w+",
            "ワン ツー スリー フォー ファイブ シックス"
            " セブン エイト ナイン テン イレブン トゥエルブ",
        ),
        map(Decimal, range(1, 13)),
        strict=True,
    )
) | {
    "トゥエンティ": Decimal(20), "サーティ": Decimal(30), "フォーティ": Decimal(40),
    "フィフティ": Decimal(50), "シックスティ": Decimal(60), "ハンドレッド": Decimal(100),
    "サウザンド": Decimal(1000), "ミリオン": Decimal(10**6),
}  # fmt: skip
_KATAKANA_WORD = regex(rf"(?<![ァ-ヺー])({'|'.join(_KATAKANA)})ー?(?![ァ-ヺー])")
_KANJI_RUN = regex("[〇一二三四五六七八九十百千]+")
_COUNTRIES = regex("[日米韓中英豪印仏独欧露朝比加伊]{2,5}")
_LOOSE_DIGITS = regex(
    r"(?<=[A-Za-zァ-ヺー・.\-‐－―/])[0-9]+(?:\.[0-9]+)?|[0-9]+(?=[A-Za-z\-‐－―/.])"
)
_CIRCLED = {chr(0x2460 + k): Decimal(k + 1) for k in range(20)}
_ROMAN = {chr(0x2160 + k): Decimal(k + 1) for k in range(12)}
_LATIN_ROMAN = regex(r"(?<![A-Za-z])(?:X?(?:IX|IV|VI{0,3}|I{2,3})|X)(?![A-Za-z])")


@lru_cache(maxsize=256)
def implied_in_english(text: str) -> frozenset[Decimal]:
    """What the words of an English text may stand for, 1 always among it."""
    text = text.lower()
    found = {Decimal(1)}
    for word in _ENGLISH_WORD.findall(text):
        for part in (word, *word.split("-")) if "-" in word else (word,):
            found |= _ENGLISH_VALUES.get(part, frozenset())
    found |= {Decimal(WORDS[word]) for word in _PREFIXED.findall(text)}
    found |= {Decimal(2 * _SCALE_OF_A_COUPLE[word]) for word in _COUPLE_OF.findall(text)}
    for whole in _AND_A_HALF.findall(text):
        value = Decimal(whole) if whole.isdigit() else english_value(whole) or Decimal(1)
        found |= {value + Decimal("0.5"), value * 12 + 6}
    found |= {Decimal(10) ** (WORDS[word] - 1) for word in _FIGURES.findall(text)}
    if "24/7" in text:
        found |= {Decimal(24), Decimal(7), Decimal(365)}
    if _ONE_WEEK.search(text):
        found.add(Decimal(7))
    found |= {Decimal(a) / int(b) for a, b in _FRACTION.findall(text) if int(b)}
    found |= {Decimal(n) for groups in _IN_A_CODE.findall(text) for n in groups if n}
    return frozenset(found)


@lru_cache(maxsize=256)
def implied_in_japanese(text: str) -> frozenset[Decimal]:
    """What the words of a Japanese text may stand for."""
    found: set[Decimal] = set()
    for words, values in _JAPANESE_VALUES:
        if words.search(text):
            found |= values
    found |= {_KATAKANA[word] for word in _KATAKANA_WORD.findall(text)}
    for run in _KANJI_RUN.findall(text):
        found.add(japanese_value(run))
        found |= {japanese_value(c) for c in run}
    for run in _COUNTRIES.findall(text):
        found.add(Decimal(len(run)))
    found |= {_CIRCLED[c] for c in text if c in _CIRCLED} | {_ROMAN[c] for c in text if c in _ROMAN}
    found |= {Decimal(n) for n in _LOOSE_DIGITS.findall(text.translate(HALF_WIDTH))}
    found |= {_of_roman(run) for run in _LATIN_ROMAN.findall(text)}
    return frozenset(found)


def _of_roman(run: str) -> Decimal:
    sizes = [{"I": 1, "V": 5, "X": 10}[c] for c in run]
    return Decimal(sum(-a if a < b else a for a, b in zip(sizes, [*sizes[1:], 0], strict=True)))
