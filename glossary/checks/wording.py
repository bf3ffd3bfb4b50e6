"""The words that several checks put into their findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.told import told
from glossary.finding import Finding, Fix, Severity
from glossary.termbase import BUNDLED

if TYPE_CHECKING:
    from glossary.concept import Concept
    from glossary.rendering import AnnotatedUnit, Rendering


_OFFERED = 4
_ORIGINS = {
    BUNDLED: told("the bundled names"),
    "review": told("an earlier review"),
    "": told("the glossary"),
}


def source_of(concept: Concept) -> str:
    """Where the knowledge comes from, for a finding's `why`."""
    where: str = _ORIGINS.get(concept.origin, concept.origin)
    if concept.table:
        where = told("{}, {}", where, concept.table)
    right = concept.preferred or told("(none is given)")
    pair = told("{} = {} ({})", concept.source[0].text, right, where)
    return told("{}: {}", pair, concept.note.rstrip(".")) if concept.note else pair


def wanted(concept: Concept) -> tuple[str, ...]:
    """The Japanese to offer, the preferred first; other forms of one name with 株式会社 are not."""
    others = [t for t in concept.accepted[1:] if "株式会社" not in t]
    return (*concept.accepted[:1], *others[: _OFFERED - 1])


def about(
    annotated: AnnotatedUnit, rendering: Rendering, check: str, severity: Severity, message: str
) -> Finding:
    """The finding on one rendering; a marked place is suggested and mended by the right name."""
    return Finding(
        unit=annotated.unit.id,
        check=check,
        severity=severity,
        message=message,
        source=rendering.mention.span,
        target=rendering.target,
        suggestions=_offered(annotated.unit.target, rendering.target, rendering.concept),
        concept=rendering.concept.id,
        fix=_mending(annotated.unit.target, rendering.target, rendering.concept.preferred),
        why=_reason(annotated, rendering),
    )


def _offered(target: str, span: Span | None, concept: Concept) -> tuple[str, ...]:
    """What is wanted, less the acronym that stands in brackets behind the place already."""
    first, others = wanted(concept)[:1], wanted(concept)[1:]
    end = span.end if span else len(target)
    return (*first, *(w for w in others if not target.startswith((f"({w})", f"（{w}）"), end)))


def _reason(annotated: AnnotatedUnit, rendering: Rendering) -> str:
    """Where the knowledge comes from, and how like the two are where that decided."""
    reason = source_of(rendering.concept)
    if rendering.mention.explained:
        acronym = rendering.mention.span.of(annotated.unit.source)
        reason = told("{}; the text explains {}", reason, acronym)
    if rendering.alike < 1:
        reason = told("{}; {} alike", reason, f"{rendering.alike:.0%}")
    return reason


def _mending(target: str, span: Span | None, wanted: str) -> Fix | None:
    """The change that puts `wanted` there, once: (WFP) that follows already is not doubled."""
    if span is None or not wanted:
        return None
    start, end = span.start, span.end
    for length in range(len(wanted) - 1, 1, -1):
        if target.startswith(wanted[-length:], end):
            end += length
            break
    for length in range(len(wanted) - 1, 1, -1):
        if target.endswith(wanted[:length], 0, start):
            start -= length
            break
    whole = Span(start, end)
    return Fix(whole, whole.of(target), wanted)
