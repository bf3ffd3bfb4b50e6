"""What became of the variables and written tags of a text: a part of `placeholder-lost`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.language.tags import lost_halves
from corpus.language.variables import alike, beyond, mangled, variables
from corpus.told import told
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.bitext import Span, TranslationUnit
    from corpus.language.variables import Variable


def lost_variables(unit: TranslationUnit, check: str) -> Iterator[Finding]:
    """Variables that are gone, that are written otherwise, or that the English does not have."""
    there = variables(unit.target)
    tags = [tag.span for tag in lost_halves(unit.source, unit.target)]
    lost = beyond(variables(unit.source), there)
    missing = [v for v in lost if not any(span.contains(v.span) for span in tags)]
    strange = beyond(there, variables(unit.source))
    right = [v.span for v in there if v not in strange]
    for variable in missing:
        span, sure = _in_its_place(variable, unit.target, right, alone=len(missing) == 1)
        if span is not None:
            strange = [v for v in strange if not v.span.overlaps(span)]
        yield _missing(unit, check, variable, span, sure=sure)
    for variable in strange:
        message = told("the English has no variable {}", variable.text)
        yield _finding(unit, check, message, target=variable.span)


def lost_tags(unit: TranslationUnit, check: str) -> Iterator[Finding]:
    """Tags of which the Japanese has one half of the pair alone."""
    for tag in lost_halves(unit.source, unit.target):
        yield Finding(
            unit=unit.id,
            check=check,
            severity=Severity.MAJOR,
            message=told("the tag {} is missing", tag.text),
            source=tag.span,
            why=told("the tags of the two texts, one by one"),
        )


def _missing(
    unit: TranslationUnit, check: str, variable: Variable, span: Span | None, *, sure: bool
) -> Finding:
    if span is None:
        message = told("the variable {} is missing", variable.text)
        return _finding(unit, check, message, source=variable.span)
    found = span.of(unit.target)
    message = told("the variable {} is written {}", variable.text, found)
    fix = Fix(span, found, variable.text) if sure else None
    return _finding(unit, check, message, variable.span, span, (variable.text,), fix)


def _in_its_place(
    variable: Variable, target: str, right: list[Span], *, alone: bool
) -> tuple[Span | None, bool]:
    """Where something else stands instead, and whether it surely is that variable."""
    span = mangled(variable, target)
    if span and not any(span.overlaps(r) for r in right):
        return span, True
    forms = {*alike(target), *(v.span for v in variables(target))}
    others = [s for s in forms if not any(s.overlaps(r) for r in right)]
    return (others[0] if alone and len(others) == 1 else None), False


def _finding(
    unit: TranslationUnit,
    check: str,
    message: str,
    source: Span | None = None,
    target: Span | None = None,
    suggestions: tuple[str, ...] = (),
    fix: Fix | None = None,
) -> Finding:
    return Finding(
        unit=unit.id,
        check=check,
        severity=Severity.MAJOR,
        message=message,
        source=source,
        target=target,
        suggestions=suggestions,
        fix=fix,
        why=told("the variables of the two texts, one by one"),
    )
