"""Which paragraphs belong together, as a person says: join, split, shift, unlink, link.

Each of these changes the session as one step, goes to the unit that it has made, and raises
ImpossibleLink where it cannot be done, with nothing changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.alignment import by_hand
from corpus.bitext import AlignmentLink, Side
from corpus.errors import ImpossibleLink
from corpus.told import told
from tui.review.kept_links import written_down

if TYPE_CHECKING:
    from corpus.bitext import Bitext, TranslationUnit
    from tui.review.session import ReviewSession


def join(session: ReviewSession, step: int = 1) -> None:
    """Make one unit of the one in view and its neighbour."""
    at = session.at + step
    if not 0 <= at < len(session):
        raise ImpossibleLink("there is no neighbour to join", "join it with the other one")
    units = session.bitext.units
    pair = (units[session.at].id, units[at].id)
    _make(session, f"join {session.at + 1}", by_hand.merge(session.bitext, pair))


def split(session: ReviewSession) -> None:
    """Cut the first paragraph of each language off the unit in view."""
    link = _link(session)
    counts = min(1, len(link.source)), min(1, len(link.target))
    made = by_hand.split(session.bitext, _id(session), *counts)
    _make(session, f"split {session.at + 1}", made)


def shift(session: ReviewSession, side: Side, *, forward: bool) -> None:
    """Give the last paragraph of one language to the next unit, or the first to the one before."""
    made = by_hand.shift(session.bitext, _id(session), side, forward=forward)
    _make(session, f"shift {session.at + 1}", made)


def unlink(session: ReviewSession) -> None:
    """Say that the two sides of the unit in view have nothing to do with each other."""
    _make(session, f"unlink {session.at + 1}", by_hand.unlink(session.bitext, _id(session)))


def link(session: ReviewSession, other: int) -> None:
    """Make one unit of the one in view and another, by number from 0: one has only English, the
    other only Japanese. Across other links, the paragraph is said to have moved."""
    here, there = session.bitext.units[session.at], session.bitext.units[other]
    source, target = (here, there) if not here.target else (there, here)
    made = by_hand.link(session.bitext, source.id, target.id)
    _make(session, f"link {session.at + 1}", made)


def affirm(session: ReviewSession) -> None:
    """Say that the two sides of the unit in view belong together as they are."""
    old = _link(session)
    same = AlignmentLink(old.source, old.target, 1.0, by_hand=True)
    _make(session, f"affirm {session.at + 1}", by_hand.reapplied(session.bitext, (same,)))


def _make(session: ReviewSession, label: str, bitext: Bitext) -> None:
    """Let other links stand, unless units would go that somebody has edited."""
    stay = set(map(_content, bitext.units))
    gone = [at for at, u in enumerate(session.bitext.units) if _content(u) not in stay]
    for at in gone:
        if session.unit(at).changed:
            raise ImpossibleLink(
                told("paragraph {} has been edited", at + 1),
                "take the machine's text back (R), link, then edit",
            )
    known = set(map(_content, session.bitext.units))
    session.record_links(label, written_down(bitext), gone)
    units = session.bitext.units
    session.go(next((at for at, u in enumerate(units) if _content(u) not in known), session.at))


def _content(unit: TranslationUnit) -> tuple[str, str, str]:
    """What makes a unit the same: its id alone is that of its English."""
    return unit.id, unit.source, unit.target


def _link(session: ReviewSession) -> AlignmentLink:
    if not session.bitext.links:
        raise ImpossibleLink(
            told("{} has its links in the file", session.bitext.name),
            "only a pair of texts can be linked by hand",
        )
    return session.bitext.links[session.at]


def _id(session: ReviewSession) -> str:
    return session.bitext.units[session.at].id
