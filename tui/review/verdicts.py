"""What the checks say of every unit, and how much of it a person still wants to hear."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.bitext import Bitext
from corpus.workspace.journal import TermRow
from glossary.runner import check_bitext
from tui.review.remedies import flaw_of
from tui.review.terms import concepts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.checks.check import Check
    from glossary.concept import Concept
    from glossary.finding import Finding, Severity
    from glossary.termbase import Termbase
    from tui.review.remedies import Flaw

_NEAR = 4
"""How far a change of one unit may change what is found in others (a paragraph printed twice)."""
_WINDOW = 12
"""How far around a changed unit is read again to find that, instead of the whole document."""


@dataclass(frozen=True, slots=True)
class Overview:
    """All open findings, from afar."""

    counts: Counter[Severity]
    stops: tuple[int, ...]
    """The units, by number from 0, that have any."""
    alike: dict[Flaw, tuple[int, ...]]
    """The units in which the same thing can be mended in the same way."""


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
            self._overview = _overview(zip(self._texts, self._findings, strict=True), self._waived)
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
        return self._split(self._around(at, text)[at])

    def judge(self, at: int, text: str) -> None:
        """The Japanese of a unit is now `text`."""
        around = self._around(at, text)
        self._texts[at] = text
        for near in range(max(0, at - _NEAR), min(len(self._units), at + _NEAR + 1)):
            self._findings[near] = around[near]
        self._overview = None

    def judge_all(self) -> None:
        """Judge everything anew, by the terms there are now."""
        self._termbase = self._without_terms.with_concepts(concepts(self._terms.values()))
        found = self._check(range(len(self._units)), self._texts)
        self._findings = [found[at] for at in range(len(self._units))]
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

    def _around(self, at: int, text: str) -> dict[int, tuple[Finding, ...]]:
        """The findings of a unit with another text, and of those around it."""
        window = range(max(0, at - _WINDOW), min(len(self._units), at + _WINDOW + 1))
        return self._check(window, [text if k == at else self._texts[k] for k in window])

    def _check(self, window: range, texts: Iterable[str]) -> dict[int, tuple[Finding, ...]]:
        """The findings of each unit in `window`, read as if it were the whole document."""
        units = tuple(
            self._units[at].with_target(text) for at, text in zip(window, texts, strict=True)
        )
        found: dict[tuple[str | None, str], list[Finding]] = {(u.document, u.id): [] for u in units}
        for finding in check_bitext(Bitext("", units), self._termbase, self._checks):
            found[finding.document, finding.unit].append(finding)
        return {at: tuple(found[u.document, u.id]) for at, u in zip(window, units, strict=True)}

    def _split(self, found: tuple[Finding, ...]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        open_ = tuple(f for f in found if f.fingerprint not in self._waived)
        return open_, tuple(f for f in found if f.fingerprint in self._waived)


def _overview(units: Iterable[tuple[str, Iterable[Finding]]], waived: Collection[str]) -> Overview:
    """Count and sort the findings of all units (with their Japanese), but for the waived ones."""
    counts: Counter[Severity] = Counter()
    alike: dict[Flaw, dict[int, None]] = {}
    stops: dict[int, None] = {}
    for at, (text, found) in enumerate(units):
        for finding in found:
            if finding.fingerprint not in waived:
                counts[finding.severity] += 1
                stops[at] = None
                if flaw := flaw_of(finding, text):
                    alike.setdefault(flaw, {})[at] = None
    return Overview(counts, tuple(stops), {what: tuple(at) for what, at in alike.items()})
