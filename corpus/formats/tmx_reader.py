"""Where the texts of a TMX file stand in it: read with expat, which says where each tag begins.

Entities are refused, a document type that names its file alone is not looked at, nesting and tags
are bounded.
"""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from corpus.bitext import Span
from corpus.errors import BadContent
from corpus.formats.files import LIMIT, pieces
from corpus.formats.format import OURS
from corpus.formats.inline import Content, bounded, codes, limited, marks
from corpus.formats.rows import Row
from corpus.formats.tmx_codes import Text, Written
from corpus.told import some, told

if TYPE_CHECKING:
    from collections.abc import Iterator

_ASIDES = ("note", "prop")
_RECENT = 10_000
_DEEPEST = 100
_HINT = told("export it again as TMX 1.4")


@dataclass(slots=True)
class Variant:
    """One language of a unit; offsets are bytes."""

    language: str
    start: int
    """Of its tag, which says when and by whom it was changed."""
    about: dict[str, str]
    """What its attributes say."""
    content: Content = field(default_factory=Content)
    has_text: bool = False
    inner: tuple[int, int] = (0, 0)
    """What stands in the segment, or an empty `<seg/>` whole."""
    bare: bool = False
    """Whether it is an empty `<seg/>`."""


class Ours(NamedTuple):
    """A note of an earlier run with its place, in bytes."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class _Unit:
    id: str
    line: int
    about: dict[str, str]
    variants: list[Variant] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    ours: list[Ours] = field(default_factory=list)
    noted: int = 0
    """Where the next note goes, in bytes."""

    def of(self, language: str) -> Variant | None:
        return next((v for v in self.variants if v.language == language and v.has_text), None)


class Place(NamedTuple):
    """A unit with the two languages as the file has them."""

    row: Row
    source: Variant
    target: Variant
    about: dict[str, str]
    """What its attributes say, and its properties by their types."""
    ours: tuple[Ours, ...]
    noted: int
    """Where the next note goes, in bytes."""


def places(text: str, path: str) -> list[Place]:
    """The units that have English and Japanese; an id that stands there twice is none.

    `target_span` begins with the tag of the Japanese variant and ends with what stands in its
    `seg`, or behind an empty `<seg/>`. Raises BadContent for what is no TMX, and for one of other
    languages.
    """
    data = text.encode(errors="surrogatepass")
    units = _Reader(data, path).units
    found = [u for u in units if u.of("en") and u.of("ja")]
    languages = dict.fromkeys(v.language for u in units for v in u.variants if v.language)
    if languages and not found:
        raise BadContent(
            told("{} has no unit in both English and Japanese, but {}", path, some(languages)),
            "name another file, or export it for en and ja",
        )
    times = Counter(unit.id for unit in found)
    return [*_places(found, times, data, path)]


def _places(found: list[_Unit], times: Counter[str], data: bytes, path: str) -> Iterator[Place]:
    at = passed = 0
    for unit in found:
        target = unit.of("ja")
        if target is None:
            continue
        last = target.inner[1]
        start = passed + len(data[at : target.start].decode())
        end = start + len(data[target.start : last].decode())
        at, passed = last, end
        name = unit.id if times[unit.id] == 1 else None
        if place := _place(unit, name, Span(start, end), path):
            yield place


def _place(unit: _Unit, name: str | None, span: Span, path: str) -> Place | None:
    source, target = unit.of("en"), unit.of("ja")
    if source is None or target is None:
        return None
    bounded(source.content, target.content, f"{path}:{unit.line}")
    shown = marks(source.content, target.content)
    row = Row(
        path,
        unit.line,
        name or None,
        source.content.shown(shown),
        target.content.shown(shown),
        None,
        span,
        notes=tuple(unit.notes),
        codes=codes(source.content, target.content),
    )
    return Place(row, source, target, unit.about, tuple(unit.ours), unit.noted)


def stream(path: str) -> Iterator[Row]:
    """As `BitextFormat.stream`; an id that stood among the last thousands is none."""
    reader = _Reader(None, path)
    recent: dict[str, None] = {}
    for unit in _fed(reader, path):
        name = unit.id if unit.id and unit.id not in recent else None
        place = _place(unit, name, Span(0, 0), path)
        if place is None:
            continue
        recent[unit.id] = None
        if len(recent) > _RECENT:
            del recent[next(iter(recent))]
        yield place.row


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
        self._fed = 0
        self._written = Written(data)
        self._open: list[str] = []
        self._segment_at = 0
        self._text: Text | None = None
        self._said: list[str] = []
        """What the note or property says that is being read."""
        self._property = ""
        self._aside_at = 0
        self._parser = parser = expat.ParserCreate("utf-8" if data is not None else None)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._says
        parser.EntityDeclHandler = self._entity
        if data is not None:
            self.feed(data, last=True)

    def feed(self, data: bytes, *, last: bool = False) -> None:
        """Read on. Raises BadContent."""
        self._fed += len(data)
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise BadContent(
                told("{}:{}: no TMX: {}", self._path, error.lineno, reason), _HINT
            ) from None
        if self._fed - self._parser.CurrentByteIndex > LIMIT and not last:
            self._refuse(told("a tag without end"))

    def finished(self) -> list[_Unit]:
        """The units that are read whole, each handed out once."""
        whole = len(self.units) - ("tu" in self._open)
        done, self.units = self.units[:whole], self.units[whole:]
        return done

    def _refuse(self, said: str) -> None:
        line = self._parser.CurrentLineNumber
        raise BadContent(told("{}:{}: no TMX: {}", self._path, line, said), _HINT)

    def _entity(self, *_: object) -> None:
        raise BadContent(
            told("{}: declares entities", self._path), "save it without a document type"
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open and name != "tmx":
            self._refuse(told("it begins with {}", name[:40]))
        if len(self._open) == _DEEPEST:
            self._refuse(told("tags inside tags without end"))
        at = self._parser.CurrentByteIndex
        self._open.append(name)
        if self._text:
            self._text.begins(name, attributes, at)
            limited(self._text.count, f"{self._path}:{self._parser.CurrentLineNumber}")
            return
        line = self._parser.CurrentLineNumber
        if name == "tu":
            unit = _Unit(attributes.get("tuid", ""), line, attributes)
            unit.noted = self._written.tag_end(at)
            self.units.append(unit)
        elif name == "tuv" and self.units:
            language = attributes.get("xml:lang") or attributes.get("lang") or ""
            self.units[-1].variants.append(Variant(language.lower().split("-")[0], at, attributes))
        elif name == "seg" and (variant := self._variant()):
            variant.content, variant.has_text = Content(), True
            self._text = Text(variant.content, self._written)
            self._segment_at = at
        elif name in _ASIDES:
            self._said.clear()
            self._aside_at = at
            self._property = attributes.get("type", "")

    def _end(self, name: str) -> None:
        self._open.pop()
        at = self._parser.CurrentByteIndex
        if self._text is None:
            if name in _ASIDES and self.units and "tu" in self._open:
                self._aside(name, self.units[-1], at)
        elif self._text.is_open:
            self._text.ends(at)
        else:
            self._segment_ends(at)

    def _aside(self, name: str, unit: _Unit, at: int) -> None:
        said = "".join(self._said)
        if name == "note":
            text = " ".join(said.split())
            if text.startswith(OURS) and self._open[-1] == "tu":
                text = text.removeprefix(OURS)
                start = self._aside_at
                unit.ours.append(Ours(text, start, self._written.end_of(start, at)))
            unit.notes.append(text)
        else:
            unit.about.setdefault(self._property, said)

    def _segment_ends(self, at: int) -> None:
        self._text = None
        if self._data is not None and (variant := self._variant()):
            begun, end = self._segment_at, self._written.tag_end(self._segment_at)
            variant.bare = self._written.is_empty(begun)
            variant.inner = (begun, end) if variant.bare else (end, at)

    def _says(self, text: str) -> None:
        if self._text:
            self._text.says(text)
        elif self._open and self._open[-1] in _ASIDES:
            self._said.append(text)

    def _variant(self) -> Variant | None:
        return self.units[-1].variants[-1] if self.units and self.units[-1].variants else None
