"""Everything that leans on private names of Textual 8.2.8, and the switch for its keyboard.

Import textual through this file first: the switch is read once, when textual is imported.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

# Extended (Kitty) keys lose or garble committed Japanese in several terminals (Textual from
# 8.2.7). A user's own value stands.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")

from textual._wrap import compute_wrap_offsets as _stock_wrap_offsets
from textual.document import _wrapped_document

from tui.linebreak import line_starts

if TYPE_CHECKING:
    from textual.widgets import TextArea


def _wrap_offsets(
    text: str,
    width: int,
    tab_size: int,
    fold: bool = True,
    precomputed_tab_sections: list[tuple[str, int]] | None = None,
) -> list[int]:
    """Stands in for `textual._wrap.compute_wrap_offsets`, which breaks at blanks only."""
    if width <= 0 or "\t" in text:
        return _stock_wrap_offsets(text, width, tab_size, fold, precomputed_tab_sections)
    return list(line_starts(text, width))


def break_lines_as_japanese() -> None:
    """Make every text area break its lines with `tui.linebreak`."""
    vars(_wrapped_document)["compute_wrap_offsets"] = _wrap_offsets


def forget_drawn_lines(editor: TextArea) -> None:
    """Draw the editor anew; a plain refresh would show the lines it remembers."""
    editor._line_cache.clear()
    editor.refresh()
