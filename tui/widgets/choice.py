"""One of a few things on one line, changed with Left and Right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from tui.language import tr
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType


class Choice(Lines, can_focus=True):
    """Shows the value that is chosen."""

    DEFAULT_CSS = "Choice { width: 1fr; height: 1; &:focus { text-style: reverse; } }"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
    ]

    def __init__(self, values: Sequence[str], value: str, *, id: str | None = None) -> None:  # noqa: A002
        """`value` is one of the `values`, which are shown in the language in use."""
        self._values = tuple(values)
        self.value = value
        super().__init__([self._shown], id=id)

    @property
    def _shown(self) -> str:
        return f"< {tr(self.value)} >"

    def action_turn(self, by: int) -> None:
        at = self._values.index(self.value)
        self.value = self._values[(at + by) % len(self._values)]
        self.show([self._shown])
