"""All open findings of a review from afar, kept in step with every unit that changes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from typing import TYPE_CHECKING

from tui.review.remedies import flaw_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.finding import Finding, Severity
    from tui.review.remedies import Flaw


class Overview:
    """Counts and places of findings; units go by number from 0."""

    def __init__(self) -> None:
        self.counts: Counter[Severity] = Counter()
        """Only those severities that there are."""
        self.stops: list[int] = []
        """The units that have any, rising."""
        self._alike: dict[Flaw, list[int]] = {}
        self._said: dict[int, tuple[tuple[Severity, Flaw | None], ...]] = {}

    def alike(self, flaw: Flaw) -> Sequence[int]:
        """The units in which the same thing can be mended in the same way, rising."""
        return self._alike.get(flaw, ())

    def put(self, at: int, text: str, found: Iterable[Finding]) -> None:
        """These are now the open findings of a unit, in its Japanese."""
        said = tuple((f.severity, flaw_of(f, text)) for f in found)
        before = self._said.get(at, ())
        if said == before:
            return
        self.counts.subtract(severity for severity, _ in before)
        self.counts.update(severity for severity, _ in said)
        self.counts = +self.counts
        for flaw in {flaw for _, flaw in before if flaw}:
            _take_out(self._alike[flaw], at)
            if not self._alike[flaw]:
                del self._alike[flaw]
        for flaw in {flaw for _, flaw in said if flaw}:
            insort(self._alike.setdefault(flaw, []), at)
        if not said:
            _take_out(self.stops, at)
            del self._said[at]
            return
        if not before:
            insort(self.stops, at)
        self._said[at] = said


def _take_out(places: list[int], at: int) -> None:
    del places[bisect_left(places, at)]
