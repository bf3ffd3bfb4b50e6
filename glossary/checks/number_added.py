"""A figure of the Japanese that nothing in the English stands for.

What it does: it looks for figures from three on, written in digits, that no figure and no word of
the English (dozen, decade, trilateral) can mean. Explanations in brackets and added years of events
are let pass.
Why it is bad: readers take it for a fact of the original.
Example: 15校が参加した for "schools took part".
Use instead: the sentence without it.
There is no fix: the sentence around it has to be read.
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

NAME = "number-added"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Figures of the Japanese that the English does not have."""
    yield from wrong_figures(annotated, NAME, Flaw.ADDED)


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A figure of the Japanese is not in the English.",
    explanation=__doc__,
    find=find,
    flagged=(Example("Many schools took part in the parade.", "15校がパレードに参加した。"),),
    passed=(
        Example("Many schools took part in the parade.", "多くの学校がパレードに参加した。"),
        Example("A dozen schools took part for a fortnight.", "12校が2週間にわたり参加した。"),
        Example("The trilateral talks were held in the spring.", "3カ国の協議が春に開かれた。"),
        Example("The club was founded by his grandfather.", "クラブは祖父が創設した（1925年）。"),
    ),
)
