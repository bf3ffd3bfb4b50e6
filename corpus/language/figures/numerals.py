"""Numbers in words and kanji: their value, and how Japanese writes a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.patterns import regex

SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "mn": 10**6, "bn": 10**9, "tn": 10**12, "dozen": 12, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
"""English words that multiply what stands before them."""
ONES = tuple(
    re.findall(
        r"\w+",
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen",
    )
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: value for value, word in enumerate(ONES)}
WORDS |= {word: 10 * value for value, word in enumerate(_TENS, start=2)}
ORDINALS = {
    word: value
    for value, word in enumerate(
        re.findall(
            r"\w+",
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
            " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
            " twentieth",
        ),
        start=1,
    )
}

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""A number in half-width digits, with or without commas."""
KANJI_DIGITS = {c: value for value, c in enumerate("〇一二三四五六七八九")}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_TOKEN = regex(rf"{DIGITS}|[^ ]")
_FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


def english_value(words: str) -> Decimal:
    """The value of number words, joined by spaces, hyphens or "and": `two hundred and fifty`."""
    total = group = Decimal(0)
    for word in re.findall("[a-z]+", words.lower()):
        if word in WORDS:
            group += WORDS[word]
        elif word in SCALES:
            scale = Decimal(SCALES[word])
            if scale > 10**2:
                total += (group or Decimal(1)) * scale
                group = Decimal(0)
            else:
                group = (group or Decimal(1)) * scale
    return total + group


def japanese_value(written: str) -> Decimal:
    """The value of digits, kanji numerals or a mixture: `5億7340万`, `二〇二四`, `三百`."""
    if all(c in KANJI_DIGITS for c in written):
        return Decimal("".join(str(KANJI_DIGITS[c]) for c in written))
    total = group = Decimal(0)
    last: Decimal | None = None
    for token in _TOKEN.findall(written):
        if token in _SMALL:
            group += (Decimal(1) if last is None else last) * _SMALL[token]
            last = None
        elif token in _LARGE:
            group += last or 0
            total += (group or 1) * _LARGE[token]
            group, last = Decimal(0), None
        elif token in KANJI_DIGITS:
            last = (last or Decimal(0)) * 10 + KANJI_DIGITS[token]
        else:
            last = Decimal(token.replace(",", ""))
    return total + group + (last or 0)


@dataclass(frozen=True, slots=True)
class Style:
    """How a Japanese text writes its numbers."""

    commas: bool = False
    """`5,570万` and not `5570万`."""
    full_width: bool = False
    myriads: bool = True
    """`2万` and not `20000`."""
    spaced: bool = False
    """`2 万` and not `2万`."""

    @classmethod
    def of(cls, text: str) -> Style:
        """The style of a text, by the numbers that stand in it."""
        return cls(
            commas=bool(re.search(r"[\d][,，]\d{3}", text)),
            spaced=bool(re.search("[0-9] [万億兆年月日人円]", text)),
            full_width=bool(re.search("[０-９]", text)),
            myriads=not re.search(r"\d{5}|\d[,，]\d{3}[,，]|\d\d[,，]\d{3}", text),
        )


PLAIN = Style()
"""`121億`, `5億7340万`, `1750`."""


def japanese_number(value: Decimal, style: Style = PLAIN) -> str:
    """The value in digits with 万, 億 and 兆: 12100000000 is `121億`; below 10000 in digits."""
    whole = int(value)
    if whole < 10**4 or value != whole or not (style.myriads or whole >= 10**8):
        written = _digits(value, commas=style.commas)
    else:
        parts = []
        gap = " " if style.spaced else ""
        for name, size in (("兆", 10**12), ("億", 10**8), ("万", 10**4), ("", 1)):
            count, whole = divmod(whole, size)
            if count:
                parts.append(
                    _digits(Decimal(count), commas=style.commas) + (gap + name if name else "")
                )
        written = gap.join(parts)
    return written.translate(_FULL_WIDTH) if style.full_width else written


def _digits(value: Decimal, *, commas: bool) -> str:
    plain = f"{value.normalize():f}"
    whole, dot, rest = plain.partition(".")
    return f"{int(whole):,}{dot}{rest}" if commas and int(whole) >= 1000 else plain
