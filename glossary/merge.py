"""Two glossaries that grew from one, as one again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from glossary.concept import TermStatus
from glossary.diff import PARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.concept import Concept, Term

_Value = TypeVar("_Value")
_ORDER = tuple(TermStatus)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that both have changed, in different ways; ours is kept."""

    id: str
    part: str
    """A field of the concept, one term of it, or `concept` where one side has deleted it."""
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The glossary with all changes of both sides, and where they contradict each other."""

    concepts: tuple[Concept, ...]
    conflicts: tuple[Conflict, ...]


def merge(base: Sequence[Concept], ours: Sequence[Concept], theirs: Sequence[Concept]) -> Merged:
    """Three ways: what only one side has changed is taken from there, term by term.

    Concepts are told by their id, in the order of ours and then of what is new in theirs.
    """
    sides = [{c.id: c for c in side} for side in (base, ours, theirs)]
    conflicts: list[Conflict] = []
    found = []
    for name in {**sides[1], **sides[2]}:
        old, one, other = (side.get(name) for side in sides)
        concept = _merged(old, one, other, conflicts)
        if concept is not None:
            found.append(concept)
    return Merged(tuple(found), tuple(conflicts))


def _merged(
    old: Concept | None, one: Concept | None, other: Concept | None, conflicts: list[Conflict]
) -> Concept | None:
    if one is None or other is None:
        there = one or other
        if old is None or there is None:
            return there
        if not _differs(old, there):
            return None  # deleted by one side, untouched by the other
        said = ("deleted", "changed") if one is None else ("changed", "deleted")
        conflicts.append(Conflict(there.id, "concept", *said))
        return one
    targets = _terms(old.target if old else (), one.target, other.target, one, conflicts)
    if old and _chose_differently(old, one, other):
        conflicts.append(Conflict(one.id, "preferred", one.preferred, other.preferred))
        targets = [t for t in targets if t.text != other.preferred or t in one.target]
    return replace(
        one,
        source=_ranked(_terms(old.source if old else (), one.source, other.source, one, conflicts)),
        target=_target(targets),
        kind=_value("kind", old.kind if old else None, one.kind, other.kind, one, conflicts),
        note=_value("note", old.note if old else None, one.note, other.note, one, conflicts),
        specs=_united(old.specs if old else (), one.specs, other.specs),
        context=_united(old.context if old else (), one.context, other.context),
    )


def _chose_differently(old: Concept, one: Concept, other: Concept) -> bool:
    """Whether both have another form to write than before, and not the same one."""
    return len({old.preferred, one.preferred, other.preferred}) == len((old, one, other))


def _differs(one: Concept, other: Concept) -> bool:
    return any(getattr(one, part) != getattr(other, part) for part in PARTS)


def _value(
    part: str,
    old: _Value | None,
    one: _Value,
    other: _Value,
    concept: Concept,
    conflicts: list[Conflict],
) -> _Value:
    if one == other or other == old:
        return one
    if one == old or (old is None and not one):
        return other
    if old is None and not other:
        return one
    conflicts.append(Conflict(concept.id, part, str(one), str(other)))
    return one


def _terms(
    old: Sequence[Term],
    one: Sequence[Term],
    other: Sequence[Term],
    concept: Concept,
    conflicts: list[Conflict],
) -> list[Term]:
    """The terms of both without those that either has deleted."""
    before, ours, theirs = ({t.text: t for t in side} for side in (old, one, other))
    found = []
    for text in {**ours, **theirs}:
        known, mine, yours = before.get(text), ours.get(text), theirs.get(text)
        if mine is None or yours is None:
            if known is None:
                found += [t for t in (mine, yours) if t is not None]
            continue
        if mine != yours and known == mine:
            found.append(yours)
            continue
        if mine != yours and known != yours:
            conflicts.append(Conflict(concept.id, text, mine.status, yours.status))
        found.append(mine)
    return found or list(one)


def _ranked(terms: Sequence[Term]) -> tuple[Term, ...]:
    """English terms, the first of them preferred."""
    return tuple(
        replace(term, status=TermStatus.ADMITTED if n else TermStatus.PREFERRED)
        for n, term in enumerate(terms)
    )


def _target(terms: Sequence[Term]) -> tuple[Term, ...]:
    """One preferred term, the first that was; the wrong ones last."""
    ordered = sorted(terms, key=lambda term: _ORDER.index(term.status))
    first, *rest = ordered
    if first.status is TermStatus.DEPRECATED:
        return tuple(ordered)
    return (
        replace(first, status=TermStatus.PREFERRED),
        *(
            replace(t, status=TermStatus.ADMITTED) if t.status is TermStatus.PREFERRED else t
            for t in rest
        ),
    )


def _united(
    old: Sequence[_Value], one: Sequence[_Value], other: Sequence[_Value]
) -> tuple[_Value, ...]:
    gone = {value for value in old if value not in one or value not in other}
    return tuple(value for value in dict.fromkeys((*one, *other)) if value not in gone)
