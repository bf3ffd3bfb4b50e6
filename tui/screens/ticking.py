"""A list of paragraphs with a tick each, some of which are then taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding

from tui.display.counted import counted
from tui.language import tr
from tui.screens.talking import TalkingScreen
from tui.widgets.lines import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

Item = TypeVar("Item")


class Ticking(TalkingScreen):
    """A screen with `Rows`, which `draw` shows anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", show=False),
        Binding("a", "all", show=False),
        Binding("x", "none", show=False),
        Binding("escape,q", "give_up", show=False),
    ]

    def __init__(self, ticks: Sequence[bool]) -> None:
        super().__init__()
        self.ticks = list(ticks)

    def on_mount(self) -> None:
        self.query_one(Rows).focus()
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        self.draw()

    def on_rows_moved(self) -> None:
        self.draw()

    def action_tick(self) -> None:
        self.ticks[self.at] = not self.ticks[self.at]
        self.draw()

    def action_all(self) -> None:
        self.ticks = [True] * len(self.ticks)
        self.draw()

    def action_none(self) -> None:
        self.ticks = [False] * len(self.ticks)
        self.draw()

    def action_give_up(self) -> None:
        self.app.pop_screen()

    @property
    def at(self) -> int:
        """The row under the cursor."""
        return self.query_one(Rows).cursor

    def ticked(self, items: Sequence[Item]) -> list[Item]:
        """Those of the rows' items whose row has a tick."""
        return [item for item, tick in zip(items, self.ticks, strict=True) if tick]

    def sign(self, at: int) -> str:
        """What stands before a row."""
        return "[x]" if self.ticks[at] else "[ ]"

    def count(self) -> str:
        """How many have a tick."""
        return tr(" {} of {} ticked", sum(self.ticks), counted(len(self.ticks), "paragraph"))
