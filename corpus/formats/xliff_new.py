"""A new XLIFF file of units: version 1.2, which every tool of the trade takes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from corpus.bitext import State
from corpus.formats.inline import as_elements
from corpus.formats.markup import attribute, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
"""
_STATES: Final = {
    State.UNTRANSLATED: "needs-translation",
    State.NEEDS_REVIEW: "needs-review-translation",
    State.TRANSLATED: "translated",
    State.SIGNED_OFF: "signed-off",
    State.FINAL: "final",
}
_CODES: Final = {
    "bpt": '<bpt id="{number}">{held}</bpt>',
    "ept": '<ept id="{number}">{held}</ept>',
    "begin": '<it id="{number}" pos="open">{held}</it>',
    "end": '<it id="{number}" pos="close">{held}</it>',
    "ph": '<ph id="{number}">{held}</ph>',
}


def written(units: Sequence[TranslationUnit]) -> Iterator[str]:
    """The parts of the file, in order; units of one document that stand together are one file.

    A code holds what it is in the format that the text came from, else how its file had it.
    """
    yield _HEAD
    for document, inside in groupby(units, key=lambda unit: unit.document):
        yield (
            f'<file original={attribute(document or "units")} datatype="plaintext"'
            ' source-language="en" target-language="ja">\n<body>\n'
        )
        yield from map(_unit, inside)
        yield "</body>\n</file>\n"
    yield "</xliff>\n"


def _unit(unit: TranslationUnit) -> str:
    state = f' state="{_STATES[unit.state]}"' if unit.state else ""
    target = _content(unit.target, unit)
    lines = [
        f'<trans-unit id={attribute(unit.id)} xml:space="preserve">',
        f"<source>{_content(unit.source, unit)}</source>",
        f"<target{state}>{target}</target>" if target or state else "",
        f'<context-group><context context-type="x-context">{escaped(unit.context)}</context>'
        "</context-group>"
        if unit.context
        else "",
        *(f"<note>{escaped(note)}</note>" for note in unit.notes),
        "</trans-unit>",
    ]
    return "".join(f"{line}\n" for line in lines if line)


def _content(text: str, unit: TranslationUnit) -> str:
    return as_elements(text, unit.codes, _CODES)
