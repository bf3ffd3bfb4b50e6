"""A date, a day of the week or a time of day that is not that of the English.

What it does: it compares years (also 令和 and 平成), months, days, weekdays and hours by value.
Why it is bad: readers come on the wrong day, and a deadline is missed.
Example: 6月10日 for "July 10".
Use instead: 7月10日.
The fix writes the date of the English; it is offered where only one can be meant.
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

NAME = "date-value"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Years, months, days, weekdays and hours that are other ones."""
    yield from wrong_figures(annotated, NAME, Flaw.DATE)


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A date, a weekday or a time of day is another one.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("The offer ends on July 10.", "募集は6月10日に終了する。"),
        Example("The law was passed in 1997.", "同法は1979年に可決された。"),
        Example("The committee meets on Thursday.", "委員会は火曜日に開かれる。"),
        Example("The shop opens at 8 a.m.", "店は午後8時に開店する。"),
    ),
    passed=(
        Example("The offer is open until July 4, 2025.", "募集は令和7年7月4日まで行われる。"),
        Example("The committee meets on Thursday.", "委員会は木曜日に開かれる。"),
        Example("The shop closes at 9 p.m. on weekends.", "店は土曜日と日曜日は21時に閉まる。"),
        Example("In the 1980s the mill was closed.", "1980年代に工場は閉鎖された。"),
        Example("May we ask who called last month?", "先月電話をくださったのはどなたですか。"),
    ),
)
