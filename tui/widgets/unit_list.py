"""The paragraphs side by side, or stacked: a virtual list that wraps only what is seen.

Heights are guessed from lengths first and are exact for whatever is on the screen; the unit
under the cursor keeps its row when guesses above it turn out wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.keymap import MOVING
from tui.widgets import unit_block
from tui.widgets.heights import Heights
from tui.widgets.unit_block import NOTHING_LIT, Cursor

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from textual import events
    from textual.binding import BindingType

    from tui.review.unit import UnitView
    from tui.widgets.unit_block import Block, Lit, Look

SIDE_BY_SIDE_FROM = 100
"""Columns from which on the two languages stand beside each other."""

_CACHED = 400
_FINDING = "finding"
"""Under this name the drawn words know which finding they are about."""
_OTHER_BUTTON = 3
_TWICE = 2


class UnitList(ScrollView, can_focus=True):
    """All units of a review, one of them under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(c.keys), c.action, c.words, show=False) for c in MOVING
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "unit-list--cursor",
        "unit-list--critical",
        "unit-list--major",
        "unit-list--minor",
        "unit-list--quiet",
        "unit-list--lit",
    }

    # A scroll bar would stand to the right of the Japanese and be made of characters that
    # some terminals draw two cells wide.
    DEFAULT_CSS = """
    UnitList {
        height: 1fr;
        scrollbar-size: 0 0;
        overflow-x: hidden;
        & > .unit-list--cursor { background: $panel; }
        & > .unit-list--critical { color: $text-error; text-style: bold reverse; }
        & > .unit-list--major { color: $text-warning; text-style: bold underline; }
        & > .unit-list--minor { text-style: underline; }
        & > .unit-list--quiet { color: $foreground 65%; }
        & > .unit-list--lit { background: $primary 40%; text-style: bold; }
    }
    """

    class Moved(Message):
        """The person has gone to another unit."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    class Opened(Message):
        """The person has clicked twice on the unit under the cursor."""

    class Picked(Message):
        """The person has clicked on the words of a finding of the unit under the cursor."""

        def __init__(self, number: int) -> None:
            """`number` counts from 1."""
            super().__init__()
            self.number = number

    class Asked(Message):
        """The person has clicked with the other button on the unit under the cursor."""

    def __init__(
        self,
        unit: Callable[[int], UnitView],
        lengths: Sequence[tuple[int, int]],
        at: int = 0,
        lit: Callable[[UnitView], Lit] = lambda _: NOTHING_LIT,
        selected: Container[int] = (),
    ) -> None:
        """`unit` gives any unit as it now is, `lit` what is lit up in it; `lengths` are the
        characters of both sides of each, `selected` holds units by number."""
        super().__init__(id="units")
        self._unit = unit
        self._lit = lit
        self._selected = selected
        self._lengths = lengths
        # Everything below counts rows of the list; only some units have one when filtered.
        self._units: Sequence[int] = range(len(lengths))
        self._at = at
        self._chosen_layout: bool | None = None
        self._heights = Heights()
        self._exact: set[int] = set()
        self._blocks: dict[tuple[int, bool], list[Strip]] = {}
        self._settling = False

    @property
    def at(self) -> int:
        """The number of the unit under the cursor."""
        return self._units[self._at]

    @property
    def stacked(self) -> bool:
        """Whether only the unit under the cursor is spread out."""
        if self._chosen_layout is not None:
            return self._chosen_layout
        return self.size.width < SIDE_BY_SIDE_FROM

    def turn_layout(self) -> None:
        """Stack the languages, or put them side by side."""
        self._chosen_layout = not self.stacked
        self._lay_out()

    def hold(self, units: Sequence[int], lengths: Sequence[tuple[int, int]], at: int) -> None:
        """Have rows for these units only, rising, with the cursor on one; all may be others."""
        self._units, self._lengths = units, lengths
        self._at = self._place(at)
        self._lay_out()

    def show(self, unit: int) -> None:
        """Put the cursor on a unit, which has a row, and bring it into view."""
        old, self._at = self._at, self._place(unit)
        at = self._at
        if self._heights:
            if self.stacked:
                # Only the unit under the cursor is drawn in full.
                self._exact -= {old, at}
                self._heights[old] = 1
            self._measure(at)
        self._settle(at, self._row_for(at, far=abs(at - old) > 1))

    def changed(self, units: Sequence[int] | None = None) -> None:
        """Draw some units anew, or all."""
        row = self._row(self._at)
        if units is None:
            self._exact.clear()
            self._blocks.clear()
        for at in map(self._place, units or ()):
            self._exact.discard(at)
            self._blocks.pop((at, True), None)
            self._blocks.pop((at, False), None)
        self._settle(self._at, row)

    def render_line(self, y: int) -> Strip:
        line = self.scroll_offset.y + y
        at = self._heights.at(line)
        if 0 <= at < len(self._heights):
            block, within = self._block(at), line - self._heights.top(at)
            if within < len(block):
                strip = block[within]
                more = at == self._at and self._goes_on(y)
                return self._with_more(strip) if more else strip
        return Strip.blank(self.size.width, self.rich_style)

    def _goes_on(self, y: int) -> bool:
        """Whether the unit under the cursor goes on above or below, out of sight, at this row."""
        row, last = self._row(self._at), self.size.height - 1
        below = row + self._heights[self._at] - 1 > last
        return (y == 0 and row < 0) or (y == last and below)

    def _with_more(self, strip: Strip) -> Strip:
        width = self.size.width
        style = self.get_component_rich_style("unit-list--cursor")
        return Strip([*strip.crop(0, width - 2), Segment(" ~", style)], width)

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        """Begin anew with guesses of all heights."""
        self._blocks.clear()
        self._exact.clear()
        guess = unit_block.stacked_height if self.stacked else unit_block.side_by_side_height
        width = self.size.width
        self._heights = Heights(guess(*self._lengths[unit], width) for unit in self._units)
        self._settle(self._at, self.size.height // 4)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._blocks.clear()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._settling and self._heights:
            top = self._heights.at(self.scroll_offset.y)
            top = max(0, min(top, len(self._heights) - 1))
            self._settle(top, self._row(top))

    def action_move(self, by: int) -> None:
        self._go(self._at + by)

    def action_page(self, by: int) -> None:
        """A screen on, also inside of a unit that is higher than the screen."""
        row, room, height = self._row(self._at), self.size.height, self._heights[self._at]
        hidden = row + height - room if by > 0 else -row
        if height > room and hidden > 0:
            self._settle(self._at, row - by * min(hidden, max(1, room - 2)))
            return
        line = self._heights.top(self._at) + by * max(1, self.size.height - 2)
        at = self._heights.at(max(0, line))
        self._go(at if at != self._at else at + by)

    def action_first(self) -> None:
        self._go(0)

    def action_last(self) -> None:
        self._go(len(self._units) - 1)

    async def _on_click(self, event: events.Click) -> None:
        self._go(self._heights.at(self.scroll_offset.y + event.y))
        if number := event.style.meta.get(_FINDING):
            self.post_message(self.Picked(number))
        if event.button == _OTHER_BUTTON:
            self.post_message(self.Asked())
        elif event.chain == _TWICE:
            self.post_message(self.Opened())

    def _go(self, row: int) -> None:
        unit = self._units[max(0, min(row, len(self._units) - 1))]
        if unit != self.at:
            self.show(unit)
            self.post_message(self.Moved(unit))

    def _place(self, unit: int) -> int:
        """The row of a unit, or of the next one that has a row."""
        return min(bisect_left(self._units, unit), len(self._units) - 1)

    def _row(self, at: int) -> int:
        """On which row of the screen a unit begins; may lie outside."""
        return self._heights.top(at) - self.scroll_offset.y if self._heights else 0

    def _row_for(self, at: int, *, far: bool) -> int:
        """Where a unit should begin that is to be seen whole."""
        if not self._heights:
            return 0
        row, room, height = self._row(at), self.size.height, self._heights[at]
        if row >= 0 and row + height <= room:
            return row
        if far:
            return max(0, min(room // 4, room - height))
        return 0 if row < 0 else max(0, room - height)

    def _settle(self, anchor: int, row: int) -> None:
        """Scroll so that unit `anchor` begins at `row`, with all that is seen measured."""
        if not self._heights or not self.size.height:
            return
        room = self.size.height
        top = 0
        for _ in range(8):
            top = max(0, min(self._heights.top(anchor) - row, self._heights.total - room))
            first = self._heights.at(top)
            last = min(self._heights.at(top + room) + 1, len(self._heights))
            wrong = [at for at in {*range(first, last), self._at} if self._measure(at)]
            if not wrong:
                break
        self._settling = True
        self.virtual_size = Size(self.size.width, self._heights.total)
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        self._settling = False
        self.refresh()

    def _measure(self, at: int) -> bool:
        """Make the height of a unit exact; whether it was not."""
        if at in self._exact:
            return False
        height = len(self._block(at))
        wrong, self._heights[at] = self._heights[at] != height, height
        self._exact.add(at)
        return wrong

    def _block(self, at: int) -> list[Strip]:
        current = at == self._at
        key = (at, current)
        if key not in self._blocks:
            if len(self._blocks) > _CACHED:
                self._blocks.clear()
            width = self.size.width
            draw = unit_block.stacked if self.stacked else unit_block.side_by_side
            number = self._units[at]
            unit, cursor = self._unit(number), Cursor(current, number in self._selected)
            self._blocks[key] = self._strips(draw(unit, width, cursor, self._lit(unit)), current)
        return self._blocks[key]

    def _strips(self, block: Block, current: bool) -> list[Strip]:
        look = "unit-list--cursor"
        base = self.get_component_rich_style(look) if current else self.rich_style
        strips = []
        for line in block:
            segments = [Segment(p.text, base + self._style(p.look) + _about(p)) for p in line]
            strips.append(Strip(segments).adjust_cell_length(self.size.width, base))
        return strips

    def _style(self, look: str) -> Style:
        """How a piece looks, on whatever background it stands."""
        style = Style.null()
        for name in look.split():
            whole = self.get_component_rich_style(f"unit-list--{name}")
            style += Style(
                color=None if name == "lit" else whole.color,
                bgcolor=whole.bgcolor if name == "lit" else None,
                bold=whole.bold,
                underline=whole.underline,
                reverse=whole.reverse,
            )
        return style


def _about(piece: Look) -> Style:
    return Style.from_meta({_FINDING: piece.finding}) if piece.finding else Style.null()
