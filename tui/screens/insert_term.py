"""Puts a term of the paragraph into its Japanese: a digit, or the arrows and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical

from tui.display.linebreak import shortened
from tui.display.printable import flat
from tui.language import tr
from tui.screens.dialog import Dialog
from tui.widgets.lines import Lines, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.review.mentioned import Mentioned


class InsertTermDialog(Dialog[str]):
    """Answers the Japanese of a term that the English mentions."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(n), f"take({n})", show=False) for n in range(1, 10)
    ]

    DEFAULT_CSS = "InsertTermDialog Rows { height: auto; max-height: 16; }"

    def __init__(self, terms: Sequence[Mentioned]) -> None:
        super().__init__()
        # The digits are those of the terms' line in the editor; other forms come after.
        self._offers = [(term.english, term.wanted[0]) for term in terms]
        self._offers += [(term.english, text) for term in terms for text in term.wanted[1:]]

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Lines([Text(tr("Insert a term"), "bold"), ""])
            yield Rows(
                [
                    shortened(f"{n if n < 10 else ' '}  {flat(japanese)}   {flat(english)}", 72)
                    for n, (english, japanese) in enumerate(self._offers, 1)
                ]
            )
            yield Lines(["", tr("1 to 9 or Enter insert   Esc cancel")])

    def on_mount(self) -> None:
        self.query_one(Rows).focus()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.action_take(event.rows.cursor + 1)

    def action_take(self, number: int) -> None:
        if number <= len(self._offers):
            self.dismiss(self._offers[number - 1][1])
