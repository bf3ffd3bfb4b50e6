"""Names of letters and a number (HER2, Channel 5, F-35) that stand in both texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.figures.quantity import Worded
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODE = regex(r"(?<![A-Za-z0-9])([A-Za-z]{1,6})[- ‐–]?(\d{1,4})(?![\d,.:%/]*\d)(?!(?!s\b)[a-z%])")
_NO_CODE = frozenset(
    re.findall(
        r"\w+",
        "in at of to by on the and or from since until for about over under per us a an no age aged"
        " is was were than with as jan feb mar apr may jun jul aug sep sept oct nov dec",
    )
)
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def code_mismatches(source: str, target: str) -> Iterator[Worded]:
    """Codes of the Japanese whose letters the English has only with other numbers."""
    english: dict[str, dict[str, Span]] = {}
    for match in _CODE.finditer(source):
        letters = match[1].upper()
        if match[1].lower() not in _NO_CODE:
            english.setdefault(letters, {})[match[2]] = Span(*match.span())
    if not english:
        return
    for match in _CODE.finditer(target.translate(_HALF_WIDTH)):
        known = english.get(match[1].upper())
        if known and match[2] not in known and len(known) == 1:
            ((number, span),) = known.items()
            if re.search(rf"(?<!\d){number}(?!\d)", target.translate(_HALF_WIDTH)):
                continue
            wanted = target[match.start() : match.start(2)] + number
            yield Worded(span, Span(*match.span()), wanted)
