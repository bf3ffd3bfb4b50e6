"""Newer Japanese beside the older, paragraph by paragraph, to be taken or left."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import VerticalScroll

from tui.display.changes import changed_spans, changes
from tui.display.linebreak import cells, lines, shortened
from tui.display.printable import flat
from tui.language import tr
from tui.screens.ticking import Ticking
from tui.widgets.lines import RULE, Lines, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from corpus.bitext import Span
    from tui.review.renewal import Proposal

_ROWS = 6


class ProposalsScreen(Ticking):
    """One row a paragraph with a tick; calls `done` with the ticked ones, or with none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "scroll(1)", show=False),
        Binding("pageup", "scroll(-1)", show=False),
        Binding("f5,ctrl+s", "take", show=False),
    ]

    DEFAULT_CSS = f"""
    ProposalsScreen Rows {{ max-height: {_ROWS}; }}
    ProposalsScreen VerticalScroll {{ height: 1fr; scrollbar-size: 0 0; }}
    """

    def __init__(
        self,
        proposals: Sequence[Proposal],
        obeyed: Callable[[Proposal], Sequence[str]],
        done: Callable[[list[Proposal]], None],
    ) -> None:
        """`obeyed` says what became of the terms in the newer Japanese."""
        super().__init__([False] * len(proposals))
        self._proposals = proposals
        self._obeyed = [obeyed(p) for p in proposals]
        self._done = done

    def compose(self) -> ComposeResult:
        yield Lines(lambda: [Text(tr(" Old and new Japanese"), "bold")])
        yield Lines([""], id="counts")
        yield Rows([""] * len(self._proposals))
        yield Lines([RULE])
        with VerticalScroll(can_focus=False):
            yield Lines(id="both")
        yield Lines([""], id="message")
        yield Lines(
            lambda: [
                " "
                + tr("Space tick   a all   x none   Enter take the ticked   PgDn more   Esc leave")
            ]
        )

    def on_rows_moved(self) -> None:
        self.query_one(VerticalScroll).scroll_home(animate=False)
        super().on_rows_moved()

    def on_rows_chosen(self) -> None:
        self.action_take()

    def action_scroll(self, step: int) -> None:
        pane = self.query_one(VerticalScroll)
        (pane.scroll_page_down if step > 0 else pane.scroll_page_up)(animate=False)

    def action_take(self) -> None:
        chosen = self.ticked(self._proposals)
        if not chosen:
            self.say(tr("Nothing is ticked"), tr("Space ticks this paragraph, a all"))
            return
        self.app.pop_screen()
        self._done(chosen)

    def action_give_up(self) -> None:
        super().action_give_up()
        self._done([])

    def draw(self) -> None:
        width = max(40, self.size.width)
        rows = self.query_one(Rows)
        rows.show([shortened(self._row(at), width - 2) for at in range(len(self._proposals))])
        self.query_one("#counts", Lines).show([self.count()])
        self.query_one("#both", Lines).show(self._both(rows.cursor, width))
        self.say("")

    def _row(self, at: int) -> str:
        one = self._proposals[at]
        return f"{self.sign(at)} {one.at + 1:>4}  {changes(one.old, one.new)}"

    def _both(self, at: int, width: int) -> list[Text | str]:
        """What became of the terms, the two texts in columns, and the English."""
        one, half = self._proposals[at], (width - 5) // 2
        gone, come = changed_spans(one.old, one.new)
        old, new = _column(one.old, gone, half), _column(one.new, come, half)
        shown: list[Text | str] = [f" {shortened(said, width - 2)}" for said in self._obeyed[at]]
        shown.append(
            _beside(Text(tr("old Japanese"), "bold"), Text(tr("new Japanese"), "bold"), half)
        )
        for row in range(max(len(old), len(new))):
            left = old[row] if row < len(old) else Text()
            right = new[row] if row < len(new) else Text()
            shown.append(_beside(left, right, half))
        source = flat(one.source)
        return [*shown, "", *(f" {span.of(source)}" for span in lines(source, width - 2))]


def _column(text: str, changed: Sequence[Span], width: int) -> list[Text]:
    """The lines of a text, with what changed reversed."""
    shown = flat(text)
    column = []
    for line in lines(shown, width):
        row = Text(line.of(shown))
        for span in changed:
            start, end = max(span.start, line.start), min(span.end, line.end)
            if start < end:
                row.stylize("bold reverse", start - line.start, end - line.start)
        row.rstrip()
        column.append(row)
    return column


def _beside(left: Text, right: Text, width: int) -> Text:
    return Text.assemble(" ", left, " " * max(0, width - cells(left.plain)), " | ", right)
