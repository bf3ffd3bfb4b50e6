"""The editor for the Japanese of one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.message import Message
from textual.widgets import TextArea

from tui.display.changes import RUNS
from tui.display.printable import composed, printable, unveiled, veiled
from tui.widgets.textual_internals import break_lines_as_japanese, forget_drawn_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text
    from textual import events
    from textual.widgets.text_area import Location

    from corpus.bitext import Span
    from glossary.finding import Severity

LOOKS: Final = {
    "critical": "bold reverse",
    "major": "bold underline",
    "minor": "underline",
}

LIT: Final = {True: "on grey35", False: "on grey82"}
"""The sentence around the cursor, and the one that it answers; in a dark theme, and in others."""


class JapaneseEditor(TextArea):
    """A text area that breaks Japanese lines, marks findings, and lets Enter be.

    Enter accepts a conversion in every Japanese input method, so it neither confirms anything
    nor breaks a line.
    """

    DEFAULT_CSS = """
    JapaneseEditor { border: none; padding: 0; height: 1fr; scrollbar-size: 0 0;
        &:focus { border: none; } }
    """

    class EnterPressed(Message):
        """Enter was pressed, which does nothing."""

    def __init__(self, text: str, *, id: str | None = None) -> None:  # noqa: A002
        break_lines_as_japanese()
        super().__init__(veiled(text), id=id, highlight_cursor_line=False, tab_behavior="focus")
        self.cursor_blink = False
        self._marks: tuple[tuple[Span, Severity], ...] = ()
        self._lit: tuple[Span, ...] = ()

    @property
    def japanese(self) -> str:
        """What stands in the editor, control characters included."""
        return unveiled(self.text)

    def load(self, text: str) -> None:
        """Edit another text; what was typed cannot be undone any more."""
        self._marks = ()
        self._lit = ()
        self.load_text(veiled(text))

    def put(self, text: str, start: int = 0, end: int | None = None) -> None:
        """Replace a stretch of the text, as one thing to undo."""
        end = len(self.japanese) if end is None else end
        self.replace(veiled(text), self._location(start), self._location(end))

    def type_in(self, text: str) -> None:
        """Put a text where the cursor is, in place of what is selected."""
        if result := self._replace_via_keyboard(veiled(text), *self.selection):
            self.move_cursor(result.end_location)

    @property
    def caret(self) -> int:
        """Where the cursor is in `japanese`."""
        return self._offset(self.cursor_location)

    def place_caret(self, offset: int) -> None:
        """Put the cursor before this character of `japanese`, and bring it into view."""
        self.move_cursor(self._location(offset))
        self.scroll_cursor_visible(animate=False)

    def light(self, spans: Sequence[Span]) -> None:
        """Light up these stretches of `japanese`."""
        self._lit = tuple(spans)
        forget_drawn_lines(self)

    def mark(self, marks: Sequence[tuple[Span, Severity]]) -> None:
        """Show where the findings are."""
        self._marks = tuple(marks)
        forget_drawn_lines(self)

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        line.plain = printable(line.plain)
        start = self._offset((line_index, 0))
        for span in self._lit:
            first, last = max(0, span.start - start), min(len(line), span.end - start)
            if first < last:
                line.stylize(LIT[self.app.current_theme.dark], first, last)
        for span, severity in self._marks:
            first, last = max(0, span.start - start), min(len(line), span.end - start)
            if first < last:
                line.stylize(LOOKS[severity.value], first, last)
        return line

    def get_cursor_word_left_location(self) -> Location:
        # Ctrl+Left and Ctrl+Right step over stretches of one script: Japanese has no blanks.
        row, column = self.cursor_location
        if column == 0:
            return super().get_cursor_word_left_location()
        stops = [m.start() for m in RUNS.finditer(self.document.get_line(row))]
        return row, max((s for s in stops if s < column), default=0)

    def get_cursor_word_right_location(self) -> Location:
        row, column = self.cursor_location
        line = self.document.get_line(row)
        if column == len(line):
            return super().get_cursor_word_right_location()
        return row, next(m.end() for m in RUNS.finditer(line) if m.end() > column)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Its key, F6, is that of the screen: a paragraph is one line, and F7 selects all of it.
        return action != "select_line" and super().check_action(action, parameters)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.EnterPressed())
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        # TextArea's own handler would paste a second time.
        event.stop()
        event.prevent_default()
        self.type_in(composed(event.text))

    def _location(self, offset: int) -> Location:
        """Row and column of an offset in `japanese`."""
        lines = self.japanese[:offset].split(self.document.newline)
        return len(lines) - 1, len(lines[-1])

    def _offset(self, location: Location) -> int:
        row, column = location
        newline = len(self.document.newline)
        return sum(len(self.document.get_line(r)) + newline for r in range(row)) + column
