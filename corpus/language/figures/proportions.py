"""Parts and multiples told in words: a third and 3分の1, one in five and 2割, tripled and 3倍."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from corpus.bitext import Span
from corpus.language.figures.implied import implied_in_english, implied_in_japanese
from corpus.language.figures.japanese import HALF_WIDTH
from corpus.language.figures.numerals import ONES, WORDS, japanese_value
from corpus.language.figures.quantity import Worded
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_PART = "|".join(_PARTS)
_NUMBER = rf"(?:{'|'.join(ONES[1:13])}|\d{{1,3}})"
_WHOLE = r"(?:the|its|their|our|all|those|these|his|her|them|us|total|global)\b"
_ENGLISH_PART = regex(
    rf"""
    (?:\b(?P<by>by)\s)?(?:\ban?\s(?P<part>{_PART})(?=\sof\s(?:{_WHOLE}|(?!an?\s)[a-z]))
      | (?<=by\s)an?\s(?P<by_part>{_PART})\b(?!\s[a-z]+\s(?:time|year))
      | \bone[\s-](?P<one_part>{_PART})\b)
    | (?:\b(?P<by_parts>by)\s)?\b(?P<above>two|three|four|five|seven|nine)[\s-](?P<parts>{_PART})s\b
    | \b(?P<half>half)(?=\s(?:of\s)?{_WHOLE})
    | \b(?P<some>{_NUMBER})\s(?:(?:in|out\sof)\s(?:every\s)?|of\severy\s)
      (?P<many>{_NUMBER})(?=\s[a-z]+s?\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENGLISH_TIMES = regex(
    rf"""
    \b(?: (?P<two>doubled|doubles|doubling|two-?fold)
      | (?P<three>tripled|triples|tripling|trebled|three-?fold)
      | (?P<four>quadrupled|quadruples|quadrupling|four-?fold) | (?P<five>quintupled|five-?fold)
      | (?P<half>halved|halves|halving)
      | (?P<times>{_NUMBER})(?:-?fold\b|\stimes(?=\s(?:as|the|what|its)\b)) )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MULTIPLES = {
    word: Decimal(value)
    for word, value in (("two", 2), ("three", 3), ("four", 4), ("five", 5), ("half", "0.5"))
}
_NUMERAL = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十]+)"
_JAPANESE_PART = regex(
    rf"""
    (?P<below>{_NUMERAL})分の(?P<above>{_NUMERAL}) | (?<!過)(?P<half>半数|半分)
    | (?P<tenths>{_NUMERAL})割(?!合)
    | (?P<many>{_NUMERAL})人(?:中|に|のうち)(?P<some>{_NUMERAL})人
    | (?P<percent>\d+(?:\.\d+)?)(?:%|パーセント)
    """,
    re.VERBOSE,
)
_JAPANESE_TIMES = regex(
    rf"(?P<times>{_NUMERAL})倍|(?<![\d一二三四五六七八九十百千万数何])(?P<two>倍増)|(?P<half>半減)"
)
_NEAR = Decimal("0.035")
"""3割 is as good as a third, and 67 % as good as two thirds."""


class _Said(NamedTuple):
    value: Decimal
    span: Span
    in_words: bool = True
    lost: bool = False
    """Whether something falls by that part, so that the rest of it may be named: 3分の1に."""


def proportions(source: str, target: str) -> Iterator[Worded]:
    """The parts and the multiples that the English says in words, where the Japanese has them.

    They differ only where each text has one that the other has not, nor anything like it.
    """
    plain = target.translate(HALF_WIDTH)
    for english, japanese, near, written in (
        (_english_parts, _japanese_parts, _NEAR, _part),
        (_english_times, _japanese_times, Decimal(0), _multiple),
    ):
        ours = [*english(source)]
        theirs = [*japanese(plain)] if ours else []
        pairs = [(e, j) for e in ours if (j := _same(e, theirs, near))]
        yield from (Worded(e.span, j.span) for e, j in pairs)
        left = [e for e in ours if all(e is not one for one, _ in pairs)]
        over = [j for j in theirs if j.in_words and all(j is not other for _, other in pairs)]
        if len(left) == len(over) == 1 and not _explained(left[0], over[0], source, target):
            wanted = written(left[0].value, over[0].span.of(target))
            yield Worded(left[0].span, over[0].span, wanted)


def _same(e: _Said, theirs: Sequence[_Said], near: Decimal) -> _Said | None:
    values = (e.value, 1 - e.value) if e.lost else (e.value,)

    def off(j: _Said) -> Decimal:
        return min(abs(value - j.value) for value in values)

    found = [j for j in theirs if off(j) <= near]
    return min(found, key=lambda j: (off(j), not j.in_words), default=None)


def _explained(e: _Said, j: _Said, source: str, target: str) -> bool:
    """Whether other words of either text may be meant."""
    return j.value in implied_in_english(source) or e.value in implied_in_japanese(target)


def _english_parts(text: str) -> Iterator[_Said]:
    for match in _ENGLISH_PART.finditer(text):
        above, below = Decimal(1), Decimal(2)
        if part := match["part"] or match["by_part"] or match["one_part"] or match["parts"]:
            above = Decimal(WORDS[(match["above"] or "one").lower()])
            below = Decimal(_PARTS[part.lower()])
        elif match["some"]:
            above, below = _number(match["some"]), _number(match["many"])
        if above < below or above == below == 1:
            lost = bool(match["by"] or match["by_parts"])
            yield _Said(above / below, Span(*match.span()), lost=lost)


def _english_times(text: str) -> Iterator[_Said]:
    for match in _ENGLISH_TIMES.finditer(text):
        value = _number(match["times"]) if match["times"] else _MULTIPLES[match.lastgroup or ""]
        yield _Said(value, Span(*match.span()))


def _japanese_parts(text: str) -> Iterator[_Said]:
    for match in _JAPANESE_PART.finditer(text):
        span = Span(*match.span())
        if match["percent"]:
            yield _Said(Decimal(match["percent"]) / 100, span, in_words=False)
        elif match["tenths"]:
            yield _Said(japanese_value(match["tenths"]) / 10, span)
        elif match["half"]:
            yield _Said(Decimal("0.5"), span)
        else:
            above = japanese_value(match["above"] or match["some"])
            below = japanese_value(match["below"] or match["many"])
            yield _Said(above / below if below else above, span)


def _japanese_times(text: str) -> Iterator[_Said]:
    for match in _JAPANESE_TIMES.finditer(text):
        times = match["times"]
        value = japanese_value(times) if times else _MULTIPLES[match.lastgroup or ""]
        yield _Said(value, Span(*match.span()))


def _number(written: str) -> Decimal:
    return Decimal(written) if written.isdigit() else Decimal(WORDS[written.lower()])


def _part(value: Decimal, _: str) -> str:
    if value == Decimal("0.5"):
        return "半数"
    below = next(
        (n for n in range(2, 101) if abs(value * n - round(value * n)) < Decimal("0.001")), 0
    )
    return f"{below}分の{round(value * below)}" if below else ""


def _multiple(value: Decimal, standing: str) -> str:
    """In the place of 3倍, or of 倍増 and 半減, which go on with する."""
    noun = standing.endswith("倍")
    if value < 1:
        return "半分" if noun else "半減"
    return f"{value.normalize():f}倍{'' if noun else 'に増加'}"
