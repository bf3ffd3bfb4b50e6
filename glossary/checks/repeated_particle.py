"""A particle that is written twice, or another one in its place besides.

What it does: it looks for をを, がが, にに, でで, はは and のの behind kanji or katakana, and for
two that never follow each other: をに, がを.
Why it is bad: it is a slip, and a sign that the sentence was patched.
Example: 協定をを結んだ, 協定をに署名した.
Use instead: 協定を結んだ, 協定に署名した.
The fix takes one of two equal ones out, and is safe; which of two others is right has to be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from corpus.bitext import TranslationUnit
    from glossary.rendering import AnnotatedUnit

NAME = "repeated-particle"
_TWICE = regex(
    "(?:を(?=を)|(?<=[一-龯々ァ-ヺーA-Za-z0-9）)」』])(?:が(?=が)|は(?=は)|に(?=に)|で(?=で)|の(?=の)))"
    "(?P<again>[をがはにでの])(?=[一-龯々ァ-ヺーA-Za-z0-9、])"
)
_AT_ODDS = regex(
    "(?<=[一-龯々ァ-ヺー）)」』])(?:を[にがはで]|[がは]を|はが)(?=[一-龯々ァ-ヺA-Za-z0-9、])"
)


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Particles that follow themselves, or one that they cannot follow."""
    unit = annotated.unit
    if unit.one_sided:
        return
    for match in _TWICE.finditer(unit.target):
        again = match["again"]
        fix = Fix(Span(*match.span()), match[0], again)
        message = told("{} has one {} too many", match[0], again)
        yield _finding(unit, match, message, (again,), fix, told("{} follows itself", again))
    for match in _AT_ODDS.finditer(unit.target):
        first, second = match[0][0], match[0][1]
        message = told("either {} or {} is too many", first, second)
        yield _finding(
            unit, match, message, (second, first), None, told("the two never stand together")
        )


def _finding(
    unit: TranslationUnit,
    match: re.Match[str],
    message: str,
    suggestions: tuple[str, ...],
    fix: Fix | None,
    why: str,
) -> Finding:
    return Finding(
        unit=unit.id,
        check=NAME,
        severity=Severity.MINOR,
        message=message,
        target=Span(*match.span()),
        suggestions=suggestions,
        fix=fix,
        why=why,
    )


CHECK = Check(
    name=NAME,
    severity=Severity.MINOR,
    summary="A particle is written twice, or two stand where one can.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("They signed the treaty.", "両国は協定をを結んだ。"),
        Example("The harbour was closed.", "港がが閉鎖された。"),
        Example("The agency (NEXI) insures it.", "機構（NEXI）がが保険を引き受ける。"),
        Example("They signed the treaty.", "両国は協定をに署名した。"),
    ),
    passed=(
        Example("They signed the treaty.", "両国は協定を結んだ。"),
        Example("It is a mother's, though small.", "小さいものの母のものである。"),
        Example("The country has it.", "それはくににある。母ははは、と笑った。"),
    ),
)
