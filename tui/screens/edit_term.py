"""All of a term that a person may change, with what it would do to the text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from corpus.errors import TaiyakuError
from glossary.concept import Concept, EntityKind, Term, TermStatus
from glossary.formats.specs import try_specs
from tui.display.linebreak import lines
from tui.display.printable import flat
from tui.language import later, mistake, tr
from tui.screens.dialog import Dialog, line_input
from tui.terminology.effect import effect_said
from tui.widgets.choice import Choice
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from glossary.effect import Effect

_FIELDS = (
    (later("English"), "source"),
    ("日本語", "target"),
    (later("Also right"), "admitted"),
    (later("Wrong"), "wrong"),
    (later("Note"), "note"),
)
_CASES = (later("in any letters"), later("only in these letters"))
_COUNT_AFTER = 0.3
"""Seconds after the last key until the effect is counted."""
_LONGEST = 1000
_WIDTH = 74


class EditTermDialog(Dialog[Concept]):
    """Answers the concept with everything that is not shown as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f5", "keep", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self, title: str, concept: Concept | None, effect: Callable[[Concept], Effect] | None
    ) -> None:
        """`effect` is None where there is no text that it could be counted in."""
        super().__init__()
        self._title = title
        self._concept = concept
        self._effect = effect
        self._wait: Timer | None = None

    def compose(self) -> ComposeResult:
        values = _shown(self._concept)
        kind = self._concept.kind if self._concept else EntityKind.TERM
        strict = self._concept is not None and self._concept.source[0].case_sensitive
        with Vertical():
            yield Lines([Text(flat(self._title), "bold"), ""])
            for label, field in _FIELDS:
                with Horizontal():
                    yield Label(tr(label))
                    yield line_input(values[field], id=field)
            with Horizontal():
                yield Label(tr("Kind"))
                yield Choice([k.value for k in EntityKind], kind.value, id="kind")
            with Horizontal():
                yield Label(tr("Found"))
                yield Choice(_CASES, _CASES[strict], id="case")
            yield Lines(["", "", ""], id="effect")
            yield Lines([tr("| parts several: Rapidus | Rapidus Corporation")])
            yield Lines([tr("^s or Enter keep   Tab next   Left Right choose   Esc cancel")])

    def on_mount(self) -> None:
        empty = next((field for _, field in _FIELDS[:2] if not self._value(field)), "target")
        self.query_one(f"#{empty}", Input).focus()
        self._count()

    def on_input_changed(self) -> None:
        if self._wait is not None:
            self._wait.stop()
        self._wait = self.set_timer(_COUNT_AFTER, self._count)

    def on_input_submitted(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        made = self._made()
        if made is None:
            self._tell(tr("English is needed, 日本語 or what is wrong, and nothing is both."))
            return
        try:
            try_specs((made,), {made.id: made.source[0].text})
        except TaiyakuError as error:
            self._tell(mistake(error))
        else:
            self.dismiss(made)

    def _made(self) -> Concept | None:
        """The concept as it is typed; None where that is none."""
        sources, targets = self._parts("source"), self._parts("target")
        admitted, wrong = self._parts("admitted"), self._parts("wrong")
        right = [*targets[:1], *(t for t in (*targets[1:], *admitted) if t not in targets[:1])]
        texts = (*sources, *right, *wrong)
        usable = all(len(t) <= _LONGEST and any(map(str.isalnum, t)) for t in texts)
        if not sources or not (right or wrong) or not usable or set(right) & set(wrong):
            return None
        strict = self.query_one("#case", Choice).value == _CASES[1]
        old = self._concept or Concept(sources[0], (Term(sources[0]),), (Term(texts[-1]),))
        return replace(
            old,
            source=_sources(sources, old, strict=strict),
            target=_targets(right, wrong, old),
            kind=EntityKind(self.query_one("#kind", Choice).value),
            note=self._value("note"),
        )

    def _count(self) -> None:
        made = self._made()
        if made is None:
            self._tell("")
        elif self._effect is None:
            self._tell(tr("No text is open in which it could be counted."))
        else:
            self._tell(effect_said(self._effect(made)))

    def _value(self, field: str) -> str:
        return " ".join(self.query_one(f"#{field}", Input).value.split())

    def _parts(self, field: str) -> list[str]:
        parts = (part.strip() for part in re.split("[|｜]", self._value(field)))
        return list(dict.fromkeys(filter(None, parts)))

    def _tell(self, said: str) -> None:
        rows = [span.of(said) for span in lines(flat(said), _WIDTH)][:2]
        self.query_one("#effect", Lines).show(["", *rows, *[""] * (2 - len(rows))])


def _shown(concept: Concept | None) -> dict[str, str]:
    if concept is None:
        return dict.fromkeys((field for _, field in _FIELDS), "")
    return {
        "source": " | ".join(term.text for term in concept.source),
        "target": concept.preferred,
        "admitted": " | ".join(concept.accepted[1:]),
        "wrong": " | ".join(concept.deprecated),
        "note": concept.note,
    }


def _sources(texts: list[str], old: Concept, *, strict: bool) -> tuple[Term, ...]:
    """The English; its letters are binding as chosen for the first, and as they were for others."""
    known = {term.text: term.case_sensitive for term in old.source}
    rest = (Term(t, TermStatus.ADMITTED, known.get(t, t.isupper())) for t in texts[1:])
    return (Term(texts[0], case_sensitive=strict), *rest)


def _targets(right: list[str], wrong: list[str], old: Concept) -> tuple[Term, ...]:
    years = {term.text: term.until for term in old.target}
    return (
        *(Term(text) for text in right[:1]),
        *(Term(text, TermStatus.ADMITTED) for text in right[1:]),
        *(Term(text, TermStatus.DEPRECATED, until=years.get(text)) for text in wrong),
    )
