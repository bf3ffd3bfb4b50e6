"""What can be mended in a unit, and where else in the same way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from corpus.workspace.journal import UnitStatus
from glossary.finding import Fix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.finding import Finding
    from tui.review.unit import UnitView

Flaw: TypeAlias = tuple[str, str | None, str, str]
"""What can be mended together: check, concept, what is found, what replaces it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A unit in which the same thing can be mended as elsewhere."""

    key: str
    number: int
    fixes: tuple[Fix, ...]
    before: str
    after: str
    held: bool
    """A person has confirmed the unit: it is not changed unless asked for."""


def remedy(finding: Finding, text: str) -> Fix | None:
    """The change to offer for a finding: its fix, or its first suggestion for the marked words."""
    if finding.fix is not None:
        return finding.fix
    if finding.target is None or not len(finding.target) or not finding.suggestions:
        return None
    return Fix(finding.target, finding.target.of(text), finding.suggestions[0])


def turned(finding: Finding, by: int) -> Finding:
    """The finding with another of its suggestions as the first one, and as what its fix makes."""
    if not by:
        return finding
    suggestions = finding.suggestions[by:] + finding.suggestions[:by]
    fix = finding.fix
    if fix is not None:
        fix = replace(fix, replacement=suggestions[0])
    return replace(finding, suggestions=suggestions, fix=fix)


def turns(finding: Finding) -> int:
    """How many suggestions there are to choose from; 1 where the fix is none of them."""
    fix, offered = finding.fix, finding.suggestions
    return len(offered) if offered and (fix is None or fix.replacement == offered[0]) else 1


def found_and_wanted(finding: Finding, text: str) -> tuple[str, str]:
    """The words that are wrong and those that belong there; empty where there are none."""
    if fix := remedy(finding, text):
        return fix.found, fix.replacement
    found = finding.target.of(text) if finding.target else ""
    return found, "".join(finding.suggestions[:1])


def flaw_of(finding: Finding, text: str) -> Flaw | None:
    """What a finding has in common with others; None where it has no remedy."""
    fix = remedy(finding, text)
    return (finding.check, finding.concept, fix.found, fix.replacement) if fix else None


def fixed(text: str, fixes: Iterable[Fix]) -> str:
    """The text with several fixes made; each was found in `text` as it is."""
    for fix in sorted(fixes, key=lambda f: f.span, reverse=True):
        text = fix.apply(text)
    return text


def places(flaw: Flaw, units: Iterable[UnitView]) -> Iterator[Place]:
    """The units in which a flaw can be mended, and how they read then."""
    for unit in units:
        fixes = tuple(
            fix
            for f in unit.findings
            if flaw_of(f, unit.target) == flaw and (fix := remedy(f, unit.target))
        )
        after = fixed(unit.target, fixes)
        if after != unit.target:
            held = unit.status is UnitStatus.CONFIRMED
            yield Place(unit.key, unit.number, fixes, unit.target, after, held)
