"""The review: both texts, the findings of the paragraph under the cursor, and what to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding

from tui.display.linebreak import cells, shortened
from tui.display.printable import printable
from tui.keymap import REVIEW
from tui.review.remedies import remedy, turns
from tui.review.unit import LETTERS
from tui.screens.add_term import add_term
from tui.screens.edit import ROOMY, EditScreen
from tui.screens.everywhere import EverywhereScreen
from tui.screens.help import HelpScreen
from tui.screens.save import SaveDialog, paragraphs
from tui.screens.talking import TalkingScreen, bindings
from tui.widgets.findings import FindingsPane
from tui.widgets.footer import KeysFooter
from tui.widgets.lines import RULE, Lines
from tui.widgets.unit_block import heading
from tui.widgets.unit_list import SIDE_BY_SIDE_FROM, UnitList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.review.remedies import Place
    from tui.review.session import ReviewSession


class ReviewScreen(TalkingScreen):
    """Every command is a letter here, most have a function key too, and all are in the palette."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(REVIEW),
        *(Binding(str(n), f"pick({n})", show=False) for n in range(1, 10)),
    ]
    commands = REVIEW

    DEFAULT_CSS = """
    ReviewScreen #header { text-style: bold; }
    ReviewScreen #columns { color: $foreground 65%; }
    """

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        units = self.session.bitext.units
        yield Lines(["", ""], id="header")
        yield Lines([RULE], id="columns")
        yield UnitList(
            self.session.unit,
            [(len(u.source), len(u.target)) for u in units],
            self.session.at,
            id="units",
        )
        yield FindingsPane()
        yield Lines([""], id="message")
        yield KeysFooter()

    def on_mount(self) -> None:
        self.units.focus()
        self.call_after_refresh(self._greet)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self._draw)

    @property
    def units(self) -> UnitList:
        return self.query_one(UnitList)

    def on_unit_list_moved(self, event: UnitList.Moved) -> None:
        self.session.go(event.at)
        self.say("")
        self._draw()

    # Going about

    def action_next_finding(self) -> None:
        self._to_finding(1)

    def action_previous_finding(self) -> None:
        self._to_finding(-1)

    def action_pick(self, number: int) -> None:
        if number <= len(self.session.unit().findings):
            self.session.pick = number - 1
            self._draw()

    # Mending

    def action_apply(self) -> None:
        unit, found = self.session.unit(), self.session.finding
        if found is None:
            self.say("Nothing is open here", "n goes to the next finding")
        elif remedy(found, unit.target) is None:
            self.say("There is no fix to apply", "e edits the Japanese")
        elif self._change(self.session.apply):
            self.say("Mended", "u takes it back, n goes on")

    def action_other_suggestion(self) -> None:
        if self.session.other_suggestion():
            self._draw()
        else:
            self.say("There is no other suggestion", "e edits the Japanese")

    def action_everywhere(self) -> None:
        places = self.session.places()
        if not places:
            self.say("There is no fix that could be applied everywhere")
            return
        sources = [self.session.bitext.units[p.number - 1].source for p in places]
        self.app.push_screen(
            EverywhereScreen(places, sources, self.session.new_findings, self._apply_everywhere)
        )

    def action_edit(self) -> None:
        if self.session.read_only:
            self.say(*self.session.notices[:1], wrong=True)
        else:
            self.app.push_screen(EditScreen(self.session), lambda _: self._show_all())

    def action_ignore(self) -> None:
        if self.session.finding is None:
            self.say("There is no finding to ignore here")
        elif self._change(self.session.ignore):
            if not self.session.unit().findings:
                self.session.next_finding()
                self._show_place()
            self.say("Ignored from now on", "u takes it back")

    def action_term(self) -> None:
        add_term(self, self.session, self.session.unit(), self.session.finding, self._show_all)

    def action_past(self) -> None:
        past = self.session.remembered()
        if past is None:
            self.say("This text was not corrected before")
        else:
            self._change(lambda: self.session.edit(past))

    def action_machine(self) -> None:
        if not self.session.unit().changed:
            self.say("This is the machine's text")
        elif self._change(self.session.back_to_machine):
            self.say("The machine's text is back", "u takes it back")

    def action_confirm_next(self) -> None:
        if self._change(self.session.confirm):
            if not self.session.next_unresolved():
                self.say("No open finding is left in any other paragraph", "w writes the result")
            self._show_place()

    def action_confirm(self) -> None:
        self._change(self.session.confirm)

    def action_unconfirm(self) -> None:
        self._change(lambda: self.session.confirm(confirmed=False))

    def action_undo(self) -> None:
        self._walk("undo")

    def action_redo(self) -> None:
        self._walk("redo")

    # Leaving

    def action_save(self) -> None:
        changed = sum(self.session.unit(at).changed for at in range(len(self.session)))
        original = Path(self.session.bitext.name)
        self.app.push_screen(SaveDialog(self.session.default_path, original, changed), self._save)

    def action_help(self) -> None:
        self.app.push_screen(HelpScreen())

    async def action_leave(self) -> None:
        await self.app.action_quit()

    # Inside

    def _greet(self) -> None:
        self._draw()
        if self.session.notices:
            self.say(self.session.notices[0], wrong=self.session.read_only)
        elif not sum(self.session.counts().values()):
            self.say("No findings: nothing that the checks know of is wrong here")

    def _to_finding(self, step: int) -> None:
        if self.session.next_finding(step) is None:
            self.say("No finding is open", "c confirms a paragraph, w writes the result")
        else:
            self.say("")
        self._show_place()

    def _apply_everywhere(self, chosen: list[Place]) -> None:
        if chosen and self.attempt(lambda: self.session.apply_everywhere(chosen)):
            self._show_all()
            self.say(f"Mended in {paragraphs(len(chosen))}", "u takes it back")

    def _change(self, act: Callable[[], object]) -> bool:
        """Do something to the unit in view and show what became of it."""
        self.say("")
        done = self.attempt(act)
        self.units.changed([self.session.at])
        self._draw()
        return done

    def _walk(self, direction: str) -> None:
        said: list[str | None] = []
        walk = self.session.undo if direction == "undo" else self.session.redo
        if self.attempt(lambda: said.append(walk())):
            self._show_all()
            past = {"undo": "Taken back", "redo": "Done again"}[direction]
            self.say(f"{past}: {said[0]}" if said[0] else f"Nothing to {direction}")

    def _save(self, path: Path | None) -> None:
        if path is not None and self.attempt(lambda: self.session.save(path)):
            self._draw()
            self.say(f"Written to {path}")

    def _show_place(self) -> None:
        self.units.show(self.session.at)
        self._draw()

    def _show_all(self) -> None:
        self.units.changed()
        self._show_place()

    def _draw(self) -> None:
        """Everything around the list."""
        if not self.is_mounted or self.app.screen is not self:
            return
        session, unit, width = self.session, self.session.unit(), max(40, self.size.width)
        self._draw_header(width)
        found = session.finding
        fix = remedy(found, unit.target) if found else None
        past = session.remembered()
        places = len(session.alike())
        pane = self.query_one(FindingsPane)
        pane.resize_to(8 if self.size.height >= ROOMY else 6)
        pane.show_unit(unit, session.pick, places, past)
        useless = {
            "apply": fix is None,
            "everywhere": places < 2,
            "other_suggestion": found is None or turns(found) < 2,
            "ignore": found is None,
            "past": past is None,
        }
        usable = [replace(c, footer="") if useless.get(c.action) else c for c in REVIEW]
        self.query_one(KeysFooter).show_commands(usable)

    def _draw_header(self, width: int) -> None:
        session, counts = self.session, self.session.counts()
        total = session.to_review
        open_ = "  ".join(f"{letter} {counts[s]}" for s, letter in LETTERS.items())
        if session.read_only:
            saved = "read-only"
        elif session.unsaved:
            saved = f"{session.unsaved} to write"
        else:
            at = session.saved_at
            saved = f"written {at.astimezone():%H:%M:%S}" if at else ""
        room = width - cells(saved) - 2
        name = shortened(printable(f" {self._names}"), room)
        first = Text(name + " " * (room - cells(name)) + " " + saved)
        done = f" [{_bar(session.confirmed, total)}]  {session.confirmed}/{total} confirmed"
        self.query_one("#header", Lines).show([first, Text(f"{done}    {open_}")])
        columns = self.query_one("#columns", Lines)
        wide = width >= SIDE_BY_SIDE_FROM
        columns.show([heading(width, "English", "日本語"), RULE] if wide else [RULE])

    @property
    def _names(self) -> str:
        bitext = self.session.bitext
        return f"{bitext.source.name} > {bitext.name}" if bitext.source else bitext.name


def _bar(done: int, total: int, width: int = 20) -> str:
    filled = done * width // total if total else 0
    return "#" * filled + "-" * (width - filled)
