"""The frame of all dialogs: a box of plain background, without borders."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.display.printable import flat

if TYPE_CHECKING:
    from textual.binding import BindingType

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None]):
    """Asks something; Esc answers None."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > Vertical { width: 78; max-width: 100%; height: auto; padding: 0 1;
        background: $surface; }
    Dialog Horizontal { height: 1; }
    Dialog Label { width: 13; }
    Dialog Input { width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False)]

    def action_give_up(self) -> None:
        self.dismiss(None)


def line_input(value: str, *, id: str) -> Input:  # noqa: A002
    """A field of one line, in which nothing of the text can do harm."""
    return Input(flat(value), id=id, compact=True, select_on_focus=False)
