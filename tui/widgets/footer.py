"""The keys that do something here and now, in two lines at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from tui.display.linebreak import cells
from tui.language import tr
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.keymap import Command


class KeysFooter(Lines):
    """Made from the key map; what does not fit is in the help."""

    DEFAULT_CSS = "KeysFooter { height: 2; color: $foreground; background: $panel; }"

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Show the footer words of commands, each with its keys, as far as they fit."""
        self.show(footer_lines(commands, max(20, self.size.width)))


def footer_lines(commands: Iterable[Command], width: int) -> list[Text]:
    """At most two lines of keys in bold with their words, each of which can be clicked; the last
    ends in the palette's key."""
    rows, always = [Text(" "), Text(" ")], tr("^p commands")
    row = 0
    for command in (c for c in commands if c.footer):
        words = tr(command.footer)
        entry = cells(command.shown) + cells(words) + 4
        room = width - (cells(always) + 2 if row else 0)
        if cells(rows[row].plain) + entry > room:
            if row:
                break
            row = 1
        click = _clicked(f"screen.{command.action}")
        rows[row].append(command.shown, Style(bold=True) + click)
        rows[row].append(f" {words}", click).append("   ")
    gap = width - cells(rows[1].plain) - cells(always) - 1
    rows[1].append(" " * max(0, gap)).append(always, _clicked("app.command_palette"))
    return rows


def _clicked(action: str) -> Style:
    """What makes words a button."""
    return Style.from_meta({"@click": action})
