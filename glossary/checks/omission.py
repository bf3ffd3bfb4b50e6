"""An English sentence that the Japanese does not have.

What it does: it compares the sentences of a paragraph with their Japanese, and looks for
paragraphs of the statement that have none, also at its end, where the Japanese breaks off. A
sentence is reported only if it has more than a few words, the alignment leaves it out, hardly any
of its own figures, names and words stands in the Japanese, and that is too short.
Why it is bad: readers cannot miss what they have never seen.
Example: 橋は閉鎖された。10月に修復される for "It closed. Cracks were found in two pillars. …".
Use instead: a translation of the sentence.
There is no fix: it has to be translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.alignment.unanswered import omitted, unsaid
from corpus.bitext import Span
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.neighbours import SURE, around, inside, names, quoted, texts
from glossary.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.rendering import AnnotatedUnit

NAME = "omission"
_SENTENCE = regex(r"[a-z]{2}[^.!?]*[.!?]['\"’”)]*\s*$")
_PARAGRAPHS = 2


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Sentences left out of a paragraph."""
    unit = annotated.unit
    if not unit.one_sided and unit.score >= SURE:
        for span in omitted(unit.source, unit.target, names((annotated,))):
            text = quoted(span.of(unit.source))
            yield _finding(annotated, span, told('the Japanese leaves out a sentence: "{}"', text))


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """Paragraphs left out of the statement."""
    for k in inside(units):
        unit = units[k].unit
        if unit.target.strip() or unit.score < SURE:
            continue
        near = around(units, k)
        if unsaid(unit.source, texts(near), names((units[k], *near))):
            message = told('the Japanese leaves out a paragraph: "{}"', quoted(unit.source))
            yield _finding(units[k], Span(0, len(unit.source)), message)
    yield from _cut_off(units)


def _cut_off(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """The end of the statement, where the Japanese breaks off: one finding for all of it.

    Behind a statement a page may have lines of its own; they are few, or no whole sentences.
    """
    linked = inside(units)
    rest = [each for each in units[linked.stop :] if _SENTENCE.search(each.unit.source)]
    if not linked or len(rest) < _PARAGRAPHS or any(each.unit.target.strip() for each in rest):
        return
    last = units[linked.stop - 1]
    if all(unsaid(each.unit.source, texts((last,)), names((each, last))) for each in rest):
        message = told("the Japanese ends here: {} paragraphs of the English are left", len(rest))
        yield _finding(rest[0], Span(0, len(rest[0].unit.source)), message)


def _finding(annotated: AnnotatedUnit, span: Span, message: str) -> Finding:
    return Finding(
        unit=annotated.unit.id,
        check=NAME,
        severity=Severity.MAJOR,
        message=message,
        source=span,
        why=told(
            "no sentence answers it, none of its own words is there, and the Japanese is short"
        ),
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
