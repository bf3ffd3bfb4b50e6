"""TMX 1.4, the exchange format of translation memories; so far it is only written."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.bitext import TranslationUnit

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="taiyaku" creationtoolversion="{}" segtype="paragraph" o-tmf="taiyaku"\
 adminlang="en" srclang="en" datatype="plaintext"/>
<body>
"""
_FOOT = "</body>\n</tmx>\n"
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def written(units: Iterable[TranslationUnit]) -> Iterator[str]:
    """The parts of a TMX file with these units, in order; those with one empty side left out,
    since a memory has no use for them.

    Any text is well-formed afterwards: characters that XML cannot hold become U+FFFD.
    """
    yield _HEAD.format(version("taiyaku"))
    for unit in units:
        if not unit.one_sided:
            yield (
                f"<tu tuid={quoteattr(_legal(unit.id))}>\n"
                f'<tuv xml:lang="en"><seg>{_text(unit.source)}</seg></tuv>\n'
                f'<tuv xml:lang="ja"><seg>{_text(unit.target)}</seg></tuv>\n</tu>\n'
            )
    yield _FOOT


def _text(text: str) -> str:
    # A bare carriage return would be read back as a line feed.
    return escape(_legal(text), {"\r": "&#13;"})


def _legal(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
