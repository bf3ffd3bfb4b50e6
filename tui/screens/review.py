"""The review: both texts, the findings of the paragraph under the cursor, and what to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding

from tui.display.counted import counted
from tui.display.linebreak import cells, shortened
from tui.display.printable import flat, printable
from tui.inputs import encodings
from tui.keymap import REVIEW
from tui.language import retold, tr
from tui.review.mentioned import mentioned
from tui.review.unit import LETTERS
from tui.review.walk import Walk
from tui.screens.edit import ROOMY
from tui.screens.glossary import GlossaryScreen
from tui.screens.help import HelpScreen
from tui.screens.idling import Idling
from tui.screens.linking import Linking
from tui.screens.mending import Mending
from tui.screens.menu import MenuDialog
from tui.screens.said import SaidDialog
from tui.screens.save import SaveDialog
from tui.screens.syncing import Syncing
from tui.screens.talking import bindings
from tui.screens.translating import Translating
from tui.terminology.books import InReview
from tui.widgets.findings import FindingsPane
from tui.widgets.footer import KeysFooter
from tui.widgets.lines import RULE, Lines
from tui.widgets.unit_block import heading
from tui.widgets.unit_list import UnitList

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.review.session import ReviewSession


_MENU = (
    "apply",
    "everywhere",
    "edit",
    "ignore",
    "term",
    "concordance",
    "comment",
    "copy",
    "confirm",
)
"""What the other mouse button offers, by action."""


class ReviewScreen(Mending, Linking, Translating, Syncing, Idling):
    """Every command is a letter here, most have a function key too, and all are in the palette."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(REVIEW),
        *(Binding(str(n), f"pick({n})", show=False) for n in range(1, 10)),
        Binding("escape", "calm", show=False),
    ]
    all_commands = REVIEW
    of_a_folder = False
    """Whether there is a list of files to go back to."""

    DEFAULT_CSS = """
    ReviewScreen #header { text-style: bold; }
    ReviewScreen #columns { color: $foreground 65%; }
    """

    def __init__(self, session: ReviewSession) -> None:
        super().__init__(session)
        self._walkthrough = Walk(session)

    def compose(self) -> ComposeResult:
        yield Lines(["", ""], id="header")
        yield Lines([RULE], id="columns")
        yield UnitList(self.viewed, self.lengths, self.session.at, self.lit, self.session.selection)
        yield FindingsPane()
        yield Lines(id="walk")
        yield Lines([""], id="message")
        yield KeysFooter()

    def on_mount(self) -> None:
        self.units.focus()
        self.call_after_refresh(self._greet)
        self.start_judging()

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self._resume)

    def action_calm(self) -> None:
        if not self.stop_work():
            super().action_calm()

    def on_unit_list_moved(self, event: UnitList.Moved) -> None:
        if self.sentence is not None or self.session.pick:
            self.sentence = None
            self.units.changed([self.session.at])
        self.session.go(event.at)
        self.say("")
        self.follow()
        self.draw()

    def on_unit_list_opened(self) -> None:
        self.action_edit()

    def on_unit_list_picked(self, event: UnitList.Picked) -> None:
        self.action_pick(event.number)

    def on_unit_list_asked(self) -> None:
        idle = self.useless()
        offered = [c for c in self.commands if c.action in _MENU and not idle.get(c.action)]
        title = tr("Paragraph {}", self.session.unit().number)
        self.app.push_screen(MenuDialog(title, offered), self._do)

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self.session.unit().target)
        self.say(tr("The Japanese is copied, where the terminal allows it"))

    def action_pick(self, number: int) -> None:
        if number <= len(self.session.unit().findings):
            self.session.pick = number - 1
            self.sentence = None
            self.units.changed([self.session.at])
            self.draw()

    # Leaving

    def action_save(self) -> None:
        self.app.push_screen(SaveDialog(self.session), self._save)

    def action_glossary(self) -> None:
        self.app.push_screen(GlossaryScreen(InReview(self.session)), self._back_from_glossary)

    def action_files(self) -> None:
        if self.of_a_folder:
            self.dismiss()
        else:
            self.say(tr("No folder is open"), tr("taiyaku review FOLDER opens one"))

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen())

    async def action_leave(self) -> None:
        await self.app.action_quit()

    # Inside

    def _back_from_glossary(self, _: None) -> None:
        self.show_all()
        self.start_judging()

    def _greet(self) -> None:
        self.draw()
        if self.session.notices:
            self.say(self.session.notices[0], wrong=self.session.read_only)
        elif not self.session.unjudged and not self.session.counts():
            self.say(tr("No findings: nothing that the checks know of is wrong here"))
        elif not self.session.confirmed and not self.session.unsaved:
            self.say(tr("n goes to the first finding"), tr("a mends it, e edits, ? shows all keys"))

    def _resume(self) -> None:
        if self.is_mounted and self.units.at != self.session.at:
            self.show_place()
        self.draw()

    def _do(self, action: str | None) -> None:
        if action is not None:
            self.app.call_later(self.run_action, action)

    def _save(self, path: Path | None) -> None:
        if path is not None and self.attempt(lambda: self.session.save(path)):
            self.draw()
            held = [tr("{}: {}", number, retold(why)) for number, why in self.session.held_back()]
            self.say(tr("Written to {}", path))
            if held:
                title = tr("Written, but for {}", counted(len(held), "paragraph"))
                kept = tr("They stand in the file as they were; your text is kept here.")
                self.app.push_screen(SaidDialog(title, [*held, kept]))

    def draw(self) -> None:
        """Everything around the list."""
        if not self.is_mounted:
            return
        session, unit, width = self.session, self.session.unit(), max(40, self.size.width)
        self._draw_header(width)
        past = self.past(unit)
        places = len(session.alike())
        pane = self.query_one(FindingsPane)
        pane.resize_to(8 if self.size.height >= ROOMY else 6)
        terms = mentioned(session.annotated())
        pane.show_unit(unit, session.pick, places, past, terms)
        useless = {**self.useless(), "past": (past or unit.alternative) is None}
        usable = [replace(c, footer="") if useless.get(c.action) else c for c in self.commands]
        self.query_one(KeysFooter).show_commands(usable)
        walk = self._walkthrough.words()
        self.query_one("#walk", Lines).show([Text(f" {walk}", "reverse")] if walk else [])

    def _draw_header(self, width: int) -> None:
        session, counts = self.session, self.session.counts()
        total, unsaved = session.to_review, session.unsaved
        open_ = "  ".join(f"{letter} {counts[s]}" for s, letter in LETTERS.items())
        if session.read_only:
            saved = tr("read-only")
        elif unsaved:
            saved = tr("{} to write", unsaved)
        else:
            at = session.saved_at
            saved = tr("written {}", f"{at.astimezone():%H:%M:%S}") if at else ""
        room = width - cells(saved) - 2
        name = shortened(printable(f" {self._names}   {encodings(session.bitext)}"), room)
        first = Text(name + " " * (room - cells(name)) + " " + saved)
        bar = _bar(session.confirmed, total, width // 12)
        done = tr("{}/{} confirmed, {} changed", session.confirmed, total, session.changed)
        second = f" [{bar}]  {done}   {open_}"
        if session.unjudged:
            checked = len(session) - session.unjudged
            second += "    " + tr("{}/{} checked", checked, len(session))
        elif self.at_work:
            second += f"   {self.at_work}"
        elif session.stale:
            second += "    " + tr("r checks the whole again")
        if session.filter is not None:
            second += "   " + tr("only {} ({})", session.filter.words, len(session.shown))
        if session.sought:
            second += "   " + tr("search {}", flat(session.sought))
        self.query_one("#header", Lines).show([first, Text(shortened(second, width))])
        columns = self.query_one("#columns", Lines)
        wide = not self.units.stacked
        columns.show(
            [heading(width, tr("English"), tr("Findings"), "日本語"), RULE] if wide else [RULE]
        )

    @property
    def _names(self) -> str:
        bitext = self.session.bitext
        return f"{bitext.source.name} > {bitext.name}" if bitext.source else bitext.name


def _bar(done: int, total: int, width: int) -> str:
    filled = done * width // total if total else 0
    return "#" * filled + "-" * (width - filled)
