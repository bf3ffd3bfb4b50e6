"""Rows of a table, in cells of the terminal: fixed columns, and some that share what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.display.linebreak import cells, padded, shortened
from tui.display.printable import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `share` of the room that is left, where it has no width of its own."""

    title: str
    width: int = 0
    share: int = 0
    right: bool = False
    """Whether its texts stand at the right, as figures do."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns for a screen of some width."""

    columns: tuple[Column, ...]
    width: int

    @property
    def head(self) -> str:
        """The titles."""
        return self.row([column.title for column in self.columns])

    def row(self, texts: Sequence[str]) -> str:
        """The texts, made harmless, each cut to its column."""
        return _GAP.join(
            _placed(flat(text), width, right=column.right)
            for text, column, width in zip(texts, self.columns, self._widths(), strict=True)
        )

    def _widths(self) -> list[int]:
        gaps = len(_GAP) * (len(self.columns) - 1)
        room = self.width - gaps - sum(c.width for c in self.columns)
        shares = sum(c.share for c in self.columns) or 1
        return [c.width or max(1, room * c.share // shares) for c in self.columns]


def _placed(text: str, width: int, *, right: bool) -> str:
    if not right:
        return padded(text, width)
    short = shortened(text, width)
    return " " * (width - cells(short)) + short
