"""Add a term, in four keys where a finding already knows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from glossary.checks import inconsistent_wording, unknown_name, unlike_sounding_name
from glossary.concept import EntityKind
from tui.review.remedies import found_and_wanted
from tui.review.terms import NewTerm
from tui.screens.dialog import Dialog, line_input
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from glossary.finding import Finding
    from tui.review.session import ReviewSession
    from tui.review.unit import UnitView
    from tui.screens.talking import TalkingScreen

_NEW_TERMS = (inconsistent_wording.NAME, unknown_name.NAME, unlike_sounding_name.NAME)
"""Checks whose findings are about a term that no glossary has."""
_FIELDS = (("English", "source"), ("日本語", "target"), ("Wrong", "deprecated"), ("Note", "note"))


class KindChoice(Lines, can_focus=True):
    """One of the kinds of entity, changed with Left and Right."""

    DEFAULT_CSS = "KindChoice { width: 1fr; height: 1; &:focus { text-style: reverse; } }"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
    ]

    def __init__(self, kind: str) -> None:
        self.kind = EntityKind(kind)
        super().__init__([self._shown])

    @property
    def _shown(self) -> str:
        return f"< {self.kind.value} >"

    def action_turn(self, by: int) -> None:
        kinds = list(EntityKind)
        self.kind = kinds[(kinds.index(self.kind) + by) % len(kinds)]
        self.show([self._shown])


class AddTermDialog(Dialog[NewTerm]):
    """Answers the term; `effect` counts the paragraphs that it would be about."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f5", "add", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, guess: NewTerm, effect: Callable[[str, str], tuple[int, int]]) -> None:
        super().__init__()
        self._guess = guess
        self._effect = effect

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Lines([Text("Add a term", "bold"), ""])
            for label, field in _FIELDS:
                with Horizontal():
                    yield Label(label)
                    yield line_input(getattr(self._guess, field), id=field)
            with Horizontal():
                yield Label("Kind")
                yield KindChoice(self._guess.kind)
            yield Lines(["", "", ""], id="effect")
            yield Lines(["^s or Enter add   Tab next field   Left Right kind   Esc cancel"])

    def on_mount(self) -> None:
        empty = next((field for _, field in _FIELDS[:2] if not self._value(field)), "target")
        self.query_one(f"#{empty}", Input).focus()
        self._explain()

    def on_input_changed(self) -> None:
        self._explain()

    def on_input_submitted(self) -> None:
        self.action_add()

    def action_add(self) -> None:
        values = {field: self._value(field) for _, field in _FIELDS}
        if values["source"] and values["target"] and values["target"] != values["deprecated"]:
            self.dismiss(NewTerm(**values, kind=self.query_one(KindChoice).kind.value))
        else:
            self._tell("English and 日本語 are both needed, and must differ from what is wrong.")

    def _value(self, field: str) -> str:
        return self.query_one(f"#{field}", Input).value.strip()

    def _explain(self) -> None:
        total, right = self._effect(self._value("source"), self._value("target"))
        self._tell(f"Paragraphs with the English: {total}; with this Japanese as well: {right}")

    def _tell(self, said: str) -> None:
        self.query_one("#effect", Lines).show(["", said, ""])


def add_term(
    screen: TalkingScreen,
    session: ReviewSession,
    unit: UnitView,
    finding: Finding | None,
    done: Callable[[], None],
    selected: str = "",
) -> None:
    """Ask for a term, with what a finding in a unit knows of it; add it, and call `done`.

    `selected` is the Japanese that the person has marked as the right one, if any.
    """

    def add(term: NewTerm | None) -> None:
        if term is not None and screen.attempt(lambda: session.add_term(term)):
            done()
            total, right = session.effect(term.source, term.target)
            hint = "A mends it everywhere" if session.alike() else ""
            screen.say(f"Added {term.source}: mentioned in {total}, right in {right}", hint)

    guess = _guess(session, unit, finding)
    if selected:
        guess = replace(guess, target=selected)
    screen.app.push_screen(AddTermDialog(guess, session.effect), add)


def _guess(session: ReviewSession, unit: UnitView, found: Finding | None) -> NewTerm:
    if found is None or found.source is None:
        return NewTerm("", "")
    if found.concept is None and found.check not in _NEW_TERMS:
        return NewTerm("", "")
    wrong, wanted = found_and_wanted(found, unit.target)
    concept = session.concept(found.concept) if found.concept else None
    kind = concept.kind if concept else EntityKind.TERM
    english = found.source.of(unit.source)
    # The English itself is no wrong Japanese: that it was left is found without being told.
    deprecated = "" if wrong in (wanted, english) else wrong
    return NewTerm(english, wanted, deprecated, kind=kind.value)
