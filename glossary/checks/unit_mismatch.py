"""A number that is right, of a unit or currency that is not.

What it does: it compares what the figures of equal value count: currencies, years and months,
miles and kilometres, tons and kilograms.
Why it is bad: 20億円 for "$2 billion" is a hundred and fifty times too little.
Example: 50キロメートル for "50 miles".
Use instead: 50マイル, or the converted 80キロメートル.
The fix writes the unit of the English; it is offered where only one figure can be meant.
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

NAME = "unit-mismatch"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Right numbers with a unit or currency that is another one."""
    yield from wrong_figures(annotated, NAME, Flaw.UNIT)


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="The number is right, the unit or the currency is another one.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("The firm paid $20 million.", "同社は2000万円を支払った。"),
        Example("The road is 50 miles long.", "道路の長さは50キロメートルである。"),
        Example("The trial lasted 15 years.", "裁判は15か月続いた。"),
    ),
    passed=(
        Example("The firm paid $20 million.", "同社は2000万ドルを支払った。"),
        Example("The road is 50 miles long.", "道路の長さは80キロメートルである。"),
        Example("A 45-year-old whisky was sold.", "45年物のウイスキーが売れた。"),
        Example("She won the race five times.", "彼女は5度優勝した。"),
        Example("It takes 24 months.", "2年かかる。"),
    ),
)
