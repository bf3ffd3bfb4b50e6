"""The tables of bundled names and how they are read."""

from __future__ import annotations

import csv
from importlib.resources import files
from itertools import groupby
from operator import itemgetter

from glossary.concept import Concept, EntityKind, Term, TermStatus
from glossary.forms import english_forms, japanese_forms

ORIGIN = "names"
"""What `Concept.origin` says of every bundled name."""

CATEGORIES: tuple[str, ...] = (
    "japan_government",
    "us_government",
    "international",
    "companies_japan",
    "companies_world",
    "places",
    "titles",
    "people",
    "programmes",
    "terms",
    "edinet",
    "cldr",
)
"""The tables by name, without `.csv`."""

MADE: tuple[str, ...] = ("edinet", "cldr")
"""Those that a script makes; the others are written by hand and outrank them."""

COLUMNS: tuple[str, ...] = (
    "source",
    "target",
    "status",
    "kind",
    "concept",
    "note",
    "case_sensitive",
    "until",
    "context",
)
"""The columns of every table, in this order."""

_CONCEPT = itemgetter(COLUMNS.index("concept"))
_STATUSES = {status.value: status for status in TermStatus}


def raw(name: str) -> bytes:
    """The table as it stands in its file."""
    return files(__package__ or "").joinpath(f"{name}.csv").read_bytes()


def category(name: str) -> list[Concept]:
    """The concepts of one table.

    The tables are known to be sound (the tests read them with the reader of the users' tables
    too), so nothing is checked again here.
    """
    rows = csv.reader(raw(name).decode().splitlines()[1:])
    return [_concept(list(group), f"{name}.csv") for _, group in groupby(rows, key=_CONCEPT)]


def hand_written_forms() -> tuple[set[str], set[str]]:
    """The folded English and Japanese forms of the tables that are written by hand."""
    english: set[str] = set()
    japanese: set[str] = set()
    for concept in (c for name in CATEGORIES if name not in MADE for c in category(name)):
        for term in concept.source:
            english.update(form.text for form in english_forms(term, concept.kind))
        for term in concept.target:
            japanese.update(japanese_forms(term.text))
    return english, japanese


def _concept(rows: list[list[str]], table: str) -> Concept:
    """One concept of its rows in `table`, which stand together, the preferred pair first."""
    _, _, _, kind, concept, note, _, _, context = rows[0]
    sources: dict[str, Term] = {}
    targets: dict[str, Term] = {}
    for source, target, status, _, _, _, sensitive, until, _ in rows:
        if source not in sources:
            rank = TermStatus.ADMITTED if sources else TermStatus.PREFERRED
            sources[source] = Term(source, rank, sensitive == "yes")
        if target not in targets:
            year = int(until) if until else None
            targets[target] = Term(target, _STATUSES[status], until=year)
    return Concept(
        id=concept,
        source=tuple(sources.values()),
        target=tuple(targets.values()),
        kind=EntityKind(kind),
        note=note,
        origin=ORIGIN,
        table=table,
        context=tuple(context.split(" | ")) if context else (),
    )
