"""The English denies or forbids, and nothing in the Japanese does.

What it does: it looks for must not, did not, cannot and their like where the whole Japanese
paragraph has no ない, ません, ず, no 不, 無, 未 or 非 and no verb of refusing, lacking or ending.
Why it is bad: the Japanese says the opposite and reads well.
Example: "The valve must not be opened" rendered as 弁を開けてください.
Use instead: 弁を開けないでください.
There is no fix. Off by default: good Japanese turns one denial in seventeen into something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.rendering import AnnotatedUnit

NAME = "lost-negation"
_DENIAL = regex(
    r"\b(?:(?:must|may|shall|should|will|would|could|do|does|did|is|are|was|were|has|have|had)"
    r"(?: not\b|n['’]t\b)|cannot\b|can['’]t\b|won['’]t\b)"
    r"(?! (?:only|just|merely|simply|least|necessarily|until|later|more|less|exceed|limited)\b)",
    re.IGNORECASE,
)
_ASKED = regex(r"[?？]")
_DENIED = regex(
    "な[いかくけきし]|ません|まい|[ずぬ]|[不無未非否禁難失欠断除避絶反違誤疑拒]|以外|だけ|のみ"
    "|しか|まで|より|止|やめ|控え|外れ|限|でなし|嫌|ダメ|だめ|じゃ|わけ|どころ|まま|ゼロ|ノー|別"
)


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """The first denial of a paragraph whose Japanese has none."""
    unit = annotated.unit
    denial = _DENIAL.search(unit.source)
    if unit.one_sided or not denial or _ASKED.search(unit.source) or _DENIED.search(unit.target):
        return
    yield Finding(
        unit=unit.id,
        check=NAME,
        severity=Severity.MAJOR,
        message=told('"{}" is denied in the English and nothing is in the Japanese', denial[0]),
        source=Span(*denial.span()),
        why=told("words that deny, on both sides"),
    )


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="The English denies or forbids, and nothing in the Japanese does.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("The valve must not be opened.", "弁を開けてください。"),
        Example("The bridge didn’t reopen in May.", "橋は5月に開通した。"),
    ),
    passed=(
        Example("The valve must not be opened.", "弁を開けないでください。"),
        Example("The ferry does not run on Mondays.", "フェリーは月曜日は運休、欠航となる。"),
        Example("The prize is not only for schools.", "賞は学校も対象とする。"),
        Example("Why don't you join us?", "参加しましょう。"),
    ),
    default=False,
)
