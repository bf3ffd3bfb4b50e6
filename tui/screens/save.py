"""Where to write the corrected text, and whether to leave without writing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from tui.display.counted import counted
from tui.display.linebreak import shortened
from tui.display.printable import printable
from tui.language import tr
from tui.screens.dialog import Dialog, line_input
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.review.session import ReviewSession


class SaveDialog(Dialog[Path]):
    """Answers the path to write to."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+o", "in_place", show=False)]

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self._session = session
        self._original = Path(session.bitext.name)
        self._agreed: Path | None = None

    def compose(self) -> ComposeResult:
        changed = counted(self._session.changed, "paragraph")
        open_ = self._session.counts().total()
        with Vertical():
            title = Text(tr("Write the Japanese with {} corrected", changed), "bold")
            still = tr("Still open: {}", counted(open_, "finding")) if open_ else ""
            finals = ", ".join(map(str, self._session.changed_finals()))
            final = tr("Final in the file, and changed: {}", finals) if finals else ""
            unwritten = self._session.comments_left_out
            kept = tr("Comments are kept here, not in the file: {}", unwritten) if unwritten else ""
            said = [shortened(line, 70) for line in (still, final, kept) if line]
            yield Lines([title, *(said or [""])])
            with Horizontal():
                yield Label(tr("To"))
                yield line_input(str(self._session.default_path), id="path")
            yield Lines(["", ""], id="note")
            itself = tr("^o the opened file itself   ") if self._session.replaceable else ""
            yield Lines([tr("Enter write   {}Esc cancel", itself)])

    def on_mount(self) -> None:
        self._explain()

    def on_input_changed(self) -> None:
        self._explain()

    def on_input_submitted(self) -> None:
        path = self._path
        if self._session.stranger(path) and self._agreed != path:
            self._agreed = path
            self._explain()
        elif path.name:
            self.dismiss(path)

    def action_in_place(self) -> None:
        if self._session.replaceable:
            self.query_one(Input).value = str(self._original)

    @property
    def _path(self) -> Path:
        return Path(self.query_one(Input).value.strip()).expanduser()

    def _explain(self) -> None:
        path = self._path
        if not path.name:
            said = tr("Type the name of a file.")
        elif path.resolve() == self._original.resolve():
            said = tr("This is the file that was opened: its Japanese is replaced.")
        elif path == self._agreed:
            said = tr("Enter again replaces that file.")
        elif self._session.stranger(path):
            said = tr("There is such a file, which this review did not write.")
        elif path.exists():
            said = tr("It is written anew.")
        else:
            said = tr("{} itself stays as it is.", self._original.name)
        where = tr("In {}", path.expanduser().resolve().parent)
        self.query_one("#note", Lines).show([shortened(printable(s), 70) for s in (where, said)])


class LeaveDialog(Dialog[str]):
    """Answers `write` or `leave`; of nothing corrected, what was confirmed or noted is meant."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w,enter", "answer('write')", show=False),
        Binding("q,ctrl+q", "answer('leave')", show=False),
    ]

    def __init__(self, unsaved: int) -> None:
        super().__init__()
        self._unsaved = unsaved

    def compose(self) -> ComposeResult:
        unsaved = counted(self._unsaved, "paragraph")
        corrected = tr("Corrected and not in a file yet: {}", unsaved)
        said = tr("Confirmations or comments are not in the file yet")
        with Vertical():
            yield Lines(
                [
                    Text(corrected if self._unsaved else said, "bold"),
                    tr("They are kept, and are here when the same texts are opened again."),
                    "",
                    tr("w write them now   q quit   Esc go on"),
                ]
            )

    def action_answer(self, answer: str) -> None:
        self.dismiss(answer)
