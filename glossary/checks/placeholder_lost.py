"""A tag of an XLIFF file that the Japanese does not have, or has twice.

What it does: where a file has tags inside its texts, each stands in the text as a mark (🅐, 🅑 …);
the check counts them.
Why it is bad: the program that the text goes back to shows it without its link or its bold type,
or cannot read the file at all.
Example: 計画🅑を見よ（See 🅐the plan🅑）.
Use instead: 🅐計画🅑を見よ.
There is no fix: where the mark belongs has to be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.formats.inline import is_mark
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.rendering import AnnotatedUnit

NAME = "placeholder-lost"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Marks that are gone, and second ones."""
    unit = annotated.unit
    if unit.one_sided:
        return
    for at, mark in enumerate(unit.source):
        if is_mark(mark) and mark not in unit.target:
            message = told("the mark {} is missing", mark)
            yield _finding(unit.id, message, source=Span(at, at + 1))
    for at, mark in enumerate(unit.target):
        if is_mark(mark) and mark in unit.source and mark in unit.target[:at]:
            message = told("the mark {} stands twice", mark)
            yield _finding(unit.id, message, target=Span(at, at + 1))


def _finding(
    unit: str, message: str, source: Span | None = None, target: Span | None = None
) -> Finding:
    return Finding(
        unit=unit,
        check=NAME,
        severity=Severity.MAJOR,
        message=message,
        source=source,
        target=target,
        why=told("the marks of the two texts, one by one"),
    )


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A tag inside an XLIFF text is missing in the Japanese, or stands there twice.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("See 🅐the plan🅑.", "計画🅑を見よ。"),
        Example("It rained 🅐here.", "🅐ここで雨が降った🅐。"),
    ),
    passed=(
        Example("See 🅐the plan🅑.", "🅐計画🅑を見よ。"),
        Example("It rained 🅐here.", "ここで🅐雨が降った。"),
    ),
)
