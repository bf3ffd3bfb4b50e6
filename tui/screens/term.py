"""From a finding to a term: what to propose, and what to do with the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.concept import EntityKind
from tui.review_unit import remedy
from tui.screens.add_term import AddTermDialog, NewTerm

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.review_unit import UnitView
    from tui.screens.talking import TalkingScreen
    from tui.session import ReviewSession


def add_term(
    screen: TalkingScreen, session: ReviewSession, unit: UnitView, done: Callable[[], None]
) -> None:
    """Ask for a term, add it, and call `done`."""

    def add(term: NewTerm | None) -> None:
        if term is not None and screen.attempt(lambda: _add(session, term)):
            done()
            total, right = session.effect(term.source, term.target)
            screen.say(f"Added {term.source}: mentioned in {total}, right in {right}")

    screen.app.push_screen(AddTermDialog(guess(session, unit), session.effect), add)


def guess(session: ReviewSession, unit: UnitView) -> NewTerm:
    """What the finding in view knows of the term."""
    found = unit.findings[min(session.pick, len(unit.findings) - 1)] if unit.findings else None
    if found is None or found.source is None:
        return NewTerm("", "")
    fix = remedy(found, unit.target)
    wrong = found.target.of(unit.target) if found.target else ""
    wanted = fix.replacement if fix else "".join(found.suggestions[:1])
    if fix is not None:
        wrong = fix.found
    concept = session.concept(found.concept) if found.concept else None
    kind = concept.kind if concept else EntityKind.TERM
    return NewTerm(
        found.source.of(unit.source), wanted, "" if wrong == wanted else wrong, kind=kind.value
    )


def _add(session: ReviewSession, term: NewTerm) -> None:
    session.add_term(
        term.source,
        term.target,
        kind=term.kind,
        deprecated=term.deprecated,
        note=term.note,
    )
