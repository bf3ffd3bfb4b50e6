"""Glossaries as tables that people edit by hand.

The first row names the columns, in any order: `source` and `target`, and if wanted

    status          preferred (when empty), admitted or deprecated: how the Japanese may be used
    kind            organisation, company, person, place, title, programme, product or term
    concept         rows with the same text here are one concept; else rows with the same English
    note            shown with every finding
    case_sensitive  yes or no: whether the English counts only in exactly these letters
    context         English words parted by |: the row holds only where one stands in the same text
    until           of a deprecated term that is a former name: the last year in which it was right
    specs           example pairs that the concept must hold to

Other columns are left aside, but one that is called almost like these is refused. Cells are parted
by commas, semicolons or tabs and may stand in quotes. A cell of `specs` holds pairs parted by | or
by a line break, each `flag:` (a wrong pair, which must be found) or `pass:` (a right one, which
must not), then English => Japanese:

    flag: Mitsui E&S builds cranes. => 三井物産E&Sはクレーンを造る。 | pass: Mitsui E&S => 三井E&S

A name that is right only with its honorific or its legal form is two rows of one concept: 山田会長
preferred and 山田 deprecated. A name that is not to be translated has itself as its target. A
concept of deprecated rows alone forbids them, and leaves open what is right.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from corpus.formats.files import read_bytes
from corpus.told import told
from glossary.concept import Concept, EntityKind, Term, TermStatus
from glossary.errors import BadTerm
from glossary.formats.cells import harmless, plain
from glossary.formats.spec_text import read_specs, written_specs
from glossary.formats.specs import try_specs
from glossary.formats.table_text import table_text
from glossary.formats.term_format import TermFormat, Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.concept import Spec

COLUMNS = (
    "source",
    "target",
    "status",
    "kind",
    "concept",
    "note",
    "case_sensitive",
    "specs",
    "context",
    "until",
)
_LONGEST = 1000
_MISSPELT = 0.75
_YES = frozenset(("yes", "true", "1", "y", "x"))
_NO = frozenset(("no", "false", "0", "n", ""))
_ORDER = list(TermStatus)


@dataclass(frozen=True, slots=True)
class _Row:
    place: str
    source: str
    target: str
    status: TermStatus
    kind: EntityKind | None
    concept: str
    note: str
    case_sensitive: bool
    specs: tuple[Spec, ...]
    context: tuple[str, ...]
    until: int | None


@dataclass(slots=True)
class _Draft:
    """A concept whose rows are still being read."""

    id: str
    place: str
    source: dict[str, Term] = field(default_factory=dict)
    target: dict[str, Term] = field(default_factory=dict)
    kind: EntityKind | None = None
    note: str = ""
    specs: list[Spec] = field(default_factory=list)
    context: dict[str, None] = field(default_factory=dict)


def read(path: str, origin: str | None = None) -> tuple[Concept, ...]:
    """The concepts of the file in its order, `origin` (else the path) as where they come from.

    Raises UnreadableFile, and BadTerm, naming file and line, where a row cannot be used or a
    concept does not hold to its own specs.
    """
    return parsed(table_text(read_bytes(path), path, _has_columns), path, origin)


def parsed(text: str, path: str, origin: str | None = None) -> tuple[Concept, ...]:
    """The same for the text of a table; `path` names it in messages."""
    drafts: dict[str, _Draft] = {}
    for row in _rows(text, path):
        draft = drafts.setdefault(row.concept, _Draft(row.concept, row.place))
        _add(draft, row)
    came_from = path if origin is None else origin
    concepts = tuple(_finished(draft, came_from) for draft in drafts.values())
    try_specs(concepts, {draft.id: draft.place for draft in drafts.values()})
    return concepts


def _has_columns(head: str) -> bool:
    cells = {cell.strip(' "\r').lower() for cell in re.split("[,;\t]", head)}
    return {"source", "target"} <= cells


def _rows(text: str, path: str) -> Iterator[_Row]:
    head, _, _ = text.lstrip("\n").partition("\n")
    separator = max(",;\t", key=head.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    try:
        header = next(reader, [])
        columns, width = _columns(header, path), len(header)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                place = f"{path}:{reader.line_num}"
                if any(cell.strip() for cell in cells[width:]):
                    raise BadTerm(
                        told("{}: {} cells under {} columns", place, len(cells), width),
                        "put a cell that holds a comma in quotes, or name its column",
                    )
                yield _row(columns, cells, place)
    except csv.Error as error:
        raise BadTerm(
            told("{}:{}: {}", path, reader.line_num, error),
            "close every quote, and write a quote in it twice",
        ) from None


def _columns(head: list[str], path: str) -> dict[str, int]:
    names = [name.strip().lower() for name in head]
    columns = {name: number for number, name in enumerate(names)}
    for name in names:
        meant = get_close_matches(name, COLUMNS, 1, _MISSPELT)
        if meant and (name not in COLUMNS or names.count(name) > 1):
            raise BadTerm(
                told("{}:1: two columns {!r}", path, name)
                if name in COLUMNS
                else told("{}:1: column {!r}", path, name),
                told("write {}, once; any other name is for columns that are left aside", meant[0]),
            )
    for wanted in ("source", "target"):
        if wanted not in columns:
            raise BadTerm(
                told("{}:1: no column {!r}", path, wanted),
                told(
                    "the first row names the columns: source,target, and if wanted {}",
                    ",".join(COLUMNS[2:]),
                ),
            )
    return {name: number for name, number in columns.items() if name in COLUMNS}


def _row(columns: dict[str, int], cells: list[str], place: str) -> _Row:
    def lines(name: str) -> str:
        number = columns.get(name, len(cells))
        return plain(cells[number].strip()) if number < len(cells) else ""

    def cell(name: str) -> str:
        return " ".join(lines(name).split()) if name in columns else ""

    source, target = cell("source"), cell("target")
    for name, value in (("source", source), ("target", target)):
        if not any(c.isalnum() for c in value):
            raise BadTerm(
                told("{}: no {}", place, name), "every row has an English and a Japanese term"
            )
        if len(value) > _LONGEST:
            raise BadTerm(
                told("{}: the {} is too long", place, name), told("at most {} characters", _LONGEST)
            )
    status = _status(cell("status"), place)
    return _Row(
        place=place,
        source=source,
        target=target,
        status=status,
        kind=_kind(cell("kind"), place),
        concept=cell("concept") or source,
        note=cell("note"),
        case_sensitive=_truth(cell("case_sensitive"), place),
        specs=tuple(read_specs(lines("specs"), place)),
        context=tuple(filter(None, (word.strip() for word in cell("context").split("|")))),
        until=_year(cell("until"), status, place),
    )


def _status(value: str, place: str) -> TermStatus:
    try:
        return TermStatus(value.lower() or TermStatus.PREFERRED)
    except ValueError:
        raise BadTerm(
            told("{}: unknown status {!r}", place, value[:30]),
            told("one of {}, or nothing", ", ".join(TermStatus)),
        ) from None


def _kind(value: str, place: str) -> EntityKind | None:
    try:
        return EntityKind(value.lower()) if value else None
    except ValueError:
        raise BadTerm(
            told("{}: unknown kind {!r}", place, value[:30]),
            told("one of {}, or nothing", ", ".join(EntityKind)),
        ) from None


def _year(value: str, status: TermStatus, place: str) -> int | None:
    if not value:
        return None
    if not re.fullmatch("[0-9]{4}", value) or status is not TermStatus.DEPRECATED:
        raise BadTerm(
            told("{}: until is {!r}", place, value[:30]),
            "write a year, and only where the status is deprecated",
        )
    return int(value)


def _truth(value: str, place: str) -> bool:
    if value.lower() in _YES:
        return True
    if value.lower() in _NO:
        return False
    raise BadTerm(told("{}: case_sensitive is {!r}", place, value[:30]), "write yes or no")


def _add(draft: _Draft, row: _Row) -> None:
    known = draft.target.get(row.target)
    wrong = TermStatus.DEPRECATED
    if known and known.status is not row.status and wrong in (known.status, row.status):
        raise BadTerm(
            told(
                "{}: {} is {} here and {} before", row.place, row.target, row.status, known.status
            ),
            "a Japanese term of one concept is right or wrong",
        )
    preferred = next(
        (t.text for t in draft.target.values() if t.status is TermStatus.PREFERRED), row.target
    )
    if row.status is TermStatus.PREFERRED and preferred != row.target:
        raise BadTerm(
            told("{}: {} is preferred here and {} before", row.place, row.target, preferred),
            "mark all but one of them admitted, or give the rows different concepts",
        )
    if draft.kind and row.kind and draft.kind is not row.kind:
        raise BadTerm(
            told("{}: kind {} here and {} before", row.place, row.kind, draft.kind),
            "a concept has one kind",
        )
    status = TermStatus.ADMITTED if draft.source else TermStatus.PREFERRED
    draft.source.setdefault(row.source, Term(row.source, status, row.case_sensitive))
    if known is None or row.status is TermStatus.PREFERRED:
        draft.target[row.target] = Term(row.target, row.status, until=row.until)
    draft.kind = draft.kind or row.kind
    draft.note = draft.note or row.note
    draft.specs.extend(row.specs)
    draft.context.update(dict.fromkeys(row.context))


def _finished(draft: _Draft, origin: str) -> Concept:
    target = sorted(draft.target.values(), key=lambda term: _ORDER.index(term.status))
    return Concept(
        id=draft.id,
        source=tuple(draft.source.values()),
        target=tuple(target),
        kind=draft.kind or EntityKind.TERM,
        note=draft.note,
        origin=origin,
        specs=tuple(draft.specs),
        context=tuple(draft.context),
    )


def written(concepts: Iterable[Concept]) -> str:
    """The concepts as a table that `read` understands, one row a pair of terms."""
    rows = [",".join(COLUMNS)]
    for concept in concepts:
        rows.extend(",".join(_quoted(cell) for cell in row) for row in _written(concept))
    return "\n".join(rows) + "\n"


def _written(concept: Concept) -> Iterator[tuple[str, ...]]:
    pairs = [(concept.source[0], target) for target in concept.target]
    pairs += [(source, concept.target[0]) for source in concept.source[1:]]
    for number, (source, target) in enumerate(pairs):
        yield (
            source.text,
            target.text,
            target.status.value,
            concept.kind.value,
            concept.id,
            "" if number else concept.note,
            "yes" if source.case_sensitive else "",
            "" if number else written_specs(concept.specs),
            "" if number else " | ".join(concept.context),
            str(target.until or ""),
        )


def _quoted(cell: str) -> str:
    cell = harmless(cell)
    return '"' + cell.replace('"', '""') + '"' if any(c in cell for c in ',;\t"') else cell


def write(concepts: Sequence[Concept]) -> Written:
    """Everything that the concepts say."""
    return Written(written(concepts).encode())


FORMAT = TermFormat("table", (".csv", ".tsv", ".txt"), read, write)
