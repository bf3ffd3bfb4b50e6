"""Where the texts of a TMX file stand in it: read with expat, which says where each tag begins.

Entities are refused, a document type that names its file alone is not looked at. Codes of other
tools inside a text (`bpt`, `ept`, `it`, `ph`, `ut`) are no part of it.
"""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from corpus.bitext import Span
from corpus.errors import BadContent
from corpus.formats.files import pieces
from corpus.formats.rows import Row
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODES = frozenset(("bpt", "ept", "it", "ph", "ut", "sub"))
_RECENT = 10_000
_HINT = told("export it again as TMX 1.4")


@dataclass(slots=True)
class _Variant:
    """One language of a unit; offsets are bytes."""

    language: str
    parts: list[str] = field(default_factory=list)
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class _Unit:
    id: str
    line: int
    variants: list[_Variant] = field(default_factory=list)

    def of(self, language: str) -> _Variant | None:
        return next((v for v in self.variants if v.language == language), None)


def rows(text: str, path: str) -> list[Row]:
    """The units that have English and Japanese; an id that stands there twice is none.

    `target_span` is all that stands in the Japanese `seg`, or an empty `<seg/>` whole. Raises
    BadContent for what is no TMX.
    """
    data = text.encode(errors="surrogatepass")
    found = [u for u in _Reader(data, path).units if u.of("en") and u.of("ja")]
    times = Counter(unit.id for unit in found)
    return [*_rows(found, times, data, path)]


def _rows(found: list[_Unit], times: Counter[str], data: bytes, path: str) -> Iterator[Row]:
    at = passed = 0
    for unit in found:
        source, target = unit.of("en"), unit.of("ja")
        if source is None or target is None:
            continue
        start = passed + len(data[at : target.start].decode())
        end = start + len(data[target.start : target.end].decode())
        at, passed = target.end, end
        name = unit.id if times[unit.id] == 1 else None
        english, japanese = ("".join(v.parts) for v in (source, target))
        yield Row(path, unit.line, name or None, english, japanese, None, Span(start, end))


def stream(path: str) -> Iterator[Row]:
    """As `BitextFormat.stream`; an id that stood among the last thousands is none."""
    reader = _Reader(None, path)
    recent: dict[str, None] = {}
    for unit in _fed(reader, path):
        source, target = unit.of("en"), unit.of("ja")
        if source is None or target is None:
            continue
        name = unit.id if unit.id and unit.id not in recent else None
        recent[unit.id] = None
        if len(recent) > _RECENT:
            del recent[next(iter(recent))]
        english, japanese = ("".join(v.parts) for v in (source, target))
        yield Row(path, unit.line, name, english, japanese, None, Span(0, 0))


def _fed(reader: _Reader, path: str) -> Iterator[_Unit]:
    with closing(pieces(path)) as data:
        for piece in data:
            reader.feed(piece)
            yield from reader.finished()
    reader.feed(b"", last=True)


class _Reader:
    """Of `data`, or of what it is fed when that is None: then the places of texts are not kept."""

    def __init__(self, data: bytes | None, path: str) -> None:
        self.units: list[_Unit] = []
        self._data = data
        self._path = path
        self._inside: list[str] = []
        self._parser = parser = expat.ParserCreate("utf-8" if data is not None else None)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        if data is not None:
            self.feed(data, last=True)

    def feed(self, data: bytes, *, last: bool = False) -> None:
        """Read on. Raises BadContent."""
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise BadContent(
                told("{}:{}: no TMX: {}", self._path, error.lineno, reason), _HINT
            ) from None

    def finished(self) -> list[_Unit]:
        """The units that are read whole, each handed out once."""
        whole = len(self.units) - ("tu" in self._inside)
        done, self.units = self.units[:whole], self.units[whole:]
        return done

    def _entity(self, *_: object) -> None:
        raise BadContent(
            told("{}: declares entities", self._path), "save it without a document type"
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._inside.append(name)
        if name == "tu":
            line = self._parser.CurrentLineNumber
            self.units.append(_Unit(attributes.get("tuid", ""), line))
        elif name == "tuv" and self.units:
            language = attributes.get("xml:lang") or attributes.get("lang") or ""
            self.units[-1].variants.append(_Variant(language.lower().split("-")[0]))
        elif name == "seg" and self._data is not None and (variant := self._variant()):
            begin = self._parser.CurrentByteIndex
            close = self._data.index(b">", begin)
            empty = self._data[close - 1 : close] == b"/"
            variant.start = begin if empty else close + 1
            variant.end = close + 1 if empty else variant.start

    def _end(self, name: str) -> None:
        self._inside.pop()
        variant = self._variant()
        if name == "seg" and variant and self._parser.CurrentByteIndex > variant.start:
            variant.end = self._parser.CurrentByteIndex

    def _text(self, text: str) -> None:
        if "seg" in self._inside and not _CODES & {*self._inside} and (v := self._variant()):
            v.parts.append(text)

    def _variant(self) -> _Variant | None:
        return self.units[-1].variants[-1] if self.units and self.units[-1].variants else None
