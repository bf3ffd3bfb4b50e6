"""What all parts of the review screen share: the session, the list, and drawing both anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.talking import TalkingScreen
from tui.widgets.unit_list import UnitList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.review.session import ReviewSession


class SessionScreen(TalkingScreen):
    """A screen with a `UnitList` that follows its session."""

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self.session = session
        self.sentence: int | None = None
        """The sentence that is lit up in the unit in view, where the person has chosen one."""
        self._held: tuple[object, Sequence[int]] = (session.bitext, session.shown)

    @property
    def units(self) -> UnitList:
        return self.query_one(UnitList)

    def draw(self) -> None:
        """Draw everything around the list."""
        raise NotImplementedError

    def may_write(self) -> bool:
        """Whether this window may change anything; if not, it says why."""
        if self.session.read_only:
            self.say(*self.session.notices[:1], wrong=True)
        return not self.session.read_only

    def change(self, act: Callable[[], object]) -> bool:
        """Do something to the unit in view and show what became of it."""
        self.say("")
        done = self.attempt(act)
        self.units.changed([self.session.at])
        self.draw()
        return done

    def show_place(self) -> None:
        """Show the unit that the session is at, and only those units that it shows."""
        self.sentence = None
        if self._holds_all_shown():
            self.units.changed([self.units.at])
            self.units.show(self.session.at)
            self.units.changed([self.session.at])
        else:
            self._held = (self.session.bitext, self.session.shown)
            self.units.hold(self.session.shown, self.lengths, self.session.at)
        self.draw()

    def show_all(self) -> None:
        """The same, with every unit drawn anew."""
        if self._holds_all_shown():
            self.units.changed()
        self.show_place()

    def _holds_all_shown(self) -> bool:
        """Whether the list has rows for just the units that the session shows."""
        bitext, held = self._held
        shown = self.session.shown
        return bitext is self.session.bitext and (held is shown or held == shown)

    @property
    def lengths(self) -> list[tuple[int, int]]:
        """The characters of both sides of each unit."""
        return [(len(unit.source), len(unit.target)) for unit in self.session.bitext.units]
