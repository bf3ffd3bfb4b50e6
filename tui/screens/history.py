"""What was done to one paragraph, and how long it took."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Vertical

from corpus.workspace.journal import Field
from tui.display.changes import changes
from tui.display.linebreak import shortened
from tui.display.printable import flat
from tui.display.steps import step_said
from tui.language import tr
from tui.screens.dialog import Dialog
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from corpus.workspace.journal import Step
    from tui.review.unit import UnitView

_WIDTH = 76
_ROWS = 15


class HistoryDialog(Dialog[None]):
    """The last steps, the latest first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,q,h", "give_up", show=False)]

    def __init__(self, unit: UnitView, steps: Sequence[Step], seconds: float) -> None:
        super().__init__()
        self._unit = unit
        self._steps = steps
        self._seconds = seconds

    def compose(self) -> ComposeResult:
        minutes, seconds = divmod(round(self._seconds), 60)
        title = tr("Paragraph {}   {}:{:02} spent", self._unit.number, minutes, seconds)
        rows = [shortened(row, _WIDTH) for row in self._rows()][:_ROWS]
        machine = shortened(tr("machine  {}", flat(self._unit.machine)), _WIDTH)
        with Vertical():
            yield Lines([Text(title, "bold"), "", *(rows or [tr("Nothing was done to it.")]), ""])
            yield Lines([machine, "", tr("u in the list takes the last step back   Esc back")])

    def _rows(self) -> Iterator[str]:
        for step in reversed(self._steps):
            at = datetime.fromisoformat(step.at).astimezone()
            yield f"{at.strftime(tr('%d %b %H:%M'))}  {step_said(step.label)}"
            for change in step.changes:
                if change.key != self._unit.key:
                    continue
                if change.field is Field.TEXT:
                    before = self._unit.machine if change.old is None else change.old
                    yield f"              {changes(before, change.new or '')}"
                elif change.field is Field.COMMENT:
                    yield f"              {flat(change.new or '')}"
