"""A figure whose value is not that of the English.

What it does: it reads the figures of both texts as values (digits, words, 万, 億 and 兆,
percentages, fractions, conversions of units and of the clock) and reports those that nothing in the
English can stand for while one of the English is left over.
Why it is bad: 12億ドル for $12.1 billion is ten times too little, and looks right.
Example: 12億1000万ドル for "$12.1 billion".
Use instead: 121億ドル.
The fix writes the value of the English in the manner of the text; it is offered where only one
figure can be meant.
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

NAME = "number-value"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Figures whose value is another one."""
    yield from wrong_figures(annotated, NAME, Flaw.VALUE)


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A figure has another value than in the English.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("The bridge will cost $12.1 billion.", "橋の建設費は12億1000万ドルである。"),
        Example(
            "About 40,000 visitors came in the first week.", "最初の1週間に約4000人が来場した。"
        ),
        Example("The town has 18 schools.", "町には81校の学校がある。"),
        Example("The HX7 sensor is built in Osaka.", "HX9センサーは大阪で製造されている。"),
    ),
    passed=(
        Example("The bridge will cost $12.1 billion.", "橋の建設費は121億ドルである。"),
        Example("The fund holds $573.4 million.", "基金の残高は5億7340万ドルである。"),
        Example(
            "The tower is six feet tall and two miles away.",
            "塔は高さ約1.8メートルで、約3.2キロ先にある。",
        ),
        Example("Both towns met over the past decade.", "両町は過去10年間に会合を重ねた。"),
        Example("The train leaves at 3 p.m.", "列車は15時に出発する。"),
        Example("A couple of hundred thousand people signed.", "数十万人が署名した。"),
    ),
)
