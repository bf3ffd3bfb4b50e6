"""A Japanese sentence that the English does not have.

What it does: the same as `omission`, with the sides exchanged. What stands on a page before and
after the statement is not looked at, nor is what stands twice (`duplication`).
Why it is bad: the machine, or whoever put the page together, says something that was never said.
Example: a remark of the translator among the sentences of a minister.
Use instead: nothing, or a note that can be told from the text.
There is no fix: the sentence may be a wanted explanation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.alignment.unanswered import added, unheard
from corpus.bitext import Span
from corpus.language.repeats import alike, repeats
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.neighbours import SURE, around, inside, names, quoted, texts
from glossary.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.rendering import AnnotatedUnit

NAME = "addition"
_SENTENCE_ENDS = tuple("。！？!?」』")


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Sentences put into a paragraph."""
    unit = annotated.unit
    if unit.one_sided or unit.score < SURE:
        return
    for span in added(unit.source, unit.target, names((annotated,))):
        twice = (place for each in repeats(unit.target) for place in (each.first, each.second))
        if not any(span.overlaps(place) for place in twice):
            text = quoted(span.of(unit.target))
            yield _finding(
                annotated, span, told("the English does not have this sentence: {}", text)
            )


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """Paragraphs put between two that are translations."""
    for k in inside(units):
        unit = units[k].unit
        sentence = unit.target.rstrip().endswith(_SENTENCE_ENDS)
        if unit.source.strip() or not sentence or unit.score < SURE:
            continue
        if units[k - 1].unit.one_sided or units[k + 1].unit.one_sided:
            continue  # a longer stretch is a block of the page, not a part of the statement
        near = around(units, k)
        again = any(alike(unit.target, japanese) for _, japanese in texts(near))
        if not again and unheard(unit.target, texts(near), names((units[k], *near))):
            message = told("the English does not have this paragraph: {}", quoted(unit.target))
            yield _finding(units[k], Span(0, len(unit.target)), message)


def _finding(annotated: AnnotatedUnit, span: Span, message: str) -> Finding:
    return Finding(
        unit=annotated.unit.id,
        check=NAME,
        severity=Severity.MINOR,
        message=message,
        target=span,
        why=told("no sentence answers it, and its figures, names and words are not in the English"),
    )


CHECK = Check(
    name=NAME,
    severity=Severity.MINOR,
    summary="The Japanese has a sentence or a paragraph of its own.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "The library opened in May. Admission is free.",
            "図書館は5月に開館した。隣の美術館では、江戸時代の絵画の展覧会が開催されている。入館は無料である。",
        ),
    ),
    passed=(
        Example(
            "The library opened in May. Admission is free.",
            "図書館は5月に開館した。入館は無料である。",
        ),
        Example(
            "The library, which opened in May, charges no admission.",
            "図書館は5月に開館した。入館料は無料である。",
        ),
    ),
    across=across,
)
