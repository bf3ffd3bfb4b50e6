"""Every unit read by the judge, one after the other, so that a screen need not wait for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.rendering import AnnotatedUnit
from glossary.runner import Judged, rejudged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.acronyms import Acronyms
    from glossary.checks.check import Check
    from glossary.termbase import Termbase


class Reading:
    """Units by number from 0, with the Japanese last given for each."""

    def __init__(
        self,
        units: Sequence[TranslationUnit],
        texts: Iterable[str],
        termbase: Termbase,
        checks: tuple[Check, ...],
    ) -> None:
        self._units = units
        self.texts = list(texts)
        """The Japanese of each unit."""
        self.termbase = termbase
        """By which units are read from now on."""
        self._checks = checks
        self._read: list[Judged | None] = [None] * len(units)
        self._unread = list(range(len(units) - 1, -1, -1))
        self._acronyms: dict[str | None, Acronyms] = {}
        self._documents: dict[str | None, list[int]] = {}
        for at, unit in enumerate(units):
            self._documents.setdefault(unit.document, []).append(at)

    @property
    def left(self) -> int:
        """How many units are still to be read."""
        return len(self._unread)

    def next(self) -> int:
        """Read the next unit; which it was."""
        at = self._unread.pop()
        read = self._read[at] = self._fresh(at, self.texts[at])
        self._acronyms[self._units[at].document] = read.annotated.acronyms
        return at

    def judged(self, at: int, text: str | None = None) -> Judged:
        """A unit with its Japanese or with another, whether it was its turn or not."""
        known = self._read[at]
        text = self.texts[at] if text is None else text
        if known is not None and known.annotated.unit.target == text:
            return known
        return self._fresh(at, text)

    def put(self, at: int, text: str) -> None:
        """The Japanese of a unit is now `text`."""
        judged = self.judged(at, text)
        self.texts[at] = text
        if self._read[at] is not None:
            self._read[at] = judged

    def document(self, at: int) -> list[int]:
        """The units of the document that a unit belongs to."""
        return self._documents[self._units[at].document]

    def forget(self, numbers: Iterable[int]) -> None:
        """Have some units read once more."""
        self._unread = sorted({*self._unread, *numbers}, reverse=True)

    def relinked(self, units: Sequence[TranslationUnit], texts: Iterable[str]) -> Reading:
        """The reading of other units of the same texts; those that were read stay so."""
        other = Reading(units, texts, self.termbase, self._checks)
        known = {(j.annotated.unit.document, j.annotated.unit.id): j for j in self._read if j}
        for at, unit in enumerate(units):
            read = known.get((unit.document, unit.id))
            if read and read.annotated.unit == unit.with_target(other.texts[at]):
                other._read[at] = read
        other._unread = [at for at in other._unread if other._read[at] is None]
        for at in other._unread:
            before = other._read[at - 1] if at else None
            if before is not None:
                other._acronyms[units[at].document] = before.annotated.acronyms
        return other

    def _fresh(self, at: int, text: str) -> Judged:
        unit, known = self._units[at].with_target(text), self._read[at]
        before = known.acronyms if known else self._acronyms.get(unit.document, {})
        blank = Judged(AnnotatedUnit(unit, (), ()), before, ())
        return rejudged(blank, text, self.termbase, self._checks)
