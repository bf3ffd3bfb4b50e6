"""A percentage that is none in the Japanese, or one that the English does not have.

What it does: it compares figures of equal value of which only one is a share of a hundred.
Why it is bad: 14倍 for "14 percent" is a hundred times too much.
Example: 14倍増加した for "rose by 14 percent".
Use instead: 14%増加した.
The fix writes the sign of the text; it is offered where only one figure can be meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.language.figures.agreement import Flaw
from glossary.checks.amounts import wrong_figures
from glossary.checks.check import Check, Example
from glossary.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.finding import Finding
    from glossary.rendering import AnnotatedUnit

NAME = "percentage"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Percentages that became something else, or something else that became one."""
    yield from wrong_figures(annotated, NAME, Flaw.PERCENT)


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A percentage became something else, or the other way round.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("Sales rose by 14 percent.", "売上高は14倍増加した。"),
        Example("The old bridge carries 70% of the traffic.", "古い橋は交通量の70倍を支えている。"),
    ),
    passed=(
        Example("Sales rose by 14 percent.", "売上高は14パーセント増加した。"),
        Example("Thirty percent of the land is forest.", "土地の3割が森林である。"),
        Example("Half of the land is forest.", "土地の50%が森林である。"),
        Example("A quarter of 80 schools closed.", "80校のうち25%が閉校した。"),
    ),
)
