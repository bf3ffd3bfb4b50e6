"""What a translation engine is asked for in a review: new Japanese, or newer, unit by unit.

Nothing here sends anything: it says what is wanted, and what of it the workspace has.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import TYPE_CHECKING

from corpus.bitext import Document, Span, TranslationUnit
from corpus.engines.engine import Options, key, relevant
from corpus.segmentation import segments
from corpus.workspace.journal import UnitStatus
from glossary.obedience import Obeyed, obedience
from glossary.termbase import Termbase
from tui.translation.connection import ENGINE, FORMALITIES, MODELS
from tui.translation.plan import asked, is_made_of, laid_out, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpus.bitext import Bitext
    from corpus.engines.run import Wanted
    from corpus.workspace.engine_cache import EngineCache
    from glossary.concept import Concept
    from tui.review.session import ReviewSession

_ANY_OPTIONS = [Options(f, m) for f, m in product(FORMALITIES.values(), MODELS.values())]


@dataclass(frozen=True, slots=True)
class Asked:
    """A unit, and what is wanted of an engine for it."""

    at: int
    """By number from 0."""
    key: str
    english: Document
    """The paragraphs of the unit."""
    wanted: tuple[Wanted, ...]
    """One for each of them."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Newer Japanese for a unit that has some."""

    at: int
    source: str
    old: str
    new: str


class Renewal:
    """A review at one moment, under the terms of that moment."""

    def __init__(
        self,
        session: ReviewSession,
        cache: EngineCache,
        concepts: Sequence[Concept],
        terms: Mapping[str, str],
    ) -> None:
        """`terms` are what the engine has, or is to have, of the concepts."""
        self._session, self.cache, self.terms = session, cache, terms
        self.termbase = Termbase.of(concepts)
        english = tuple(_paragraphs(session.bitext))
        texts = [s.text for document in english for s in document.segments]
        wanted = iter(asked(texts, terms, session.conditions.options, ENGINE))
        self._asked = tuple(
            Asked(at, session.unit(at).key, one, tuple(islice(wanted, len(one.segments))))
            for at, one in enumerate(english)
        )

    def of(self, at: int) -> Asked:
        """What is wanted for one unit."""
        return self._asked[at]

    def of_keys(self, keys: Iterable[str]) -> tuple[Asked, ...]:
        """What is wanted for units that had these keys, as far as they are still there."""
        sought = frozenset(keys)
        return tuple(a for a in self._asked if a.key in sought)

    def empty(self) -> tuple[Asked, ...]:
        """Units with English and no Japanese, unless a person took it out."""
        return tuple(
            a
            for a in self._asked
            if a.wanted and not self._session.unit(a.at).target and not self.is_persons(a.at)
        )

    def outdated(self) -> tuple[Asked, ...]:
        """Units whose Japanese an engine made under other terms for them; none of a person's."""
        return tuple(
            a
            for a in self._asked
            if a.wanted
            and self._session.unit(a.at).target
            and not self.is_persons(a.at)
            and self._is_outdated(a)
        )

    def is_persons(self, at: int) -> bool:
        """Whether a person wrote or confirmed what stands in a unit."""
        unit = self._session.unit(at)
        if unit.status is UnitStatus.CONFIRMED:
            return True
        if not unit.target:
            return unit.changed
        made = [self.cache.made_of(w.text).values() for w in self._asked[at].wanted]
        if is_made_of(unit.target, made):
            return False
        # Of a text that we never translated, the Japanese of the file counts as the machine's.
        return unit.changed or (bool(made) and all(made))

    def japanese(self, one: Asked) -> str | None:
        """The Japanese that is kept for a unit; None where some of it is still to be paid for."""
        found = self.cache.found(w.key for w in one.wanted)
        if any(w.key not in found for w in one.wanted):
            return None
        return laid_out(one.english, [found[w.key].text for w in one.wanted])

    def proposals(self, some: Iterable[Asked]) -> Iterator[Proposal]:
        """What has come for units that have other Japanese, which no person wrote."""
        for one in some:
            unit, new = self._session.unit(one.at), self.japanese(one)
            if new and unit.target and not same(new, unit.target) and not self.is_persons(one.at):
                yield Proposal(one.at, unit.source, unit.target, new)

    def answers(self, newer: Mapping[int, str]) -> Iterator[tuple[int, str, str]]:
        """Number from 1, English and Japanese of all units whose Japanese no person wrote, with
        `newer` Japanese, by number from 0, in the place of what stands."""
        for one in self._asked:
            unit = self._session.unit(one.at)
            if one.wanted and unit.target and not self.is_persons(one.at):
                yield unit.number, unit.source, newer.get(one.at, unit.target)

    def _is_outdated(self, one: Asked) -> bool:
        unit = self._session.unit(one.at)
        made = [self.cache.made_of(w.text) for w in one.wanted]
        if not all(made):
            return self._disobeys(one)
        # Another formality is no reason to pay: only other terms are.
        under_these = [
            {key(w.text, self.terms, options, ENGINE) for options in _ANY_OPTIONS}
            for w in one.wanted
        ]
        current = [
            [text for name, text in rows.items() if name in names]
            for rows, names in zip(made, under_these, strict=True)
        ]
        return not is_made_of(unit.target, current)

    def _disobeys(self, one: Asked) -> bool:
        """Whether a text from elsewhere mentions a term and does not have it."""
        if not any(relevant(w.text, self.terms) for w in one.wanted):
            return False
        unit = self._session.unit(one.at)
        read = TranslationUnit("", unit.source, unit.target)
        return any(o.obeyed is not Obeyed.APPLIED for o in obedience([read], self.termbase))


def _paragraphs(bitext: Bitext) -> Iterator[Document]:
    """The English of each unit as a document of its own, with the paragraphs of its file."""
    known = bitext.source.segments if bitext.source else ()
    starts = [s.span.start for s in known]
    for unit in bitext.units:
        span = unit.source_span
        if span is None or not known:
            yield Document("", unit.source, segments(unit.source))
            continue
        own = known[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        moved = [
            replace(s, span=Span(s.span.start - span.start, s.span.end - span.start)) for s in own
        ]
        yield Document("", unit.source, tuple(moved))
