"""The commands that select several paragraphs, and what is then done to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.display.counted import counted
from tui.language import tr
from tui.screens.session_screen import SessionScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Selecting(SessionScreen):
    """A part of the review screen."""

    def action_select(self) -> None:
        self.session.selection.tick(self.session.at)
        self._tell()

    def action_select_range(self) -> None:
        selection = self.session.selection
        if selection.open:
            selection.settle()
        else:
            selection.begin(self.session.at)
        self._tell()

    def follow(self) -> None:
        """Let an open range reach to the unit in view."""
        if self.session.selection.open:
            self.session.selection.follow(self.session.at, self.session.shown)
            self.units.changed()
            self._tell()

    def deselect(self) -> bool:
        """Select nothing; whether anything was selected."""
        selected = bool(len(self.session.selection))
        if selected:
            self.session.selection.clear()
            self.say("")
            self.show_all()
        return selected

    def on_selected(self, act: Callable[[Sequence[int]], int], done: str, what: str) -> bool:
        """Do something to all that are selected, as one step; whether there were any."""
        chosen, count = self.session.selection.units, []
        if not chosen:
            return False
        if self.attempt(lambda: count.append(act(chosen))):
            self.session.selection.clear()
            self.show_all()
            said = f"{done}: {counted(count[0], what)}"
            self.say(said, tr("u takes it back") if count[0] else "")
        return True

    def _tell(self) -> None:
        number = len(self.session.selection)
        self.units.changed([self.session.at])
        self.draw()
        if number:
            hint = tr("c confirm, U reopen, i ignore, R machine's, Esc end")
            self.say(tr("{} selected", counted(number, "paragraph")), hint)
        else:
            self.say("")
