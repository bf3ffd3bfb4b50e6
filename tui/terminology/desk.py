"""The glossary on the desk: looked through, changed, brought in and out. Every change is one step.

desk = Desk(InReview(session))
desk.approve(desk.entries()[0])
desk.undo()
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from corpus.workspace.journal import Change, Field, TermRow
from glossary.concept import EntityKind
from glossary.termbase import BUNDLED
from tui.display.counted import in_english
from tui.language import later, tr
from tui.review.terms import ORIGIN, grouped, key_of, rows_of
from tui.terminology.books import changes_terms
from tui.terminology.counting import Counting
from tui.terminology.effect import effect_of
from tui.terminology.entries import entries
from tui.terminology.entry import Entry, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.workspace.journal import Step
    from glossary.concept import Concept
    from glossary.effect import Effect
    from tui.terminology.books import Books

_MOST_NAMES = 50
"""Bundled names that a search shows."""
_SHORTEST_SEARCH = 2
_EMPTY: Final = (
    ("status", None),
    ("kind", EntityKind.TERM.value),
    ("note", ""),
    ("case_sensitive", False),
    ("context", ""),
    ("until", None),
    ("specs", ""),
)
"""The parts of a row with what stands there when nothing is said."""


class Order(StrEnum):
    """By what entries are sorted."""

    OPEN = later("open findings")
    ENGLISH = later("English")
    USED = later("uses")
    STATE = later("what needs a look")
    KEPT = later("as kept")


@dataclass(frozen=True, slots=True)
class Event:
    """What became of a term at one time."""

    at: datetime
    label: str
    before: str
    after: str


class Desk:
    """All entries, and what may be done to those of the workspace."""

    def __init__(self, books: Books) -> None:
        self.books = books
        self.counting = Counting(books.session)
        self._walked_back = 0
        self._entries: tuple[Entry, ...] = ()
        self._read()

    def recount(self) -> None:
        """Count the uses again, from the start."""
        self.counting = Counting(self.books.session)

    def entries(self, words: str = "", order: Order = Order.KEPT) -> tuple[Entry, ...]:
        """The entries that hold the words, counted as far as `counting` has come; bundled names
        stand at the end, and only where somebody looks for them."""
        found = [self._counted(e) for e in self._entries if not words or e.has(words)]
        return (*sorted(found, key=lambda e: _rank(e, order)), *self._bundled(words))

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self._entries)

    @property
    def conflicts(self) -> int:
        return sum(e.mark is Mark.CONFLICT for e in self._entries)

    @property
    def unapproved(self) -> int:
        return sum(e.mark is Mark.NEW for e in self._entries)

    def effect(self, concept: Concept) -> Effect:
        """What it would do to the text, and to what was corrected in other works."""
        return effect_of(concept, self.books.session, self.books.workspace)

    def unit_of(self, entry: Entry) -> str:
        """The unit that an entry of the workspace was found in, by key; empty: none is known."""
        return next((row.unit for row in self._rows(entry) if row.unit), "")

    # Changing

    def approve(self, entry: Entry) -> bool:
        """Say that an entry of the workspace was looked over, or that it was not; which."""
        rows = self._rows(entry)
        made = [replace(row, approved=not entry.approved) for row in rows]
        changes = [Change(Field.TERM, row.id, None, row.to_json()) for row in made]
        self.record(f"{'reopen' if entry.approved else 'approve'} {_name(entry)}", changes)
        return not entry.approved

    def put(
        self, concept: Concept, instead: Entry | None = None, *, label: str = "", unit: str = ""
    ) -> None:
        """Keep a concept in the workspace, in place of an entry of it or above one of a file;
        `unit` is the key of the unit it was found in."""
        old = self._rows(instead) if instead is not None and instead.own else ()
        unit = next((row.unit for row in old if row.unit), unit)
        verb = label or ("edit" if old else "add")
        if instead is not None and not instead.own and not concept.context:
            concept = replace(concept, id=concept.source[0].text)
        new = rows_of(concept, unit)
        self.record(f"{verb} term {concept.source[0].text[:40]}", [*_gone(old), *_come(new)])

    def remove(self, entry: Entry) -> None:
        """Take an entry of the workspace away."""
        self.record(f"remove term {_name(entry)}", list(_gone(self._rows(entry))))

    def take_in(self, concepts: Sequence[Concept]) -> int:
        """Keep the concepts of a glossary that was read from a file; how many said anything new.

        What the workspace has for the same English stays, with the file's Japanese beside it.
        """
        known = {_pair(row): row for row in self.books.workspace.terms()}
        made = (rows_of(each, approved=True) for each in concepts)
        new = [rows for rows in made if not all(_adds_nothing(known, row) for row in rows)]
        changes = list(_come(row for rows in new for row in rows))
        if changes:
            self.record(f"import {in_english(len(new), 'term')}", changes)
        return len(new)

    def record(self, label: str, changes: Sequence[Change]) -> None:
        """Make changes of terms, or of what is proposed as one, as one step."""
        self.books.record(label, changes)
        self._walked_back = 0
        self._read()

    # Walking back

    def undo(self) -> str | None:
        """Take the last step back if it was about terms; what it was, or None."""
        last = self.books.last
        if last is None or not changes_terms(last):
            return None
        done = self.books.undo()
        self._walked_back += 1
        self._read()
        return done

    def redo(self) -> str | None:
        """Make the step again that was taken back here; what it was, or None."""
        if not self._walked_back:
            return None
        self._walked_back -= 1
        done = self.books.redo()
        self._read()
        return done

    def history(self, entry: Entry) -> tuple[Event, ...]:
        """What became of an entry of the workspace, in whatever work, oldest first."""
        keys = {key_of(row) for row in self._rows(entry)}
        return tuple(self._events(self.books.workspace.term_steps(), keys))

    # Inside

    def _events(self, steps: Iterable[Step], keys: set[str]) -> Iterator[Event]:
        for step in steps:
            sides: list[list[str]] = [[], []]
            for change in step.changes:
                for side, value in zip(sides, (change.old, change.new), strict=True):
                    row = TermRow.from_json(value) if value else None
                    if row is not None and key_of(row) in keys:
                        side.append(_said(row))
            before, after = (", ".join(side) for side in sides)
            if before or after:
                at = datetime.fromisoformat(step.at).astimezone(UTC)
                yield Event(at, step.label, before, after)

    def _read(self) -> None:
        self._entries = entries(self.books.workspace.terms(), self.books.files.own)
        self.recount()

    def _rows(self, entry: Entry) -> tuple[TermRow, ...]:
        name = entry.concept.id.removeprefix(f"{ORIGIN}:").casefold()
        return tuple(grouped(self.books.workspace.terms()).get(name, ()))

    def _counted(self, entry: Entry) -> Entry:
        return replace(entry, uses=self.counting.uses(entry.concept.id))

    def _bundled(self, words: str) -> list[Entry]:
        """Bundled names with these words, where the settings have them."""
        if len(words) < _SHORTEST_SEARCH or len(self.books.files.own) == len(self._all_files):
            return []
        own = {form for e in self._entries for form in _forms(e)}
        found = (Entry(c) for c in self._all_files if c.origin == BUNDLED)
        shown = (replace(e, overruled=_over(e, own)) for e in found if e.has(words))
        return [self._counted(e) for e, _ in zip(shown, range(_MOST_NAMES), strict=False)]

    @property
    def _all_files(self) -> tuple[Concept, ...]:
        return self.books.files.concepts


def _forms(entry: Entry) -> Iterator[str]:
    return (term.text.casefold() for term in entry.concept.source)


def _over(entry: Entry, own: set[str]) -> str:
    return tr("your glossary") if own.intersection(_forms(entry)) else ""


def _gone(rows: Iterable[TermRow]) -> Iterator[Change]:
    # Backwards, so that taking the step back brings them in their order.
    return (Change(Field.TERM, row.id, None, None) for row in reversed(tuple(rows)))


def _come(rows: Iterable[TermRow]) -> Iterator[Change]:
    return (Change(Field.TERM, row.id, None, row.to_json()) for row in rows)


def _adds_nothing(known: Mapping[tuple[str, str], TermRow], row: TermRow) -> bool:
    """Whether all that a row says is known, perhaps with more; other formats hold less."""
    there = known.get(_pair(row))
    return there is not None and all(
        getattr(row, part) in (empty, getattr(there, part)) for part, empty in _EMPTY
    )


def _pair(row: TermRow) -> tuple[str, str]:
    return row.source.casefold(), row.target


def _said(row: TermRow) -> str:
    mark = "-" if row.status == "deprecated" else ""
    return f"{mark}{row.target}{mark}{' ok' if row.approved else ''}"


def _name(entry: Entry) -> str:
    return entry.concept.source[0].text[:40]


def _rank(entry: Entry, order: Order) -> tuple[int, ...] | tuple[str, ...]:
    match order:
        case Order.OPEN:
            return (-len(entry.uses.open), -len(entry.uses.here))
        case Order.USED:
            return (-len(entry.uses.here), -entry.uses.past)
        case Order.STATE:
            return (list(Mark).index(entry.mark),)
        case Order.ENGLISH:
            return (entry.concept.source[0].text.casefold(),)
        case Order.KEPT:
            return (0,)
