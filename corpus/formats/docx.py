"""Word files: paragraphs of the text, of tables, text boxes, notes, headers and footers.

Read from the XML itself, since a library writes the whole file anew: a correction is spliced
into the runs where the text stands, and every other character of every part stays. Text that is
deleted or moved away under tracked changes is not read.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.bitext import Document, Span
from corpus.errors import UnreadableFile, UnwritableFile
from corpus.formats.docx_reader import Reader
from corpus.formats.format import DocumentFormat
from corpus.formats.layout import Layout, in_file, spliced
from corpus.formats.markup import NOT_IN_XML, escaped, marks
from corpus.formats.package import Package
from corpus.patterns import regex
from corpus.segmentation import segments
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.formats.docx_reader import Paragraph
    from corpus.formats.layout import Change
    from corpus.formats.markup import Mark

_NAMESPACE = regex(
    r"""xmlns(?::([\w.-]+))?\s*=\s*["'](?:http://schemas\.openxmlformats\.org/wordprocessingml"""
    r"""/2006/main|http://purl\.oclc\.org/ooxml/wordprocessingml/main)["']"""
)
_ORDER = ("header", "", "footnotes", "endnotes", "footer")
"""Kinds of parts as they are read; the main text has no name here."""
_SPACE = ' xml:space="preserve"'


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    start: int
    """Where it begins in the text of all parts."""
    xml: str
    prefix: str
    """Of the names of Word's elements, with the colon."""


class _File:
    """A Word file with the text of all its parts, and where that stands in them."""

    def __init__(self, path: str) -> None:
        self.package = Package(path, "DOCX")
        self.parts = self._parts()
        self.source = "".join(part.xml for part in self.parts)
        self.layout = Layout()
        self.found: list[tuple[int, Paragraph]] = []
        """The paragraphs, each with where it ends in the text."""
        self.texts: list[Mark] = []
        self.forms: list[tuple[Span, Span]] = []
        for part in self.parts:
            reader = Reader(self.source, part.prefix)
            for mark in marks(part.xml):
                reader.take(mark._replace(span=mark.span.shifted(part.start)))
            self.texts += reader.texts
            self.forms += reader.forms
            for paragraph in reader.paragraphs:
                self.layout.append(paragraph.layout)
                self.found.append((len(self.layout), paragraph))

    def _parts(self) -> list[_Part]:
        main = self.package.main()
        related = dict.fromkeys([("", main), *(r[:2] for r in self.package.related(main))])
        found: list[_Part] = []
        for wanted in _ORDER:
            for name in (name for kind, name in related if kind == wanted):
                xml = self.package.xml(name)
                start = found[-1].start + len(found[-1].xml) if found else 0
                if match := _NAMESPACE.search(xml):
                    found.append(_Part(name, start, xml, f"{match[1]}:" if match[1] else ""))
        return found

    def written(self, text: str, place: Span) -> str:
        """In a `w:t`, or in a run beside the tab or break that stands at `place`."""
        prefix = self._prefix(place.start)
        opening, closing = f"<{prefix}t{_SPACE}>", f"</{prefix}t>"
        new = _xml(text)
        for sign, element in (("\n", "br"), ("\t", "tab")):
            new = new.replace(sign, f"{closing}<{prefix}{element}/>{opening}")
        return f"{opening}{new}{closing}" if self.source[place.start] == "<" else new

    def paragraphs(self, texts: Sequence[str], behind: int | None) -> Change:
        """New paragraphs that look like their neighbour."""
        paragraph = self.found[0][1]
        if behind is not None:
            paragraph = next(each for end, each in self.found if end > behind)
        w = paragraph.prefix
        properties = "" if "sectPr" in paragraph.properties else paragraph.properties
        new = "".join(
            f"<{w}p>{properties}<{w}r>{paragraph.run_properties}"
            f"<{w}t{_SPACE}>{_xml(text)}</{w}t></{w}r></{w}p>"
            for text in texts
        )
        at = paragraph.start if behind is None else paragraph.end
        return Span(at, at), new

    def spaced(self, changes: Sequence[Change]) -> list[Change]:
        """The changes, and for each text that they touch that its spaces are to be kept."""
        ends = [tag.span.end for tag in self.texts]
        touched = {bisect_right(ends, place.start) - 1 for place, _ in changes}
        tags = (self.texts[at] for at in touched if at >= 0)
        added = [
            (Span(tag.span.end - 1, tag.span.end - 1), _SPACE)
            for tag in tags
            if "xml:space" not in tag.inside
        ]
        return sorted([*changes, *added], key=lambda change: (change[0].start, change[0].end))

    def without_older_forms(self, changes: Sequence[Change]) -> list[Change]:
        """The changes, and that of a drawing whose text they change the form for older programs
        goes, which still has the old text."""
        gone = [
            (older, "")
            for newer, older in self.forms
            if any(newer.contains(place) for place, _ in changes)
        ]
        return sorted([*changes, *gone], key=lambda change: (change[0].start, change[0].end))

    def with_changes(self, changes: Sequence[Change]) -> bytes:
        new = {}
        for part in self.parts:
            whole = Span(part.start, part.start + len(part.xml))
            own = [(s.shifted(-part.start), text) for s, text in changes if whole.contains(s)]
            if own:
                new[part.name] = spliced(part.xml, own)
        return self.package.with_parts(new)

    def _prefix(self, at: int) -> str:
        return next(part.prefix for part in reversed(self.parts) if part.start <= at)


def read(path: str) -> Document:
    """The text of the file. Raises UnreadableFile, also where it holds none."""
    text = _File(path).layout.text
    paragraphs = segments(text)
    if not paragraphs:
        raise UnreadableFile(told("{} holds no text", path), "name a file that holds the text")
    return Document(path, text, paragraphs, encoding="", lines=())


def corrected(document: Document, changes: Sequence[Change]) -> bytes:
    """The file with spans of its text replaced. Raises UnwritableFile where it has changed
    since it was read, or for a character that no Word file can hold."""
    file = _File(document.name)
    if not changes:
        return file.package.data
    inside = file.spaced(in_file(document, file.layout, changes, file))
    return file.with_changes(file.without_older_forms(inside))


def _xml(text: str) -> str:
    if found := NOT_IN_XML.search(text):
        raise UnwritableFile(
            told("a Word file cannot hold U+{:04X}", ord(found[0])), "take it out of the text"
        )
    return escaped(text)


FORMAT = DocumentFormat("Word", (".docx",), read, corrected)
