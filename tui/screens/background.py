"""Work with a translation engine that goes on in another thread, while the person goes on here."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from textual.message import Message

from corpus.errors import TaiyakuError
from tui.language import blamed, tr
from tui.screens.session_screen import SessionScreen
from tui.translation.connection import own_concepts
from tui.translation.payment import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.engines.deepl_api import DeepL
    from corpus.workspace.engine_cache import EngineCache
    from glossary.concept import Concept


class Background(SessionScreen):
    """A part of the review screen; one work at a time."""

    at_work = ""
    """What goes on, in a few words; empty: nothing."""
    _stop: Event | None = None

    class Came(Message):
        """Word from the other thread; `act` is done in this one."""

        def __init__(self, act: Callable[[], object]) -> None:
            super().__init__()
            self.act = act

    def on_unmount(self) -> None:
        if self._stop is not None:
            self._stop.set()

    def on_background_came(self, event: Came) -> None:
        event.act()

    def stop_work(self) -> bool:
        """Begin nothing more there; whether anything went on."""
        if self._stop is None:
            return False
        self._stop.set()
        self.say(tr("Stopping"), tr("An answer that is under way is paid for, and still kept"))
        return True

    @property
    def in_front(self) -> bool:
        """Whether no editor and no dialog stands before the list."""
        return self.app.screen is self

    def may_work(self) -> bool:
        """Whether work may begin; if not, it is said why."""
        if self.session.read_only:
            self.say(*self.session.notices[:1], wrong=True)
        elif self._stop is not None:
            self.say(self.at_work, tr("Esc stops it"))
        else:
            return True
        return False

    def own_terms(self) -> tuple[Concept, ...]:
        """The terms of glossary files and of the review, without the bundled names."""
        return own_concepts(self.session.conditions, self.session.workspace)

    def work(
        self,
        engine: DeepL,
        words: str,
        act: Callable[[EngineCache, Event], Callable[[], object]],
    ) -> None:
        """Call `act` in another thread, and in this one what it returns.

        It gets the kept translations, and an event that is set when it should stop, for which
        it raises Stopped. What it raises is said here.
        """
        stop = self._stop = Event()
        self._say_work(words)
        self.run_worker(partial(self._away, engine, act, stop), thread=True, group="engine")

    def say_from_afar(self, words: str) -> None:
        """Say how the work goes, from the other thread."""
        self.post_message(self.Came(partial(self._say_work, words)))

    def _away(
        self,
        engine: DeepL,
        act: Callable[[EngineCache, Event], Callable[[], object]],
        stop: Event,
    ) -> None:
        after: Callable[[], object]
        try:
            # A connection of its own: the answer is kept even if the person leaves meanwhile.
            with closing(engine), self.session.workspace.engine_cache_apart() as cache:
                after = act(cache, stop)
        except TaiyakuError as error:
            after = partial(self.say, *blamed(error), wrong=not isinstance(error, Stopped))
        self.post_message(self.Came(partial(self._end, after)))

    def _say_work(self, words: str) -> None:
        self.at_work = words
        self.say(words, tr("Esc stops it"))
        self.draw()

    def _end(self, after: Callable[[], object]) -> None:
        self._stop, self.at_work = None, ""
        self.say("")
        self.draw()
        after()
