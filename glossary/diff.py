"""What differs between two glossaries, concept by concept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.concept import TermStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.concept import Concept

PARTS = ("source", "target", "kind", "note", "specs", "context")
"""The fields of a concept that are compared; where it comes from is none of them."""


@dataclass(frozen=True, slots=True)
class Change:
    """A concept that only one has, or that they have differently."""

    id: str
    before: Concept | None
    after: Concept | None

    @property
    def parts(self) -> tuple[str, ...]:
        """The fields that differ; none where one side has no such concept."""
        if self.before is None or self.after is None:
            return ()
        return tuple(p for p in PARTS if getattr(self.before, p) != getattr(self.after, p))

    def lines(self) -> Iterator[str]:
        """The change for people: `+` added, `-` taken away, `~` another value."""
        if self.before is None or self.after is None:
            sign, concept = ("+", self.after) if self.after else ("-", self.before)
            if concept is not None:
                right = ", ".join(concept.accepted) or f"not {', '.join(concept.deprecated)}"
                yield f"{sign} {concept.source[0].text} = {right}"
            return
        for part in self.parts:
            yield f"~ {self.after.source[0].text}: {part}: {_said(self.before, self.after, part)}"


def diff(before: Sequence[Concept], after: Sequence[Concept]) -> tuple[Change, ...]:
    """All changes, in the order of `before`, then of what is new in `after`."""
    old = {concept.id: concept for concept in before}
    new = {concept.id: concept for concept in after}
    changes = (Change(name, old.get(name), new.get(name)) for name in {**old, **new})
    return tuple(c for c in changes if c.before is None or c.after is None or c.parts)


def _said(before: Concept, after: Concept, part: str) -> str:
    if part in ("source", "target"):
        gone = [f"-{text}" for text in _terms(before, part) if text not in _terms(after, part)]
        come = [f"+{text}" for text in _terms(after, part) if text not in _terms(before, part)]
        return " ".join([*gone, *come]) or "another order"
    if part == "specs":
        return f"{len(before.specs)} -> {len(after.specs)}"
    old, new = (_text(getattr(concept, part)) for concept in (before, after))
    return f"{old or 'none'} -> {new or 'none'}"


def _terms(concept: Concept, part: str) -> list[str]:
    """Each term with what is not usual about it."""
    terms = concept.source if part == "source" else concept.target
    return [
        term.text
        + (
            f" ({term.status})"
            if part == "target" and term.status is not TermStatus.PREFERRED
            else ""
        )
        + (" (case)" if term.case_sensitive else "")
        for term in terms
    ]


def _text(value: object) -> str:
    return " | ".join(value) if isinstance(value, tuple) else str(value)
