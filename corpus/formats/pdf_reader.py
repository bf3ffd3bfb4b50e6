"""Takes the text out of a PDF, as a program of its own that may fail, hang or eat memory alone.

    python -m corpus.formats.pdf_reader <statement.pdf

prints JSON: for each page its number of pictures and its pieces, `[text, left, right,
baseline, size]` in points from the lower left, in the order of the file; or an `error`. A page
of vertical Japanese is turned, so that its lines run from left to right and follow each other
from top to bottom.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.formats.layout import is_wide
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MEMORY = 900 * 1024 * 1024
_SECONDS = 60
_MOST_PAGES = 3000
_MOST_CHARACTERS = 5_000_000
_GAP = 1.2
"""Widths of a letter between two pieces of one line."""
_SHIFT = 0.4
"""Of a letter: how far from the line it may stand, as in CO₂."""
_SMALLEST = 3
_STEP = 2
"""Sizes of a letter from one letter to the next one of a line, at most."""
_STEPS = 8
"""Letters that stand below the one before, at least, on a page that is read from top to bottom."""
_UPRIGHT = str.maketrans("︑︒︱︵︶︹︺︻︼︽︾︿﹀﹁﹂﹃﹄", "、。—（）〔〕【】《》〈〉「」『』")
"""Signs as they are drawn in vertical text."""
_SEEN_AS = dict.fromkeys("\x02\ufffe", "\u00ad") | dict.fromkeys("\uf0b7\uf0a7\uf06c\uf0d8", "•")
"""What PDFium makes of a hyphen that divides a word, and the list marks of symbol fonts."""


class _Character(NamedTuple):
    text: str
    left: float
    right: float
    baseline: float
    size: float
    bottom: float
    top: float
    made: bool
    """A space that PDFium puts where it sees one."""


def _limit() -> None:
    try:
        import resource
    except ImportError:  # no such limits on this system
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def _pages(data: bytes) -> list[dict[str, Any]]:
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(data)
    if len(document) > _MOST_PAGES:
        raise OverflowError
    pages, total = [], 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            pages.append({"pictures": 0, "pieces": [], "broken": True})
            continue
        text = page.get_textpage()
        total += text.count_chars()
        if total > _MOST_CHARACTERS:
            raise OverflowError
        characters = [*_characters(text, raw)]
        pieces = _vertical(characters) if _is_vertical(characters) else _pieces(characters)
        pictures = 0
        if not pieces:
            kinds = (raw.FPDF_PAGEOBJ_IMAGE,)
            pictures = sum(1 for _ in page.get_objects(filter=kinds, max_depth=3))
        pages.append({"pictures": pictures, "pieces": pieces, "broken": False})
        text.close()
        page.close()
    return pages


def _characters(text: Any, raw: Any) -> Iterator[_Character]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if not code or 0xD800 <= code < 0xE000 or code > 0x10FFFF or chr(code) in "\r\n":
            continue
        character = _SEEN_AS.get(chr(code), chr(code)).translate(_UPRIGHT)
        left, bottom, right, top = text.get_charbox(at, loose=True)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        size = raw.FPDFText_GetFontSize(text, at)
        if not all(map(math.isfinite, (left, bottom, right, top, y.value, size))):
            continue
        if size < _SMALLEST:  # of a page that is drawn small and stretched
            size = top - bottom
        made = raw.FPDFText_IsGenerated(text, at) == 1
        yield _Character(character, left, right, y.value, size, bottom, top, made)


def _is_vertical(characters: list[_Character]) -> bool:
    """Whether more Japanese letters stand below than beside the one before them."""
    below = beside = 0
    letters = [c for c in characters if is_wide(c.text) and c.text.isalpha()]
    for a, b in pairwise(letters):
        near = _STEP * max(a.size, b.size)
        across, down = _middle(b) - _middle(a), a.baseline - b.baseline
        below += abs(across) < _SHIFT * a.size and 0 < down < near
        beside += abs(down) < _SHIFT * a.size and 0 < across < near
    return below >= _STEPS and below > beside


def _vertical(characters: list[_Character]) -> list[list[Any]]:
    """The pieces of a page turned to the left: its lines run to the right, the first is on top.

    What stands above all of them, as a running head, comes before them, and what stands below,
    as the number of the page, behind them.
    """
    inside = [c for c in characters if not c.made and c.text.strip()]
    lines, aside = _split(inside)
    if not lines:
        return _pieces(characters)
    right, left = max(c.right for c in lines), min(c.left for c in lines)
    middle = (max(c.top for c in lines) + min(c.bottom for c in lines)) / 2
    turned = [c._replace(left=-c.top, right=-c.bottom, baseline=_middle(c)) for c in lines]
    moved = []
    for one in aside:
        edge = right if one.baseline > middle else left
        moved.append(one._replace(baseline=edge + one.baseline - middle))
    return _pieces(turned) + _pieces(moved)


def _split(characters: list[_Character]) -> tuple[list[_Character], list[_Character]]:
    """The letters of vertical lines, and those of lines that run across above or below them."""
    runs: list[list[_Character]] = []
    for one in characters:
        if runs and _goes_on(runs[-1][-1], one) and one.left > _middle(runs[-1][-1]):
            runs[-1].append(one)
        else:
            runs.append([one])
    single = [run[0] for run in runs if len(run) == 1 and is_wide(run[0].text)]
    top = max((c.top for c in single), default=0)
    bottom = min((c.bottom for c in single), default=0)
    lines: list[_Character] = []
    aside: list[_Character] = []
    for run in runs:
        out = all(c.baseline > top - _SHIFT * c.size or c.top < bottom for c in run)
        (aside if out else lines).extend(run)
    return lines, aside


def _middle(one: _Character) -> float:
    return (one.left + one.right) / 2


def _pieces(characters: Iterable[_Character]) -> list[list[Any]]:
    """Characters that stand beside each other on one line, as one."""
    pieces: list[list[_Character]] = []
    space = ""
    for one in characters:
        if one.made:
            space = one.text
        elif pieces and _goes_on(pieces[-1][-1], one):
            if space and not (is_wide(pieces[-1][-1].text) or is_wide(one.text)):
                pieces[-1].append(one._replace(text=space + one.text))
            else:
                pieces[-1].append(one)
            space = ""
        elif one.text.strip():
            pieces.append([one])
            space = ""
    return [_piece(piece) for piece in pieces]


def _goes_on(before: _Character, one: _Character) -> bool:
    size = max(before.size, one.size)
    return (
        abs(before.baseline - one.baseline) < _SHIFT * size
        and -size < one.left - before.right < _GAP * size
    )


def _piece(piece: list[_Character]) -> list[Any]:
    seen = [one for one in piece if one.text.strip()]
    sizes = sorted(one.size for one in seen)
    return [
        "".join(one.text for one in piece).strip(),
        min(one.left for one in seen),
        max(one.right for one in seen),
        seen[0].baseline,
        sizes[len(sizes) // 2],
    ]


def answer(data: bytes) -> dict[str, Any]:
    """What is printed for a file."""
    try:
        return {"pages": _pages(data)}
    except OverflowError:
        return {"error": told("holds too much")}
    except Exception as error:  # noqa: BLE001 -- a damaged file makes it raise nearly anything
        locked = "password" in str(error).lower()
        return {"error": told("has a password") if locked else told("is no PDF that can be read")}


if __name__ == "__main__":
    _limit()
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)
