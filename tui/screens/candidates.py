"""Terms that the text suggests: accept, edit first, or reject; found while the person waits."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.worker import WorkerState, get_current_worker

from glossary.extraction import extract
from tui.display.counted import counted
from tui.display.steps import walked
from tui.display.table import Column, Table
from tui.keymap import CANDIDATES
from tui.language import tr
from tui.screens.edit_term import EditTermDialog
from tui.screens.listing import Listing
from tui.screens.prompt import Prompt
from tui.screens.talking import bindings
from tui.screens.term_detail import spelled_out, used_in
from tui.terminology.suggestions import Sorting, Suggestions, View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.worker import Worker

    from corpus.bitext import TranslationUnit
    from glossary.concept import Concept
    from glossary.extraction import Candidate
    from tui.terminology.desk import Desk
    from tui.terminology.suggestions import Suggestion

_DRAW_EVERY = 0.2
"""Seconds after which the progress is shown again."""
_WIDE = 100


class _Stopped(Exception):
    """Nobody waits for the candidates any more."""


class CandidatesScreen(Listing):
    """What is accepted becomes a term of the workspace; each step can be undone."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CANDIDATES, "candidates.")]
    all_commands = CANDIDATES
    scope = "candidates."

    def __init__(self, desk: Desk) -> None:
        """The desk must be that of a review."""
        super().__init__()
        session = desk.books.session
        assert session is not None  # noqa: S101
        self.left = False
        """Whether the person went on to a paragraph."""
        self._desk = desk
        self._session = session
        self._suggestions: Suggestions | None = None
        self._shown: list[Suggestion] = []
        self._view = View.NEW
        self._sorting = Sorting.SCORE
        self._words = ""
        self._use = 0
        self._progress = (0, 1)
        self._reading: Worker[Sequence[Candidate] | None] | None = None

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(_DRAW_EVERY, self._draw_progress)
        self.action_recheck()

    def on_rows_moved(self) -> None:
        self._use = 0
        super().on_rows_moved()

    def on_rows_chosen(self) -> None:
        self.action_accept()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.worker is not self._reading or event.state is not WorkerState.SUCCESS:
            return
        self._reading = None
        if event.worker.result is not None:
            self._suggestions = Suggestions(self._desk, event.worker.result)
        self.look()

    # Deciding

    def action_accept(self) -> None:
        if suggestion := self.suggestion:
            self._keep(suggestion, None)

    def action_edit(self) -> None:
        if suggestion := self.suggestion:

            def keep(made: Concept | None) -> None:
                if made is not None:
                    self._keep(suggestion, made)

            title = tr("Edit, and keep it as a term")
            dialog = EditTermDialog(title, suggestion.concept, self._desk.effect)
            self.app.push_screen(dialog, keep)

    def action_reject(self) -> None:
        suggestion, known, done = self.suggestion, self._suggestions, []
        if suggestion is None or known is None:
            return
        if self.attempt(lambda: done.append(known.reject(suggestion))):
            self.look()
            name = suggestion.candidate.source
            again = tr("{} is proposed again", name)
            said = tr("{} is not proposed any more", name) if done[0] else again
            self.say(said, tr("u takes it back"))

    def action_undo(self) -> None:
        self._walk("undo")

    def action_redo(self) -> None:
        self._walk("redo")

    # Looking

    def action_view(self) -> None:
        views = list(View)
        self._view = views[(views.index(self._view) + 1) % len(views)]
        self.rows.cursor = self._use = 0
        self.look()
        self.say(tr("Shown: {}", tr(self._view.value)))

    def action_search(self) -> None:
        prompt = Prompt(tr("Search"), self._words, tr("empty ends the search   Esc cancel"))
        self.app.push_screen(prompt, self._search)

    def action_sort(self) -> None:
        sortings = list(Sorting)
        self._sorting = sortings[(sortings.index(self._sorting) + 1) % len(sortings)]
        self.rows.cursor = self._use = 0
        self.look()
        self.say(tr("Sorted by {}", tr(self._sorting.value)))

    def action_next_use(self) -> None:
        self._turn(1)

    def action_previous_use(self) -> None:
        self._turn(-1)

    def action_go_to(self) -> None:
        suggestion = self.suggestion
        if suggestion is None or not suggestion.here:
            return
        self._session.go(suggestion.here[self._use % len(suggestion.here)])
        self.left = True
        self.dismiss()

    def action_recheck(self) -> None:
        """Read the text, from the start if it is being read."""
        self.say("")
        self._progress = (0, 1)
        units = self._session.standing_units()
        self._reading = self.run_worker(
            lambda: self._extracted(units), thread=True, exclusive=True, group="extraction"
        )
        self.draw()

    def action_back(self) -> None:
        if self._reading is not None:
            self._stop()
        elif self._words:
            self._search("")
        else:
            self.dismiss()

    def on_unmount(self) -> None:
        if self._reading is not None:
            self._reading.cancel()

    @property
    def suggestion(self) -> Suggestion | None:
        """What commands are about."""
        at = self.rows.cursor
        return self._shown[at] if at < len(self._shown) else None

    def look(self) -> None:
        """Take the suggestions as they are now."""
        if self._suggestions is not None:
            self._shown = self._suggestions.of(self._view, self._words, self._sorting)
        self.draw()

    def draw(self) -> None:
        if self.is_mounted:
            self._draw_header()
            self.show_rows(self._table, self._shown, self._cells)
            self.show_detail(self._detail())
            self.show_keys()

    # Inside

    def _extracted(self, units: Sequence[TranslationUnit]) -> Sequence[Candidate] | None:
        """In a thread of its own; None where nobody waits for it any more."""
        worker = get_current_worker()

        def tell(part: int, whole: int) -> None:
            if worker.is_cancelled:
                raise _Stopped
            self._progress = (part, whole)

        try:
            return extract(units, tell=tell)
        except _Stopped:
            return None

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self.say(tr("Stopped"), tr("r reads the text again, Esc goes back"))
        self.draw()

    def _keep(self, suggestion: Suggestion, concept: Concept | None) -> None:
        known = self._suggestions
        if known is None or not self.attempt(lambda: known.accept(suggestion, concept)):
            return
        self.look()
        made = concept or suggestion.concept
        said = tr("Kept {} = {}", made.source[0].text, made.preferred)
        instead = suggestion.proposal.instead if suggestion.proposal.contradicted else ()
        over = tr(", above {}", instead[0]) if instead else ""
        self.say(said + over, tr("u takes it back"))

    def _walk(self, direction: str) -> None:
        said: list[str | None] = []
        walk = self._desk.undo if direction == "undo" else self._desk.redo
        if self.attempt(lambda: said.append(walk())):
            if self._suggestions is not None:
                self._suggestions.read()
            self.look()
            nothing = tr("Nothing to take back here")
            self.say(walked(direction, said[0]) if said[0] else nothing)

    def _search(self, words: str | None) -> None:
        if words is not None:
            self._words = words
            self.rows.cursor = self._use = 0
            self.look()

    def _turn(self, by: int) -> None:
        if self.suggestion is not None and self.suggestion.here:
            self._use = (self._use + by) % len(self.suggestion.here)
            self.draw()

    def _draw_progress(self) -> None:
        if self._reading is not None:
            self._draw_header()

    def _draw_header(self) -> None:
        part, whole = self._progress
        share = part * 100 // max(1, whole)
        reading = tr("{} % read, Esc stops", share) if self._reading else ""
        left = f"{tr('Candidates')}   {PurePath(self._session.bitext.name).name}"
        if self._suggestions is not None:
            counts = [f"{len(self._suggestions.of(view))} {tr(view.value)}" for view in View]
            left = f"{left}   {'   '.join(counts)}"
        below = tr("shown: {}", tr(self._view.value)) + "   "
        below += tr("sort: {}", tr(self._sorting.value))
        if self._words:
            below += "   " + tr("search: {}, {} found", self._words, len(self._shown))
        self.show_header(left, reading, below)

    @property
    def _table(self) -> Table:
        columns = [Column(tr("English"), share=3), Column("日本語", share=3)]
        columns += [Column(tr("times"), 5, right=True), Column(tr("score"), 5, right=True)]
        columns += [Column(tr("text"), 7)]
        columns += [Column(tr("known as, or also"), share=2)] if self.width >= _WIDE else []
        return Table(tuple(columns), self.width - 2)

    def _cells(self, suggestion: Suggestion) -> list[str]:
        each = suggestion.candidate
        acronym = f" ({each.acronym})" if each.acronym else ""
        shown = [each.source + acronym, each.target, str(each.count), f"{each.score:.2f}"]
        shown += ["ok" if suggestion.confirmed else tr("machine")]
        if self.width < _WIDE:
            return shown
        return [*shown, ", ".join(suggestion.proposal.instead or each.rivals)]

    def _detail(self) -> list[str]:
        suggestion = self.suggestion
        if suggestion is None:
            return [
                "" if self._reading else tr("Nothing of this kind."),
                "",
                tr("f shows the others"),
            ]
        each, instead = suggestion.candidate, suggestion.proposal.instead
        said = [f"{each.source} = {each.target}   {counted(each.count, 'place')}"]
        said += [tr("also {}", ", ".join(each.rivals[:4]) or tr("nothing"))]
        if instead:
            said[-1] += "   " + tr("but known as {}", ", ".join(instead[:3]))
        if suggestion.confirmed:
            said += [tr("confirmed by a person in {}", counted(suggestion.confirmed, "place"))]
        else:
            said += [tr("machine text that nobody confirmed: it may teach an error")]
        said += [used_in(suggestion.here, set(), self._use, self.width - 2)]
        if suggestion.here:
            at = suggestion.here[self._use % len(suggestion.here)]
            said += spelled_out(self._session, at, [each.source], [each.target], self.width - 2)
        return said
