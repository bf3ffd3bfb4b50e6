"""What the marks in a text stand for, as a person can read it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from corpus.patterns import regex
from tui.display.linebreak import shortened
from tui.display.printable import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.bitext import InlineCode

_HELD: Final = regex("<[^>]*>([^<]+)</[^>]*>")
_WIDEST: Final = 24


def code_said(code: InlineCode) -> str:
    """The mark with its code in short: the tag, or the tag that an element holds as its text, where
    that says something; memoQ has `{}` there."""
    held = _HELD.fullmatch(code.written)
    held = held if held and re.search("[A-Za-z]", held[1]) else None
    written = flat(html.unescape(held[1]) if held else code.written).strip()
    return f"{code.mark} {shortened(written, _WIDEST)}"


def codes_said(codes: Sequence[InlineCode], first: str = "") -> str:
    """All of them in their order, but those with the marks in `first` before the others."""
    ordered = sorted(codes, key=lambda code: code.mark not in first)
    return "   ".join(map(code_said, ordered))
