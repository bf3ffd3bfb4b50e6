"""Lines of text, cut at the edge and never wrapped: headers, footers, panes, short lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from rich.text import Text
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.display.linebreak import cells

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size


_TWICE: Final = 2
RULE: Final = "-" * 500
"""A line across any screen."""


class Lines(Widget):
    """Shows as many of its lines as there is room for; what a function gives can be retold."""

    DEFAULT_CSS = "Lines { height: auto; }"

    def __init__(
        self,
        lines: Sequence[Text | str] | Callable[[], Sequence[Text | str]] = (),
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._tell = lines if callable(lines) else None
        told = lines() if callable(lines) else lines
        self._lines: Sequence[Text] = [_as_text(line) for line in told]

    def retell(self) -> None:
        """Ask for the lines again, where a function gives them."""
        if self._tell is not None:
            self.show(self._tell())

    def show(self, lines: Sequence[Text | str]) -> None:
        """Show other lines."""
        taller = len(lines) != len(self._lines)
        self._lines = [_as_text(line) for line in lines]
        self.refresh(layout=taller)

    def line(self, number: int) -> Text | None:
        """What is drawn on a line of the widget, counted from 0."""
        return self._lines[number] if number < len(self._lines) else None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        style, width = self.rich_style, self.size.width
        text = self.line(y)
        if text is None:
            return Strip.blank(width, style)
        strip = Strip(text.render(self.app.console)).apply_style(style)
        return strip.adjust_cell_length(width, style)


class Rows(Lines, can_focus=True):
    """A short list with a cursor; the row under it is reversed and begins with `>`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j,n", "move(1)", show=False),
        Binding("up,k,N", "move(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Moved(Message):
        """The cursor is on another row."""

        def __init__(self, rows: Rows) -> None:
            super().__init__()
            self.rows = rows

    class Chosen(Message):
        """Enter was pressed on the row under the cursor, or it was clicked twice."""

        def __init__(self, rows: Rows) -> None:
            super().__init__()
            self.rows = rows

    cursor = 0

    def show(self, lines: Sequence[Text | str]) -> None:
        self.cursor = max(0, min(self.cursor, len(lines) - 1))
        super().show(lines)

    def line(self, number: int) -> Text | None:
        at = number + self._above
        row = super().line(at)
        if row is None:
            return None
        here = at == self.cursor
        shown = Text("> " if here else "  ") + row
        if here:
            shown.append(" " * max(0, self.size.width - cells(shown.plain)))
            shown.stylize("bold reverse")
        return shown

    def on_click(self, event: events.Click) -> None:
        self.action_move(event.y + self._above - self.cursor)
        if event.chain == _TWICE:
            self.action_choose()

    def action_move(self, by: int) -> None:
        self.cursor = max(0, min(self.cursor + by, len(self._lines) - 1))
        self.refresh()
        self.post_message(self.Moved(self))

    @property
    def _above(self) -> int:
        """As many rows stand above the window as are needed to have the cursor in it."""
        return max(0, self.cursor - self.size.height + 1)

    def action_choose(self) -> None:
        self.post_message(self.Chosen(self))


def _as_text(line: Text | str) -> Text:
    return Text(line) if isinstance(line, str) else line
