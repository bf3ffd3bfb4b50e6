"""The Japanese names somebody else.

What it does: it looks for a known name in the Japanese that the English does not mention, where the
name that the English does mention is missing and the two are alike. Where they are not, the only
firm or body that is named instead of the one mentioned is reported as major.
Why it is bad: the sentence is fluent and wrong; nobody who reads only the Japanese can notice.
Example: "Mitsui E&S" rendered as 三井物産E&S; 三井物産 is Mitsui & Co.
Use instead: the Japanese name of the one that is meant, 三井E&S.
The fix replaces the marked name, and is safe: Japanese names are not inflected.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.examples import concept
from glossary.checks.wording import about, source_of
from glossary.concept import EntityKind
from glossary.finding import Severity
from glossary.rendering import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.finding import Finding
    from glossary.rendering import AnnotatedUnit

NAME = "confusable-rendering"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Renderings that are the name of something else."""
    for rendering in annotated.renderings:
        other = rendering.other
        if rendering.verdict is not Verdict.CONFUSABLE or other is None:
            continue
        mentioned = rendering.mention.span.of(annotated.unit.source)
        message = told(
            '{} is {}; "{}" is {}',
            rendering.name,
            other.source[0].text,
            mentioned,
            rendering.concept.preferred,
        )
        severity = Severity.MAJOR if rendering.slight else Severity.CRITICAL
        finding = about(annotated, rendering, NAME, severity, message)
        yield replace(finding, why=told("{}; {}", finding.why, source_of(other)))


_COMPANIES = (
    concept("Mitsui E&S", "三井E&S", kind=EntityKind.COMPANY),
    concept("Mitsui & Co.", "三井物産", kind=EntityKind.COMPANY),
    concept("Nippon Steel", "日本製鉄", kind=EntityKind.COMPANY),
    concept("Japan Steel Works", "日本製鋼所", kind=EntityKind.COMPANY),
)
_SPEEDS = (concept("hypersonic", "極超音速"), concept("supersonic", "超音速"))

CHECK = Check(
    name=NAME,
    severity=Severity.CRITICAL,
    summary="The Japanese is the name of somebody or something else that is known.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "Mitsui E&S will build the cranes in Oita.",
            "三井物産E&Sは、大分でクレーンを建造する。",
            _COMPANIES,
        ),
        Example(
            "The pipes were delivered by Nippon Steel.",
            "パイプは日本製鋼所が納入した。",
            _COMPANIES,
        ),
        Example(
            "The tunnel reproduces hypersonic flight.", "この風洞は超音速飛行を再現する。", _SPEEDS
        ),
        Example("The aircraft is supersonic.", "この航空機は極超音速である。", _SPEEDS),
    ),
    passed=(
        Example(
            "Mitsui E&S will build the cranes in Oita.",
            "三井E&Sは、大分でクレーンを建造する。",
            _COMPANIES,
        ),
        Example(
            "Mitsui & Co. and Mitsui E&S signed the contract.",
            "三井物産と三井E&Sが契約に署名した。",
            _COMPANIES,
        ),
        Example("The company expects a loss.", "三井物産は損失を見込む。", _COMPANIES),
    ),
    by_terms=True,
)
