"""What the review does while no key is pressed: judge on, look for corrections of like texts."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from tui.screens.session_screen import SessionScreen

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.review.session import ReviewSession
    from tui.review.unit import UnitView

_JUDGE_EVERY: Final = 0.04
"""Seconds between two slices of judging; a key waits no longer than for one."""
_JUDGE_AFTER: Final = 0.25
"""Seconds after the last key until judging goes on."""
_JUDGE_FOR: Final = 0.03
"""Seconds that a slice takes, or as long as one paragraph."""
_DRAW_EVERY: Final = 10
"""Slices after which what has come to light is counted."""
_LOOK_BACK_AFTER: Final = 0.2
"""Seconds that a person is with a unit until corrections of like texts are looked for."""


class Idling(SessionScreen):
    """A part of the review screen."""

    def __init__(self, session: ReviewSession) -> None:
        super().__init__(session)
        self._judging: Timer | None = None
        self._slices = 0
        self._looking_back: Timer | None = None
        self._like: dict[tuple[str, str], str | None] = {}

    def past(self, unit: UnitView) -> str | None:
        """How the unit in view was corrected before, as far as that is known by now."""
        if self._looking_back is not None:
            self._looking_back.stop()
        if (unit.key, unit.target) not in self._like:
            self._looking_back = self.set_timer(_LOOK_BACK_AFTER, self._look_back)
        return self.session.remembered() or self._like.get((unit.key, unit.target))

    def start_judging(self) -> None:
        """Judge what has not been judged, bit by bit."""
        if self._judging is not None:
            self._judging.stop()
        if self.session.unjudged:
            self._judging = self.set_interval(_JUDGE_EVERY, self._judge_on)

    def _judge_on(self) -> None:
        """Judge a little; what has come to light is shown at once."""
        pressed = self.session.watch.last
        if pressed is not None and monotonic() - pressed < _JUDGE_AFTER:
            return
        new = self.session.judge_on(_JUDGE_FOR)
        self._slices += 1
        if not self.session.unjudged:
            if self._judging is not None:
                self._judging.stop()
            self.show_all()
            return
        self.units.changed([at for at in new if self.session.unit(at).findings])
        if self._slices % _DRAW_EVERY == 0 or self.session.at in new:
            self.draw()

    def _look_back(self) -> None:
        unit, past = self.session.unit(), self.session.like_before()
        self._like[unit.key, unit.target] = past
        if past is not None:
            self.draw()
