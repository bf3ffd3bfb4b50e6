"""What the checks say of every unit, and how much of it a person still wants to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.workspace.journal import TermRow
from glossary.runner import check_unit
from tui.review_terms import concepts
from tui.review_unit import Overview, overview

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.checks.check import Check
    from glossary.concept import Concept
    from glossary.finding import Finding
    from glossary.termbase import Termbase


class Verdicts:
    """Findings by the number of their unit, from 0, about the Japanese last given for it."""

    def __init__(
        self,
        units: Sequence[TranslationUnit],
        termbase: Termbase,
        checks: tuple[Check, ...],
        *,
        terms: Iterable[TermRow],
        waived: Iterable[str],
        texts: Iterable[str],
    ) -> None:
        """`termbase` is without `terms`, which are those added in review."""
        self._units = units
        self._without_terms = termbase
        self._checks = checks
        self._terms = {row.id: row for row in terms}
        self._waived = set(waived)
        self._texts = list(texts)
        self._overview: Overview | None = None
        self.judge_all()

    @property
    def overview(self) -> Overview:
        """The open findings of all units."""
        if self._overview is None:
            self._overview = overview(zip(self._texts, self._findings, strict=True), self._waived)
        return self._overview

    def open(self, at: int) -> tuple[Finding, ...]:
        """What is wrong with a unit and not waived."""
        return self._split(self._findings[at])[0]

    def ignored(self, at: int) -> tuple[Finding, ...]:
        """What a person has waived in a unit."""
        return self._split(self._findings[at])[1]

    def concept(self, id: str) -> Concept | None:  # noqa: A002
        """A concept that a finding names."""
        return self._termbase.get(id)

    def of(self, at: int, text: str) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """What would be open and ignored in a unit with another text."""
        return self._split(self._check(at, text))

    def judge(self, at: int, text: str) -> None:
        """The Japanese of a unit is now `text`."""
        self._texts[at] = text
        self._findings[at] = self._check(at, text)
        self._overview = None

    def judge_all(self) -> None:
        """Judge everything anew, by the terms there are now."""
        self._termbase = self._without_terms.with_concepts(concepts(self._terms.values()))
        self._findings = [self._check(at, text) for at, text in enumerate(self._texts)]
        self._overview = None

    def waive(self, fingerprint: str, waived: bool) -> None:
        """Hear of a finding no more, or again."""
        (self._waived.add if waived else self._waived.discard)(fingerprint)
        self._overview = None

    def put_term(self, id: str, value: str | None) -> None:  # noqa: A002
        """Have a term, as the workspace writes it, or have it no more; `judge_all` follows."""
        if value is None:
            self._terms.pop(id, None)
        else:
            self._terms[id] = TermRow.from_json(value)

    def _check(self, at: int, text: str) -> tuple[Finding, ...]:
        return check_unit(self._units[at].with_target(text), self._termbase, self._checks)

    def _split(self, found: tuple[Finding, ...]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        open_ = tuple(f for f in found if f.fingerprint not in self._waived)
        return open_, tuple(f for f in found if f.fingerprint in self._waived)
