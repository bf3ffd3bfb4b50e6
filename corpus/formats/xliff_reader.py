"""Where the texts of an XLIFF file stand in it: read with expat, which says where each tag begins.

Entities are refused, nothing is fetched, nesting is bounded. Alternatives (`alt-trans`, matches)
and what is not to be translated are let alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from corpus.errors import BadContent
from corpus.formats.inline import Content, limited, refuse_giant_tags
from corpus.formats.xliff_asides import ENDED, Asides
from corpus.formats.xliff_codes import Text
from corpus.formats.xliff_pieces import Pieces
from corpus.told import some, told

_NAMESPACES = {
    "urn:oasis:names:tc:xliff:document:1.1": "1",  # as translate-toolkit writes it
    "urn:oasis:names:tc:xliff:document:1.2": "1",
    "urn:oasis:names:tc:xliff:document:2.0": "2",
}
_VERSIONS = {"1.1": "1", "1.2": "1", "2.0": "2", "2.1": "2"}
"""What stands for the namespace where a program has left it out."""
_HEADER = "x-gettext-domain-header"
_DEEPEST = 100
_MEMOQ_STATUS = "MQXliff status"
_SDL_SEGMENT = "http://sdl.com/FileTypes/SdlXliff/1.0 seg"
_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
TAG = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_HINT = told("export it again as XLIFF 1.2, 2.0 or 2.1")


@dataclass(slots=True)
class Segment:
    """A source with its target; offsets are bytes of the text in UTF-8."""

    id: str
    line: int
    document: str | None
    start: int
    """Of the tag that holds the state; of a piece of a unit, of the tag of the piece."""
    stated: int | None = None
    """Of a piece: the tag that holds the state."""
    shared: bool = False
    """Whether that state is one of several pieces, so that none of them can sign it off."""
    element: str = "target"
    """Which holds the target."""
    prefix: str = ""
    """Of the element names, with its colon."""
    source: Content = field(default_factory=Content)
    target: Content = field(default_factory=Content)
    source_end: int = 0
    inner: tuple[int, int] | None = None
    """What stands in the target; None where there is none."""
    bare: bool = False
    """Whether the target is an empty element (`inner` is all of it)."""
    first: bool = False
    """Whether it is of version 1.2."""
    unit: int = 0
    """The tag of its unit; in version 1.2 that of the segment itself."""
    end: int = 0
    """Behind its last text."""
    said: dict[str, str] = field(default_factory=dict)
    """What `xliff_states` reads."""
    asides: Asides = field(default_factory=Asides)


class _Open(NamedTuple):
    name: str
    """Without its namespace, or with it where that is not XLIFF's."""
    at: int
    tag_end: int
    translate: bool


def segments(data: bytes, path: str) -> list[Segment]:
    """All that can be translated from English into Japanese; raises BadContent for what is no
    XLIFF, and where there is nothing. What holds no text at all is left out: it has no place for
    one."""
    refuse_giant_tags(data, path)
    reader = _Reader(data, path)
    found = [s for s in reader.found if s.source_end or s.inner]
    if found:
        return found
    if reader.others:
        said = told("{} is {}, not English into Japanese", path, some(reader.others))
        raise BadContent(said, "name another file, or export it for en and ja")
    raise BadContent(
        told("{} holds no units from English into Japanese", path), "name another file"
    )


class _Reader:
    def __init__(self, data: bytes, path: str) -> None:
        self.found: list[Segment] = []
        self.others: dict[str, None] = {}
        """Languages that are not wanted, as `en > de`."""
        self._data, self._path = data, path
        self._open: list[_Open] = []
        self._segment: Segment | None = None
        self._text: Text | None = None
        self._namespace, self._first = "", False
        self._document: str | None = None
        self._unit, self._numbers = "", Counter[str]()
        self._unit_at, self._asides = 0, Asides()
        self._pieces = Pieces(data, {})
        self._wanted, self._pair = True, ("", "")
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._says
        parser.EntityDeclHandler = self._entity
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise BadContent(
                told("{}:{}: no XLIFF: {}", path, error.lineno, reason), _HINT
            ) from None

    def _entity(self, *_: object) -> None:
        raise BadContent(
            told("{}: declares entities", self._path), "save it without a document type"
        )

    def _tag_end(self, at: int) -> int:
        match = TAG.match(self._data, at)
        return match.end() if match else at

    def _root(self, namespace: str, name: str, version: str) -> None:
        known = _NAMESPACES.get(namespace) if namespace else _VERSIONS.get(version)
        if name != "xliff" or known is None:
            raise BadContent(told("{}: no XLIFF 1.2, 2.0 or 2.1", self._path), _HINT)
        self._namespace, self._first = namespace, known == "1"

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        namespace, _, name = full.rpartition(" ")
        if not self._open:
            self._root(namespace, name, attributes.get("version", ""))
            self._languages(attributes, "srcLang", "trgLang")
        if len(self._open) == _DEEPEST:
            line = self._parser.CurrentLineNumber
            raise BadContent(told("{}:{}: tags inside tags without end", self._path, line), _HINT)
        name = name if namespace == self._namespace else full
        at = self._parser.CurrentByteIndex
        translate = not self._open or self._open[-1].translate
        if "translate" in attributes and self._text is None:
            translate = attributes["translate"] != "no"
        tag_end = self._tag_end(at)
        if self._text:
            self._text.begins(name, attributes, at, tag_end)
            place = len(self._open), self._parser.CurrentLineNumber
            limited(self._text.count, f"{self._path}:{place[1]}")
            self._pieces.begins(name, attributes, (at, tag_end), place)
        else:
            self._place(name, attributes, at, translate)
            self._asides.begins(name, [o.name for o in self._open[-2:]], attributes, at)
        self._open.append(_Open(name, at, tag_end, translate))

    def _languages(self, attributes: dict[str, str], source: str, target: str) -> None:
        self._pair = attributes.get(source, ""), attributes.get(target, "")
        self._wanted = self._fits(*self._pair)

    def _fits(self, *pair: str) -> bool:
        """Whether the languages are ours, as far as they are said; others are noted."""
        wanted = all(
            said.lower().replace("_", "-").split("-")[0] in ("", own)
            for said, own in zip(pair, ("en", "ja"), strict=True)
        )
        if not wanted:
            self.others[" > ".join(said or "?" for said in pair)] = None
        return wanted

    def _place(self, name: str, attributes: dict[str, str], at: int, translate: bool) -> None:
        """An element outside the texts."""
        parent = self._open[-1].name if self._open else ""
        first = self._first
        if name == "file":
            self._document = attributes.get("original") or attributes.get("id")
            if first:
                self._languages(attributes, "source-language", "target-language")
        elif name == "unit":
            self._unit, self._unit_at = attributes.get("id", ""), at
            self._asides = Asides(prefix=self._prefix(name, at))
        elif name == ("trans-unit" if first else "segment"):
            self._segment_begins(name, attributes, at, wanted=translate and self._wanted)
        elif self._segment and parent in ("trans-unit", "segment"):
            self._text_begins(name, attributes.get(_LANGUAGE, ""), at)
            if self._segment and name == "target" and first and "state" in attributes:
                self._segment.said["state"] = attributes["state"]
        elif self._segment and name == _SDL_SEGMENT:
            confirmed = attributes.get("conf", "")
            self._segment.said["tool"] += f" {confirmed}"
            self._pieces.confirmed[attributes.get("id", "")] = confirmed

    def _segment_begins(
        self, name: str, attributes: dict[str, str], at: int, *, wanted: bool
    ) -> None:
        first = name == "trans-unit"
        if first:
            self._unit_at, self._asides = at, Asides(prefix=self._prefix(name, at))
            self._pieces = Pieces(self._data, self._asides.native)
        own = self._name(name, attributes)
        if not wanted or attributes.get("restype") == _HEADER:
            return
        line = self._parser.CurrentLineNumber
        self._segment = Segment(own, line, self._document, at)
        self._segment.first, self._segment.unit = first, self._unit_at
        self._segment.asides = self._asides
        self._segment.said = {n: attributes[n] for n in ("state", "approved") if n in attributes}
        self._segment.said["tool"] = attributes.get(_MEMOQ_STATUS, "")
        self.found.append(self._segment)

    def _name(self, name: str, attributes: dict[str, str]) -> str:
        if name == "trans-unit":
            return attributes.get("id", "")
        self._numbers[self._unit] += 1
        number = self._numbers[self._unit]
        own = attributes.get("id") or (str(number) if number > 1 else "")
        return f"{self._unit}/{own}" if own else self._unit

    def _text_begins(self, name: str, language: str, at: int) -> None:
        """One of the texts begins, perhaps in a language of its own."""
        segment = self._segment
        if segment is None or name not in ("source", "seg-source", "target"):
            return
        source, target = self._pair
        pair = (source, language or target) if name == "target" else (language or source, target)
        if language and not self._fits(*pair):
            self._segment = None
            self.found.pop()
            return
        end = self._tag_end(at)
        if segment.first:
            self._pieces.enters(name)
        if name == "target":
            segment.bare = self._data[end - 2 : end] == b"/>"
            segment.inner = (at, end) if segment.bare else (end, end)
            segment.target = Content()
            self._text = Text(segment.target, self._data, self._asides.native)
            if segment.first:
                segment.start = at
        else:
            segment.prefix = self._prefix(name, at)
            segment.source = Content()
            self._text = Text(segment.source, self._data, self._asides.native)

    def _prefix(self, name: str, at: int) -> str:
        """What stands before an element's name, with its colon."""
        tag = self._data[at + 1 : self._tag_end(at)].split(None, 1)[0].decode()
        return tag.rstrip("/>").removesuffix(name)

    def _end(self, _: str) -> None:
        closed = self._open.pop()
        at = self._parser.CurrentByteIndex
        if self._text is None:
            if closed.name in ("trans-unit", "segment") and self._segment:
                self.found[-1:] = [*self._pieces.of(self._segment)] or [self._segment]
                self._segment = None
            if closed.name in ENDED:
                self._asides.ends(closed.name, closed.at, *self._close(closed, at))
        elif self._text.is_open:
            close = self._close(closed, at)
            self._text.ends(*close)
            self._pieces.ends(len(self._open), *close)
        else:
            self._text_ends(closed, at)

    def _text_ends(self, closed: _Open, at: int) -> None:
        segment, self._text = self._segment, None
        self._pieces.leaves()
        if segment is None:
            return
        segment.end = self._close(closed, at)[1]
        if segment.first:
            segment.asides.place = segment.end
        if closed.name != "target":
            segment.source_end = segment.end
        elif segment.inner and not segment.bare:
            segment.inner = (segment.inner[0], at)

    def _close(self, closed: _Open, at: int) -> tuple[int, int]:
        """Where the end tag stands: nowhere, behind the tag, for an empty element."""
        if self._data[closed.tag_end - 2 : closed.tag_end] == b"/>":
            return closed.tag_end, closed.tag_end
        return at, self._tag_end(at)

    def _says(self, text: str) -> None:
        if self._text:
            self._text.says(text)
            self._pieces.says(text)
        else:
            self._asides.says(text, self._open[-1].name if self._open else "")
