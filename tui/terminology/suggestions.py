"""Terms that the text under review suggests, to be accepted one by one or turned down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from corpus.workspace.journal import Change, Field, UnitStatus
from glossary.proposal import concepts, proposals
from tui.language import later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.concept import Concept
    from glossary.extraction import Candidate
    from glossary.proposal import Proposal
    from tui.review.session import ReviewSession
    from tui.terminology.desk import Desk


class View(StrEnum):
    """Which suggestions are looked at."""

    NEW = later("new")
    CONTRADICTING = later("other than known")
    REJECTED = later("rejected")


class Sorting(StrEnum):
    """By what suggestions are sorted."""

    SCORE = later("score")
    COUNT = later("count")
    ENGLISH = later("English")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A candidate beside what is known, with its places in the document."""

    proposal: Proposal
    here: tuple[int, ...]
    """The first units it stands in, by number from 0."""
    confirmed: int
    """How many of these a person has confirmed."""
    rejected: bool

    @property
    def candidate(self) -> Candidate:
        return self.proposal.candidate

    @property
    def view(self) -> View:
        if self.rejected:
            return View.REJECTED
        return View.CONTRADICTING if self.proposal.contradicted else View.NEW

    @property
    def concept(self) -> Concept:
        """The concept to keep; it says so where it may repeat a machine's error."""
        return concepts((self.candidate,), confirmed=bool(self.confirmed))[0]


class Suggestions:
    """What `glossary.extraction.extract` has found in the text of a review."""

    def __init__(self, desk: Desk, candidates: Sequence[Candidate]) -> None:
        """The desk must be that of a review."""
        session = desk.books.session
        assert session is not None  # noqa: S101
        self._desk = desk
        self._session: ReviewSession = session
        self._candidates = candidates
        self._all: tuple[Suggestion, ...] = ()
        self.read()

    def read(self) -> None:
        """Look anew at what is known, rejected and confirmed."""
        units = self._session.bitext.units
        numbers: dict[str, list[int]] = {}
        for at, unit in enumerate(units):
            numbers.setdefault(unit.id, []).append(at)
        rejected = self._session.workspace.rejected()
        self._all = tuple(
            self._seen(proposal, numbers, rejected)
            for proposal in proposals(self._candidates, self._session.termbase)
            if not proposal.known
        )

    def of(self, view: View, words: str = "", sorting: Sorting = Sorting.SCORE) -> list[Suggestion]:
        """Those of one view that hold the words."""
        wanted = words.casefold()
        found = [
            s
            for s in self._all
            if s.view is view
            and (wanted in s.candidate.source.casefold() or wanted in s.candidate.target)
        ]
        if sorting is Sorting.COUNT:
            found.sort(key=lambda s: -s.candidate.count)
        elif sorting is Sorting.ENGLISH:
            found.sort(key=lambda s: s.candidate.source.casefold())
        return found

    def accept(self, suggestion: Suggestion, concept: Concept | None = None) -> None:
        """Keep it in the workspace, as it is or as a person has edited it."""
        made = concept or suggestion.concept
        self._desk.put(
            made, label="accept", unit=self._key(suggestion.here[0]) if suggestion.here else ""
        )
        self.read()

    def reject(self, suggestion: Suggestion) -> bool:
        """Propose it no more, in any text, or again; whether it is rejected now."""
        wanted = None if suggestion.rejected else datetime.now(UTC).isoformat(timespec="seconds")
        name = suggestion.candidate.source[:40]
        change = Change(Field.REJECTED, _pair(suggestion.candidate), None, wanted)
        self._desk.record(f"{'reject' if wanted else 'propose again'} {name}", [change])
        self.read()
        return wanted is not None

    def _seen(
        self, proposal: Proposal, numbers: dict[str, list[int]], rejected: frozenset[str]
    ) -> Suggestion:
        places = dict.fromkeys(proposal.candidate.places)
        here = tuple(sorted(at for place in places for at in numbers.get(place, ())))
        done = (self._session.unit(at).status is UnitStatus.CONFIRMED for at in here)
        return Suggestion(proposal, here, sum(done), _pair(proposal.candidate) in rejected)

    def _key(self, at: int) -> str:
        return self._session.unit(at).key


def _pair(candidate: Candidate) -> str:
    return f"{candidate.source.casefold()}\x1f{candidate.target}"
