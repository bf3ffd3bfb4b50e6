"""Everything that leans on private names of Textual, as they are in 8.2.8."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rich
from rich.traceback import Traceback
from textual._wrap import compute_wrap_offsets as _stock_wrap_offsets
from textual.app import App
from textual.document import _wrapped_document

from tui.display.linebreak import line_starts

if TYPE_CHECKING:
    from textual.widgets import TextArea


def break_lines_as_japanese() -> None:
    """Make every text area break as `tui.display.linebreak` does; Textual breaks at blanks only."""
    vars(_wrapped_document)["compute_wrap_offsets"] = _wrap_offsets


def forget_drawn_lines(editor: TextArea) -> None:
    """Draw the editor anew; a plain refresh would show the lines that it remembers."""
    editor._line_cache.clear()
    editor.refresh()


def crash_without_values() -> None:
    """Let a fault of the program say where it is, and not what the variables held: texts, a key."""
    setattr(App, "_fatal_error", _fatal_error)  # noqa: B010


def _fatal_error(app: App[object]) -> None:
    """Stands in for the original, which shows all local variables."""
    app.panic(Traceback(width=None, suppress=[rich]))


def _wrap_offsets(
    text: str,
    width: int,
    tab_size: int,
    fold: bool = True,
    precomputed_tab_sections: list[tuple[str, int]] | None = None,
) -> list[int]:
    """Stands in for `compute_wrap_offsets`; tab stops are left to the original."""
    if width <= 0 or "\t" in text:
        return _stock_wrap_offsets(text, width, tab_size, fold, precomputed_tab_sections)
    return list(line_starts(text, width))
