"""Asks for one line: a word to look for, a number to go to, a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Vertical
from textual.widgets import Input

from tui.language import tr
from tui.screens.dialog import Dialog, line_input
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Prompt(Dialog[str]):
    """Answers what was typed, without blanks around it; it may be empty."""

    def __init__(self, title: str, value: str = "", hint: str = "") -> None:
        super().__init__()
        self._title = title
        self._value = value
        self._hint = hint

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Lines([Text(self._title, "bold"), ""])
            yield line_input(self._value, id="line")
            yield Lines(["", self._hint or tr("Enter   Esc cancel")])

    def on_mount(self) -> None:
        line = self.query_one(Input)
        line.focus()
        line.cursor_position = len(line.value)

    def on_input_submitted(self) -> None:
        self.dismiss(self.query_one(Input).value.strip())
