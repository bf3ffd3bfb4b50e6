"""One finding a line, with the place first, for people and for editors that jump to places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.console import one_line
from tui.reports.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from corpus.bitext import Bitext, TranslationUnit
    from glossary.finding import Finding
    from tui.reports.report import Checked


def write(results: Iterable[Checked], out: TextIO) -> None:
    """`FILE:LINE:COLUMN: severity check: message` (`FILE:UNIT:` where a unit has no line)."""
    for result in results:
        units = result.units()
        for finding in result.findings:
            unit = units[finding.document, finding.unit]
            out.write(one_line(f"{_place(result.bitext, unit, finding)}: {_said(finding)}") + "\n")


def _place(bitext: Bitext, unit: TranslationUnit, finding: Finding) -> str:
    """Lines and columns count from 1; a column is one character."""
    if bitext.target is None or unit.target_span is None:
        where = f"{unit.document}:{unit.id}" if unit.document else unit.id
        return f"{bitext.name}:{where}"
    offset = unit.target_span.start + (finding.target.start if finding.target else 0)
    before = bitext.target.text[:offset]
    line, column = before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
    return f"{bitext.name}:{line}:{column}"


def _said(finding: Finding) -> str:
    return f"{finding.severity} {finding.check}: {finding.message}"


REPORT = Report("text", "one finding a line, for people and editors", write)
