"""Files that are ZIP archives of XML (DOCX, XLSX): looked over, read part by part, put together.

Nothing is unpacked to disk. What would unpack to too much, has a strange name or declares
entities is refused before it is read.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from copy import copy
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from corpus.bitext import Span
from corpus.errors import UnreadableFile
from corpus.formats.files import read_bytes
from corpus.formats.layout import spliced
from corpus.formats.markup import Kind, marks
from corpus.patterns import regex
from corpus.told import Told, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_LARGEST_PART = 64 * 1024 * 1024
_LARGEST = 512 * 1024 * 1024
"""Bytes of all parts when they are unpacked."""
_MOST_PARTS = 20_000
_DEEPEST = 1000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_TYPES = "[Content_Types].xml"
_ENCODING = regex(r"""^(<\?xml[^>]*?encoding=["'])[\w.-]+""")
_STRANGE = regex(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f]")


class Relation(NamedTuple):
    """That one part refers to another."""

    kind: str
    """The last word of its type, as `header`."""
    part: str
    """The name of a part that is there."""
    id: str


class Package:
    """The parts of one such file, by name."""

    def __init__(self, path: str, kind: str) -> None:
        """Raises UnreadableFile where it is none that is safe to open; `kind` is for messages."""
        self.data = read_bytes(path)
        self._path = path
        self._kind = kind
        if self.data.startswith(_OLD_OFFICE):
            raise UnreadableFile(
                told("{} is in the old format of Office, or has a password", path),
                told("save it as {} without a password", kind),
            )
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(self.data))
            self._infos = self._archive.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self._refused(told("is no {} file: {}", kind, error)) from None
        if len(self._infos) > _MOST_PARTS or sum(i.file_size for i in self._infos) > _LARGEST:
            raise self._refused(told("unpacks to too much"))
        if any(_STRANGE.search(info.orig_filename) for info in self._infos):
            raise self._refused(told("holds a part with the name of a place outside of it"))
        self._names = {info.filename for info in self._infos}
        if len(self._names) < len(self._infos):
            raise self._refused(told("holds two parts of one name"))

    def xml(self, name: str) -> str:
        """The text of an XML part. Raises UnreadableFile where it is not well formed, declares a
        document type, or is nested too deeply."""
        data = self._part(name, _LARGEST_PART)
        depth = 0

        def start(*_: object) -> None:
            nonlocal depth
            depth += 1
            if depth > _DEEPEST:
                raise self._refused(told("is nested too deeply ({})", name))

        def end(_: str) -> None:
            nonlocal depth
            depth -= 1

        def declared(*_: object) -> None:
            raise self._refused(told("declares a document type ({})", name))

        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.StartDoctypeDeclHandler = declared
        try:
            parser.Parse(data, True)
            utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
            return data.decode("utf-16" if utf16 else "utf-8-sig")
        except (expat.ExpatError, UnicodeDecodeError, LookupError, ValueError) as error:
            raise self._refused(told("is damaged ({}: {})", name, error)) from None

    def related(self, name: str = "") -> Iterator[Relation]:
        """The parts that a part (the whole, without a name) refers to."""
        folder = posixpath.dirname(name)
        relations = _relations(name)
        if relations not in self._names:
            return
        for mark in marks(self.xml(relations)):
            if mark.kind in (Kind.START, Kind.EMPTY) and mark.name.endswith("Relationship"):
                said = mark.attributes()
                target = said.get("Target", "")
                at = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                part = posixpath.normpath(at).lstrip("/")
                if said.get("TargetMode") != "External" and part in self._names:
                    kind = said.get("Type", "").rpartition("/")[2]
                    yield Relation(kind, part, said.get("Id", ""))

    def main(self) -> str:
        """The name of the part with the text. Raises UnreadableFile where there is none."""
        for relation in self.related():
            if relation.kind == "officeDocument":
                return relation.part
        raise self._refused(told("is no {} file", self._kind))

    def dropping(self, kind: str) -> dict[str, str | None]:
        """For `with_parts`: the file without the parts of a kind that the main one refers to.

        That is for what other programs make anew where it is missing, and take for damage where
        it is wrong.
        """
        main = self.main()
        new: dict[str, str | None] = {r.part: None for r in self.related(main) if r.kind == kind}
        if new:
            names = {f"/{part}" for part in new}
            new[_TYPES] = self._without(_TYPES, lambda said: said.get("PartName") in names)
            relations = _relations(main)
            new[relations] = self._without(
                relations, lambda said: said.get("Type", "").endswith(f"/{kind}")
            )
        return new

    def _without(self, name: str, gone: Callable[[dict[str, str]], bool]) -> str:
        """The XML of a part without the elements, which hold nothing, with such attributes."""
        source, spans, start = self.xml(name), [], None
        for mark in marks(source):
            if mark.kind is Kind.END and start is not None:
                spans.append(Span(start, mark.span.end))
                start = None
            elif mark.kind in (Kind.START, Kind.EMPTY) and gone(mark.attributes()):
                start = mark.span.start if mark.kind is Kind.START else None
                spans += [mark.span] if mark.kind is Kind.EMPTY else []
        return spliced(source, [(span, "") for span in spans])

    def with_parts(self, new: Mapping[str, str | None]) -> bytes:
        """The file with some XML parts replaced, or taken out (None); all others stay."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.comment = self._archive.comment
            for info in self._infos:
                text = new.get(info.filename)
                if text is None and info.filename in new:
                    continue
                data = self._part(info.filename, _LARGEST) if text is None else _as_utf8(text)
                archive.writestr(copy(info), data)
        return out.getvalue()

    def _part(self, name: str, limit: int) -> bytes:
        try:
            with self._archive.open(name) as part:
                data = part.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise self._refused(told("is damaged ({}: {})", name, error)) from None
        except (KeyError, NotImplementedError, RuntimeError, MemoryError):
            raise self._refused(
                told("is no {} file that can be read ({})", self._kind, name)
            ) from None
        if len(data) > limit:
            raise self._refused(told("unpacks to too much ({})", name))
        return data

    def _refused(self, why: Told) -> UnreadableFile:
        return UnreadableFile(
            told("{} {}", self._path, why), told("save it again as {}", self._kind)
        )


def _relations(name: str) -> str:
    """The name of the part that says what a part refers to."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _as_utf8(xml: str) -> bytes:
    """Bytes that are what their declaration says, whatever it said before."""
    return _ENCODING.sub(r"\1UTF-8", xml, count=1).encode()
