"""One English phrase that became several Japanese ones, where no glossary knows it.

What it does: it looks at phrases of two or three words that return in a document. Where most of
their paragraphs have one Japanese compound that stands nowhere else, and others have in its place
one that shares a half with it, or the English in katakana, the rarer one is reported. Names and
inflected forms are let pass.
Why it is bad: readers take two words for two things, and look in vain for the difference.
Example: 加圧ローバー for "pressurized rover", which is 与圧ローバー in the other paragraphs.
Use instead: 与圧ローバー, as in the others.
There is no fix: the rarer one may be the right one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.language.contrast import contrasts
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.rendering import AnnotatedUnit

NAME = "inconsistent-wording"


def find(_: AnnotatedUnit) -> Iterator[Finding]:
    """Nothing: it takes a document."""
    yield from ()


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """The places of the rarer wording; terms that a glossary has are judged by other checks."""
    linked = [each for each in units if not each.unit.one_sided]
    for found in contrasts([(each.unit.source, each.unit.target) for each in linked]):
        each = linked[found.text]
        if any(m.span.overlaps(found.source) for m in each.mentions):
            continue
        unit = each.unit
        phrase, standing = found.source.of(unit.source), found.target.of(unit.target)
        yield Finding(
            unit=unit.id,
            check=NAME,
            severity=Severity.MINOR,
            message=told(
                '"{}" is {} here, but {} in {} others', phrase, standing, found.usual, found.times
            ),
            source=found.source,
            target=found.target,
            suggestions=(found.usual,),
            why=told("the paragraphs in which the phrase returns, against those without it"),
        )


CHECK = Check(
    name=NAME,
    severity=Severity.MINOR,
    summary="One phrase is worded in two ways in a document.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "They built a pressurized rover.\n\nThe pressurized rover is heavy.\n\n"
            "A pressurized rover needs air.",
            "彼らは与圧ローバーを造った。\n\n与圧ローバーは重い。\n\n加圧ローバーには空気が要る。",
        ),
        Example(
            "The working group met.\n\nThe working group agreed.\n\nA working group resigned.",
            "作業部会が開かれた。\n\n作業部会が合意した。\n\nワーキンググループが辞任した。",
        ),
    ),
    passed=(
        Example(
            "They built a pressurized rover.\n\nThe pressurized rover is heavy.\n\n"
            "A pressurized rover needs air.",
            "彼らは与圧ローバーを造った。\n\n与圧ローバーは重い。\n\n空気が要る。",
        ),
        Example(
            "The food safety plan is old.\n\nA food safety plan helps.\n\nFood safety rules help.",
            "食品安全計画は古い。\n\n食品安全計画は役立つ。\n\n食品安全規則は役立つ。",
        ),
    ),
    across=across,
)
