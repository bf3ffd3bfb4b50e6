"""The keys that do something here and now, in two lines at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from tui.display.linebreak import cells
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.keymap import Command

ALWAYS = "^p commands"


class KeysFooter(Lines):
    """Made from the key map; what does not fit is in the help."""

    DEFAULT_CSS = "KeysFooter { height: 2; color: $foreground; background: $panel; }"

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Show the footer words of commands, each with its keys, as far as they fit."""
        self.show(footer_lines(commands, max(20, self.size.width)))


def footer_lines(commands: Iterable[Command], width: int) -> list[Text]:
    """At most two lines of keys in bold with their words, each of which can be clicked; the last
    ends in the palette's key."""
    rows = [Text(" "), Text(" ")]
    row = 0
    for command in (c for c in commands if c.footer):
        entry = cells(command.shown) + cells(command.footer) + 4
        room = width - (cells(ALWAYS) + 2 if row else 0)
        if cells(rows[row].plain) + entry > room:
            if row:
                break
            row = 1
        click = _clicked(f"screen.{command.action}")
        rows[row].append(command.shown, Style(bold=True) + click)
        rows[row].append(f" {command.footer}", click).append("   ")
    gap = width - cells(rows[1].plain) - cells(ALWAYS) - 1
    rows[1].append(" " * max(0, gap)).append(ALWAYS, _clicked("app.command_palette"))
    return rows


def _clicked(action: str) -> Style:
    """What makes words a button."""
    return Style.from_meta({"@click": action})
