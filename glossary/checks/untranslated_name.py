"""A name left in English.

What it does: it looks for the English words of a concept that stand in the Japanese, where the
right rendering does not. Acronyms are let pass.
Why it is bad: readers who know the thing by its Japanese name do not recognise it.
Example: Atlantic Charterは今日も生きている for a glossary that has 大西洋憲章.
Use instead: the Japanese name; the English may follow it in brackets.
The fix replaces the English words by the preferred rendering, and is safe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.examples import concept
from glossary.checks.wording import about
from glossary.finding import Severity
from glossary.rendering import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.finding import Finding
    from glossary.rendering import AnnotatedUnit

NAME = "untranslated-name"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Names that stand in English and have a Japanese one."""
    for rendering in annotated.renderings:
        if rendering.verdict is Verdict.UNTRANSLATED and rendering.target:
            found = rendering.target.of(annotated.unit.target)
            message = told(
                "{} is left in English; it is {} in Japanese", found, rendering.concept.preferred
            )
            yield about(annotated, rendering, NAME, Severity.MAJOR, message)


_CHARTER = (concept("Atlantic Charter", "大西洋憲章"),)

CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A name stands in English although it has a Japanese one.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("The Atlantic Charter lives on.", "Atlantic Charterは今日も生きている。", _CHARTER),
    ),
    passed=(
        Example("The Atlantic Charter lives on.", "大西洋憲章は今日も生きている。", _CHARTER),
        Example(
            "The Atlantic Charter lives on.",
            "大西洋憲章（Atlantic Charter）は今日も生きている。",
            _CHARTER,
        ),
        Example(
            "Data came from NASA.",
            "データはNASAから提供された。",
            (concept("NASA", "米航空宇宙局"),),
        ),
    ),
    by_terms=True,
)
