"""Takes the text out of a PDF, as a program of its own that may fail, hang or eat memory alone.

    python -m corpus.formats.pdf_reader <statement.pdf

prints JSON: for each page its number of pictures and its pieces, `[text, left, right,
baseline, size]` in points from the lower left, in the order of the file; or an `error`.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.formats.layout import is_wide
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEMORY = 900 * 1024 * 1024
_SECONDS = 60
_MOST_PAGES = 3000
_MOST_CHARACTERS = 5_000_000
_GAP = 1.2
"""Widths of a letter between two pieces of one line."""
_SHIFT = 0.4
"""Of a letter: how far from the line it may stand, as in CO₂."""
_SMALLEST = 3
_SEEN_AS = dict.fromkeys("\x02\ufffe", "\u00ad") | dict.fromkeys("\uf0b7\uf0a7\uf06c\uf0d8", "•")
"""What PDFium makes of a hyphen that divides a word, and the list marks of symbol fonts."""


class _Character(NamedTuple):
    text: str
    left: float
    right: float
    baseline: float
    size: float
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
        pieces = _pieces(_characters(text, raw))
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
        character = _SEEN_AS.get(chr(code), chr(code))
        left, bottom, right, top = text.get_charbox(at, loose=True)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        size = raw.FPDFText_GetFontSize(text, at)
        if not all(map(math.isfinite, (left, right, y.value, size))):
            continue
        if size < _SMALLEST:  # of a page that is drawn small and stretched
            size = top - bottom
        made = raw.FPDFText_IsGenerated(text, at) == 1
        yield _Character(character, left, right, y.value, size, made)


def _pieces(characters: Iterator[_Character]) -> list[list[Any]]:
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
