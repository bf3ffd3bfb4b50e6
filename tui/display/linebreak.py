"""Line breaking for Japanese and English in cells of a terminal, after JIS X 4051.

Greedy, and what may not stand at a line's start pulls its neighbour down with it (push-out).
Latin words and numbers stay whole. The list and the editor break with this one function, so
that a paragraph looks the same in both. Wide characters count two cells, those of ambiguous
width one, combining marks none.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from corpus.bitext import Span

if TYPE_CHECKING:
    from collections.abc import Collection

NOT_AT_START: Final = frozenset(
    "、。，．・：；？！‼⁇⁈⁉､｡･,.:;?!%％‰℃°"
    "」』）】〕］｝〉》〙〗｠｣)]}”’»〟"
    "ー々〻ゝゞヽヾ゛゜‐゠–〜～…‥ｰﾞﾟ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｯｬｭｮ"
)
"""Closing marks, small kana and the long vowel sign: never the first of a line."""

NOT_AT_END: Final = frozenset("「『（【〔［｛〈《〘〖｟｢([{“‘«〝$＄￥¥£€＃№")
"""Opening marks: never the last of a line."""

_BLANK: Final = frozenset(" \t\r\n\u3000")


@lru_cache(maxsize=8192)
def cell_width(character: str) -> int:
    """How many cells one character takes: 0, 1 or 2."""
    if character == "\n" or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cells(text: str) -> int:
    """How many cells a text without line breaks takes."""
    return sum(map(cell_width, text))


@lru_cache(maxsize=8192)
def _in_word(character: str) -> bool:
    """Whether the character belongs to a Latin word or a number, half or full width."""
    if character in _BLANK or "\uff61" <= character <= "\uff9f":
        return False
    return cell_width(character) < 2 or any(
        first <= character <= last for first, last in ("０９", "ＡＺ", "ａｚ")
    )


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end before the character at `at` (which is not the first)."""
    before, after = text[at - 1], text[at]
    if before in _BLANK and text[at - 2 : at - 1] in NOT_AT_END:
        return False  # spaced-out text: 「 ポイント 」
    if after in NOT_AT_START or before in NOT_AT_END or cell_width(after) == 0:
        return False
    if before in "，．" and after.isdigit() and text[at - 2 : at - 1].isdigit():
        return False
    return not (_in_word(before) and _in_word(after))


def line_starts(text: str, width: int, kept: Collection[int] = ()) -> tuple[int, ...]:
    """The offsets where the second and each further line of `text` begins.

    No line is wider than `width` cells, but for one blank that may hang over its end and for
    a single character that is wider than the line. A line feed ends its line. No line breaks
    at an offset of `kept`, unless nothing else is left.
    """
    starts: list[int] = []
    start = used = chance = 0
    for at, character in enumerate(text):
        if at > start and at not in kept and _may_break(text, at):
            chance = at
        wide = cell_width(character)
        while used + wide > width and at > start:
            if character in _BLANK and used <= width:
                break
            start = chance if chance > start else _forced(text, start, at)
            starts.append(start)
            used = cells(text[start:at])
        used += wide
        if character == "\n" and at + 1 < len(text):
            start, used = at + 1, 0
            starts.append(start)
    return tuple(starts)


def _forced(text: str, start: int, end: int) -> int:
    """Where to cut a run without a chance to break: as late as the marks allow."""
    for at in range(end, start, -1):
        if (
            text[at] not in NOT_AT_START
            and text[at - 1] not in NOT_AT_END
            and cell_width(text[at]) > 0
        ):
            return at
    return end


def lines(text: str, width: int, kept: Collection[int] = ()) -> tuple[Span, ...]:
    """The lines of `text` as spans that cover all of it; at least one, even if empty."""
    starts = (0, *line_starts(text, width, kept))
    return tuple(map(Span, starts, (*starts[1:], len(text))))


def shortened(text: str, width: int) -> str:
    """The text on one line of at most `width` cells; `~` at its end where something was cut."""
    flat = text.replace("\n", " ")
    if cells(flat) <= width:
        return flat
    used = 0
    for at, character in enumerate(flat):
        used += cell_width(character)
        if used > width - 1:
            return flat[:at] + "~"
    return flat


def padded(text: str, width: int) -> str:
    """The text on one line of exactly `width` cells."""
    short = shortened(text, width)
    return short + " " * (width - cells(short))
