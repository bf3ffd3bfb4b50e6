"""Where the person is in a review, and how to get to what matters next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from corpus.workspace.journal import UnitStatus
from tui.review.search import found_in
from tui.review.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.bitext import Bitext
    from glossary.finding import Finding
    from tui.review.filter import Filter
    from tui.review.ledger import Ledger
    from tui.review.unit import UnitView


class Tour:
    """`at` is the unit in view and `pick` the finding in it, both as numbers from 0."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.at = next(iter(ledger.numbers([ledger.work.place or ""])), 0)
        self.pick = 0
        self.unseen = False
        """Whether the finding has come under the cursor only because the one there is gone."""
        self.filter: Filter | None = None
        """Which units there are to go to; None: all. It ends where the person leaves these."""
        self._shown: tuple[int, ...] | None = None
        self.selection = Selection()
        """The units that commands are about at once; empty: only the one in view."""
        self.sought = ""
        """What the person is looking for, if anything."""

    def __len__(self) -> int:
        return len(self.bitext.units)

    @property
    def bitext(self) -> Bitext:
        """What is reviewed, with the links that a person has made."""
        return self._ledger.bitext

    @property
    def shown(self) -> Sequence[int]:
        """The units that were in the filter when it was set, by number from 0; without one, all."""
        return range(len(self)) if self._shown is None else self._shown

    def unit(self, at: int | None = None) -> UnitView:
        """The unit with a number, or the one in view."""
        return self._ledger.unit(self.at if at is None else at)

    @property
    def finding(self) -> Finding | None:
        """The finding that commands are about."""
        found = self.unit().findings
        return found[self.pick] if found else None

    def go(self, at: int) -> None:
        """Look at another unit, or at the nearest there is."""
        at = max(0, min(at, len(self) - 1))
        if at != self.at:
            self.at, self.pick, self.unseen = at, 0, False
            self._ledger.work.place = self._ledger.standing.keys[at]
        if self._shown is not None and at not in self._shown:
            self.show_all()

    def neighbour(self, step: int) -> int:
        """The unit after the one in view, or with -1 before it, of those that are `shown`."""
        ahead = bisect_right(self.shown, self.at) if step > 0 else bisect_left(self.shown, self.at)
        return self.shown[max(0, min(ahead - (step < 0), len(self.shown) - 1))]

    def narrow(self, chosen: Filter) -> int:
        """Go between the units only that a filter lets through; how many. With none, all stay."""
        shown = tuple(at for at in range(len(self)) if chosen.lets_through(self.unit(at)))
        if shown:
            self.selection.clear()
            self.filter, self._shown = chosen, shown
            if self.at not in shown:
                self.go(shown[min(bisect_left(shown, self.at), len(shown) - 1)])
        return len(shown)

    def show_all(self) -> None:
        """End the filter."""
        self.selection.clear()
        self.filter = self._shown = None

    def next_finding(self, step: int = 1) -> Finding | None:
        """Go to the next open finding, or with -1 to the one before; round and round."""
        stops = self._stops
        if not stops:
            return None
        pick = self.pick if self.unseen and step > 0 else self.pick + step
        self.unseen = False
        if not self._open(self.at) or not 0 <= pick < self._open(self.at):
            self.go(_beyond(stops, self.at, step))
            pick = 0 if step > 0 else self._open(self.at) - 1
        self.pick = pick
        return self.finding

    def next_unresolved(self) -> bool:
        """Go to the next unit that has open findings and is not confirmed; False: none left."""
        waiting = [at for at in self._stops if at != self.at and self.unit(at).unresolved]
        if waiting:
            self.go(_beyond(waiting, self.at, 1))
        return bool(waiting)

    def next_unconfirmed(self) -> bool:
        """Go to the next unit of both languages that is not confirmed; False: none left."""
        waiting = [at for at in self.shown if at != self.at and self._waits(self.unit(at))]
        if waiting:
            self.go(_beyond(waiting, self.at, 1))
        return bool(waiting)

    def next_doubtful(self, step: int = 1) -> bool:
        """Go to the next unit whose link is doubtful; False: there is none."""
        doubtful = [at for at in self.shown if self.unit(at).doubtful]
        if doubtful:
            self.go(_beyond(doubtful, self.at, step))
        return bool(doubtful)

    def hits(self) -> tuple[int, ...]:
        """The units, of those that are `shown`, in which what is `sought` stands."""
        units = ((at, self.unit(at)) for at in self.shown)
        return tuple(
            at
            for at, unit in units
            if found_in(unit.source, self.sought) or found_in(unit.target, self.sought)
        )

    def next_hit(self, step: int = 1, *, here: bool = False) -> tuple[int, int]:
        """Go to the next unit in which the sought stands, with `here` to the one in view if it
        does there; which hit it is, from 1, and of how many. 0 and 0: it stands nowhere."""
        hits = self.hits()
        if not hits:
            return 0, 0
        if not (here and self.at in hits):
            self.go(_beyond(hits, self.at, step))
        return hits.index(self.at) + 1, len(hits)

    @staticmethod
    def _waits(unit: UnitView) -> bool:
        return not unit.one_sided and unit.status is not UnitStatus.CONFIRMED

    @property
    def _stops(self) -> tuple[int, ...]:
        """The units with open findings, of those that are `shown`."""
        stops = self._ledger.verdicts.overview.stops
        if self._shown is None:
            return stops
        shown = set(self._shown)
        return tuple(at for at in stops if at in shown)

    def _open(self, at: int) -> int:
        return len(self._ledger.verdicts.open(at))


def _beyond(places: Sequence[int], at: int, step: int) -> int:
    """The first place after, or before, a unit; round and round."""
    ahead = bisect_right(places, at) if step > 0 else bisect_left(places, at) - 1
    return places[ahead % len(places)]
