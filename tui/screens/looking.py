"""The commands that find the way in a review: search, filter, numbers, uses, sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.display.printable import flat
from tui.language import tr
from tui.review.filter import Filter, choices
from tui.review.search import found_in
from tui.review.sentences import answering, around
from tui.screens.concordance import ConcordanceScreen
from tui.screens.filter import FilterDialog
from tui.screens.history import HistoryDialog
from tui.screens.prompt import Prompt
from tui.screens.selecting import Selecting
from tui.widgets.unit_block import NOTHING_LIT, Lit

if TYPE_CHECKING:
    from tui.review.unit import UnitView


class Looking(Selecting):
    """A part of the review screen."""

    other_shown = False
    """Whether another Japanese is shown below that of the review."""

    def action_next_finding(self) -> None:
        self._next(1)

    def action_previous_finding(self) -> None:
        self._next(-1)

    def action_search(self) -> None:
        hint = tr("Enter first hit, then n N   empty ends the search   Esc cancel")
        self.app.push_screen(
            Prompt(tr("Search both texts"), self.session.sought, hint), self._search
        )

    def action_filter(self) -> None:
        found = choices(self.session.kinds())
        if found:
            self.app.push_screen(FilterDialog(found, self.session.filter), self._filter)

    def action_go_to(self) -> None:
        self.app.push_screen(Prompt(tr("Go to, 1 to {}", len(self.session))), self._go_to)

    def action_concordance(self) -> None:
        unit, found = self.session.unit(), self.session.finding
        words = found.source.of(unit.source) if found and found.source else ""
        self.app.push_screen(ConcordanceScreen(self.session, words or self.session.sought))

    def action_history(self) -> None:
        session = self.session
        self.app.push_screen(HistoryDialog(session.unit(), session.history(), session.seconds()))

    def action_layout(self) -> None:
        self.units.turn_layout()
        self.draw()

    def action_other(self) -> None:
        """Show another Japanese below, or no more."""
        self.other_shown = not self.other_shown
        self.units.changed()
        named = self.session.beside
        if not self.other_shown:
            self.say(tr("One Japanese is shown"))
        elif named:
            self.say(tr("Below, where it differs: {}", flat(named.name)))
        else:
            self.say(
                tr("Below, where you changed it: the machine's text"),
                tr("--beside FILE shows another"),
            )

    def viewed(self, at: int) -> UnitView:
        """A unit as it is drawn, with another Japanese if that is wanted."""
        unit = self.session.unit(at)
        if not self.other_shown:
            return unit
        named = self.session.beside
        other = named.of(self.session.bitext.units[at]) if named else unit.machine
        name = named.name if named else tr("machine's text")
        return unit if other == unit.target else replace(unit, other=other, other_name=name)

    def action_next_sentence(self) -> None:
        self._to_sentence(1)

    def action_previous_sentence(self) -> None:
        self._to_sentence(-1)

    def action_calm(self) -> None:
        """Esc: end the selection, then the search, then the filter."""
        if self.deselect():
            return
        if self.session.sought:
            self._search("")
        elif self.session.filter is not None:
            self._filter(Filter())
        else:
            self.say("")

    def lit(self, unit: UnitView) -> Lit:
        """What is lit up in a unit: what is sought, or the sentence that is looked at."""
        if self.session.sought:
            words = self.session.sought
            return Lit(found_in(unit.source, words), found_in(unit.target, words))
        if unit.number - 1 != self.units.at:
            return NOTHING_LIT
        at = self.sentence
        if at is None:
            at = around(unit, self.session.pick if self.session.at == self.units.at else 0)
        if at is None:
            return NOTHING_LIT
        link = answering(unit.source, unit.target)[at]
        return Lit(link.source, link.target)

    def _to_sentence(self, step: int) -> None:
        unit = self.session.unit()
        found = answering(unit.source, unit.target)
        if not found:
            self.say(tr("This paragraph is one sentence"))
            return
        at = around(unit, self.session.pick) if self.sentence is None else self.sentence
        first = 0 if step > 0 else len(found) - 1
        self.sentence = first if at is None else (at + step) % len(found)
        self.units.changed([self.session.at])

    def _next(self, step: int) -> None:
        if self.session.sought:
            self._show_hit(step)
            return
        if self.session.next_finding(step) is None:
            self.say(tr("No finding is open"), tr("c confirms a paragraph, w writes the result"))
        else:
            self.say("")
        self.show_place()

    def _search(self, words: str | None) -> None:
        if words is None:
            return
        self.session.sought = words
        self.units.changed()
        if words:
            self._show_hit(1, here=True)
        else:
            self.say("")
            self.show_place()

    def _show_hit(self, step: int, *, here: bool = False) -> None:
        number, total = self.session.next_hit(step, here=here)
        said = flat(self.session.sought)
        if total:
            self.say(
                tr("{}: paragraph {} of {}", said, number, total),
                tr("n N next and previous, Esc ends"),
            )
        else:
            self.session.sought = ""
            self.say(tr("{} stands nowhere", said))
        self.show_place()

    def _filter(self, wanted: Filter | None) -> None:
        if wanted is None:
            return
        if wanted == Filter():
            self.session.show_all()
            self.say(tr("All paragraphs are shown"))
        elif not self.session.narrow(wanted):
            self.say(tr("No paragraph is {}", wanted.words))
        else:
            self.say(tr("Shown: {}", wanted.words), tr("Esc shows all"))
        self.show_place()

    def _go_to(self, number: str | None) -> None:
        if number is None:
            return
        if number.isdecimal() and 1 <= int(number) <= len(self.session):
            self.session.go(int(number) - 1)
            self.say("")
        else:
            self.say(tr("There is no paragraph {}", flat(number)))
        self.show_place()
