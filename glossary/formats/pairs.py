"""Concepts out of rows that say little: an English and a Japanese term, and perhaps a status.

Rows with one English term are one concept, as in the house table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.told import told
from glossary.concept import Concept, EntityKind, Term, TermStatus
from glossary.errors import BadTerm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.concept import Spec

_ORDER = tuple(TermStatus)
LONGEST = 200
"""Characters of a term; what is longer is a sentence in the wrong column."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: `place` is "file:line", for messages."""

    place: str
    source: str
    target: str
    status: TermStatus = TermStatus.PREFERRED
    concept: str = ""
    note: str = ""
    kind: EntityKind = EntityKind.TERM
    case_sensitive: bool = False
    context: tuple[str, ...] = ()
    specs: tuple[Spec, ...] = ()


@dataclass(slots=True)
class _Draft:
    place: str
    source: dict[str, Term] = field(default_factory=dict)
    target: dict[str, TermStatus] = field(default_factory=dict)
    kind: EntityKind = EntityKind.TERM
    notes: dict[str, None] = field(default_factory=dict)
    context: dict[str, None] = field(default_factory=dict)
    specs: dict[Spec, None] = field(default_factory=dict)


def concepts(pairs: Iterable[Pair], origin: str) -> tuple[Concept, ...]:
    """The concepts of the rows, in their order.

    The first right Japanese is the preferred one, later ones are admitted. Raises BadTerm for an
    empty or overlong term, and one that is right and wrong.
    """
    drafts: dict[str, _Draft] = {}
    for pair in pairs:
        _check(pair)
        draft = drafts.setdefault(pair.concept or pair.source, _Draft(pair.place))
        _add(draft, pair)
    return tuple(_finished(name, draft, origin) for name, draft in drafts.items())


def _check(pair: Pair) -> None:
    for name, value in ((told("English"), pair.source), (told("Japanese"), pair.target)):
        if not any(c.isalnum() for c in value):
            raise BadTerm(
                told("{}: no {} term", pair.place, name), "every row has one of each language"
            )
        if len(value) > LONGEST:
            raise BadTerm(
                told("{}: the {} term is too long", pair.place, name),
                told("at most {} characters", LONGEST),
            )


def _add(draft: _Draft, pair: Pair) -> None:
    status = pair.status
    known = draft.target.get(pair.target)
    wrong = TermStatus.DEPRECATED
    if known and wrong in (known, status) and known is not status:
        raise BadTerm(
            told("{}: {} is {} here and {} before", pair.place, pair.target, status, known),
            "a Japanese term of one concept is right or wrong",
        )
    if status is TermStatus.PREFERRED and status in draft.target.values():
        status = TermStatus.ADMITTED
    draft.target.setdefault(pair.target, status)
    rank = TermStatus.ADMITTED if draft.source else TermStatus.PREFERRED
    draft.source.setdefault(pair.source, Term(pair.source, rank, pair.case_sensitive))
    if pair.kind is not EntityKind.TERM:
        draft.kind = pair.kind
    draft.notes.update(dict.fromkeys(filter(None, [pair.note])))
    draft.context.update(dict.fromkeys(pair.context))
    draft.specs.update(dict.fromkeys(pair.specs))


def _finished(name: str, draft: _Draft, origin: str) -> Concept:
    target = sorted(draft.target.items(), key=lambda item: _ORDER.index(item[1]))
    first, status = target[0]
    if status is not TermStatus.DEPRECATED:
        status = TermStatus.PREFERRED
    terms = (Term(first, status), *(Term(text, other) for text, other in target[1:]))
    return Concept(
        id=name,
        source=tuple(draft.source.values()),
        target=terms,
        kind=draft.kind,
        note=" ".join(draft.notes),
        origin=origin,
        specs=tuple(draft.specs),
        context=tuple(draft.context),
    )
