"""A new PO file of units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import State
from corpus.formats.po_reader import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit

_HEAD = r"""msgid ""
msgstr ""
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Language: ja\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"""


def written(units: Sequence[TranslationUnit]) -> Iterator[str]:
    """The parts of the file, in order. A text that stands twice in one context, which PO does not
    have, gets the id of its unit as another."""
    yield _HEAD
    seen: set[tuple[str, str]] = set()
    for unit in units:
        context = unit.context
        english = unit.singular or unit.source
        if (context, english) in seen:
            context = f"{context} {unit.id}".strip()
        seen.add((context, english))
        yield "\n"
        yield from (f"#. {' '.join(note.split())}\n" for note in unit.notes)
        if unit.state in (State.UNTRANSLATED, State.NEEDS_REVIEW) and unit.target:
            yield "#, fuzzy\n"
        if context:
            yield f"msgctxt {quoted(context)}\n"
        yield f"msgid {quoted(english)}\n"
        if unit.singular:
            yield f"msgid_plural {quoted(unit.source)}\n"
        yield f"msgstr{'[0]' if unit.singular else ''} {quoted(_ended(unit))}\n"


def _ended(unit: TranslationUnit) -> str:
    """The Japanese with line breaks at its ends where the English has them."""
    inner = unit.target.strip("\n")
    first = "\n" if unit.source.startswith("\n") else ""
    last = "\n" if unit.source.endswith("\n") else ""
    return f"{first}{inner}{last}" if inner else ""
