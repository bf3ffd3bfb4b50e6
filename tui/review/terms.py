"""Terms of the workspace, as the concepts that the judge works with, and back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.patterns import regex
from corpus.workspace.journal import TermRow
from glossary.concept import Concept, EntityKind, Term, TermStatus
from glossary.formats.spec_text import read_specs, written_specs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ORIGIN: Final = "review"
_BEHIND: Final = regex("[A-Za-zＡ-Ｚａ-ｚ&＆・]+$")


@dataclass(frozen=True, slots=True)
class NewTerm:
    """What a person wants to be known."""

    source: str
    target: str
    deprecated: str = ""
    """The wrong Japanese to look out for."""
    note: str = ""
    kind: str = EntityKind.TERM.value
    owner: str = ""
    """Whose name, in English, the wrong Japanese is; empty: nobody's, or known already."""


def grouped(rows: Iterable[TermRow]) -> dict[str, list[TermRow]]:
    """The rows of each concept, by what they have in common."""
    groups: dict[str, list[TermRow]] = {}
    for row in rows:
        groups.setdefault(key_of(row), []).append(row)
    return groups


def key_of(row: TermRow) -> str:
    """What the rows of one concept have in common."""
    return (row.concept or row.source).casefold()


def concepts(rows: Iterable[TermRow]) -> tuple[Concept, ...]:
    """One concept for each group of rows, with all Japanese that was given for it; one without a
    preferred or admitted rendering only forbids."""
    return tuple(map(concept, grouped(rows).values()))


def rows(term: NewTerm, unit: str, known: Iterable[TermRow] = ()) -> tuple[TermRow, ...]:
    """A new term as rows of the workspace: what is right, what is wrong and whose name that is.

    They belong to the concepts of those `known` rows that have the same English.
    """
    there = {row.source.casefold(): row.concept for row in known if not row.context}
    right, wrong = TermStatus.PREFERRED.value, TermStatus.DEPRECATED.value
    found = [(term.source, term.target, right), (term.source, term.deprecated, wrong)]
    if term.owner and term.deprecated:
        found.append((term.owner, _name_in(term.deprecated, term.target), right))
    return tuple(
        TermRow(
            _id(source, text, there.get(source.casefold(), "")),
            source,
            text,
            status,
            term.kind,
            term.note,
            unit,
            there.get(source.casefold(), ""),
        )
        for source, text, status in found
        if text
    )


def concept(rows: list[TermRow]) -> Concept:
    """What the rows of one group say together."""
    last = rows[-1]
    targets = {row.target: (TermStatus(row.status), row.until) for row in rows}
    # Of two that were preferred in turn the later word counts.
    preferred = [text for text, (status, _) in targets.items() if status is TermStatus.PREFERRED]
    targets |= dict.fromkeys(preferred[:-1], (TermStatus.ADMITTED, None))
    sources = {row.source.casefold(): row for row in rows}
    first = next(iter(sources))
    return Concept(
        id=f"{ORIGIN}:{last.concept or last.source}",
        source=tuple(
            Term(
                row.source,
                TermStatus.PREFERRED if key == first else TermStatus.ADMITTED,
                row.case_sensitive,
            )
            for key, row in sources.items()
        ),
        target=tuple(
            Term(text, status, until=until)
            for text, (status, until) in sorted(targets.items(), key=_rank)
        ),
        kind=EntityKind(last.kind),
        note=next((row.note for row in reversed(rows) if row.note), ""),
        origin=ORIGIN,
        specs=tuple(spec for row in rows for spec in read_specs(row.specs, row.source)),
        context=tuple(dict.fromkeys(w for row in rows for w in row.context.split("|") if w)),
    )


def rows_of(concept: Concept, unit: str = "", *, approved: bool = False) -> tuple[TermRow, ...]:
    """The rows that `concept` makes this concept of; only its id and its origin may differ."""
    name = concept.id.removeprefix(f"{ORIGIN}:")
    name = "" if name.casefold() == concept.source[0].text.casefold() else name
    if not name and len(concept.source) > 1:
        name = concept.source[0].text
    return tuple(
        TermRow(
            id=_id(source.text, target.text, name),
            source=source.text,
            target=target.text,
            status=target.status.value,
            kind=concept.kind.value,
            note="" if number else concept.note,
            unit=unit,
            concept=name,
            case_sensitive=source.case_sensitive,
            context="" if number else "|".join(concept.context),
            until=target.until,
            specs="" if number else written_specs(concept.specs),
            approved=approved,
        )
        for number, (source, target) in enumerate(_pairs(concept))
    )


def _name_in(wrong: str, right: str) -> str:
    """Another's name, without what stands behind it as behind the right one: 三井物産, of
    三井物産E&S for 三井E&S."""
    same = _BEHIND.search(right)
    return wrong.removesuffix(same[0]) or wrong if same else wrong


def _pairs(concept: Concept) -> Iterator[tuple[Term, Term]]:
    """The first English with every Japanese, every other English with the first Japanese."""
    yield from ((concept.source[0], target) for target in concept.target)
    yield from ((source, concept.target[0]) for source in concept.source[1:])


def _id(source: str, target: str, concept: str = "") -> str:
    """The same pair of terms has the same id: adding it again changes the row that is there."""
    pair = f"{source.casefold()}\x1f{target}" + (f"\x1f{concept}" if concept else "")
    return f"{ORIGIN}-{hashlib.sha256(pair.encode()).hexdigest()[:12]}"


def _rank(item: tuple[str, tuple[TermStatus, int | None]]) -> int:
    return list(TermStatus).index(item[1][0])
