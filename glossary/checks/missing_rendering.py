"""A term of the glossary that the Japanese does not have.

What it does: where the English mentions a concept, it looks for any of its right renderings, and
for anything that could stand for it: a shortened name, an acronym, 同社. Nothing is reported where
the name is merely said fewer times. A lone common noun and a bundled name are minor.
Why it is bad: the term was translated freely, or dropped.
Example: 港の起重機 for "port crane", where the glossary has 港湾クレーン.
Use instead: one of the renderings of the glossary.
There is a fix only where an acronym in brackets shows which words stand for the term.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.examples import concept
from glossary.checks.wording import about, wanted
from glossary.concept import EntityKind
from glossary.finding import Severity
from glossary.rendering import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.finding import Finding
    from glossary.rendering import AnnotatedUnit

NAME = "missing-rendering"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Terms of the English of which the Japanese has no rendering."""
    for rendering in annotated.renderings:
        if rendering.verdict is not Verdict.MISSING:
            continue
        mentioned = rendering.mention.span.of(annotated.unit.source)
        right = reduce(lambda one, other: told("{} or {}", one, other), wanted(rendering.concept))
        severity = Severity.MINOR if rendering.slight else Severity.MAJOR
        message = told('"{}" is {}, which the Japanese does not have', mentioned, right)
        if rendering.target:
            message = told(
                '"{}" is {}, not {}', mentioned, right, rendering.target.of(annotated.unit.target)
            )
        yield about(annotated, rendering, NAME, severity, message)


_CRANE = (concept("port crane", "港湾クレーン"),)
_TOYOTA = (concept("Toyota Motor Corporation", "トヨタ自動車", kind=EntityKind.COMPANY),)
_LAND = (concept("Ministry of Land", "国土交通省"),)

CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="None of the right renderings stands in the Japanese.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("The port cranes were sold.", "港の起重機は売却された。", _CRANE),
        Example("Toyota Motor plans a factory.", "ホンダは工場を計画している。", _TOYOTA),
    ),
    passed=(
        Example("The port cranes were sold.", "港湾クレーンは売却された。", _CRANE),
        Example("Toyota Motor plans a factory.", "同社は工場を計画している。", _TOYOTA),
        Example("The Ministry of Land objected.", "国交省は反対した。", _LAND),
        Example(
            "A port crane fell. The port crane was old.", "港湾クレーンが倒れた。古かった。", _CRANE
        ),
    ),
    by_terms=True,
)
