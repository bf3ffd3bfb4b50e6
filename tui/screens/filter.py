"""Which paragraphs to show: ticks for states, severities and checks, each with its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical

from tui.display.linebreak import padded
from tui.language import tr
from tui.review.filter import Filter, chosen
from tui.screens.dialog import Dialog
from tui.widgets.lines import Lines, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.review.filter import Choice


class FilterDialog(Dialog[Filter]):
    """Answers the filter; one that lets everything through where nothing is ticked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", show=False),
        Binding("x", "clear", show=False),
    ]

    DEFAULT_CSS = "FilterDialog Rows { height: auto; max-height: 16; }"

    def __init__(self, choices: Sequence[Choice], current: Filter | None) -> None:
        super().__init__()
        self._choices = choices
        now = current or Filter()
        on = now.states | now.severities | now.checks
        self._ticked = [choice.what in on for choice in choices]

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Lines([Text(tr("Show only paragraphs that are or have"), "bold"), ""])
            yield Rows()
            yield Lines(["", tr("Enter this one   Space tick several   x show all   Esc cancel")])

    def on_mount(self) -> None:
        self.query_one(Rows).focus()
        self._draw()

    def on_rows_chosen(self) -> None:
        ticked = [c.what for c, on in zip(self._choices, self._ticked, strict=True) if on]
        self.dismiss(chosen(ticked or [self._choices[self.query_one(Rows).cursor].what]))

    def action_tick(self) -> None:
        at = self.query_one(Rows).cursor
        self._ticked[at] = not self._ticked[at]
        self._draw()

    def action_clear(self) -> None:
        self.dismiss(Filter())

    def _draw(self) -> None:
        self.query_one(Rows).show(
            [
                f"[{'x' if on else ' '}] {padded(tr(choice.what), 24)}{choice.count:>6}"
                for choice, on in zip(self._choices, self._ticked, strict=True)
            ]
        )
