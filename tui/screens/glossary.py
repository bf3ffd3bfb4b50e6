"""The glossary: all own terms with their doubts and uses, and what may be done to them."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from tui.display.counted import counted
from tui.display.steps import step_said, walked
from tui.display.table import Column, Table
from tui.keymap import GLOSSARY
from tui.language import later, tr
from tui.screens.candidates import CandidatesScreen
from tui.screens.edit_term import EditTermDialog
from tui.screens.export_terms import ALL, LOOKED_OVER, ExportDialog
from tui.screens.listing import Listing
from tui.screens.prompt import Prompt
from tui.screens.said import SaidDialog
from tui.screens.talking import bindings
from tui.screens.term_detail import detail, opened_uses
from tui.terminology import exchange
from tui.terminology.desk import Desk, Order
from tui.terminology.effect import effect_said

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.timer import Timer

    from glossary.concept import Concept
    from tui.screens.export_terms import Export
    from tui.terminology.books import Books
    from tui.terminology.entry import Entry

_COUNT_EVERY = 0.04
_COUNT_FOR = 0.03
"""Seconds between two slices of counting, and of each."""
_DRAW_EVERY = 10
"""Slices after which what has been counted is shown."""
_WIDE = 100
_USES = (later("used"), later("past"), later("open"))
_NAMED = 3
"""Files that the header names."""


class GlossaryScreen(Listing):
    """Esc goes back; where a review is open, it is judged by whatever was changed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(GLOSSARY, "glossary.")]
    all_commands = GLOSSARY
    scope = "glossary."

    def __init__(self, books: Books) -> None:
        super().__init__()
        self.desk = Desk(books)
        self._words = ""
        self._order = Order.OPEN if books.session else Order.STATE
        self._shown: tuple[Entry, ...] = ()
        self._use = 0
        self._moved = False
        self._slices = 0
        self._counting: Timer | None = None

    def on_mount(self) -> None:
        super().on_mount()
        self.call_after_refresh(self.look)

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self.look)

    def on_rows_moved(self) -> None:
        self._use = 0
        self._moved = True
        super().on_rows_moved()

    def on_rows_chosen(self) -> None:
        self.action_edit()

    # Changing

    def action_edit(self) -> None:
        entry = self.entry
        if entry is None:
            self.say(tr("There is no term here"), tr("+ adds one, o imports a file"))
            return
        title = tr("Edit a term")
        if not entry.own:
            title = tr("A term of your own, above {}", entry.place)
        self._ask(title, entry.concept, entry)

    def action_new(self) -> None:
        self._ask(tr("A new term"), None, None)

    def action_approve(self) -> None:
        entry = self.own_entry
        if entry is None:
            return
        done: list[bool] = []
        if self.attempt(lambda: done.append(self.desk.approve(entry))):
            self.look()
            name = entry.concept.source[0].text
            said = tr("{}: approved", name) if done[0] else tr("{}: to be looked at", name)
            self.say(said, tr("u takes it back"))

    def action_remove(self) -> None:
        entry = self.own_entry
        if entry is not None and self.attempt(lambda: self.desk.remove(entry)):
            self.look()
            self.say(tr("Removed {}", entry.concept.source[0].text), tr("u takes it back"))

    def action_import(self) -> None:
        hint = tr("{}   Esc cancel", " ".join(exchange.ENDINGS))
        self.app.push_screen(Prompt(tr("Import a glossary file"), "", hint), self._import)

    def action_export(self) -> None:
        self.app.push_screen(ExportDialog("glossary.csv"), self._export)

    def action_undo(self) -> None:
        self._walk("undo")

    def action_redo(self) -> None:
        self._walk("redo")

    # Looking

    def action_search(self) -> None:
        hint = tr("empty ends the search; bundled names are found, too   Esc cancel")
        self.app.push_screen(Prompt(tr("Search terms"), self._words, hint), self._search)

    def action_sort(self) -> None:
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.rows.cursor = 0
        self.look(stay=False)
        self.say(tr("Sorted by {}", tr(self._order.value)))

    def action_next_use(self) -> None:
        self._turn(1)

    def action_previous_use(self) -> None:
        self._turn(-1)

    def action_go_to(self) -> None:
        session, entry = self.desk.books.session, self.entry
        uses = opened_uses(entry.uses) if entry else ()
        if session is None or not uses:
            self.say(tr("It is not used in this document") if session else tr("No text is open"))
            return
        session.go(uses[self._use % len(uses)])
        self.dismiss()

    def action_history(self) -> None:
        entry = self.own_entry
        if entry is None:
            return
        said = []
        for event in reversed(self.desk.history(entry)):
            at = event.at.astimezone().strftime(tr("%d %b %H:%M"))
            said.append(f"{at}  {step_said(event.label)}")
            before, after = event.before or tr("nothing"), event.after or tr("nothing")
            said.append(f"              {before} >> {after}")
        self.app.push_screen(SaidDialog(tr("History of {}", entry.english), said))

    def action_recheck(self) -> None:
        if session := self.desk.books.session:
            session.judge_again()
            self.desk.recount()
            self.look()
            self.say(tr("The whole text has been checked"))
        else:
            self.say(tr("No text is open that could be checked"))

    def action_candidates(self) -> None:
        if self.desk.books.session is None:
            self.say(tr("No text is open"), tr("open one, then G and c"))
        else:
            candidates = CandidatesScreen(self.desk)

            def back(_: None) -> None:
                if candidates.left:
                    self.dismiss()

            self.app.push_screen(candidates, back)

    def action_back(self) -> None:
        if self._words:
            self._search("")
        else:
            self.dismiss()

    @property
    def busy(self) -> bool:
        """Whether uses are still being counted."""
        return self._counting is not None or self.desk.counting.left > 0

    @property
    def entry(self) -> Entry | None:
        """What commands are about."""
        at = self.rows.cursor
        return self._shown[at] if at < len(self._shown) else None

    @property
    def own_entry(self) -> Entry | None:
        """The same where it may be changed; else it is said why not."""
        entry = self.entry
        if entry is not None and entry.own:
            return entry
        if entry is None:
            self.say(tr("There is no term here"), tr("+ adds one, o imports a file"))
        else:
            self.say(
                tr("{} is only read here", entry.place),
                tr("Enter makes a term of your own above it"),
            )
        return None

    def look(self, *, stay: bool = True) -> None:
        """Take the entries as they are now; where it was moved, the cursor stays on its term."""
        if not self.is_mounted:
            return
        here = self.entry
        self._shown = self.desk.entries(self._words, self._order)
        ids = [entry.concept.id for entry in self._shown]
        if stay and self._moved and here is not None and here.concept.id in ids:
            self.rows.cursor = ids.index(here.concept.id)
        if self._counting is None and self.desk.counting.left:
            self._counting = self.set_interval(_COUNT_EVERY, self._count_on)
        self.draw()

    def draw(self) -> None:
        self._draw_header()
        self.show_rows(self._table, self._shown, self._cells)
        self.show_detail(detail(self.desk, self.entry, self._use, self.width - 2))
        self.show_keys()

    # Inside

    def _ask(self, title: str, concept: Concept | None, instead: Entry | None) -> None:
        def keep(made: Concept | None) -> None:
            if made is not None and self.attempt(lambda: self.desk.put(made, instead)):
                self.look()
                effect = effect_said(self.desk.effect(made))
                self.say(tr("Kept {}: {}", made.source[0].text, effect), tr("u takes it back"))

        self.app.push_screen(EditTermDialog(title, concept, self.desk.effect), keep)

    def _import(self, typed: str | None) -> None:
        if not typed:
            return
        path = Path(typed).expanduser()
        done: list[int] = []
        if self.attempt(lambda: done.append(self.desk.take_in(exchange.read(path)))):
            self.look()
            said = tr("{} new or changed, from {}", counted(done[0], "term"), path.name)
            self.say(said, tr("u takes them back") if done[0] else "")

    def _export(self, wanted: Export | None) -> None:
        if wanted is None:
            return
        chosen = [e for e in self.desk.entries() if e.own or wanted.which == ALL]
        if wanted.which == LOOKED_OVER:
            chosen = [e for e in chosen if e.approved]
        terms = [e.concept for e in chosen if not e.overruled]
        if not terms:
            self.say(tr("There are no such terms to write"))
            return
        lost: list[str] = []

        def write() -> None:
            lost.extend(exchange.write(terms, wanted.path, self._files, wanted.form))

        if self.attempt(write):
            left = (
                tr("{} left out", counted(len(lost), "thing")) if lost else tr("nothing left out")
            )
            said = tr("{} in {}, {}", counted(len(terms), "term"), wanted.path.name, left)
            self.say(said)
            if lost:
                self.app.push_screen(SaidDialog(said, lost))

    def _search(self, words: str | None) -> None:
        if words is not None:
            self._words = words
            self.rows.cursor = 0
            self.look(stay=False)
            self.say("" if self._shown or not words else tr("{} is in no term", words))

    def _turn(self, by: int) -> None:
        uses = opened_uses(self.entry.uses) if self.entry else ()
        if uses:
            self._use = (self._use + by) % len(uses)
            self.draw()

    def _walk(self, direction: str) -> None:
        said: list[str | None] = []
        walk = self.desk.undo if direction == "undo" else self.desk.redo
        if self.attempt(lambda: said.append(walk())):
            self.look()
            if not said[0] and direction == "undo" and (last := self.desk.books.last):
                step = step_said(last.label)
                self.say(tr("The last step was in the text: {}", step), tr("the review undoes it"))
            else:
                self.say(walked(direction, said[0]))

    def _count_on(self) -> None:
        """Count a little more."""
        done = self.desk.counting.go_on(_COUNT_FOR)
        self._slices += 1
        if done and self._counting is not None:
            self._counting.stop()
            self._counting = None
        if done or self._slices % _DRAW_EVERY == 0:
            self.look()

    @property
    def _files(self) -> list[str]:
        return list(dict.fromkeys(c.origin for c in self.desk.books.files.own))

    @property
    def _table(self) -> Table:
        wide = self.width >= _WIDE
        columns = [Column(tr("st"), 4), Column(tr("English"), share=3), Column("日本語", share=3)]
        columns += [Column(tr("kind"), 12 if wide else 7)]
        columns += [Column(tr("also right / -wrong-"), share=3)] if wide else []
        if self.desk.books.session:
            columns += [Column(tr(t), 4, right=True) for t in _USES]
        columns += [Column(tr("kept in"), 14)] if wide else []
        return Table(tuple(columns), self.width - 2)

    def _cells(self, entry: Entry) -> list[str]:
        wide = self.width >= _WIDE
        concept, uses = entry.concept, entry.uses
        shown = [entry.mark.value, entry.english, concept.preferred, tr(concept.kind.value)]
        shown += [entry.others] if wide else []
        if self.desk.books.session:
            shown += [str(n or "") for n in (len(uses.here), uses.past, len(uses.open))]
        return [*shown, entry.place] if wide else shown

    def _draw_header(self) -> None:
        desk = self.desk
        files = [PurePath(name).name for name in self._files]
        named = ", ".join([*files[:_NAMED], *([tr("more")] if len(files) > _NAMED else [])])
        said = [counted(len(desk), "term"), tr("{} new", desk.unapproved)]
        said += [counted(desk.conflicts, "conflict")] if desk.conflicts else []
        left = "   ".join(filter(None, (tr("Glossary"), named, *said)))
        counting = desk.counting
        right = tr("{}/{} counted", counting.done, counting.total) if counting.left else ""
        if desk.books.workspace.read_only:
            right = tr("read-only")
        below = tr("sort: {}", tr(self._order.value))
        if self._words:
            below += "   " + tr("search: {}, {} found", self._words, len(self._shown))
        self.show_header(left, right, below)
