"""A figure of the English that the Japanese does not have.

What it does: it looks for figures written in digits that nothing in the Japanese can stand for
(今年 for a year, 両国 for two), and for small ones in words where a counter stands without its
number.
Why it is bad: a figure is what many readers look for first.
Example: 人以上の生徒 for "more than 30,000 pupils".
Use instead: 3万人以上の生徒.
There is no fix: where it belongs has to be read.
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

NAME = "number-missing"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Figures of the English that the Japanese does not have."""
    yield from wrong_figures(annotated, NAME, Flaw.MISSING)


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A figure of the English is not in the Japanese.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("More than 1,200 pupils sang in the square.", "広場で多くの生徒が歌った。"),
        Example("The club is in third place with 9 points.", "クラブは勝ち点9で位につけている。"),
        Example(
            "Rain of two to 4 inches is expected, and 30 roads are closed.",
            "から4インチの雨が予想され、30の道路が閉鎖されている。",
        ),
    ),
    passed=(
        Example("More than 1,200 pupils sang in the square.", "広場で1200人を超える生徒が歌った。"),
        Example("Two mayors met, and both signed.", "両市長は会談し、署名した。"),
        Example("The 2024 season was the best of all.", "今季は最高のシーズンだった。"),
        Example(
            "Call 1-800 numbers free of charge, 24/7.", "フリーダイヤルには終日無料で電話できる。"
        ),
        Example("Orders rose in the year ended March 31, 2031.", "2031年3月期の受注は増えた。"),
    ),
)
