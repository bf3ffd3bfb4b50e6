"""A heading that is printed twice.

What it does: it looks for a heading or a line that stands again right behind itself, where the
English has it once.
Why it is bad: it looks like a printing error, and is one: two versions of a page were merged.
Example: 鉄道と港湾 above 鉄道と港湾.
Use instead: the heading, once.
The fix takes the second one out, and is safe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.repeats import repeats
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.neighbours import called_for, quoted
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.rendering import AnnotatedUnit

NAME = "doubled-heading"
_HEADING = regex("[^。\n]{2,80}")
_NO_LETTER = regex(r"[\W_]+")
_FIGURES = regex("[0-9０-９年月日.,:：/() （）-]+")
"""Dates and the like, which may well stand twice running in a table."""


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Headings that stand again behind themselves."""
    unit = annotated.unit
    if unit.one_sided:
        return
    for repeat in repeats(unit.target):
        figures = _FIGURES.fullmatch(repeat.first.of(unit.target))
        if repeat.heading and not figures and not called_for(unit, repeat):
            extra = _with_its_line_break(unit.target, repeat.extra)
            yield Finding(
                unit=unit.id,
                check=NAME,
                severity=Severity.MINOR,
                message=told("this heading stands twice: {}", quoted(repeat.first.of(unit.target))),
                target=repeat.extra,
                suggestions=("",),
                fix=Fix(extra, extra.of(unit.target), ""),
                why=told("the English has it once"),
            )


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """Headings that stand again as a paragraph of their own, without an English."""
    standing = [each.unit for each in units if each.unit.target.strip()]
    for k, unit in enumerate(standing):
        near = (*standing[max(0, k - 1) : k], *standing[k + 1 : k + 2])
        heading = _HEADING.fullmatch(unit.target) and not _FIGURES.fullmatch(unit.target)
        alone = heading and not unit.source.strip()
        if alone and any(n.source.strip() and _same(n.target, unit.target) for n in near):
            whole = Span(0, len(unit.target))
            yield Finding(
                unit=unit.id,
                check=NAME,
                severity=Severity.MINOR,
                message=told("this heading stands twice: {}", quoted(unit.target)),
                target=whole,
                suggestions=("",),
                fix=Fix(whole, unit.target, ""),
                why=told("the English has it once"),
            )


def _same(one: str, other: str) -> bool:
    return _NO_LETTER.sub("", one) == _NO_LETTER.sub("", other)


def _with_its_line_break(text: str, line: Span) -> Span:
    """The line and the break before it, so that no empty line is left."""
    before = len(text[: line.start].rstrip("\n\r"))
    return Span(before, line.end)


CHECK = Check(
    name=NAME,
    severity=Severity.MINOR,
    summary="A heading stands twice.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "Deepening Forestry Cooperation: Two states signed.",
            "森林分野における協力森林分野における協力の深化：2州が署名した。",
        ),
        Example("Rail and harbour works", "鉄道と港湾の工事\n鉄道と港湾の工事"),
    ),
    passed=(
        Example("Rail and harbour works", "鉄道と港湾の工事"),
        Example(
            "Rail and harbour works. Rail and harbour works.", "鉄道と港湾の工事\n鉄道と港湾の工事"
        ),
    ),
    across=across,
)
