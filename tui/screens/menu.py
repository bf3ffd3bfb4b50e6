"""What can be done with one thing, to choose from: the menu of the other mouse button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Vertical

from tui.language import tr
from tui.screens.dialog import Dialog
from tui.widgets.lines import Lines, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tui.keymap import Command

_KEYS = 12


class MenuDialog(Dialog[str]):
    """Answers the action of a command."""

    DEFAULT_CSS = """
    MenuDialog > Vertical { width: 44; }
    MenuDialog Rows { height: auto; max-height: 16; }
    """

    def __init__(self, title: str, commands: Sequence[Command]) -> None:
        super().__init__()
        self._title = title
        self._commands = commands

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Lines([Text(self._title, "bold"), ""])
            yield Rows([f"{c.shown:<{_KEYS}}{tr(c.words)}" for c in self._commands])
            yield Lines(["", tr("Enter or two clicks   Esc cancel")])

    def on_mount(self) -> None:
        self.query_one(Rows).focus()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(self._commands[event.rows.cursor].action)
