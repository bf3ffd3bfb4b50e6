"""Says something, with rows that can be looked through, and takes one of a few letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Vertical

from tui.display.linebreak import lines, shortened
from tui.display.printable import flat, plain_key
from tui.language import tr
from tui.screens.dialog import Dialog
from tui.widgets.lines import Lines, Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult

_WIDTH = 74
"""Cells inside the box, less the cursor of the rows."""


class Question(Dialog[str]):
    """Answers the letter that was pressed; without choices Enter ends it, too."""

    DEFAULT_CSS = "Question Rows { height: auto; max-height: 12; }"

    def __init__(
        self,
        title: str,
        said: Sequence[str] = (),
        *,
        rows: Sequence[str] = (),
        choices: Mapping[str, str] | None = None,
    ) -> None:
        """`choices`: what each letter does, in a word or two."""
        super().__init__()
        self._title = title
        self._said = said
        self._rows = rows
        self._choices = dict(choices or {})

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Lines([Text(shortened(flat(self._title), _WIDTH), "bold"), ""])
            if self._rows:
                yield Rows([shortened(flat(row), _WIDTH - 2) for row in self._rows])
                yield Lines([""])
            yield Lines([*self._wrapped(), self._keys])

    def on_mount(self) -> None:
        for rows in self.query(Rows):
            rows.focus()

    def on_rows_chosen(self) -> None:
        if not self._choices:
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        pressed = event.character or ""
        letter = plain_key(pressed) or pressed
        if letter in self._choices:
            event.stop()
            self.dismiss(letter)
        elif event.key == "enter" and not self._choices:
            self.dismiss(None)

    def _wrapped(self) -> Iterator[str]:
        for text in map(flat, self._said):
            yield from (span.of(text) for span in lines(text, _WIDTH))
        if self._said:
            yield ""

    @property
    def _keys(self) -> str:
        asked = [f"{letter} {words}" for letter, words in self._choices.items()]
        if self._rows:
            asked.append(tr("j k more"))
        return "   ".join([*asked, tr("Esc cancel") if self._choices else tr("Esc back")])
