"""Where tags and texts stand in HTML and XML.

A parser of trees does not say where a character came from, and writes the file anew. This one
only finds the marks, in one pass over the text, whatever is wrong with it.
"""

from __future__ import annotations

import html
import re
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from corpus.bitext import Span
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.formats.layout import Layout

_TAG = regex(r"""<(/?)([A-Za-z_][^\s/>]*)((?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*+)>""")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
"""HTML elements whose content is no markup, and nothing to read."""
_ATTRIBUTE = regex(r"""([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_ENTITY = regex("(&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?)")
_SOFT_HYPHEN = "\u00ad"
NOT_IN_XML = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""A character that no XML can hold, not even by its number."""


class Kind(Enum):
    """What a mark in a text is."""

    TEXT = auto()
    START = auto()
    END = auto()
    EMPTY = auto()
    """A start that is an end too: `<w:tab/>`; in HTML a start all the same."""


class Mark(NamedTuple):
    """A tag, or the text between two."""

    kind: Kind
    span: Span
    name: str = ""
    """Of a tag, as it is written."""
    inside: str = ""
    """What stands in the tag behind its name."""

    def attributes(self) -> dict[str, str]:
        """Its attributes, unescaped; of two with one name the first, as browsers do."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.inside):
            found.setdefault(match[1], html.unescape(match[2] or match[3] or match[4] or ""))
        return found


def marks(source: str, *, raw: bool = False) -> Iterator[Mark]:
    """All tags and texts in order; comments and declarations are left out.

    `raw`: as HTML has it, scripts and the like are left out, and names are in small letters.
    """
    at = 0
    while (opening := source.find("<", at)) >= 0:
        if opening > at:
            yield Mark(Kind.TEXT, Span(at, opening))
        if source.startswith(("<!", "<?"), opening):
            at = _declaration_end(source, opening)
            continue
        match = _TAG.match(source, opening)
        if match is None:
            if not re.match("</?[A-Za-z_]", source[opening : opening + 3]):
                yield Mark(Kind.TEXT, Span(opening, opening + 1))
                at = opening + 1
                continue
            return  # a tag without an end is the end of the file, as browsers have it
        mark = _tag(match, raw)
        yield mark
        at = match.end()
        if raw and mark.name in _RAW and mark.kind is not Kind.END:
            closing = re.compile(f"</{mark.name}(?=[\\s/>])", re.IGNORECASE).search(source, at)
            at = closing.start() if closing else len(source)
    if at < len(source):
        yield Mark(Kind.TEXT, Span(at, len(source)))


def _tag(match: re.Match[str], raw: bool) -> Mark:
    closing, name, inside = match.groups()
    kind = Kind.END if closing else Kind.EMPTY if inside.endswith("/") else Kind.START
    return Mark(kind, Span(*match.span()), name.lower() if raw else name, inside)


def _declaration_end(source: str, at: int) -> int:
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<", ">")):
        if source.startswith(opening, at):
            end = source.find(closing, at + len(opening))
            if end >= 0:
                return end + len(closing)
            if opening == "<!--":
                break
    return len(source)


def legal(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold."""
    return NOT_IN_XML.sub("\ufffd", text)


def escaped(text: str) -> str:
    """The text as it stands between the tags of XML, with U+FFFD for what that cannot hold, and
    carriage returns so that they are not read back as line feeds.

    `xml.sax.saxutils` would do it too, but loads a client of HTTP, which takes longer to start
    than all readers of XML together.
    """
    held = legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return held.replace("\r", "&#13;")


def attribute(text: str) -> str:
    """The text as the value of an attribute, in its quotes."""
    held = escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{held}"'


def add_text(layout: Layout, source: str, start: int, end: int) -> None:
    """Add what a text of the file says: an entity for what it stands for, no soft hyphens."""
    for part in _ENTITY.split(source[start:end]):
        if part.startswith("&") and (said := html.unescape(part)) != part and len(said) < 3:
            if said != _SOFT_HYPHEN:
                layout.add(said, start, start + len(part))
        else:
            layout.add(part, start)
        start += len(part)


def in_text(utf8: bytes, edits: list[tuple[int, int, str]]) -> Iterator[tuple[Span, str]]:
    """The changes of the bytes as changes of the text, insertions at one place as one. The tag that
    several segments share is changed once."""
    at = passed = 0
    merged: dict[tuple[int, int], str] = {}
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        merged[start, end] = new if start < end else merged.get((start, end), "") + new
    for (start, end), new in merged.items():
        first = passed + len(utf8[at:start].decode(errors="surrogatepass"))
        passed = first + len(utf8[start:end].decode(errors="surrogatepass"))
        at = end
        yield Span(first, passed), new
