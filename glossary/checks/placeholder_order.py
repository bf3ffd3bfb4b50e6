"""Tags of an XLIFF or TMX file that end before they begin, or whose pairs cross.

What it does: where a file says which tags belong together, the check reads the marks of the
Japanese (🅐, 🅑 …) in order. Tags that stand alone may stand anywhere: Japanese has another order.
Pairs whose two ends are tags of their own (bpt and ept, bx and ex, sc and ec) may cross each other,
for that is what these are for; none may cross a pair that is one element (g, pc, mrk, hi).
Why it is bad: the file cannot hold it, or the program that the text goes back to shows the wrong
words as a link or in bold type.
Example: 🅑計画🅐を見よ（See 🅐the plan🅑）.
Use instead: 🅐計画🅑を見よ.
There is no fix: where the marks belong has to be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import InlineCode, Span
from corpus.formats.inline import out_of_order
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.rendering import AnnotatedUnit

NAME = "placeholder-order"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Ends that stand too early, and pairs that cross where those of the English do not."""
    unit = annotated.unit
    if not unit.codes or any(True for _ in out_of_order(unit.source, unit.codes)):
        return
    for at, message in out_of_order(unit.target, unit.codes):
        yield Finding(
            unit=unit.id,
            check=NAME,
            severity=Severity.MAJOR,
            message=message,
            target=Span(at, at + 1),
            why=told("the marks of the two texts, one by one"),
        )


_BOLD = (InlineCode("🅐", "<g>"), InlineCode("🅑", "</g>", "🅐", tight=True))
_LOOSE = (
    InlineCode("🅐", "<bpt>"),
    InlineCode("🅑", "<ept>", "🅐"),
    InlineCode("🅒", "<bpt>"),
    InlineCode("🅓", "<ept>", "🅒"),
)
_LINK = (InlineCode("🅒", "<g>"), InlineCode("🅓", "</g>", "🅒", tight=True))

CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="Tags inside a text end before they begin, or their pairs cross.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("See 🅐the plan🅑.", "🅑計画🅐を見よ。", codes=_BOLD),
        Example("See 🅐the new🅑 🅒plan🅓.", "🅐新しい🅒計画🅑を🅓見よ。", codes=(*_BOLD, *_LINK)),
        Example("See 🅐the new🅑 🅒plan🅓.", "🅑新しい🅐🅒計画🅓を見よ。", codes=_LOOSE),
    ),
    passed=(
        Example("See 🅐the plan🅑.", "🅐計画🅑を見よ。", codes=_BOLD),
        Example("See 🅐the new🅑 🅒plan🅓.", "🅒計画🅓の🅐新しい版🅑を見よ。", codes=(*_BOLD, *_LINK)),
        Example("See 🅐the new🅑 🅒plan🅓.", "🅐新しい🅒計画🅑を🅓見よ。", codes=_LOOSE),
        Example(
            "It 🅐rained 🅑here.",
            "ここで🅑雨が🅐降った。",
            codes=(InlineCode("🅐", "<x/>"), InlineCode("🅑", "<x/>")),
        ),
    ),
)
