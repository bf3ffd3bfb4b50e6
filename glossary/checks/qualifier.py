"""A bound that is turned round: more than made less than.

What it does: it compares what stands beside figures of equal value: more than, at least, 以上, 超
on one side, less than, up to, 未満, 以下, 最大 on the other. That a bound or an "about" is left
out altogether is not reported: good translators leave it out where it does not matter.
Why it is bad: "at least 500" and 500人以下 are opposites.
Example: 500人未満 for "more than 500 people".
Use instead: 500人を超える.
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

NAME = "qualifier"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Bounds that were turned round."""
    yield from wrong_figures(annotated, NAME, Flaw.BOUND)


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="More than became less than, or the other way round.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("More than 500 farmers joined.", "500人未満の農家が参加した。"),
        Example("The hall holds up to 800 guests.", "会場は800人以上を収容する。"),
    ),
    passed=(
        Example("More than 500 farmers joined.", "500人を超える農家が参加した。"),
        Example("The hall holds up to 800 guests.", "会場は最大800人を収容する。"),
        Example("Over 30 years she wrote for the paper.", "彼女は30年にわたり同紙に書いた。"),
    ),
)
