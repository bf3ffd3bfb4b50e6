"""A picture of the review as SVG, with Japanese as wide as in a terminal.

Rich gives every run of text the width of its *number of characters*, which squeezes Japanese to
half its size (Textualize/rich #2742); here every character is put where its cells are.
"""

from __future__ import annotations

import html
import re
from itertools import accumulate
from typing import TYPE_CHECKING

from corpus.patterns import regex
from tui.app import TaiyakuApp
from tui.display.linebreak import cell_width
from tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.review.session import ReviewSession

_CELL = 12.2
"""Width of one cell in Rich's pictures."""
_TEXT = regex(
    r'<text class="([^"]+)" x="([^"]+)" y="([^"]+)" textLength="[^"]+"([^>]*)>(.*?)</text>'
)
_OUTSIDE_FONT = regex(r"@font-face \{.*?\}|font-variant-east-asian: full-width;", re.DOTALL)


async def picture(
    session: ReviewSession, keys: Sequence[str], size: tuple[int, int], theme: str
) -> str:
    """The review of `session` in so many columns and rows, after these keys, by Textual's names."""
    app = TaiyakuApp(ReviewScreen(session), theme=theme)
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await pilot.pause()
            await pilot.press(key)
        await pilot.pause()
        return as_in_a_terminal(app.export_screenshot(title="taiyaku"))


def as_in_a_terminal(drawn: str) -> str:
    """Rich's SVG with every character in its cells, and without fonts from elsewhere."""
    plain = _OUTSIDE_FONT.sub("", _TEXT.sub(_spread, drawn))
    return plain.replace("Fira Code", "Noto Sans Mono CJK JP")


def _spread(match: re.Match[str]) -> str:
    """One `text` element with a place of its own for every character."""
    kind, x, y, rest, content = match.groups()
    text = html.unescape(content).rstrip()
    starts = accumulate((cell_width(c) * _CELL for c in text[:-1]), initial=float(x))
    places = " ".join(f"{start:.1f}" for start in starts)
    return f'<text class="{kind}" x="{places}" y="{y}"{rest}>{html.escape(text)}</text>'
