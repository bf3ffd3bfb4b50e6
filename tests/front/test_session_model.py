"""Whatever a person does in whatever order: a restart finds all of it, undo all that was before."""

from __future__ import annotations

import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.alignment.pairing import bitext_of
from corpus.bitext import AlignmentLink, Document, Side
from corpus.errors import ImpossibleLink
from corpus.segmentation import segments
from corpus.workspace.journal import UnitStatus
from corpus.workspace.store import Workspace
from glossary.concept import Concept, Term, TermStatus
from glossary.termbase import Termbase
from tui.review import links
from tui.review.filter import kind
from tui.review.remedies import flaw_of
from tui.review.session import ReviewSession
from tui.review.terms import NewTerm

if TYPE_CHECKING:
    from collections.abc import Callable

ENGLISH = "Rapidus paid 3 yen.\n\nIt snowed.\n\nRapidus left.\n\nIt snowed.\n\nThe end of 1998."
JAPANESE = "\n\n".join(
    (
        "ラピッドゥスは5円払った。",
        "雪だった。",
        "ラピッドゥスは去った。",
        "雪だった。",
        "1998年の終わり。",
    )
)
RAPIDUS = Concept(
    "rapidus",
    (Term("Rapidus"),),
    (Term("ラピダス"), Term("ラピッドゥス", TermStatus.DEPRECATED)),
    origin="own.csv",
)

ACTIONS: dict[str, Callable[[ReviewSession], object]] = {
    "next": lambda s: s.go(s.at + 1),
    "first": lambda s: s.go(0),
    "find": lambda s: s.next_finding(),
    "apply": lambda s: s.apply(),
    "everywhere": lambda s: s.apply_everywhere(s.places()),
    "edit": lambda s: s.edit(s.unit().target + "改"),
    "empty": lambda s: s.edit(""),
    "machine": lambda s: s.back_to_machine(),
    "confirm": lambda s: s.confirm(),
    "reopen": lambda s: s.confirm(confirmed=False),
    "clean": lambda s: s.confirm_clean(),
    "ignore": lambda s: s.ignore(),
    "mute": lambda s: s.mute(),
    "unmute": lambda s: s.unmute(),
    "comment": lambda s: s.comment(f"{s.unit().comment}!"),
    "term": lambda s: s.add_term(NewTerm("snowed", "降雪", "雪")),
    "join": links.join,
    "split": links.split,
    "shift": lambda s: links.shift(s, Side.TARGET, forward=True),
    "back": lambda s: links.shift(s, Side.SOURCE, forward=False),
    "unlink": links.unlink,
    "affirm": links.affirm,
    "undo": lambda s: s.undo(),
    "redo": lambda s: s.redo(),
}


def opened(path: Path) -> ReviewSession:
    source, target = (
        Document(name, text, segments(text))
        for name, text in (("en.txt", ENGLISH), ("ja.txt", JAPANESE))
    )
    bitext = bitext_of(source, target, [AlignmentLink((n,), (n,), 0.9) for n in range(5)])
    return ReviewSession(bitext, Termbase.of((RAPIDUS,)), Workspace.open(path))


def everything(session: ReviewSession) -> list[object]:
    """All that a person sees."""
    return [session.unit(at) for at in range(len(session))]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(ACTIONS)), max_size=14))
def test_a_restart_finds_everything_and_undo_leads_back_to_the_beginning(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "w.db"
        session = opened(path)
        beginning = everything(session)
        for name in names:
            try:
                ACTIONS[name](session)
            except ImpossibleLink:
                continue
        seen = everything(session)
        session.close()
        session = opened(path)
        assert everything(session) == seen
        steps = 0
        while session.undo() is not None:
            steps += 1
        back = everything(session)
        assert [u.target for u in back] == [u.target for u in beginning]
        assert [u.findings for u in back] == [u.findings for u in beginning]
        assert [u.comment for u in back] == [u.comment for u in beginning]
        for _ in range(steps):
            assert session.redo() is not None
        # What an undone step had left can be redone as well: undo was pressed along the way.
        assert [u.target for u in everything(session)] == [u.target for u in seen]
        session.close()


def from_afar(session: ReviewSession) -> dict[str, object]:
    """What is kept in step with every change."""
    session.sought, at = "改", session.at
    hits = session.next_hit()[1]
    session.at = at
    return {
        "counts": session.counts(),
        "confirmed": session.confirmed,
        "changed": session.changed,
        "to review": session.to_review,
        "kinds": session.kinds(),
        "hits": hits,
        "alike": session.alike(),
    }


def one_by_one(session: ReviewSession) -> dict[str, object]:
    """The same, by a look at every unit."""
    units = [session.unit(at) for at in range(len(session))]
    confirmed = [u.status is UnitStatus.CONFIRMED for u in units]
    found = session.finding
    flaw = flaw_of(found, session.unit().target) if found else None
    return {
        "counts": Counter(f.severity for u in units for f in u.findings),
        "confirmed": sum(confirmed),
        "changed": sum(u.changed for u in units),
        "to review": sum(done or not u.one_sided for u, done in zip(units, confirmed, strict=True)),
        "kinds": [kind(u) for u in units],
        "hits": sum("改" in u.target for u in units),
        "alike": tuple(
            u.number - 1
            for u in units
            if flaw and any(flaw_of(f, u.target) == flaw for f in u.findings)
        ),
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(ACTIONS)), max_size=14))
def test_what_is_known_from_afar_is_what_a_look_at_every_unit_gives(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        session = opened(Path(folder) / "w.db")
        for name in names:
            with suppress(ImpossibleLink):
                ACTIONS[name](session)
            assert from_afar(session) == one_by_one(session), name
        session.close()
