"""The bundled English-Japanese names: one table a category, in the form users write theirs in.

See README.md in this folder for where they come from and how to mend one.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter

from glossary.concept import Concept, EntityKind, Term, TermStatus

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
)
"""The tables by name, without `.csv`."""

COLUMNS: tuple[str, ...] = (
    "source",
    "target",
    "status",
    "kind",
    "concept",
    "note",
    "case_sensitive",
)
"""The columns of every table, in this order."""

_CONCEPT = itemgetter(COLUMNS.index("concept"))
_STATUSES = {status.value: status for status in TermStatus}


@lru_cache(maxsize=1)
def load_names() -> tuple[Concept, ...]:
    """All bundled concepts, by category; read once and then kept.

    The tables are known to be sound (the tests read them with the reader of the users' tables
    too), so nothing is checked again here.
    """
    return tuple(concept for category in CATEGORIES for concept in _category(category))


def _category(category: str) -> list[Concept]:
    text = files(__name__).joinpath(f"{category}.csv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines()[1:])
    return [_concept(list(group)) for _, group in groupby(rows, key=_CONCEPT)]


def _concept(rows: list[list[str]]) -> Concept:
    """One concept of its rows, which stand together, the preferred pair first."""
    _, _, _, kind, concept, note, _ = rows[0]
    sources: dict[str, Term] = {}
    targets: dict[str, Term] = {}
    for source, target, status, _, _, _, sensitive in rows:
        if source not in sources:
            rank = TermStatus.ADMITTED if sources else TermStatus.PREFERRED
            sources[source] = Term(source, rank, sensitive == "yes")
        if target not in targets:
            targets[target] = Term(target, _STATUSES[status])
    return Concept(
        id=concept,
        source=tuple(sources.values()),
        target=tuple(targets.values()),
        kind=EntityKind(kind),
        note=note,
        origin=ORIGIN,
    )
