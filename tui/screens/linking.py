"""The commands about which paragraphs belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import Side
from tui.language import tr
from tui.review import links
from tui.screens.looking import Looking

if TYPE_CHECKING:
    from collections.abc import Callable


class Linking(Looking):
    """A part of the review screen."""

    _other: str | None = None
    """The key of the unit that is to be linked with the next one named."""

    def action_calm(self) -> None:
        if self._other is not None:
            self._other = None
            self.say("")
        else:
            super().action_calm()

    def action_next_doubtful(self) -> None:
        self._to_doubtful(1)

    def action_previous_doubtful(self) -> None:
        self._to_doubtful(-1)

    def _to_doubtful(self, step: int) -> None:
        if self.session.next_doubtful(step):
            self.say(
                tr("This pair is doubtful"), tr("y it is right, x it is none, + - < > change it")
            )
        else:
            self.say(tr("No link is doubtful"))
        self.show_place()

    def action_affirm(self) -> None:
        self._link(lambda: links.affirm(self.session), tr("The pair is right"))

    def action_join(self) -> None:
        self._link(lambda: links.join(self.session), tr("Joined with the next"))

    def action_split(self) -> None:
        self._link(lambda: links.split(self.session), tr("Split"))

    def action_japanese_to_next(self) -> None:
        self._shift(Side.TARGET, forward=True)

    def action_japanese_to_previous(self) -> None:
        self._shift(Side.TARGET, forward=False)

    def action_english_to_next(self) -> None:
        self._shift(Side.SOURCE, forward=True)

    def action_english_to_previous(self) -> None:
        self._shift(Side.SOURCE, forward=False)

    def action_unlink(self) -> None:
        self._link(lambda: links.unlink(self.session), tr("Unlinked"))

    def action_link(self) -> None:
        here = self.session.unit()
        if self._other is None or self._other == here.key:
            self._other = here.key
            self.say(
                tr("Paragraph {} is to be linked", here.number), tr("go to its other half, press =")
            )
            return
        keys = (self.session.unit(at).key for at in range(len(self.session)))
        other = next((at for at, key in enumerate(keys) if key == self._other), None)
        self._other = None
        if other is None:
            self.say(tr("The first paragraph is no longer there"), tr("press = on both once more"))
        else:
            self._link(lambda: links.link(self.session, other), tr("Linked"))

    def _shift(self, side: Side, *, forward: bool) -> None:
        said = tr("Shifted to the next") if forward else tr("Shifted to the one before")
        self._link(lambda: links.shift(self.session, side, forward=forward), said)

    def _link(self, act: Callable[[], object], said: str) -> None:
        if self.attempt(act):
            self.say(said, tr("u takes it back"))
            self.show_place()
