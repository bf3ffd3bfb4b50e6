"""XML from strangers, read and written with lxml: no entities, no network, no large trees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.formats.files import read_bytes
from corpus.told import told
from glossary.errors import BadTerm

if TYPE_CHECKING:
    from lxml.etree import _Element

_LIMIT = 32 * 1024 * 1024


def tree(path: str) -> _Element:
    """The root of an XML file. Raises BadTerm for what is no XML or declares entities."""
    return parsed(read_bytes(path, _LIMIT), path)


def parsed(data: bytes, name: str) -> _Element:
    """The root of XML; a document type is allowed. Raises BadTerm where it declares an entity or
    is not well formed."""
    from lxml import etree

    if re.search(rb"<!ENTITY|<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y", data):
        raise BadTerm(told("{}: declares entities", name), "save it without a document type")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        said = " ".join(str(error).split(" (")[0].split())
        raise BadTerm(
            told("{}: no well-formed XML: {}", name, said), "repair or export it again"
        ) from None


def local(element: _Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of(element: _Element) -> str:
    """All text inside, white space as single blanks."""
    return " ".join("".join(map(str, element.itertext())).split())
