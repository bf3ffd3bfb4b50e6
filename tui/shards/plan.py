"""What there is to do for a corpus: parts of about one size, and the documents that cross them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PART_ROWS = 50_000
"""Rows of a part, unless a row group has more."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some row groups of a file that stand together."""

    file: str
    groups: tuple[int, ...]
    first: int
    """The number of the first row in the file, from 0."""


@dataclass(frozen=True, slots=True)
class Task:
    """What one worker does at a time, and where the findings go."""

    name: str
    """Of the result file, without its ending."""
    pieces: tuple[Piece, ...]
    """In the order of the corpus."""
    documents: frozenset[int] = frozenset()
    """Marks of documents (`tui.shards.work.mark`)."""
    only: bool = False
    """Whether only units of these documents are looked at, else all but them."""


def pieces(file: str, group_rows: Sequence[int]) -> Iterator[Piece]:
    """The file in pieces, from the number of rows of each row group."""
    groups: list[int] = []
    first = rows = 0
    for number, count in enumerate(group_rows):
        if groups and rows + count > PART_ROWS:
            yield Piece(file, tuple(groups), first)
            first, rows, groups = first + rows, 0, []
        groups.append(number)
        rows += count
    if groups:
        yield Piece(file, tuple(groups), first)


def tasks(scanned: Iterable[tuple[Piece, Iterable[int]]]) -> list[Task]:
    """The tasks for pieces, in the order of the corpus, with the marks of their documents.

    A document whose units stand in several pieces is left out of all of them; those that begin in
    one piece are a task of their own, so that each document is judged as a whole, once.
    """
    whole: list[Piece] = []
    places: dict[int, list[int]] = defaultdict(list)
    for number, (piece, documents) in enumerate(scanned):
        whole.append(piece)
        for document in documents:
            places[document].append(number)
    crossing = {document: at for document, at in places.items() if len(at) > 1}
    left_out: dict[int, set[int]] = defaultdict(set)
    begun: dict[int, set[int]] = defaultdict(set)
    for document, at in crossing.items():
        begun[at[0]].add(document)
        for number in at:
            left_out[number].add(document)
    made = [
        Task(f"part-{number:06}", (piece,), frozenset(left_out[number]))
        for number, piece in enumerate(whole)
    ]
    for number, documents in sorted(begun.items()):
        needed = sorted({n for document in documents for n in crossing[document]})
        taken = tuple(whole[n] for n in needed)
        made.append(Task(f"documents-{number:06}", taken, frozenset(documents), only=True))
    return made
