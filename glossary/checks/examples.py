"""How the examples of checks write down their terms."""

from __future__ import annotations

from glossary.concept import Concept, EntityKind, Term, TermStatus


def concept(
    source: str, *target: str, wrong: tuple[str, ...] = (), kind: EntityKind = EntityKind.TERM
) -> Concept:
    """A concept named by its English; the first Japanese is preferred, the others admitted."""
    statuses = (TermStatus.PREFERRED, *[TermStatus.ADMITTED] * len(target))
    right = tuple(Term(text, status) for text, status in zip(target, statuses, strict=False))
    return Concept(
        id=source,
        source=(Term(source),),
        target=right + tuple(Term(text, TermStatus.DEPRECATED) for text in wrong),
        kind=kind,
        origin="example",
    )
