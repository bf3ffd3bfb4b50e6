"""The frame of a screen that lists many things and tells of the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from rich.text import Text

from tui.display.linebreak import cells, shortened
from tui.display.printable import flat
from tui.language import tr
from tui.screens.said import keys_dialog
from tui.screens.talking import TalkingScreen
from tui.widgets.footer import KeysFooter
from tui.widgets.lines import RULE, Lines
from tui.widgets.long_rows import LongRows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from tui.display.table import Table

Item = TypeVar("Item")
CellsOf: TypeAlias = "Callable[[Item], Sequence[str]]"
DETAIL = 6
"""Lines about the thing under the cursor."""


class Listing(TalkingScreen):
    """Header, list, detail, message, keys; `draw` fills them in."""

    DEFAULT_CSS = """
    Listing #header { text-style: bold; }
    Listing #columns { color: $foreground 65%; }
    """

    def compose(self) -> ComposeResult:
        yield Lines(["", ""], id="header")
        yield Lines(["", RULE], id="columns")
        yield LongRows()
        yield Lines([RULE])
        yield Lines([""] * DETAIL, id="detail")
        yield Lines([""], id="message")
        yield KeysFooter()

    def on_mount(self) -> None:
        self.rows.focus()
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def on_rows_moved(self) -> None:
        self.say("")
        self.draw()

    @property
    def rows(self) -> LongRows:
        return self.query_one(LongRows)

    @property
    def width(self) -> int:
        return max(40, self.size.width)

    def draw(self) -> None:
        """Draw everything anew."""
        raise NotImplementedError

    def action_help(self) -> None:
        self.app.push_screen(keys_dialog(tr("Keys of this screen"), self.commands))

    def show_header(self, left: str, right: str, below: str) -> None:
        room = self.width - cells(right) - 2
        first = shortened(flat(f" {left}"), room)
        shown = first + " " * (room - cells(first)) + f" {right}"
        self.query_one("#header", Lines).show([shown, shortened(flat(f" {below}"), self.width)])

    def show_rows(self, table: Table, items: Sequence[Item], cells_of: CellsOf[Item]) -> None:
        self.query_one("#columns", Lines).show([f"  {table.head}", RULE])
        self.rows.show_rows(len(items), lambda at: table.row(cells_of(items[at])))

    def show_detail(self, said: Sequence[str]) -> None:
        rows = [shortened(f" {flat(line)}", self.width) for line in said[:DETAIL]]
        shown = [Text(row, "" if at else "bold") for at, row in enumerate(rows)]
        self.query_one("#detail", Lines).show([*shown, *[""] * (DETAIL - len(shown))])

    def show_keys(self) -> None:
        self.query_one(KeysFooter).show_commands(self.commands)
