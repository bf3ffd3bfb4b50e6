"""An English sentence that the Japanese does not have.

What it does: it compares the sentences of a paragraph with their Japanese, and looks for
paragraphs of the statement that have none. A sentence is reported only if the alignment leaves it
out, hardly any of its own figures, names and words stands in the Japanese, and that is too short.
Why it is bad: readers cannot miss what they have never seen.
Example: a paragraph of three sentences whose Japanese has two.
Use instead: a translation of the sentence.
There is no fix: it has to be translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.alignment.unanswered import omitted, unsaid
from corpus.bitext import Span
from glossary.checks.check import Check, Example
from glossary.checks.neighbours import SURE, around, inside, names, quoted, texts
from glossary.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.rendering import AnnotatedUnit

NAME = "omission"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Sentences left out of a paragraph."""
    unit = annotated.unit
    if not unit.one_sided and unit.score >= SURE:
        for span in omitted(unit.source, unit.target, names((annotated,))):
            text = quoted(span.of(unit.source))
            yield _finding(annotated, span, f'the Japanese leaves out a sentence: "{text}"')


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """Paragraphs left out of the statement."""
    for k in inside(units):
        unit = units[k].unit
        if unit.target.strip() or unit.score < SURE:
            continue
        near = around(units, k)
        if unsaid(unit.source, texts(near), names((units[k], *near))):
            message = f'the Japanese leaves out a paragraph: "{quoted(unit.source)}"'
            yield _finding(units[k], Span(0, len(unit.source)), message)


def _finding(annotated: AnnotatedUnit, span: Span, message: str) -> Finding:
    return Finding(
        unit=annotated.unit.id,
        check=NAME,
        severity=Severity.MAJOR,
        message=message,
        source=span,
        why="no sentence answers it, none of its own words is there, and the Japanese is short",
    )


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A sentence or a paragraph of the English is missing.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "The library opened in May. Schools in the valley may borrow up to forty books. "
            "Admission is free.",
            "図書館は5月に開館した。入館は無料である。",
        ),
        Example(
            "The bridge was closed after the storm. Engineers found cracks in two pillars. "
            "It will be repaired by October.",
            "橋は嵐の後に閉鎖された。10月までに修復される。",
        ),
    ),
    passed=(
        Example(
            "The library opened in May. Schools in the valley may borrow up to forty books. "
            "Admission is free.",
            "図書館は5月に開館した。谷にある学校は最大40冊の本を借りることができる。入館は無料である。",
        ),
        Example(
            "The bridge was closed. Engineers found cracks in two pillars.",
            "橋は閉鎖され、技術者が2本の柱に亀裂を発見した。",
        ),
        Example("The bridge was closed after the storm.", "橋は閉鎖された。"),
    ),
    across=across,
)
