"""The words that several checks put into their findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.finding import Finding, Fix, Severity
from glossary.termbase import BUNDLED

if TYPE_CHECKING:
    from glossary.concept import Concept
    from glossary.rendering import AnnotatedUnit, Rendering


def source_of(concept: Concept) -> str:
    """Where the knowledge comes from, for a finding's `why`."""
    where = "the bundled names" if concept.origin == BUNDLED else concept.origin or "the glossary"
    pair = f"{concept.source[0].text} = {concept.preferred} ({where})"
    return f"{pair}: {concept.note}" if concept.note else pair


def about(
    annotated: AnnotatedUnit, rendering: Rendering, check: str, severity: Severity, message: str
) -> Finding:
    """The finding on one rendering; a marked place is suggested and mended by the right name."""
    found = rendering.target.of(annotated.unit.target) if rendering.target else ""
    return Finding(
        unit=annotated.unit.id,
        check=check,
        severity=severity,
        message=message,
        source=rendering.mention.span,
        target=rendering.target,
        suggestions=rendering.concept.accepted,
        concept=rendering.concept.id,
        fix=Fix(rendering.target, found, rendering.concept.preferred) if rendering.target else None,
        why=source_of(rendering.concept),
    )
