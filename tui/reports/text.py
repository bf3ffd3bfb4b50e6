"""One finding a line, with the place first, for people and for editors that jump to places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.console import one_line
from tui.reports.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from corpus.bitext import Bitext, Document, Span, TranslationUnit
    from glossary.finding import Finding
    from tui.reports.report import Checked


def write(results: Iterable[Checked], out: TextIO) -> None:
    """`FILE:LINE:COLUMN: severity check: message`; of a bitext file `FILE:LINE: [unit] ...`.

    Where nothing stands in the Japanese document, FILE is the English one.
    """
    for result in results:
        units = result.units()
        for finding in result.findings:
            unit = units[finding.document, finding.unit]
            out.write(one_line(f"{_place(result.bitext, unit, finding)} {_said(finding)}") + "\n")


def _place(bitext: Bitext, unit: TranslationUnit, finding: Finding) -> str:
    """Lines and columns count from 1; a column is one character."""
    if bitext.target and unit.target_span:
        return _position(bitext.target, unit.target_span, finding.target)
    if bitext.source and unit.source_span:
        return _position(bitext.source, unit.source_span, finding.source)
    return f"{bitext.name}:{unit.line}: [{unit.id}]"


def _position(document: Document, unit: Span, marked: Span | None) -> str:
    offset = unit.start + (marked.start if marked else 0)
    before = document.text[:offset]
    line, column = before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
    return f"{document.name}:{line}:{column}:"


def _said(finding: Finding) -> str:
    return f"{finding.severity} {finding.check}: {finding.message}"


REPORT = Report("text", "one finding a line, for people and editors", write)
