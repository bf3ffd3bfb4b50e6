"""Terms added in review, as the concepts that the judge works with."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.workspace.journal import TermRow
from glossary.concept import Concept, EntityKind, Term, TermStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

ORIGIN: Final = "review"


@dataclass(frozen=True, slots=True)
class NewTerm:
    """What a person wants to be known."""

    source: str
    target: str
    deprecated: str = ""
    """The wrong Japanese to look out for."""
    note: str = ""
    kind: str = EntityKind.TERM.value


def concepts(rows: Iterable[TermRow]) -> tuple[Concept, ...]:
    """One concept for each English term, with all Japanese that was given for it.

    A term without a preferred or admitted rendering is left out: it forbids without helping.
    """
    by_source: dict[str, list[TermRow]] = {}
    for row in rows:
        by_source.setdefault(row.source.casefold(), []).append(row)
    made = (_concept(group) for group in by_source.values())
    return tuple(c for c in made if c.accepted)


def rows(term: NewTerm, unit: str) -> tuple[TermRow, ...]:
    """A new term as rows of the workspace: what is right, and what is wrong if anything."""
    found = ((term.target, TermStatus.PREFERRED), (term.deprecated, TermStatus.DEPRECATED))
    return tuple(
        TermRow(_id(term.source, text), term.source, text, status.value, term.kind, term.note, unit)
        for text, status in found
        if text
    )


def _id(source: str, target: str) -> str:
    """The same pair of terms has the same id: adding it again changes the row that is there."""
    pair = f"{source.casefold()}\x1f{target}"
    return f"{ORIGIN}-{hashlib.sha256(pair.encode()).hexdigest()[:12]}"


def _concept(rows: list[TermRow]) -> Concept:
    last = rows[-1]
    targets = {row.target: TermStatus(row.status) for row in rows}
    # Of two that were preferred in turn the later word counts.
    preferred = [text for text, status in targets.items() if status is TermStatus.PREFERRED]
    targets |= dict.fromkeys(preferred[:-1], TermStatus.ADMITTED)
    return Concept(
        id=f"{ORIGIN}:{last.source}",
        source=(Term(last.source),),
        target=tuple(Term(text, status) for text, status in sorted(targets.items(), key=_rank)),
        kind=EntityKind(last.kind),
        note=next((row.note for row in reversed(rows) if row.note), ""),
        origin=ORIGIN,
    )


def _rank(item: tuple[str, TermStatus]) -> int:
    return list(TermStatus).index(item[1])
