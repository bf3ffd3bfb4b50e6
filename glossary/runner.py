"""Runs the checks over a unit or a bitext and puts the findings in order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.checks import ALL_CHECKS
from glossary.finding import fingerprint
from glossary.rendering import annotate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.bitext import Bitext, TranslationUnit
    from glossary.checks import Check
    from glossary.finding import Finding
    from glossary.termbase import Termbase


def check_unit(
    unit: TranslationUnit, termbase: Termbase, checks: Sequence[Check] = ALL_CHECKS
) -> tuple[Finding, ...]:
    """The flaws of one unit with fingerprints, by place in the target, then gravest first."""
    annotated = annotate(unit, termbase)
    found = [finding for check in checks for finding in check.find(annotated)]
    found.sort(key=_place)
    alike: Counter[tuple[str, str | None, str, str]] = Counter()
    signed = []
    for finding in found:
        key = (
            finding.check,
            finding.concept,
            finding.target.of(unit.target) if finding.target else "",
            finding.source.of(unit.source) if finding.source else "",
        )
        signed.append(
            replace(
                finding,
                document=unit.document,
                fingerprint=fingerprint(finding, unit, alike[key]),
            )
        )
        alike[key] += 1
    return tuple(signed)


def check_bitext(
    bitext: Bitext,
    termbase: Termbase,
    checks: Sequence[Check] = ALL_CHECKS,
    waived: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """The findings of all units in their order, without those whose fingerprint is `waived`."""
    return tuple(
        finding
        for unit in bitext.units
        for finding in check_unit(unit, termbase, checks)
        if finding.fingerprint not in waived
    )


def _place(finding: Finding) -> tuple[int, int, int]:
    # What is absent from the target comes last.
    start, end = (finding.target.start, finding.target.end) if finding.target else (1 << 40, 0)
    return start, -finding.severity.rank, end
