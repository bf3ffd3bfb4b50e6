"""Add a term, in two keys where a finding or a correction already knows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from glossary.concept import EntityKind
from tui.display.linebreak import shortened
from tui.display.printable import flat
from tui.language import later, tr
from tui.review.lessons import lesson, owner
from tui.review.terms import NewTerm
from tui.screens.dialog import Dialog, line_input
from tui.terminology.effect import effect_of_new, effect_said
from tui.widgets.choice import Choice
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from glossary.effect import Effect
    from glossary.finding import Finding
    from tui.review.lessons import Owner
    from tui.review.session import ReviewSession
    from tui.review.unit import UnitView
    from tui.screens.talking import TalkingScreen

_FIELDS = (
    (later("English"), "source"),
    ("日本語", "target"),
    (later("Wrong"), "deprecated"),
    (later("which is"), "owner"),
    (later("Note"), "note"),
)
_COUNT_AFTER = 0.3
"""Seconds after the last key until the effect is counted."""
_WIDTH = 74


class AddTermDialog(Dialog[NewTerm]):
    """Answers the term; `effect` says what it would do to the paragraphs, and `owner` whose name
    the wrong Japanese is known to be."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f5", "add", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self,
        guess: NewTerm,
        effect: Callable[[NewTerm], Effect],
        owner: Callable[[NewTerm], Owner | None],
    ) -> None:
        super().__init__()
        self._guess = guess
        self._effect = effect
        self._owner = owner
        self._wait: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Lines([Text(tr("Add a term"), "bold"), ""])
            for label, field in _FIELDS:
                with Horizontal():
                    yield Label(tr(label))
                    yield line_input(getattr(self._guess, field), id=field)
            with Horizontal():
                yield Label(tr("Kind"))
                yield Choice([kind.value for kind in EntityKind], self._guess.kind)
            yield Lines(["", "", ""], id="effect")
            yield Lines([tr("^s or Enter add   Tab next field   Left Right kind   Esc cancel")])

    def on_mount(self) -> None:
        empty = next((field for _, field in _FIELDS[:2] if not self._value(field)), "target")
        self.query_one(f"#{empty}", Input).focus()
        self._explain()

    def on_input_changed(self) -> None:
        if self._wait is not None:
            self._wait.stop()
        self._wait = self.set_timer(_COUNT_AFTER, self._explain)

    def on_input_submitted(self) -> None:
        self.action_add()

    def action_add(self) -> None:
        term = self._term
        if term.source and term.target and term.target != term.deprecated:
            self.dismiss(term)
        else:
            self._tell(
                tr("English and 日本語 are both needed, and must differ from what is wrong.")
            )

    @property
    def _term(self) -> NewTerm:
        values = {field: self._value(field) for _, field in _FIELDS}
        return NewTerm(**values, kind=self.query_one(Choice).value)

    def _value(self, field: str) -> str:
        return self.query_one(f"#{field}", Input).value.strip()

    def _explain(self) -> None:
        term = self._term
        said = [effect_said(self._effect(term))] if term.source and term.target else [""]
        if known := self._owner(term):
            said.append(tr("{} is known to be {}", known.name, known.english))
        elif term.deprecated:
            said.append(
                tr("which is: whose name the wrong one really is, in English, if anybody's")
            )
        self._tell(*said)

    def _tell(self, *said: str) -> None:
        rows = [shortened(flat(line), _WIDTH) for line in said[:2]]
        self.query_one("#effect", Lines).show(["", *rows, *[""] * (2 - len(rows))])


def add_term(
    screen: TalkingScreen,
    session: ReviewSession,
    unit: UnitView,
    finding: Finding | None,
    done: Callable[[], None],
    selected: str = "",
) -> None:
    """Ask for a term, with what a finding in a unit knows of it or what its correction teaches;
    add it, and call `done`.

    `selected` is the Japanese that the person has marked as the right one, if any.
    """

    def add(term: NewTerm | None) -> None:
        if term is not None and owner(session.termbase, term):
            term = replace(term, owner="")  # what is known already need not be kept
        if term is not None and screen.attempt(lambda: session.add_term(term)):
            done()
            hint = tr("A mends it everywhere") if session.alike() else tr("u takes it back")
            screen.say(tr("Added {}: {}", term.source, effect_said(effect(term))), hint)

    def effect(term: NewTerm) -> Effect:
        return effect_of_new(term, session)

    guess = lesson(session, unit, finding)
    if selected:
        guess = replace(guess, target=selected)
    dialog = AddTermDialog(guess, effect, lambda term: owner(session.termbase, term))
    screen.app.push_screen(dialog, add)
