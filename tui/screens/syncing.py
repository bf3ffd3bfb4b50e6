"""The command that brings the terms to the engine: first what it would do there, then the push."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from glossary.sync import summary
from tui.display.counted import counted
from tui.language import retold, tr
from tui.screens.background import Background
from tui.screens.question import Question
from tui.translation.connection import connect
from tui.translation.payment import Stopped, is_pushed
from tui.translation.push import line, look, push, sendable

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from corpus.workspace.engine_cache import EngineCache
    from glossary.sync import Prepared
    from tui.keys import Key
    from tui.translation.push import Look


class Syncing(Background):
    """A part of the review screen."""

    def action_sync_glossary(self) -> None:
        if self.may_work():
            self.attempt(self._look)

    def _look(self) -> None:
        how, ready = self.session.conditions, sendable(self.own_terms())
        engine, key = connect(how)

        def act(cache: EngineCache, stop: Event) -> Callable[[], object]:
            seen = look(engine, cache, how.name, ready.terms)
            if stop.is_set():
                raise Stopped(tr("Stopped"), tr("Nothing was changed at DeepL"))
            if not seen.differences and is_pushed(cache, engine.server, how.name, ready.terms):
                said = tr("DeepL has these {} entries already", len(ready.terms))
                return partial(self.say, said, tr("M translates again what they change"))
            return partial(self._show_look, seen, key, ready)

        self.work(engine, tr("Asking DeepL for its glossary"), act)

    def _show_look(self, seen: Look, key: Key, ready: Prepared) -> None:
        """What a push would do, and whether to do it."""
        if not self.in_front:
            self.say(tr("DeepL's glossary has been compared"), tr("S shows it"))
            return
        said = [tr("The glossary {} at DeepL, key {}", seen.name, key)]
        if seen.gone:
            said.append(tr("It is not at DeepL any more; a push makes it anew."))
        if seen.objection:
            objection = retold(seen.objection)
            objection = objection[0].upper() + objection[1:]
            said.append(tr("{}. {}", objection, tr("Take what is right into your terms first.")))
        choices = {"o": tr("push all the same")} if seen.objection else {"y": tr("push")}

        def answered(letter: str | None) -> None:
            if letter is None:
                self.say(tr("Nothing was changed at DeepL"))
            elif self.may_work():
                self.attempt(lambda: self._push(seen, ready))

        rows = [*map(line, seen.differences), *(tr("note: {}", said) for said in ready.warnings)]
        title = tr("At DeepL: {}", retold(summary(seen.differences)))
        self.app.push_screen(Question(title, said, rows=rows, choices=choices), answered)

    def _push(self, seen: Look, ready: Prepared) -> None:
        engine, _ = connect(self.session.conditions)

        def act(cache: EngineCache, _: Event) -> Callable[[], object]:
            push(engine, cache, seen, ready.terms)
            said = tr("At DeepL, read back and equal: {}", counted(len(ready.terms), "term"))
            return partial(self.say, said, tr("M translates again what they change"))

        self.work(engine, tr("Bringing the terms to DeepL"), act)
