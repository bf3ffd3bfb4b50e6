"""The commands that have paragraphs translated, and compare what comes with what stands.

Nothing is sent before a person has seen the price and agreed. What comes is kept in the workspace
and put before the person when they ask for it: a screen that opens by itself would catch keys.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.display.counted import counted
from tui.language import blamed, tr
from tui.review.renewal import Renewal
from tui.screens.background import Background
from tui.screens.proposals import ProposalsScreen
from tui.screens.question import Question
from tui.translation.connection import connect
from tui.translation.payment import Stopped, bill, is_pushed, pay
from tui.translation.push import sendable
from tui.translation.report import obeyed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from threading import Event

    from corpus.engines.deepl_api import DeepL
    from corpus.errors import BadRequest
    from corpus.workspace.engine_cache import EngineCache
    from tui.keys import Key
    from tui.review.renewal import Asked, Proposal
    from tui.translation.payment import Bill


class Translating(Background):
    """A part of the review screen."""

    def action_translate(self) -> None:
        """The paragraph in view, or all that are selected."""
        units = self.session.selection.units or (self.session.at,)
        english = [at for at in units if self.session.unit(at).source]
        if not english:
            self.say(tr("There is no English here to translate"))
        elif self.may_work() and (renewal := self._renewal()):
            ours = [at for at in english if not renewal.is_persons(at)]
            if ours:
                self._begin(renewal, [renewal.of(at) for at in ours])
            else:
                hint = tr("U takes a confirmation back, R goes back to the machine's text")
                self.say(tr("A person wrote or confirmed this, and it stays"), hint)

    def action_translate_empty(self) -> None:
        if self.may_work() and (renewal := self._renewal()):
            if empty := renewal.empty():
                self._begin(renewal, empty)
            else:
                self.say(tr("Every English paragraph has its Japanese"))

    def action_translate_again(self) -> None:
        if self.may_work() and (renewal := self._renewal()):
            if outdated := renewal.outdated():
                self._begin(renewal, outdated)
            else:
                hint = tr("T translates this one, O says what was obeyed")
                self.say(tr("No changed term stands in a text of the machine"), hint)

    def action_obedience(self) -> None:
        if renewal := self._renewal():
            self.attempt(lambda: self._report(renewal, {}))

    # Before anything is sent

    def _renewal(self) -> Renewal | None:
        """The review under the terms of now; None where they cannot be used, and it is said."""
        made: list[Renewal] = []

        def make() -> None:
            concepts = self.own_terms()
            terms = sendable(concepts).terms
            cache = self.session.workspace.engine_cache()
            made.append(Renewal(self.session, cache, concepts, terms))

        return made[0] if self.attempt(make) else None

    def _begin(self, renewal: Renewal, some: Sequence[Asked]) -> None:
        """Show what is there already, or ask whether to pay for what is not."""
        due = bill((w for one in some for w in one.wanted), renewal.cache)
        if due.missing:
            self.attempt(lambda: self._ask(renewal, some, due))
        else:
            self._show(renewal, some)

    def _ask(self, renewal: Renewal, some: Sequence[Asked], due: Bill) -> None:
        engine, key = connect(self.session.conditions)
        name, terms = self.session.conditions.name, renewal.terms
        if terms and not is_pushed(renewal.cache, engine.server, name, terms):
            engine.close()
            self.say(tr("DeepL does not have your terms yet"), tr("S brings them there"))
            return
        choices = _choices(due)
        if any(renewal.japanese(one) for one in some):
            choices["w"] = tr("only what came before")

        def answered(letter: str | None) -> None:
            if letter in ("y", "r"):
                self._pay(engine, renewal, some, due if letter == "r" else due.certain)
                return
            engine.close()
            if letter == "w":
                self._show(renewal, some)
            else:
                self.say(tr("Nothing was sent"))

        host = urlsplit(engine.server).hostname or engine.server
        title = tr("Send {:,} characters to {}?", due.characters, host)
        said = _said(due, key, renewal.cache)
        self.app.push_screen(Question(title, said, choices=choices), answered)

    def _pay(self, engine: DeepL, renewal: Renewal, some: Sequence[Asked], due: Bill) -> None:
        how, keys = self.session.conditions, [one.key for one in some]
        total = counted(len(due.missing), "paragraph")
        stopped = Stopped(tr("Stopped"), tr("What came is kept; the same key goes on"))

        def act(cache: EngineCache, stop: Event) -> Callable[[], object]:
            def tell(done: int, whole: int) -> None:
                self.say_from_afar(tr("DeepL: {} of {}", done, total))
                if stop.is_set() and done < whole:
                    raise stopped

            def wait(seconds: float) -> None:
                if stop.wait(seconds):
                    raise stopped

            say, terms, missing = self.say_from_afar, renewal.terms, due.missing
            refused = pay(engine, cache, how, terms, missing, tell=tell, say=say, wait=wait)
            return partial(self._have_come, keys, refused)

        self.work(engine, tr("DeepL: {} of {}", 0, total), act)

    # What came

    def _have_come(self, keys: Sequence[str], refused: Sequence[BadRequest]) -> None:
        """Put Japanese where there was none; of the rest only say that it is there."""
        renewal = self._renewal()
        if renewal is None:
            return
        some = renewal.of_keys(keys)
        if refused:
            left = counted(len(refused), "paragraph")
            message, hint = blamed(refused[0])
            self.say(tr("Not translated: {}. {}", left, message), hint, wrong=True)
        elif not self.in_front or any(renewal.proposals(some)):
            self.say(tr("DeepL's Japanese has come"), tr("The same key shows it beside the old"))
        else:
            self._show(renewal, some)

    def _show(self, renewal: Renewal, some: Sequence[Asked]) -> None:
        """Fill empty units, and lay old and new Japanese side by side where there is some."""
        new = {one.at: text for one in some if (text := renewal.japanese(one))}
        empty = {one.at for one in renewal.empty()}
        fresh = {at: text for at, text in new.items() if at in empty}
        proposals = list(renewal.proposals(some))
        if fresh and self.attempt(lambda: self.session.take(fresh)):
            self.show_all()
            self.say(tr("Translated: {}", counted(len(fresh), "paragraph")), tr("u takes it back"))
        elif not proposals:
            self.say(tr("This is DeepL's Japanese already"), tr("O says which terms it obeyed"))
        if proposals:
            screen = ProposalsScreen(
                proposals,
                lambda one: obeyed([(one.at + 1, one.source, one.new)], renewal.termbase),
                partial(self._take, renewal),
            )
            self.app.push_screen(screen)

    def _take(self, renewal: Renewal, chosen: Sequence[Proposal]) -> None:
        new = {p.at: p.new for p in chosen}
        if not new:
            self.say(tr("The old Japanese stays"))
        elif self.attempt(lambda: self.session.take(new)):
            self.show_all()
            self.say(tr("New Japanese: {}", counted(len(new), "paragraph")), tr("u takes it back"))
            self._report(renewal, new)

    def _report(self, renewal: Renewal, newer: Mapping[int, str]) -> None:
        """What became of each term in all Japanese that no person wrote."""
        rows = obeyed(renewal.answers(newer), renewal.termbase)
        said = () if rows else (tr("No text of the machine mentions one of your terms."),)
        self.app.push_screen(Question(tr("What became of the terms"), said, rows=rows))


def _choices(due: Bill) -> dict[str, str]:
    if not due.unknown:
        return {"y": tr("send")}
    if not due.certain.missing:
        return {"r": tr("send again")}
    others = tr("send the others ({:,})", due.certain.characters)
    return {"y": others, "r": tr("send all")}


def _said(due: Bill, key: Key, cache: EngineCache) -> list[str]:
    """What a person should know before they pay."""
    said = [tr("{}, DeepL key {}", counted(len(due.missing), "paragraph"), key)]
    if due.unknown:
        lost = counted(len(due.unknown), "paragraph")
        said.append(tr("Sent before without an answer, and perhaps billed: {}", lost))
    if key.free and not cache.billed():
        said.append(tr("Free plan: read DeepL's terms before sending confidential text."))
    return said
