"""What a check reports, and the change that mends it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.bitext import Span, TranslationUnit


class Severity(StrEnum):
    """MQM severities, from a matter of taste to a reader misled."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for minor, 2 for critical."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Fix:
    """Put `replacement` where `found` stands at `span` of the target text."""

    span: Span
    found: str
    replacement: str

    def apply(self, target: str) -> str:
        """The mended text; unchanged where `found` no longer stands there or the fix is done.

        Applying a fix twice is the same as applying it once.
        """
        if self.span.of(target) != self.found or self._done(target):
            return target
        return target[: self.span.start] + self.replacement + target[self.span.end :]

    def _done(self, target: str) -> bool:
        """Whether `found` is already a part of the replacement at this very place."""
        offset = self.replacement.find(self.found)
        while offset >= 0:
            start = self.span.start - offset
            if start >= 0 and target.startswith(self.replacement, start):
                return True
            offset = self.replacement.find(self.found, offset + 1)
        return False


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw in one unit."""

    unit: str
    check: str
    severity: Severity
    message: str
    """One sentence: what is wrong and what it should be."""
    source: Span | None = None
    """In the unit's source text."""
    target: Span | None = None
    """In the unit's target text; None where something is absent."""
    suggestions: tuple[str, ...] = ()
    """What could stand at `target` instead, best first."""
    concept: str | None = None
    fix: Fix | None = None
    """Only where it is safe to apply without reading the sentence."""
    why: str = ""
    """Where the judgement comes from: the glossary row, the rule, the score."""
    document: str | None = None
    places: int = 0
    """In how many more places of the text the same words are wrong in the same way."""
    fingerprint: str = ""
    """The same flaw in the same text has the same one, wherever the text is moved to."""

    def fields(self, unit: TranslationUnit) -> dict[str, object]:
        """What other programs are told of it, by the names they know; `unit` is its unit."""
        fix = self.fix
        return {
            "document": self.document,
            "unit": self.unit,
            "check": self.check,
            "severity": self.severity.value,
            "message": self.message,
            "source": _place(self.source, unit.source),
            "target": _place(self.target, unit.target),
            "suggestions": list(self.suggestions),
            "concept": self.concept,
            "fingerprint": self.fingerprint,
            "why": self.why,
            "places": self.places,
            "replacement": _written(fix.span, fix.replacement) if fix else None,
        }


def by_unit(findings: Iterable[Finding]) -> dict[tuple[str | None, str], list[Finding]]:
    """The findings of each unit that has some, in their order, by its document and id."""
    found: dict[tuple[str | None, str], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.document, finding.unit), []).append(finding)
    return found


def _place(span: Span | None, text: str) -> dict[str, object] | None:
    return None if span is None else _written(span, span.of(text))


def _written(span: Span, text: str) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": text}


def fingerprint(finding: Finding, unit: TranslationUnit, ordinal: int) -> str:
    """16 hex digits from the check, the concept, the English and the marked words.

    `ordinal` tells apart findings of one unit that are otherwise alike. The rest of the
    Japanese is left out, so that mending one flaw does not change the others' fingerprints.
    """
    marked = finding.target.of(unit.target) if finding.target else ""
    mentioned = finding.source.of(unit.source) if finding.source else ""
    parts = (
        finding.check,
        finding.concept or "",
        unit.source or unit.target,
        mentioned,
        marked,
        str(ordinal),
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
