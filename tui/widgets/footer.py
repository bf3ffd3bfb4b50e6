"""The keys that do something here and now, in two lines at the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        entries = [(c.shown, c.footer) for c in commands if c.footer]
        self.show(footer_lines(entries, max(20, self.size.width)))


def footer_lines(entries: Iterable[tuple[str, str]], width: int) -> list[Text]:
    """At most two lines of keys in bold with their words; the last ends in the palette's key."""
    rows = [Text(" "), Text(" ")]
    row = 0
    for keys, words in entries:
        entry = cells(keys) + cells(words) + 4
        room = width - (cells(ALWAYS) + 2 if row else 0)
        if cells(rows[row].plain) + entry > room:
            if row:
                break
            row = 1
        rows[row].append(keys, "bold").append(f" {words}   ")
    gap = width - cells(rows[1].plain) - cells(ALWAYS) - 1
    rows[1].append(" " * max(0, gap) + ALWAYS)
    return rows
