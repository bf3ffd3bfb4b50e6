"""All uses of a word in the document, and in earlier corrections of any document."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.widgets import Input

from tui.display.changes import changes
from tui.display.counted import counted
from tui.display.linebreak import cells, padded, shortened
from tui.display.printable import flat
from tui.language import tr
from tui.review.search import uses
from tui.screens.dialog import line_input
from tui.screens.talking import TalkingScreen
from tui.widgets.lines import RULE, Lines, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from corpus.bitext import Span
    from corpus.workspace.journal import Correction
    from tui.review.search import Use
    from tui.review.session import ReviewSession

_MOST = 500
"""Uses that are listed."""
_LOOK_AFTER = 0.2
"""Seconds after the last key until the document is searched."""


class ConcordanceScreen(TalkingScreen):
    """Enter goes to the paragraph: `number`, from 1, is then answered; Esc answers None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f3", "app.pop_screen", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
    ]

    DEFAULT_CSS = """
    ConcordanceScreen Rows { height: 1fr; }
    ConcordanceScreen Input { height: 1; padding: 0 1; }
    """

    def __init__(self, session: ReviewSession, words: str) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._uses: Sequence[Use] = ()
        self._past: Sequence[Correction] = ()
        self._wait: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Lines(lambda: [Text(tr(" All uses of"), "bold")])
        yield line_input(self._words, id="words")
        yield Lines([""], id="counts")
        yield Rows()
        yield Lines([RULE])
        yield Lines([""] * 4, id="whole")
        yield Lines([""], id="message")
        yield Lines(
            lambda: [tr(" Up Down move   Enter go to the paragraph   Esc back   type another word")]
        )

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self._look()

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def on_input_changed(self) -> None:
        if self._wait is not None:
            self._wait.stop()
        self._wait = self.set_timer(_LOOK_AFTER, self._look)

    def on_input_submitted(self) -> None:
        self._look()
        at = self.query_one(Rows).cursor
        self.app.pop_screen()
        if at < len(self._uses):
            self._session.go(self._uses[at].number - 1)

    def action_move(self, by: int) -> None:
        self.query_one(Rows).action_move(by)

    def on_rows_moved(self) -> None:
        self._draw_whole()

    def _look(self) -> None:
        words = self.query_one(Input).value.strip()
        if words != self._words or not self._uses:
            self._words = words
            units = map(self._session.unit, range(len(self._session)))
            self._uses = uses(units, words)
            self._past = self._session.workspace.corrections(words, limit=50)
            self.query_one(Rows).cursor = 0
        self.draw()

    def draw(self) -> None:
        width = max(40, self.size.width)
        rows = [_row(use, width - 2) for use in self._uses[:_MOST]]
        rows += [_past_row(past, width - 2) for past in self._past]
        self.query_one(Rows).show(
            rows or [tr("Nowhere") if self._words else tr("Type a word of either language")]
        )
        english = sum(len(use.in_source) for use in self._uses)
        japanese = sum(len(use.in_target) for use in self._uses)
        where = counted(len(self._uses), "paragraph")
        said = tr(" {} in English, {} in Japanese, in {}", english, japanese, where)
        said += tr("; earlier corrections: {}", len(self._past)) if self._past else ""
        self.query_one("#counts", Lines).show([said])
        self._draw_whole()

    def _draw_whole(self) -> None:
        """The texts of the row under the cursor, as far as there is room."""
        at, width = self.query_one(Rows).cursor, max(40, self.size.width)
        shown = ["", "", "", ""]
        if at < len(self._uses[:_MOST]):
            use = self._uses[at]
            shown = [f" EN  {flat(use.source)}", f" JA  {flat(use.target)}", "", ""]
        elif at - len(self._uses[:_MOST]) < len(self._past):
            past = self._past[at - len(self._uses[:_MOST])]
            shown = [
                f" EN  {flat(past.source)}",
                tr(" was {}", flat(past.machine)),
                tr(" now {}", flat(past.corrected)),
                f"     {changes(past.machine, past.corrected)}",
            ]
        self.query_one("#whole", Lines).show([shortened(row, width) for row in shown])


def _row(use: Use, width: int) -> Text:
    half = (width - 9) // 2
    row = Text(f"{use.number:>5}  ")
    row.append_text(_in_context(use.source, use.in_source, half))
    row.append("  ")
    return row.append_text(_in_context(use.target, use.in_target, width - 9 - half))


def _past_row(past: Correction, width: int) -> Text:
    half = (width - 9) // 2
    said = changes(past.machine, past.corrected)
    english = padded(flat(past.source), half)
    return Text(f" {padded(tr('past'), 4)}  {english}  {shortened(said, width - 9 - half)}")


def _in_context(text: str, spans: Sequence[Span], width: int) -> Text:
    """The text around the first place, which is marked, in exactly so many cells."""
    shown = flat(text)
    first = spans[0].start if spans else 0
    start = first
    # A third of the room goes to what stands before.
    while start > 0 and cells(shown[start - 1 : first]) <= width // 3:
        start -= 1
    cut = "~" if start else ""
    row = Text(padded(cut + shown[start:], width))
    for span in spans:
        at = span.start - start + len(cut)
        row.stylize("bold underline", max(0, at), max(0, at + len(span)))
    return row
