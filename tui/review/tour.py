"""Where the person is in a review, and how to get to what matters next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from corpus.workspace.journal import UnitStatus
from tui.review.rising import holds, onward
from tui.review.seeking import Seeking
from tui.review.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import Bitext
    from glossary.finding import Finding
    from tui.review.filter import Filter, Kind
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
        self._seeking = Seeking(ledger)
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
        if self._shown is not None and not holds(self._shown, at):
            self.show_all()

    def neighbour(self, step: int) -> int:
        """The unit after the one in view, or with -1 before it, of those that are `shown`."""
        ahead = bisect_right(self.shown, self.at) if step > 0 else bisect_left(self.shown, self.at)
        return self.shown[max(0, min(ahead - (step < 0), len(self.shown) - 1))]

    def kinds(self) -> list[Kind]:
        """What each unit can be filtered by."""
        return [self._ledger.kind(at) for at in range(len(self))]

    def narrow(self, chosen: Filter) -> int:
        """Go between the units only that a filter lets through; how many. With none, all stay."""
        kinds = self.kinds()
        wanted = {kind for kind in set(kinds) if chosen.lets_through(kind)}
        shown = tuple(at for at, kind in enumerate(kinds) if kind in wanted)
        if shown:
            self.selection.clear()
            self.filter, self._shown = chosen, shown
            if not holds(shown, self.at):
                self.go(shown[min(bisect_left(shown, self.at), len(shown) - 1)])
        return len(shown)

    def show_all(self) -> None:
        """End the filter."""
        self.selection.clear()
        self.filter = self._shown = None

    def next_finding(self, step: int = 1) -> Finding | None:
        """Go to the next open finding, or with -1 to the one before; round and round."""
        stop = next(self._stops(step), None)
        if stop is None:
            return None
        pick = self.pick if self.unseen and step > 0 else self.pick + step
        self.unseen = False
        if not self._open(self.at) or not 0 <= pick < self._open(self.at):
            self.go(stop)
            pick = 0 if step > 0 else self._open(self.at) - 1
        self.pick = pick
        return self.finding

    def next_unresolved(self) -> bool:
        """Go to the next unit that has open findings and is not confirmed; False: none left."""
        return self._go_on(at for at in self._stops(1) if not self._confirmed(at))

    def next_unconfirmed(self) -> bool:
        """Go to the next unit of both languages that is not confirmed; False: none left."""
        return self._go_on(filter(self._ledger.standing.waits, onward(self.shown, self.at, 1)))

    def next_doubtful(self, step: int = 1) -> bool:
        """Go to the next unit whose link is doubtful; False: there is none."""
        found = next(filter(self._ledger.doubtful, onward(self.shown, self.at, step)), None)
        if found is not None:
            self.go(found)
        return found is not None

    def next_hit(self, step: int = 1, *, here: bool = False) -> tuple[int, int]:
        """Go to the next unit in which the sought stands, with `here` to the one in view if it
        does there; which hit it is, from 1, and of how many. 0 and 0: it stands nowhere."""
        hits = self._seeking.hits(self.sought, self.shown)
        if not hits:
            return 0, 0
        if not (here and holds(hits, self.at)):
            self.go(next(onward(hits, self.at, step)))
        return bisect_left(hits, self.at) + 1, len(hits)

    def _stops(self, step: int) -> Iterator[int]:
        """The units with open findings, of those that are `shown`, the next ones first."""
        if self._shown is None:
            return onward(self._ledger.verdicts.overview.stops, self.at, step)
        return filter(self._open, onward(self._shown, self.at, step))

    def _go_on(self, waiting: Iterator[int]) -> bool:
        """Go to the first of these that is another unit; whether there was one."""
        found = next((at for at in waiting if at != self.at), None)
        if found is not None:
            self.go(found)
        return found is not None

    def _confirmed(self, at: int) -> bool:
        return self._ledger.standing.state(at).status is UnitStatus.CONFIRMED

    def _open(self, at: int) -> int:
        return len(self._ledger.verdicts.open(at))
