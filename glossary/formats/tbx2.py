"""TBX version 2 (`martif`), for tools that do not read version 3; read as in `tbx`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.formats import tbx
from glossary.formats.term_format import TermFormat, Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.concept import Concept

_SECOND = tbx.Edition(
    """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>taiyaku</p></sourceDesc></fileDesc></martifHeader>
<text><body>
""",
    "</body></text>\n</martif>\n",
    "termEntry",
    "langSet",
    "tig",
)


def write(given: Sequence[Concept]) -> Written:
    """The same as in version 3."""
    return tbx.written(given, _SECOND)


def recognises(text: str) -> bool:
    """Whether its root says so."""
    return "<martif" in text[:2000]


FORMAT = TermFormat("TBX2", (".tbx",), tbx.read, write, recognises)
