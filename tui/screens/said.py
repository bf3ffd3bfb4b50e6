"""Lines to be read, in a dialog: keys, a history, what a file could not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from tui.display.linebreak import lines, shortened
from tui.display.printable import flat
from tui.language import tr
from tui.screens.dialog import Dialog
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.keymap import Command

_WIDTH = 76
_KEYS = 12


class SaidDialog(Dialog[None]):
    """A title and lines, which are wrapped and may be more than there is room for."""

    DEFAULT_CSS = """
    SaidDialog VerticalScroll { height: auto; max-height: 16; scrollbar-size: 0 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,q,question_mark,f1,h", "give_up", show=False)
    ]

    def __init__(self, title: str, said: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._said = said

    def compose(self) -> ComposeResult:
        rows = [span.of(text) for text in map(flat, self._said) for span in lines(text, _WIDTH)]
        with Vertical():
            yield Lines([Text(shortened(flat(self._title), _WIDTH), "bold"), ""])
            with VerticalScroll():
                yield Lines(rows or [tr("Nothing.")])
            yield Lines(["", tr("Down more   Esc back") if len(rows) > 16 else tr("Esc back")])


class AgreeDialog(Dialog[bool]):
    """Answers True to Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "agree", show=False)]

    def __init__(self, title: str, said: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._said = said

    def compose(self) -> ComposeResult:
        rows = [shortened(flat(line), _WIDTH) for line in self._said]
        with Vertical():
            yield Lines([Text(self._title, "bold"), *rows, "", tr("Enter do it   Esc cancel")])

    def action_agree(self) -> None:
        self.dismiss(True)


def keys_dialog(title: str, commands: Iterable[Command]) -> SaidDialog:
    """All keys of a screen."""
    return SaidDialog(title, [f"{c.shown:<{_KEYS}}{tr(c.words)}" for c in commands])
