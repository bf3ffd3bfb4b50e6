"""A list with a cursor whose rows are drawn only when they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, overload

from rich.text import Text
from textual.binding import Binding

from tui.widgets.lines import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType


class LongRows(Rows, inherit_bindings=False):
    """Like `Rows`, for any number of rows; a page at a time as well."""

    DEFAULT_CSS = "LongRows { height: 1fr; }"

    # Unlike those of `Rows`: n and N are left to the screen.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("enter", "choose", show=False),
        Binding("pagedown,ctrl+d", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "move(-1000000000)", show=False),
        Binding("end", "move(1000000000)", show=False),
    ]

    def show_rows(self, count: int, row: Callable[[int], Text | str]) -> None:
        """Show so many rows; `row` draws one, by number from 0."""
        self.cursor = max(0, min(self.cursor, count - 1))
        self._lines = _Drawn(count, row)
        self.refresh()

    def action_page(self, by: int) -> None:
        self.action_move(by * max(1, self.size.height - 1))


class _Drawn(Sequence[Text]):
    def __init__(self, count: int, row: Callable[[int], Text | str]) -> None:
        self._count = count
        self._row = row

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Text: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Text]: ...
    def __getitem__(self, at: int | slice) -> Text | Sequence[Text]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(self._count))]
        row = self._row(at)
        return Text(row) if isinstance(row, str) else row
