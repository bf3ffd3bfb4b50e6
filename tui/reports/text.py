"""One finding a line, with the place first, for people and for editors that jump to places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.console import one_line
from tui.reports.place import place
from tui.reports.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from corpus.bitext import TranslationUnit
    from glossary.finding import Finding
    from tui.reports.place import Place
    from tui.reports.report import Checked


def write(results: Iterable[Checked], out: TextIO) -> None:
    """`FILE:LINE:COLUMN: severity check: message`; of a bitext file `FILE:LINE: [unit] ...`.

    Where nothing stands in the Japanese document, FILE is the English one.
    """
    for result in results:
        units = result.units()
        for finding in result.findings:
            unit = units[finding.document, finding.unit]
            where = _where(place(result.bitext, unit, finding), unit)
            out.write(one_line(f"{where} {_said(finding)}") + "\n")


def _where(place: Place, unit: TranslationUnit) -> str:
    if place.start:
        return f"{place.file}:{place.start.line}:{place.start.column}:"
    return f"{place.file}:{place.line}: [{unit.id}]"


def _said(finding: Finding) -> str:
    return f"{finding.severity} {finding.check}: {finding.message}"


REPORT = Report("text", "one finding a line, for people and editors", write)
