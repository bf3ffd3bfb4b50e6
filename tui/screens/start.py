"""The first screen: try the sample, open two files, check a folder, see the terms, or leave."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from corpus.errors import TaiyakuError
from tui.display.linebreak import cells, lines
from tui.display.printable import flat
from tui.language import later, mistake, tr
from tui.screens.dialog import Dialog, line_input
from tui.screens.glossary import GlossaryScreen
from tui.screens.prompt import Prompt
from tui.screens.review import ReviewScreen
from tui.screens.talking import TalkingScreen
from tui.widgets.lines import Lines, Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import Screen

    from tui.review.session import ReviewSession
    from tui.terminology.books import Books

_WIDTH = 74
"""Columns inside a dialog."""

_CHOICES = (
    later("1  Try the sample      a statement with planted mistakes"),
    later("2  Open two files      your English and its Japanese, or the last two"),
    later("3  Check a folder      many files at once; nothing changes unasked"),
    later("4  The glossary        your terms: import, look over, export"),
    later("5  Quit"),
)


class StartScreen(TalkingScreen):
    """Calls `open_pair` with the sample's two paths or with those that the person names."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "sample", show=False),
        Binding("2", "files", show=False),
        Binding("3", "folder", show=False),
        Binding("4", "glossary", show=False),
        Binding("5,q", "quit", show=False),
    ]

    def __init__(
        self,
        open_pair: Callable[[str, str], ReviewSession],
        sample: tuple[str, str],
        folder: Callable[[str], Screen[None]] | None = None,
        books: Callable[[], Books] | None = None,
        last: tuple[str, str] = ("", ""),
    ) -> None:
        """`folder` makes the screen of a folder, `books` opens the terms of the workspace;
        `last` are the two texts to go on with."""
        super().__init__()
        self._open_pair = open_pair
        self._sample = sample
        self._folder = folder
        self._books = books
        self._last = last

    def compose(self) -> ComposeResult:
        yield Lines([Text(" taiyaku", "bold"), "=" * 500, ""])
        yield Lines(
            lambda: [tr(" Check an English text and its machine-made Japanese side by side."), ""]
        )
        yield Rows(lambda: [*map(tr, _CHOICES)])
        yield Lines(_of_the_terminal)
        yield Lines([""], id="message")
        yield Lines(lambda: [tr(" 1 to 5 or Enter choose   ^p commands   ^q quit")])

    def on_mount(self) -> None:
        self.query_one(Rows).focus()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        (
            self.action_sample,
            self.action_files,
            self.action_folder,
            self.action_glossary,
            self.action_quit,
        )[event.rows.cursor]()

    def action_sample(self) -> None:
        self._open(self._sample)

    def action_files(self) -> None:
        self.app.push_screen(OpenDialog(*self._last), self._open)

    def action_folder(self) -> None:
        hint = tr("bilingual files, and pairs such as x.en.txt x.ja.txt   Enter   Esc cancel")
        self.app.push_screen(Prompt(tr("Check a folder"), ".", hint), self._check)

    def action_glossary(self) -> None:
        open_books = self._books
        if open_books is not None:
            self.attempt(lambda: self._show_glossary(open_books()))

    def action_quit(self) -> None:
        self.app.exit()

    def _show_glossary(self, books: Books) -> None:
        self.app.push_screen(GlossaryScreen(books), lambda _: books.workspace.close())

    def _check(self, folder: str | None) -> None:
        make = self._folder
        if folder and make is not None:
            self.say("")
            self.attempt(lambda: self.app.push_screen(make(_path(folder))))

    def _open(self, paths: tuple[str, str] | None) -> None:
        if paths is not None:
            self.say_and(tr("Opening"), partial(self._review, *paths))

    def _review(self, source: str, target: str) -> None:
        self.say("")
        try:
            session = self._open_pair(source, target)
        except TaiyakuError as error:
            self.app.push_screen(OpenDialog(source, target, error), self._open)
        else:
            self.app.push_screen(ReviewScreen(session))


class OpenDialog(Dialog[tuple[str, str]]):
    """Answers the paths of the English and the Japanese text; asks again after an `error`."""

    def __init__(
        self, source: str = "", target: str = "", error: TaiyakuError | None = None
    ) -> None:
        super().__init__()
        self._paths = {"source": source, "target": target}
        self._error = error

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Lines([Text(tr("Open two files"), "bold"), ""])
            for label, field in ((tr("English"), "source"), (tr("Japanese"), "target")):
                with Horizontal():
                    yield Label(label)
                    yield line_input(self._paths[field], id=field)
            said = flat(mistake(self._error)) if self._error else ""
            yield Lines(["", *(span.of(said) for span in lines(said, _WIDTH))], id="error")
            yield Lines(["", tr("Enter next, then open   Tab move   Esc cancel")])

    def on_mount(self) -> None:
        target = self._paths["target"]
        if self._error and target and self._error.message.startswith(target):
            self.query_one("#target", Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value not in self._paths.values():
            self.query_one("#error", Lines).show([""])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        source, target = (self.query_one(f"#{f}", Input) for f in ("source", "target"))
        if event.input is source or not target.value.strip():
            target.focus()
        elif not source.value.strip():
            source.focus()
        else:
            self.dismiss((_path(source.value), _path(target.value)))


def _of_the_terminal() -> list[str]:
    """Two bars, one of wide characters, and a promise."""
    first = tr("   These two bars must line up:   ")
    bars = [f"{first}|日本語|", f"{' ' * cells(first)}|ABCDEF|"]
    return ["", tr(" Your terminal"), *bars, "", tr(" Nothing leaves this computer."), ""]


def _path(typed: str) -> str:
    return str(Path(typed.strip()).expanduser())
