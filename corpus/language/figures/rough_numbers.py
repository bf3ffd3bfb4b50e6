"""Numbers of which only the size is said: dozens and 数十, tens of thousands and 数万."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.figures.quantity import Worded
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZES = {
    "ten": 10, "dozen": 10, "score": 10, "decade": 10, "hundred": 100, "thousand": 10**3,
    "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_LARGE = "hundred|thousand|million|billion|trillion"
_ENGLISH = regex(
    rf"""
    \b(?P<tens>tens|dozens|scores|hundreds)\sof\s(?P<of>thousands|millions|billions)\b
    | (?<!\d\s)\b(?P<alone>tens|dozens|scores|hundreds|thousands|millions|billions|decades)\b
    | \b(?:several|a\sfew|many)\s(?P<some>dozen|{_LARGE})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MEASURED = regex(
    r"(?:\sof)?\s(?:feet|foot|acres?|pounds|inches|yards|miles|gallons|tons|dollars|euros)\b"
)
"""What may have been converted, so that another size is right."""
_JAPANESE = regex("[数何幾](?P<size>[十百千]?[万億兆]?)(?<![数何幾])")
_JAPANESE_SIZES = {
    "": 1, "十": 10, "百": 100, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12,
}  # fmt: skip


def rough_numbers(source: str, target: str) -> Iterator[Worded]:
    """Where each text has one such number, of two sizes."""
    english = [(_size(match), match) for match in _ENGLISH.finditer(source)]
    if not english or any(_MEASURED.match(source, match.end()) for _, match in english):
        return
    japanese = [(_japanese_size(match["size"]), match) for match in _JAPANESE.finditer(target)]
    sizes = {size for size, _ in english}
    said = {size for size, _ in japanese}
    left, over = sizes - said, said - sizes
    if len(english) == len(japanese) == 1 and left and over:
        (size, e), (_, j) = english[0], japanese[0]
        wanted = target[j.start()] + _written(size)
        yield Worded(Span(*e.span()), Span(*j.span()), wanted)


def _size(match: re.Match[str]) -> int:
    if match["of"]:
        return _english_size(match["tens"]) * _english_size(match["of"])
    return _english_size(match["alone"] or match["some"])


def _english_size(word: str) -> int:
    return _SIZES[word.lower().removesuffix("s")]


def _japanese_size(written: str) -> int:
    size = 1
    for character in written:
        size *= _JAPANESE_SIZES[character]
    return size


def _written(size: int) -> str:
    """十 to 千億, without the 数 before it."""
    large = next(c for c in "兆億万" if size >= _JAPANESE_SIZES[c]) if size >= 10**4 else ""
    small = size // _JAPANESE_SIZES[large]
    return {1: "", 10: "十", 100: "百", 1000: "千"}[small] + large
