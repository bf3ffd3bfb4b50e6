"""A character that is not seen but steers what is: the order of writing, or a terminal.

What it does: it looks in both texts for control characters (escapes, bells, nulls), for marks that
turn the direction of writing, and for hidden annotations.
Why it is bad: a reader sees another text than the file holds, a search does not find it, and a
program may do what such a text tells it.
Example: 合意[U+202E]した.
Use instead: 合意した.
The fix takes all of them out of the Japanese. In the English they are only named.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.rendering import AnnotatedUnit

NAME = "control-character"
_CONTROL = regex(
    "\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\))"
    "|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufff9-\ufffb]"
)


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """One finding for each text that has any."""
    unit = annotated.unit
    if places := _places(unit.target):
        whole = Span(places[0].start, places[-1].end)
        yield Finding(
            unit=unit.id,
            check=NAME,
            severity=Severity.MAJOR,
            message=told("the Japanese holds {}", _said(unit.target, places)),
            target=whole,
            fix=Fix(whole, whole.of(unit.target), _CONTROL.sub("", whole.of(unit.target))),
            why=told("it is not seen, and changes what is"),
        )
    if places := _places(unit.source):
        yield Finding(
            unit=unit.id,
            check=NAME,
            severity=Severity.MAJOR,
            message=told("the English holds {}", _said(unit.source, places)),
            source=places[0],
            target=None,
            why=told("it is not seen, and changes what is"),
        )


def _places(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _CONTROL.finditer(text)]


def _said(text: str, places: list[Span]) -> str:
    character = text[places[0].start]
    name = unicodedata.name(character, "").lower() or told("a control character")
    also = told(", and {} more", len(places) - 1) if len(places) > 1 else ""
    return told("{} (U+{}){}", name, f"{ord(character):04X}", also)


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A character steers the direction of writing or a terminal, and is not seen.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("They agreed.", "両者は合意\u202eした。"),
        Example("They agreed.", "両者は\x1b[31m合意した。"),
        Example("They\u2066 agreed.", "両者は合意した。"),
    ),
    passed=(
        Example("They\tagreed.\nAll of them.", "両者は\u3000合意した。\r\n全員が。"),
        Example("The 👩\u200d🔬 agreed.", "👩\u200d🔬は合意した。"),
    ),
)
