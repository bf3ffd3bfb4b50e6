"""The entries of a glossary: those of the workspace above those of the files, with their doubts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from glossary.lint import doubts
from tui.review.terms import concept, grouped
from tui.terminology.entry import Entry, english_forms, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.workspace.journal import TermRow
    from glossary.concept import Concept

_CONFLICTS = frozenset(("conflict", "duplicate", "chain", "borrowed"))
"""Doubts in which an entry speaks against another."""


def entries(rows: Iterable[TermRow], files: Iterable[Concept]) -> tuple[Entry, ...]:
    """The entries of the workspace, and below them those of the files, the highest rank first."""
    groups = [(concept(group), group) for group in grouped(rows).values()]
    approved = {made.id for made, group in groups if all(row.approved for row in group)}
    known = (*(made for made, _ in groups), *files)
    above, below = _ranked(known)
    said = _doubts([c for c in known if c.id not in above])
    return tuple(
        Entry(
            each,
            approved=each.id in approved,
            doubts=said.get(each.id, ()),
            overruled=above.get(each.id, ""),
            overrules=tuple(below.get(each.id, ())),
        )
        for each in known
    )


def _ranked(known: Sequence[Concept]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """By id, where the entry stands that outranks one; and what each outranks."""
    by_form: dict[str, Concept] = {}
    above: dict[str, str] = {}
    below: dict[str, list[str]] = defaultdict(list)
    for each in known:
        for form in english_forms(each):
            other = by_form.setdefault(form, each)
            if other.origin != each.origin and not (each.context or other.context):
                above[each.id] = place_of(other)
                below[other.id].append(f"{each.preferred} ({place_of(each)})")
    return above, below


def _doubts(known: Sequence[Concept]) -> dict[str, tuple[str, ...]]:
    """What speaks against each, said of both that are concerned."""
    found: dict[str, list[str]] = defaultdict(list)
    by_form: dict[str, list[Concept]] = defaultdict(list)
    for each in known:
        for form in english_forms(each):
            by_form[form].append(each)
    for doubt in doubts(known):
        if doubt.kind in _CONFLICTS:
            found[doubt.concept.id].append(doubt.message)
            for other in _others(doubt.concept, by_form):
                if doubt.kind in ("conflict", "duplicate"):
                    found[other.id].append(doubt.message)
    return {id_: tuple(dict.fromkeys(said)) for id_, said in found.items()}


def _others(each: Concept, by_form: dict[str, list[Concept]]) -> Iterator[Concept]:
    for form in english_forms(each):
        yield from (other for other in by_form[form] if other.id != each.id)
