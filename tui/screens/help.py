"""All keys, on one page."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import VerticalScroll

from tui.display.linebreak import padded, shortened
from tui.keymap import EDITOR, ENGINE, GOING, LINKING, MENDING, MOVING, chosen
from tui.language import tr
from tui.screens.talking import TalkingScreen
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.keymap import Command

_KEYS = 12
_TWO = 80
"""Columns that two columns of keys need."""


class HelpScreen(TalkingScreen):
    """Two columns that fit 80 by 24; one where there is less room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "app.pop_screen", show=False)
    ]

    DEFAULT_CSS = "HelpScreen VerticalScroll { height: 1fr; scrollbar-size: 0 0; }"

    def compose(self) -> ComposeResult:
        yield Lines(lambda: [Text(tr(" Keys"), "bold")])
        with VerticalScroll():
            yield Lines(id="keys")
        yield Lines([""], id="message")
        yield Lines(
            lambda: [tr(" ^x: Ctrl+x, full-width letters too   Down more   ^p commands   Esc back")]
        )

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        half = (self.size.width - 2) // 2
        mending, going, linking, engine = (
            chosen(c, self.keys) for c in (MENDING, GOING, LINKING, ENGINE)
        )
        editor = chosen(EDITOR, self.keys, "editor.")
        left = [tr("Paragraph and findings"), *map(_line, mending)]
        left += [f"{'1-9':<{_KEYS}}{tr('pick a finding')}", "", *_letters()]
        right = [tr("Finding the way"), *map(_line, (*MOVING, *going)), ""]
        right += [tr("Pairs of paragraphs"), *map(_line, linking), ""]
        right += [tr("Translation"), *map(_line, engine), ""]
        right += [tr("In the editor"), *map(_line, editor)]
        right += [f"{'^z ^y':<{_KEYS}}{tr('undo, redo the typing')}"]
        if self.size.width < _TWO:
            shown = [f" {one}" for one in (*left, "", *right)]
        else:
            rows = zip_longest(left, right, fillvalue="")
            shown = [f" {padded(one, half)} {shortened(other, half)}" for one, other in rows]
        self.query_one("#keys", Lines).show(shown)


def _letters() -> list[str]:
    return [
        tr("What the letters say"),
        tr("E critical, W major, i minor findings"),
        tr("new as the machine wrote it"),
        tr("mod changed   ok confirmed   -- no pair"),
        tr("car corrected when the text was other"),
        tr("pr? doubtful  mov moved  cmt commented"),
        tr("fuz fuzzy, as the catalogue says"),
    ]


def _line(command: Command) -> str:
    return f"{command.shown:<{_KEYS}}{tr(command.words)}"
