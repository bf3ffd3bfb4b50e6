"""The command that brings the terms to the engine: first what it would do there, then the push."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from glossary.sync import summary
from tui.display.counted import counted
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
                raise Stopped("Stopped", "Nothing was changed at DeepL")
            if not seen.differences and is_pushed(cache, engine.server, how.name, ready.terms):
                said = f"DeepL has these {len(ready.terms)} entries already"
                return partial(self.say, said, "G translates again what they change")
            return partial(self._show_look, seen, key, ready)

        self.work(engine, "Asking DeepL for its glossary", act)

    def _show_look(self, seen: Look, key: Key, ready: Prepared) -> None:
        """What a push would do, and whether to do it."""
        if not self.in_front:
            self.say("DeepL's glossary has been compared", "S shows it")
            return
        said = [f"The glossary {seen.name} at DeepL, key {key}"]
        if seen.gone:
            said.append("It is not at DeepL any more; a push makes it anew.")
        if seen.objection:
            objection = seen.objection[0].upper() + seen.objection[1:]
            said.append(f"{objection}. Take what is right into your terms first.")
        choices = {"o": "push all the same"} if seen.objection else {"y": "push"}

        def answered(letter: str | None) -> None:
            if letter is None:
                self.say("Nothing was changed at DeepL")
            elif self.may_work():
                self.attempt(lambda: self._push(seen, ready))

        rows = [*map(line, seen.differences), *(f"note: {said}" for said in ready.warnings)]
        title = f"At DeepL: {summary(seen.differences)}"
        self.app.push_screen(Question(title, said, rows=rows, choices=choices), answered)

    def _push(self, seen: Look, ready: Prepared) -> None:
        engine, _ = connect(self.session.conditions)

        def act(cache: EngineCache, _: Event) -> Callable[[], object]:
            push(engine, cache, seen, ready.terms)
            entries = "1 entry is" if len(ready.terms) == 1 else f"{len(ready.terms)} entries are"
            hint = "G translates again what they change"
            return partial(self.say, f"{entries} at DeepL, read back and equal", hint)

        self.work(engine, f"Bringing {counted(len(ready.terms), 'term')} to DeepL", act)
