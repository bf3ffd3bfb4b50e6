"""The v3 glossaries of the stand-in, by DeepL's published rules."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONTROL = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LONGEST = 1024
_CREATED = "2026-01-01T00:00:00.000000Z"


class Refused(Exception):
    """A request that DeepL would not serve: the status and what it says."""

    def __init__(self, status: int, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.status, self.message, self.detail = status, message, detail


@dataclass(slots=True)
class _Glossary:
    name: str
    entries: dict[str, str]


@dataclass(slots=True)
class Glossaries:
    """All glossaries of one account, EN to JA alone."""

    kept: dict[str, _Glossary] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def entries(self, glossary: str) -> dict[str, str]:
        """The entries, which a test may edit as a stranger would. Raises `Refused` for none."""
        if glossary not in self.kept:
            raise Refused(404, "Glossary not found")
        return self.kept[glossary].entries

    def answer(
        self, method: str, part: str, body: Mapping[str, Any], query: Mapping[str, list[str]]
    ) -> tuple[int, Any]:
        """Status and answer; `part` is the path behind `/v3/glossaries`. Raises `Refused`."""
        glossary, _, below = part.partition("/")
        match method, glossary, below:
            case "GET", "", "":
                return 200, {"glossaries": [self._shown(known) for known in self.kept]}
            case "POST", "", "":
                return 201, self._created(body)
            case "GET", _, "":
                self.entries(glossary)
                return 200, self._shown(glossary)
            case "DELETE", _, "":
                self.entries(glossary)
                del self.kept[glossary]
                return 204, None
            case "GET", _, "entries":
                return 200, {"dictionaries": [self._dictionary(glossary)]}
            case "PUT", _, "dictionaries":
                kept = self.entries(glossary)
                new = checked(body["entries"])
                kept.clear()
                kept.update(new)
                return 200, self._count(glossary)
            case "PATCH", _, "":
                kept = self.entries(glossary)
                for dictionary in body.get("dictionaries", []):
                    kept.update(checked(dictionary["entries"]))
                return 200, self._shown(glossary)
            case "DELETE", _, "dictionaries":
                self.entries(glossary).clear()
                return 204, None
        del query
        raise Refused(404, "Not found")

    def _created(self, body: Mapping[str, Any]) -> dict[str, Any]:
        entries: dict[str, str] = {}
        for dictionary in body["dictionaries"]:
            entries |= checked(dictionary["entries"])
        glossary = f"00000000-0000-4000-8000-{next(self._numbers):012}"
        self.kept[glossary] = _Glossary(body["name"], entries)
        return self._shown(glossary)

    def _shown(self, glossary: str) -> dict[str, Any]:
        return {
            "glossary_id": glossary,
            "name": self.kept[glossary].name,
            "creation_time": _CREATED,
            "dictionaries": [self._count(glossary)] if self.kept[glossary].entries else [],
        }

    def _count(self, glossary: str) -> dict[str, Any]:
        count = len(self.kept[glossary].entries)
        return {"source_lang": "en", "target_lang": "ja", "entry_count": count}

    def _dictionary(self, glossary: str) -> dict[str, Any]:
        rows = "\n".join(f"{a}\t{b}" for a, b in self.entries(glossary).items())
        if not rows:
            raise Refused(404, "No dictionary for this language pair")
        pair = {"source_lang": "en", "target_lang": "ja"}
        return pair | {"entries": rows, "entries_format": "tsv"}


def checked(rows: str) -> dict[str, str]:
    """The entries of a TSV. Raises `Refused`, with the row, for what DeepL refuses."""
    found: dict[str, str] = {}
    for number, row in enumerate(rows.split("\n")):
        cells = row.split("\t")
        if len(cells) != 2:
            raise Refused(400, "Bad glossary", f"row {number}: not two columns")
        if fault := next(filter(None, map(_fault, cells)), ""):
            raise Refused(400, "Bad glossary", f"row {number}: {fault}")
        if cells[0] in found:
            raise Refused(400, "Bad glossary", f"row {number}: duplicates key")
        found[cells[0]] = cells[1]
    return found


def _fault(term: str) -> str:
    if not term:
        return "empty term"
    if term != term.strip():
        return "white space at an end"
    if _CONTROL.search(term):
        return "control character"
    return "too long" if len(term.encode()) > _LONGEST else ""
