"""Plain text documents: UTF-8 with or without a mark, CP932, EUC-JP, UTF-16 with a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import Document
from corpus.errors import TaiyakuError, UnreadableFile
from corpus.formats.files import decode, encode, read_bytes, replaced
from corpus.formats.format import DocumentFormat
from corpus.segmentation import segments
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.bitext import Span


def read(path: str) -> Document:
    """The document at `path`; raises UnreadableFile, also for one that holds no text at all."""
    text, codec = decode(read_bytes(path), path)
    paragraphs = segments(text)
    if not paragraphs:
        raise UnreadableFile(told("{} is empty", path), "name a file that holds the text")
    return Document(path, text, paragraphs, codec)


def corrected(document: Document, changes: Sequence[tuple[Span, str]]) -> bytes:
    """The file with each span of the text replaced; all other bytes as they were.

    Spans are those of `document.text` and do not overlap. Raises UnwritableFile where the
    document's encoding has no such character.
    """
    return replaced(_original(document), document.text, document.encoding, changes, document.name)


def _original(document: Document) -> bytes:
    """The bytes as read: CP932 has two codes for some characters, and we keep the user's."""
    try:
        data = read_bytes(document.name)
        if decode(data, document.name) == (document.text, document.encoding):
            return data
    except TaiyakuError:
        pass
    return encode(document.text, document.encoding, document.name)


FORMAT = DocumentFormat("plain text", (".txt", ".text"), read, corrected)
