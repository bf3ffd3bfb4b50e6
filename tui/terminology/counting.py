"""Where terms are used: in the document under review, and in what the workspace remembers."""

from __future__ import annotations

from collections import Counter, defaultdict
from time import monotonic
from typing import TYPE_CHECKING

from corpus.bitext import TranslationUnit
from glossary.rendering import annotate
from tui.terminology.entry import Uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.rendering import AnnotatedUnit
    from tui.review.session import ReviewSession


class Counting:
    """Counts bit by bit: `go_on` until `left` is 0. The text is judged on the way."""

    def __init__(self, session: ReviewSession | None) -> None:
        self._session = session
        self._here: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._open: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._past: Counter[str] = Counter()
        self.total = len(session) if session else 0
        """How many units there are to look at."""
        self.done = 0
        self._work = self._all() if session else iter(())

    @property
    def left(self) -> int:
        """How many units are still to be looked at; 0 when everything is counted."""
        return self.total - self.done

    def go_on(self, seconds: float = float("inf")) -> bool:
        """Count for so long; whether there is nothing left to do."""
        until = monotonic() + seconds
        return all(monotonic() < until for _ in self._work)

    def uses(self, concept: str) -> Uses:
        """What is counted so far of a concept, by its id."""
        here, open_ = self._here.get(concept, ()), self._open.get(concept, ())
        return Uses(tuple(here), tuple(open_), self._past[concept])

    def _all(self) -> Iterator[None]:
        """Each step a small one."""
        session = self._session
        assert session is not None  # noqa: S101
        while session.unjudged:
            session.judge_on(0)
            self.done = len(session) - session.unjudged
            yield
        for at in range(len(session)):
            for id_ in _named(session.annotated(at)):
                self._here[id_][at] = None
            for finding in session.unit(at).findings:
                if finding.concept is not None:
                    self._open[finding.concept][at] = None
            yield
        yield from self._remembered(session)
        self.done = self.total

    def _remembered(self, session: ReviewSession) -> Iterator[None]:
        """Paragraphs of other works; those that stand in this text, too, are counted there."""
        here = {unit.source for unit in session.bitext.units}
        for number, past in enumerate(session.workspace.latest_corrections()):
            if past.source and past.source not in here:
                unit = TranslationUnit(str(number), past.source, past.corrected)
                self._past.update(_named(annotate(unit, session.termbase)))
                yield


def _named(annotated: AnnotatedUnit) -> set[str]:
    return {c.id for m in annotated.mentions for c in m.concepts}
