"""All keys, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding

from tui.keymap import EDITOR, MOVING, REVIEW
from tui.linebreak import padded
from tui.screens.talking import TalkingScreen
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.keymap import Command

_KEYS = 12


class HelpScreen(TalkingScreen):
    """Two columns that fit 80 by 24."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "app.pop_screen", show=False)
    ]

    def compose(self) -> ComposeResult:
        left = ["In the list", *(_line(c) for c in REVIEW), f"{'1 to 9':<{_KEYS}}pick a finding"]
        right = ["Moving", *(_line(c) for c in MOVING), "", "In the editor"]
        right += [*(_line(c) for c in EDITOR), f"{'^z ^y':<{_KEYS}}undo, redo what was typed"]
        width = 39
        rows: list[Text | str] = []
        for row in range(max(len(left), len(right))):
            pair = [column[row] if row < len(column) else "" for column in (left, right)]
            rows.append(" " + padded(pair[0], width) + " " + padded(pair[1], width))
        rows += ["", " ^x is Ctrl+x. Full-width letters work too.   ^p all commands   Esc back"]
        yield Lines([Text(" Keys", "bold"), *rows])
        yield Lines([""], id="message")


def _line(command: Command) -> str:
    return f"{command.shown:<{_KEYS}}{command.words}"
