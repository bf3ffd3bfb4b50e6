"""The list of corrections, as a spreadsheet, as a translation memory, and to look at."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import BadContent
from corpus.formats.tmx import written
from glossary.effort import size
from glossary.formats.cells import harmless
from tui.display.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TextIO

    from corpus.bitext import TranslationUnit
    from tui.versions.versions import Versions


@dataclass(frozen=True, slots=True)
class Correction:
    """A paragraph that was changed."""

    number: int
    """From 1, in the order of the text."""
    unit: TranslationUnit
    """With the Japanese as the machine left it."""
    corrected: str
    changed: int
    """Characters."""


def corrections(texts: Versions) -> tuple[Correction, ...]:
    """What differs between the first version and the last, in the order of the text."""
    return tuple(
        Correction(number, unit, text, size(unit.target, text))
        for number, (unit, text) in enumerate(zip(texts.units, texts.texts[-1], strict=True), 1)
        if unit.target != text
    )


def write_csv(texts: Versions, out: TextIO) -> None:
    """One correction a row; a spreadsheet runs none of the cells as a formula."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(("number", "document", "id", "source", "machine", "corrected", "changed"))
    for c in corrections(texts):
        cells = (c.unit.document or "", c.unit.id, c.unit.source, c.unit.target, c.corrected)
        rows.writerow((c.number, *(harmless(printable(cell)) for cell in cells), c.changed))


def write_tmx(texts: Versions, out: TextIO) -> None:
    """The English with the corrected Japanese. Raises BadContent where there is no English."""
    if not texts.has_english:
        raise BadContent(
            "a translation memory needs the English", "name the English first, then the Japanese"
        )
    out.writelines(written(c.unit.with_target(c.corrected) for c in corrections(texts)))


def write_html(texts: Versions, out: TextIO) -> None:
    """Old and new side by side, with what went and what came."""
    from tui.pages.page import page
    from tui.pages.pieces import difference

    found = corrections(texts)
    rows = [
        (
            c.number,
            c.unit.document,
            c.unit.source,
            c.changed,
            *difference(c.unit.target, c.corrected),
        )
        for c in found
    ]
    names = (texts.names[0], texts.names[-1])
    shown = {"names": names, "rows": rows, "units": len(texts.units)}
    out.writelines(page("changes.html.j2", has_english=texts.has_english, **shown))


FORMS: Mapping[str, Callable[[Versions, TextIO], None]] = {
    "csv": write_csv,
    "tmx": write_tmx,
    "html": write_html,
}
"""By the name of `--format`."""
