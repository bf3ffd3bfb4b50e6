"""Western or Chinese punctuation between Japanese letters.

What it does: it looks for , . ， and ． between kana or kanji, where the text else has 、 and 。.
A text that writes ， and ． throughout is let pass.
Why it is bad: Japanese lines have no such marks; they come from the English or from another model.
Example: 合意した.その後.
Use instead: 合意した。その後.
The fix writes the Japanese mark, and is safe.
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
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.rendering import AnnotatedUnit

NAME = "foreign-punctuation"
_FOREIGN = regex("(?<=[ぁ-ゖァ-ヺー一-龯々])[,.，．](?= ?[ぁ-ゖァ-ヺ一-龯々]|$)")
_JAPANESE = {",": "、", "，": "、", ".": "。", "．": "。"}
_OWN = regex("[、。]")
_FEW = 0.1


def find(_: AnnotatedUnit) -> Iterator[Finding]:
    """Nothing: what is usual in a document decides."""
    yield from ()


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """The few foreign marks among Japanese ones."""
    linked = [each.unit for each in units if not each.unit.one_sided]
    foreign = [(u, m) for u in linked for m in _FOREIGN.finditer(u.target)]
    own = sum(len(_OWN.findall(unit.target)) for unit in linked)
    if not own or len(foreign) > max(1, _FEW * own):
        return
    for unit, match in foreign:
        yield _finding(unit, match)


def _finding(unit: TranslationUnit, match: re.Match[str]) -> Finding:
    wanted, span = _JAPANESE[match[0]], Span(*match.span())
    return Finding(
        unit=unit.id,
        check=NAME,
        severity=Severity.MINOR,
        message=told("{} stands where Japanese has {}", match[0], wanted),
        target=span,
        suggestions=(wanted,),
        fix=Fix(span, match[0], wanted),
        why=told("the punctuation of the rest of the text"),
    )


CHECK = Check(
    name=NAME,
    severity=Severity.MINOR,
    summary="A comma or full stop is not the Japanese one.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("They agreed. Later they met.", "両者は合意した.その後、会談した。"),
        Example("They agreed, and later met.", "両者は合意し，その後、会談した。"),
    ),
    passed=(
        Example("They agreed. Later they met.", "両者は合意した。その後、会談した。"),
        Example("They agreed, and met.", "両者は合意し，会談した．"),
        Example("Version 2.1 costs 1,200 yen.", "バージョン2.1は、1,200円である。"),
    ),
    across=across,
)
