"""What of a concept a format leaves out, in a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.concept import EntityKind, TermStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.concept import Concept


def lost(concept: Concept, *held: str) -> Iterator[str]:
    """A line for each part of the concept that is not among those `held`.

    Parts are named as in the house table: `kind`, `concept`, `note`, `case_sensitive`, `specs`,
    `context`, `until`; `terms` are all English terms but the first, `admitted` and `deprecated` the
    Japanese ones of that status.
    """
    name = concept.source[0].text
    for part, value in _parts(concept).items():
        if value and part not in held:
            yield f"{name}: {part} left out: {value}"


def _parts(concept: Concept) -> dict[str, str]:
    by_status = {
        status: " | ".join(t.text for t in concept.target if t.status is status)
        for status in TermStatus
    }
    return {
        "terms": " | ".join(t.text for t in concept.source[1:]),
        "admitted": by_status[TermStatus.ADMITTED],
        "deprecated": by_status[TermStatus.DEPRECATED],
        "kind": "" if concept.kind is EntityKind.TERM else concept.kind.value,
        "concept": "" if concept.id == concept.source[0].text else concept.id,
        "note": concept.note,
        "case_sensitive": " | ".join(t.text for t in concept.source if t.case_sensitive),
        "specs": f"{len(concept.specs)} of them" if concept.specs else "",
        "context": " | ".join(concept.context),
        "until": " | ".join(f"{t.text} {t.until}" for t in concept.target if t.until),
    }
