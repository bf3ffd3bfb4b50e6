"""Keys that come faster than screens open: each waits until the one before has been dealt with.

A slow line, a paste or a fast typist brings several keys in one read. What follows the key that
opens a screen would go to the screen that is being left, and be lost.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeAlias

from textual import events
from textual.app import App

if TYPE_CHECKING:
    from textual.dom import DOMNode

Typed: TypeAlias = events.Key | events.Paste

_PATIENCE: Final = 0.5
"""Seconds after which a key is given on, whatever became of the one before."""
_AGAIN: Final = 0.005
_ROUNDS: Final = 3
"""Times that the way of a key is gone: what it sets off goes the same way, behind it."""


class TypeAhead(App[None]):
    """An app that gives its screens one key after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[tuple[float, Typed]] = deque()
        self._dealing = 0.0
        """Since when a key is being dealt with; 0: none is."""

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._held or not self._can_take:
            self._held.append((monotonic(), event))
            if len(self._held) == 1:
                self.set_timer(_AGAIN, self._give)
        else:
            await self._deal_with(event)

    @property
    def _can_take(self) -> bool:
        """Whether the screen in front can take a key."""
        if self._dealing and monotonic() - self._dealing < _PATIENCE:
            return False
        screen = self.screen
        return screen.is_mounted and (screen.focused is not None or not screen.focus_chain)

    async def _give(self) -> None:
        if not self.screen_stack:
            return  # the app is ending, and nobody is there to take a key
        since, event = self._held[0]
        if self._can_take or monotonic() - since > _PATIENCE:
            self._held.popleft()
            await self._deal_with(event)
        if self._held:
            self.set_timer(_AGAIN, self._give)

    async def _deal_with(self, event: Typed) -> None:
        self._dealing = monotonic()
        first = self.focused or self.screen
        await super().on_event(event)
        self._follow(first, first, _ROUNDS)

    def _follow(self, first: DOMNode, node: DOMNode | None, rounds: int) -> None:
        """Go the way of a key behind it: from the widget that has it up to the screen."""
        if node is None or node is self:
            rounds -= 1
            node = first
        if not rounds:
            self._dealing = 0.0
        elif not node.call_later(self._follow, first, node.parent, rounds):
            self._dealing = 0.0  # it has gone
