"""The findings of the checks that compare figures, made from one comparison of the two texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.figures.agreement import Flaw, disagreements
from corpus.language.figures.quantity import Bound, Kind
from corpus.language.figures.writing import hour_for, japanese_for
from corpus.told import told
from glossary.checks.neighbours import SURE
from glossary.finding import Finding, Fix, Severity
from glossary.rendering import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.language.figures.agreement import Disagreement
    from glossary.rendering import AnnotatedUnit

_WHY = told("read as values in both languages")
_HALF_OF_THE_DAY = 2
"""The letters of 午前 and 午後."""


def wrong_figures(annotated: AnnotatedUnit, check: str, *flaws: Flaw) -> Iterator[Finding]:
    """A finding for each figure with one of these flaws, none for figures inside known names."""
    unit = annotated.unit
    if unit.one_sided or unit.score < SURE:
        return
    for each in disagreements(unit.source, unit.target):
        if each.flaw in flaws and not _in_a_name(annotated, each):
            yield _finding(annotated, check, each)


def _in_a_name(annotated: AnnotatedUnit, each: Disagreement) -> bool:
    """Whether it stands in a name that the Japanese has, or has otherwise: G7, 第一三共."""
    source, target = each.source_span, each.target_span
    return any(source and m.span.contains(source) for m in annotated.mentions) or any(
        target and r.target and r.verdict is Verdict.RIGHT and r.target.contains(target)
        for r in annotated.renderings
    )


def _finding(annotated: AnnotatedUnit, check: str, each: Disagreement) -> Finding:
    unit = annotated.unit
    target, wanted = _mending(each, unit.target)
    english = each.source_span.of(unit.source) if each.source_span else ""
    japanese = target.of(unit.target) if target else ""
    safe = bool(wanted) and each.sure and target is not None
    return Finding(
        unit=unit.id,
        check=check,
        severity=Severity.MAJOR,
        message=_message(each, english, japanese, wanted),
        source=each.source_span,
        target=target,
        suggestions=(wanted,) if wanted else (),
        fix=Fix(target, japanese, wanted) if safe and target else None,
        why=_WHY,
    )


def _mending(each: Disagreement, target: str) -> tuple[Span | None, str]:
    """The place in the Japanese, and what should stand there; empty where that is not clear."""
    span, e, j = each.target_span, each.source, each.target
    if each.flaw is Flaw.BOUND:
        return span, ""  # the words around the figure are wrong
    if each.wanted or span is None or e is None or j is None:
        return span, each.wanted
    if e.kind is Kind.HOUR and j.kind is Kind.HOUR and {e.unit, j.unit} == {"am", "pm"}:
        return Span(span.start - _HALF_OF_THE_DAY, span.end), hour_for(e, j, target)
    return span, japanese_for(e, j, target)


def _message(each: Disagreement, english: str, japanese: str, wanted: str) -> str:
    flaw = each.flaw
    if flaw is Flaw.MISSING:
        if not english:
            return told("a number is missing before {}", japanese)
        return told("the Japanese does not have {}", english)
    if flaw is Flaw.ADDED:
        return told("{} answers nothing in the English", japanese)
    if flaw is Flaw.BOUND and each.source:
        if each.source.bound is Bound.OVER:
            return told("{} is the least in the English, but {} the most here", english, japanese)
        return told("{} is the most in the English, but {} the least here", english, japanese)
    if wanted and wanted != english:
        return told("{} is {}, not {}", english, wanted, japanese)
    return told("{} in the English, {} in the Japanese", english, japanese)
