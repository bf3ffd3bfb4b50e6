"""Which columns of a bilingual table are the English, the Japanese, the id and the document.

By name: `source` and `target`, or the names of the languages in either of them. A table without
such names is read by its languages, if one column is English and one Japanese throughout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.language.japanese import Language, language
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMPLE = 50
"""Rows that are enough to tell."""
_NAMES = {
    "source": ("source", "english", "en", "eng", "英語", "英文", "原文", "原語"),
    "target": ("target", "japanese", "ja", "jpn", "jp", "日本語", "和文", "訳文", "和訳", "翻訳"),
    "id": ("id",),
    "document": ("document",),
}
_WORD = regex(r"[^\W_]+")


class Columns(NamedTuple):
    """What was found."""

    places: dict[str, int]
    """By `source`, `target`, and `id` and `document` where there are any: numbers from 0."""
    header: int
    """1 where the first row names the columns, else 0."""


def columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns of a table by its first rows, None where they cannot be told."""
    named = _named(rows[0]) if rows else {}
    if "source" in named and "target" in named:
        return Columns(named, 1)
    return _by_language(rows)


def _named(header: Sequence[str]) -> dict[str, int]:
    cells = [cell.strip().lower() for cell in header]
    words = [(_WORD.findall(cell) or [""])[0] for cell in cells]
    found = {}
    for name, known in _NAMES.items():
        for wanted in known:
            # A column of just this name comes before one that only begins with it.
            place = next((row.index(wanted) for row in (cells, words) if wanted in row), None)
            if place is not None and (name in ("source", "target") or cells[place] == wanted):
                found[name] = place
                break
    return found


def _by_language(rows: Sequence[Sequence[str]]) -> Columns | None:
    width = max((len(row) for row in rows), default=0)
    written = [_written(rows, at) for at in range(width)]
    if written.count(Language.ENGLISH) != 1 or written.count(Language.JAPANESE) != 1:
        return None
    places = {
        "source": written.index(Language.ENGLISH),
        "target": written.index(Language.JAPANESE),
    }
    return Columns(places, 0)


def _written(rows: Sequence[Sequence[str]], at: int) -> Language:
    """The language of all the cells of a column; unknown where they differ."""
    found = {language(row[at]) for row in rows if at < len(row) and row[at].strip()}
    found.discard(Language.UNKNOWN)
    return found.pop() if len(found) == 1 else Language.UNKNOWN
