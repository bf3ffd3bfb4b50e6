"""What of a unit a format leaves out, in a line each, and the unit without it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.formats.markup import NOT_IN_XML, legal
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import InlineCode, TranslationUnit

_BREAK = regex("[\t\r\n]+")
_TAG = regex(r"""<(?:[^"'>]|"[^"]*"|'[^']*')*+>""")
_ATTRIBUTE = regex(r"""\s(([^\s=/>"']+)\s*=\s*(?:"[^"]*"|'[^']*'))""")
_OWN = frozenset(("id", "rid", "i", "x", "startRef", "dataRef", "dataRefStart", "dataRefEnd"))
"""Attributes that only number the codes."""
TABLE = frozenset(("id", "document", "context", "notes", "state", "one side", "line breaks"))
"""What columns hold."""


def fitted(unit: TranslationUnit, held: frozenset[str]) -> TranslationUnit | None:
    """The unit as a format has it that holds only some parts; None where it is left out whole."""
    if _whole(unit, held):
        return None
    source, target = unit.source, unit.target
    if "codes" not in held and unit.codes:
        marks = str.maketrans(dict.fromkeys((code.mark for code in unit.codes), ""))
        source, target = source.translate(marks), target.translate(marks)
    if "line breaks" not in held:
        source, target = _BREAK.sub(" ", source), _BREAK.sub(" ", target)
    if "control characters" not in held:
        source, target = legal(source), legal(target)
    return replace(unit, source=source, target=target)


def lost(unit: TranslationUnit, held: frozenset[str]) -> Iterator[str]:
    """What of the unit is not held, or held in another way, in a line for each part.

    The parts: `document`, `context`, `notes`, `state`, `singular`, `alternatives`, `codes`,
    `line breaks`, `control characters`; a unit with `one side`, and one with `no source`, are left
    out whole. Ids are asked of the whole file: most are made of the text.
    """
    if whole := _whole(unit, held):
        yield f"left out: {whole}"
        return
    for part, value in _parts(unit).items():
        if value and part not in held:
            yield f"{part} left out: {value}"
    if "codes" in held:
        yield from _rewritten(unit.codes)


def _rewritten(codes: Sequence[InlineCode]) -> Iterator[str]:
    """What becomes of codes in a format that has them, but not as they were written."""
    unknown = " ".join(code.written for code in codes if not code.native)
    if unknown:
        yield f"codes kept as texts of how they were written: {unknown}"
    tags = [(code.written, _TAG.match(code.written)) for code in codes if code.native]
    said = [a[1] for _, tag in tags if tag for a in _ATTRIBUTE.finditer(tag[0]) if a[2] not in _OWN]
    if said:
        yield f"what tags say left out: {' '.join(dict.fromkeys(said))}"


def _whole(unit: TranslationUnit, held: frozenset[str]) -> str:
    """Why a unit is left out whole, if it is."""
    if "no source" not in held and not unit.source.strip():
        return "it has no English"
    if "one side" not in held and not unit.target.strip():
        return "it has no Japanese"
    return ""


def _parts(unit: TranslationUnit) -> dict[str, str]:
    text = unit.source + unit.target
    return {
        "document": unit.document or "",
        "context": unit.context,
        "notes": " | ".join(unit.notes),
        "state": unit.state.value if unit.state else "",
        "singular": unit.singular,
        "alternatives": " | ".join(unit.alternatives),
        "codes": " ".join(code.written for code in unit.codes),
        "line breaks": "a space instead" if _BREAK.search(text) else "",
        "control characters": "U+FFFD instead" if NOT_IN_XML.search(text) else "",
    }
