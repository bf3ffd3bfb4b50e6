"""Where and in what form to write a glossary."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from glossary.formats import TERM_FORMATS
from tui.display.linebreak import shortened
from tui.display.printable import printable
from tui.language import later, tr
from tui.screens.dialog import Dialog, line_input
from tui.widgets.choice import Choice
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_BY_ENDING = later("as its ending says")
OWN = later("of the workspace")
ALL = later("and those of the files")
LOOKED_OVER = later("approved ones only")
_WIDTH = 74


@dataclass(frozen=True, slots=True)
class Export:
    """What a person wants to be written."""

    path: Path
    form: str | None
    """A name that `glossary.formats.term_format` knows; None: by the ending."""
    which: str
    """`OWN`, `ALL` or `LOOKED_OVER`."""


class ExportDialog(Dialog[Export]):
    """Asks again before another file is replaced."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "write", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, path: str) -> None:
        super().__init__()
        self._given = path
        self._agreed: Path | None = None

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Lines([Text(tr("Export the terms"), "bold"), ""])
            with Horizontal():
                yield Label(tr("To"))
                yield line_input(self._given, id="path")
            with Horizontal():
                yield Label(tr("Format"))
                yield Choice([_BY_ENDING, *_names()], _BY_ENDING, id="form")
            with Horizontal():
                yield Label(tr("Terms"))
                yield Choice((OWN, ALL, LOOKED_OVER), OWN, id="which")
            yield Lines(["", "", ""], id="note")
            yield Lines([tr("Enter write   Tab next   Left Right choose   Esc cancel")])

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self._explain()

    def on_input_changed(self) -> None:
        self._explain()

    def on_input_submitted(self) -> None:
        self.action_write()

    def action_write(self) -> None:
        path = self._path
        if path.is_file() and self._agreed != path:
            self._agreed = path
            self._explain()
        elif path.name:
            form = self.query_one("#form", Choice).value
            name = None if form == _BY_ENDING else form.split()[0]
            self.dismiss(Export(path, name, self.query_one("#which", Choice).value))

    @property
    def _path(self) -> Path:
        return Path(self.query_one(Input).value.strip()).expanduser()

    def _explain(self) -> None:
        endings = dict.fromkeys(e for kind in TERM_FORMATS for e in kind.endings)
        said = tr("Endings: {}", " ".join(endings))
        if self._path == self._agreed:
            said = tr("There is such a file: Enter again replaces it.")
        where = tr("In {}", self._path.resolve().parent)
        rows = [shortened(printable(line), _WIDTH) for line in (where, said)]
        self.query_one("#note", Lines).show(["", *rows])


def _names() -> list[str]:
    return [kind.name for kind in TERM_FORMATS]
