"""Looking for words in both texts, whatever their letter case and width."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.bitext import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.review.unit import UnitView

_WIDTHS: Final = {
    code: folded
    for code in (*range(0xFF01, 0xFF5F), *range(0xFF61, 0xFFDD), 0x3000)
    if len(folded := unicodedata.normalize("NFKC", chr(code))) == 1
}


@dataclass(frozen=True, slots=True)
class Use:
    """A unit in which the words stand."""

    number: int
    """Of the unit, from 1."""
    source: str
    target: str
    in_source: tuple[Span, ...]
    in_target: tuple[Span, ...]


def seeker(words: str) -> Callable[[str], bool]:
    """Says of a text whether the words stand in it."""
    wanted = _folded(words)
    return lambda text: bool(wanted) and wanted in _folded(text)


def found_in(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand in a text, from left to right, none twice over."""
    wanted, folded = _folded(words), _folded(text)
    spans = []
    at = folded.find(wanted) if wanted else -1
    while at >= 0:
        spans.append(Span(at, at + len(wanted)))
        at = folded.find(wanted, at + len(wanted))
    return tuple(spans)


def uses(units: Iterable[UnitView], words: str) -> tuple[Use, ...]:
    """All units in which the words stand, in English or Japanese."""
    found = (
        Use(u.number, u.source, u.target, found_in(u.source, words), found_in(u.target, words))
        for u in units
    )
    return tuple(use for use in found if use.in_source or use.in_target)


def _folded(text: str) -> str:
    """The text to compare, of the same length."""
    if text.isascii():
        return text.lower()
    wide = text.translate(_WIDTHS)
    low = wide.lower()
    return low if len(low) == len(text) else wide
