"""Almost the right name.

What it does: where the right rendering is missing, it looks for a stretch of the Japanese that
differs from it in one place and is nobody else's name, and for one that renders the English name
word by word.
Why it is bad: a wrong character in a name is a wrong name; a variant spelling makes one thing look
like two.
Example: 経済貿易産業省 for the "Ministry of Economy, Trade and Industry".
Use instead: the name as its owner writes it, 経済産業省.
The fix replaces the marked words by the preferred rendering, and is safe. Another spelling of the
same sounds is minor, other letters are major.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.examples import concept
from glossary.checks.wording import about
from glossary.concept import EntityKind
from glossary.finding import Severity
from glossary.rendering import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.finding import Finding
    from glossary.rendering import AnnotatedUnit

NAME = "variant-rendering"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Renderings that are almost the right one."""
    for rendering in annotated.renderings:
        if rendering.target is None:
            continue
        found = rendering.target.of(annotated.unit.target)
        mentioned = rendering.mention.span.of(annotated.unit.source)
        right = rendering.concept.preferred
        if rendering.verdict is Verdict.VARIANT:
            message = told('{} is almost, but not quite, {} ("{}")', found, right, mentioned)
        elif rendering.verdict is Verdict.LITERAL:
            message = told('{} is "{}" word by word; its name is {}', found, mentioned, right)
            if rendering.concept.kind is EntityKind.TERM:
                message = told('{} is "{}" word by word; the term is {}', found, mentioned, right)
        else:
            continue
        severity = Severity.MINOR if rendering.slight else Severity.MAJOR
        yield about(annotated, rendering, NAME, severity, message)


_ROVER = (concept("pressurized rover", "与圧ローバー"),)
_EXCHANGE = (
    concept("Tokyo Stock Exchange", "東京証券取引所", "東証", kind=EntityKind.ORGANISATION),
)
_VIENNA = (concept("Vienna Convention", "ウィーン条約"),)

CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="The rendering differs from the right one by a slip or a spelling.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("The pressurized rover is large.", "加圧ローバーは大きい。", _ROVER),
        Example(
            "A pressurized rover needs power. The pressurized rover has solar panels.",
            "与圧ローバーには電力が要る。加圧ローバーには太陽電池がある。",
            _ROVER,
        ),
        Example("It follows the Vienna Convention.", "これはヴィーン条約に従う。", _VIENNA),
        Example("The Tokyo Stock Exchange closed.", "東京株式取引所は閉じた。", _EXCHANGE),
    ),
    passed=(
        Example("The pressurized rover is large.", "与圧ローバーは大きい。", _ROVER),
        Example("It follows the Vienna Convention.", "これはウィーン条約に従う。", _VIENNA),
        Example("The pressurized rover is large.", "この探査車は大きい。"),
        Example("The Tokyo Stock Exchange closed.", "東証は閉じた。", _EXCHANGE),
    ),
    by_terms=True,
)
