"""What the line-based bitext formats share: rows with the place of their target, made units."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from corpus.bitext import LONGEST, Span, TranslationUnit
from corpus.errors import BadContent, UnwritableFile
from corpus.formats.files import decode, replaced
from corpus.segmentation import unit_ids
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from corpus.bitext import InlineCode, State


class Row(NamedTuple):
    """One unit as it stands in a file."""

    path: str
    line: int
    """Where the row begins, from 1."""
    id: str | None
    source: str
    target: str
    document: str | None
    target_span: Span
    """Of the target as written in the file, quotes included, in the decoded text."""
    state: State | None = None
    notes: tuple[str, ...] = ()
    context: str = ""
    codes: tuple[InlineCode, ...] = ()
    alternatives: tuple[str, ...] = ()
    singular: str = ""

    @property
    def place(self) -> str:
        """`file:line`, for messages."""
        return f"{self.path}:{self.line}"


def units(rows: Sequence[Row], path: str) -> tuple[TranslationUnit, ...]:
    """The units of a file; a row without an id gets one from its content.

    Raises BadContent where there is no row at all, a text is longer than `LONGEST`, or an id
    stands twice in one document.
    """
    if not rows:
        raise BadContent(
            told("{} holds no units", path), "name a file with at least one pair of texts"
        )
    for row in rows:
        if (length := max(len(row.source), len(row.target))) > LONGEST:
            raise BadContent(
                told("{}: a text of {} characters", row.place, f"{length:,}"),
                told("divide it into paragraphs, of {} characters at most", f"{LONGEST:,}"),
            )
    made: Iterable[str] = repeat("")
    if not all(row.id for row in rows):
        made = unit_ids(row.source.strip() or row.target for row in rows)
    keys: dict[tuple[str | None, str], Row] = {}
    found = []
    for row, content_id in zip(rows, made, strict=False):
        unit = TranslationUnit(
            row.id or content_id,
            row.source,
            row.target,
            row.document,
            line=row.line,
            state=row.state,
            notes=row.notes,
            context=row.context,
            codes=row.codes,
            alternatives=row.alternatives,
            singular=row.singular,
        )
        key = (unit.document, unit.id)
        if key in keys:
            there = keys[key].place
            raise BadContent(
                told("{}: the id {!r} stands at {} already", row.place, unit.id[:40], there),
                "give every unit of a document an id of its own, or leave the ids out",
            )
        keys[key] = row
        found.append(unit)
    return tuple(found)


def changed(
    rows: Sequence[Row], path: str, targets: Mapping[tuple[str | None, str], str]
) -> list[tuple[Row, str]]:
    """The rows that get another Japanese, with it. Raises UnwritableFile where the file has
    changed since it was read."""
    by_key = {
        (unit.document, unit.id): row for unit, row in zip(units(rows, path), rows, strict=True)
    }
    unknown = [key for key in targets if key not in by_key]
    if unknown:
        raise UnwritableFile(
            told("{} has changed since it was read: no unit {!r}", path, unknown[0][1][:40]),
            "open it again, then save",
        )
    return [
        (row, targets[key])
        for key, row in by_key.items()
        if key in targets and targets[key] != row.target
    ]


def with_targets(
    data: bytes,
    path: str,
    rows: Callable[[str, str], Sequence[Row]],
    targets: Mapping[tuple[str | None, str], str],
    written: Callable[[Row, str, str], str],
) -> bytes:
    """The file with new targets in the form that `written` gives them; all else as it was.

    `written` is told the row, the new target, and how the old one is written.
    """
    text, codec = decode(data, path)
    changes = [
        (row.target_span, written(row, target, row.target_span.of(text)))
        for row, target in changed(rows(text, path), path, targets)
    ]
    return replaced(data, text, codec, changes, path)
