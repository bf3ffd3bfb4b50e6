"""Bitext as JSON Lines: `{"id": ..., "source": ..., "target": ...}` a line, other keys kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.bitext import Bitext, Span
from corpus.errors import BadContent
from corpus.formats.files import decode, lines, read_bytes
from corpus.formats.format import BitextFormat, BitextWriter
from corpus.formats.losses import TABLE
from corpus.formats.rows import Row, units, with_targets
from corpus.formats.table_writer import columns
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.bitext import TranslationUnit

_DECODER = json.JSONDecoder()
_TEXTS = ("source", "target")
_SPACE = " \t\r\n"
_HINT = told('one object a line: {"id": "...", "source": "...", "target": "..."}')


def read(path: str) -> Bitext:
    """The units of the file (`-` for standard input); raises UnreadableFile, BadContent."""
    text, codec = decode(read_bytes(path), path)
    return Bitext(path, units(_rows(text, path), path), encoding=codec)


def corrected(path: str, targets: Mapping[tuple[str | None, str], str]) -> bytes:
    """The file with the Japanese of some units (by document and id) replaced.

    No other byte changes. Raises UnwritableFile where the file has changed since it was read.
    """
    return with_targets(read_bytes(path), path, _rows, targets, _written)


def _written(_: Row, target: str, before: str) -> str:
    return json.dumps(target, ensure_ascii="\\u" in before)


def stream(path: str) -> Iterator[Row]:
    """As `BitextFormat.stream`."""
    for number, line in enumerate(lines(path), start=1):
        if line.strip():
            yield _row(line, 0, path, number)


class _Value(NamedTuple):
    value: Any
    span: Span


def _rows(text: str, path: str) -> list[Row]:
    rows = []
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            rows.append(_row(line, start, path, number))
        start += len(line) + 1
    return rows


def _row(line: str, start: int, path: str, number: int) -> Row:
    place = f"{path}:{number}"
    values = _members(line.rstrip(), place)
    for key in ("source", "target"):
        if key not in values:
            raise BadContent(told('{}: no "{}"', place, key), _HINT)
        if not isinstance(values[key].value, str):
            raise BadContent(told('{}: "{}" is not a text', place, key), _HINT)
    return Row(
        path,
        number,
        _name(values, "id", place),
        values["source"].value,
        values["target"].value,
        _name(values, "document", place),
        values["target"].span.shifted(start),
    )


def _name(values: dict[str, _Value], key: str, place: str) -> str | None:
    value = values[key].value if key in values else None
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise BadContent(told('{}: "{}" is neither a text nor a number', place, key), _HINT)


def _members(line: str, place: str) -> dict[str, _Value]:
    """The members of the object on a line, each with the span of its value."""
    try:
        whole = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else told("not valid")
        raise BadContent(told("{}: not JSON ({})", place, reason), _HINT) from None
    if not isinstance(whole, dict):
        raise BadContent(told("{}: not a JSON object", place), _HINT)
    found: dict[str, _Value] = {}
    at = line.index("{") + 1
    while line[at := _skip(line, at, _SPACE + ",")] != "}":
        key, at = _DECODER.raw_decode(line, at)
        at = _skip(line, at, _SPACE + ":")
        value, end = _DECODER.raw_decode(line, at)
        found[key] = _Value(value, Span(at, end))
        at = end
    return found


def _skip(line: str, at: int, characters: str) -> int:
    while line[at] in characters:
        at += 1
    return at


def _new(units: Sequence[TranslationUnit]) -> bytes:
    """A file of the units; what is empty is left out, but for the two texts."""
    table = columns(units)
    rows = (dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True))
    lines = (
        json.dumps({k: v for k, v in row.items() if v or k in _TEXTS}, ensure_ascii=False)
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines).encode(errors="replace")


FORMAT = BitextFormat(
    "JSON Lines",
    (".jsonl", ".ndjson"),
    read,
    corrected,
    stream,
    writer=BitextWriter(_new, TABLE | {"no source", "control characters"}),
    unread="other keys",
)
