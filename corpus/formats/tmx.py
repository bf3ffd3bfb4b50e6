"""TMX 1.4, the exchange format of translation memories.

Of a file that is corrected no byte changes but the Japanese that is; a text with another tool's
codes inside is not written over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from corpus.bitext import Bitext
from corpus.errors import UnwritableFile
from corpus.formats.files import decode, read_bytes
from corpus.formats.format import BitextFormat
from corpus.formats.markup import legal
from corpus.formats.rows import units, with_targets
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpus.bitext import TranslationUnit
    from corpus.formats.rows import Row

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="taiyaku" creationtoolversion="{}" segtype="paragraph" o-tmf="taiyaku"\
 adminlang="en" srclang="en" datatype="plaintext"/>
<body>
"""
_FOOT = "</body>\n</tmx>\n"


def read(path: str) -> Bitext:
    """The units that have both languages; raises UnreadableFile, BadContent."""
    from corpus.formats.tmx_reader import rows

    text, _ = decode(read_bytes(path), path)
    return Bitext(path, units(rows(text, path), path))


def corrected(path: str, targets: Mapping[tuple[str | None, str], str]) -> bytes:
    """The file with the Japanese of some units (by document and id) replaced.

    Raises UnwritableFile where the file has changed since it was read, and for a unit with codes.
    """
    from corpus.formats.tmx_reader import rows

    return with_targets(read_bytes(path), path, rows, targets, _put)


def _put(row: Row, target: str, before: str) -> str:
    if before.startswith("<seg"):
        return f"<seg>{_text(target)}</seg>"
    if "<" in before:
        raise UnwritableFile(
            told("{}: the Japanese holds codes of another tool", row.place), "correct it there"
        )
    return _text(target)


def stream(path: str) -> Iterator[Row]:
    """As `BitextFormat.stream`."""
    from corpus.formats import tmx_reader

    return tmx_reader.stream(path)


def written(units: Iterable[TranslationUnit]) -> Iterator[str]:
    """The parts of a TMX file with these units, in order; those with one empty side left out,
    since a memory has no use for them.

    Any text is well-formed afterwards: characters that XML cannot hold become U+FFFD.
    """
    from importlib.metadata import version

    yield _HEAD.format(version("taiyaku"))
    for unit in units:
        if not unit.one_sided:
            yield (
                f"<tu tuid={quoteattr(legal(unit.id))}>\n"
                f'<tuv xml:lang="en"><seg>{_text(unit.source)}</seg></tuv>\n'
                f'<tuv xml:lang="ja"><seg>{_text(unit.target)}</seg></tuv>\n</tu>\n'
            )
    yield _FOOT


def _text(text: str) -> str:
    # A bare carriage return would be read back as a line feed.
    return escape(legal(text), {"\r": "&#13;"})


FORMAT = BitextFormat("TMX", (".tmx",), read, corrected, stream)
