"""PDF, to read only: the text in paragraphs, without running heads and page numbers.

A PDF says where letters stand, not what belongs together, and cannot be corrected: what a
review writes is the text beside it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from corpus.bitext import Document
from corpus.errors import UnreadableFile
from corpus.extras import adding
from corpus.formats.files import read_bytes
from corpus.formats.format import DocumentFormat
from corpus.formats.layout import GAP, spliced
from corpus.formats.pdf_paragraphs import Piece, paragraphs
from corpus.segmentation import segments
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.formats.layout import Change

_SECONDS = 90
_SCANNED = told(
    "have a program for text recognition go over it first (ocrmypdf -l jpn+eng), or type it"
)


def read(path: str) -> Document:
    """The text of the PDF, without what stands on pages that are pictures. Raises UnreadableFile,
    also where all are, for one that takes too long, and without the extra `documents`."""
    data = read_bytes(path)
    if find_spec("pypdfium2") is None:
        raise UnreadableFile("PDF needs the extra documents", adding("documents"))
    pages = _pages(data, path)
    scanned = [n for n, page in enumerate(pages, 1) if page["pictures"] and not page["pieces"]]
    if scanned and len(scanned) == sum(1 for p in pages if p["pieces"] or p["pictures"]):
        raise UnreadableFile(told("{} is scanned: pictures of pages, no text", path), _SCANNED)
    text = GAP.join(paragraphs([[Piece(*piece) for piece in page["pieces"]] for page in pages]))
    found = segments(text)
    if not found:
        raise UnreadableFile(told("{} holds no text", path), "name a file that holds the text")
    return Document(path, text, found, encoding="", lines=(), pictures=tuple(scanned))


def corrected(document: Document, changes: Sequence[Change]) -> bytes:
    """The text with the changes, in UTF-8."""
    return (spliced(document.text, sorted(changes)) + "\n").encode(errors="replace")


def _pages(data: bytes, path: str) -> list[dict[str, Any]]:
    if not data.lstrip()[:1024].startswith(b"%PDF") and b"%PDF-" not in data[:1024]:
        raise UnreadableFile(told("{} is no PDF", path), "name the file as what it is")
    command = [sys.executable, "-P", "-m", "corpus.formats.pdf_reader"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS)  # noqa: S603
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        answer = {"error": told("takes too long to read")}
    except ValueError:
        answer = {"error": told("cannot be read: it is damaged, or needs too much memory")}
    if "error" in answer:
        raise UnreadableFile(
            told("{} {}", path, told(answer["error"])), "save it again, or copy its text"
        )
    return list(answer["pages"])


FORMAT = DocumentFormat("PDF", (".pdf",), read, corrected, written_as=".txt")
