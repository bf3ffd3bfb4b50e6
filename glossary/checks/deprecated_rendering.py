"""A rendering that the glossary forbids.

What it does: it looks for the deprecated Japanese terms of every concept that the English mentions.
Why it is bad: somebody has already decided that this wording is wrong.
Example: 拡張抑止 for "extended deterrence", which is 拡大抑止.
Use instead: the preferred term, 拡大抑止.
The fix replaces the marked words by the preferred term, and is safe for names and nouns; there is
none where the glossary forbids a term without saying what is right. Another
spelling of a person or place in the bundled names is minor, and so is a former name, unless the
English speaks of its time; what a bundled name knows as somebody else's is critical.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.examples import concept
from glossary.checks.wording import about
from glossary.concept import Concept, EntityKind, Term, TermStatus
from glossary.finding import Severity
from glossary.rendering import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.finding import Finding
    from glossary.rendering import AnnotatedUnit

NAME = "deprecated-rendering"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Renderings that a glossary lists as wrong."""
    for rendering in annotated.renderings:
        if rendering.verdict is Verdict.DEPRECATED and rendering.target:
            found = rendering.target.of(annotated.unit.target)
            right = rendering.concept.preferred
            message = told("{} is not to be used", found)
            if right:
                message = told("{} is not to be used; write {}", found, right)
            if rendering.until and right:
                message = told(
                    "{} was the name until {}; it is {} now", found, rendering.until, right
                )
            severity = Severity.MINOR if rendering.slight else Severity.MAJOR
            if rendering.other:
                owner = rendering.other.source[0].text
                message = told("{} ({} is {})", message, rendering.name, owner)
                severity = Severity.CRITICAL
            yield about(annotated, rendering, NAME, severity, message)


_MINISTRY = (concept("Ministry of Defense", "防衛省", wrong=("防衛庁", "国防省")),)

_LAKE = (concept("Otaru Lake", wrong=("小樽沼",)),)

_GLASS = (
    Concept(
        "Otaru Glass",
        (Term("Otaru Glass"),),
        (Term("小樽硝子"), Term("北海硝子", TermStatus.DEPRECATED, until=2011)),
        EntityKind.COMPANY,
    ),
)

CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="The glossary lists this rendering as wrong.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("The Ministry of Defense agreed.", "防衛庁は同意した。", _MINISTRY),
        Example(
            "The Ministry of Defense agreed. The Ministry of Defense will report.",
            "防衛省は同意した。国防省が報告する。",
            _MINISTRY,
        ),
        Example("Otaru Glass opened a plant.", "北海硝子は工場を開いた。", _GLASS),
        Example("Otaru Lake froze.", "小樽沼は凍った。", _LAKE),
    ),
    passed=(
        Example("Otaru Glass opened a plant.", "小樽硝子は工場を開いた。", _GLASS),
        Example("In 1998 Otaru Glass failed.", "1998年、北海硝子は破綻した。", _GLASS),
        Example("Otaru Lake froze.", "湖は凍った。", _LAKE),
        Example("The Ministry of Defense agreed.", "防衛省は同意した。", _MINISTRY),
        Example("The agency was founded in 1954.", "防衛庁は1954年に発足した。", _MINISTRY),
    ),
    by_terms=True,
)
