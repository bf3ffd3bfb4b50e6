"""A particle that is written twice.

What it does: it looks for をを, がが, にに, でで, はは and のの behind a kanji or katakana word.
Why it is bad: it is a slip, and a sign that the sentence was patched.
Example: 協定をを結んだ.
Use instead: 協定を結んだ.
The fix takes one of the two out, and is safe.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Span
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.rendering import AnnotatedUnit

NAME = "repeated-particle"
_TWICE = re.compile(
    "(?:を(?=を)|(?<=[一-龯々ァ-ヺーA-Za-z0-9])(?:が(?=が)|は(?=は)|に(?=に)|で(?=で)|の(?=の)))"
    "(?P<again>[をがはにでの])(?=[一-龯々ァ-ヺーA-Za-z0-9、])"
)


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Particles that follow themselves."""
    unit = annotated.unit
    for match in _TWICE.finditer(unit.target if not unit.one_sided else ""):
        span, again = Span(*match.span()), Span(*match.span("again"))
        yield Finding(
            unit=unit.id,
            check=NAME,
            severity=Severity.MINOR,
            message=f"{match[0]} has one {match['again']} too many",
            target=span,
            suggestions=(match["again"],),
            fix=Fix(span, match[0], match["again"]),
            why=f"{again.of(unit.target)} follows itself",
        )


CHECK = Check(
    name=NAME,
    severity=Severity.MINOR,
    summary="A particle is written twice.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("They signed the treaty.", "両国は協定をを結んだ。"),
        Example("The harbour was closed.", "港がが閉鎖された。"),
    ),
    passed=(
        Example("They signed the treaty.", "両国は協定を結んだ。"),
        Example("It is a mother's, though small.", "小さいものの母のものである。"),
        Example("The country has it.", "それはくににある。母ははは、と笑った。"),
    ),
)
