"""One finding a line, with the place first, for people and for editors that jump to places."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from glossary.finding import Severity
from tui.console import one_line
from tui.reports.place import placed
from tui.reports.report import Report, readable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from corpus.bitext import TranslationUnit
    from glossary.finding import Finding
    from tui.reports.place import Place
    from tui.reports.report import Outcome


_COLOURS = {Severity.CRITICAL: "1;31", Severity.MAJOR: "33", Severity.MINOR: "36"}


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """`FILE:LINE:COLUMN: severity check: message`; of a bitext file, a web page or Markdown
    `FILE:LINE: [unit] ...`; of a file without lines `FILE:paragraph NUMBER: ...`.

    Where nothing stands in the Japanese document, FILE is the English one. On a terminal those of
    one file stand under its name, coloured unless NO_COLOR is set.
    """
    grouped = out.isatty()
    said = ""
    for result in readable(outcomes):
        for at, unit, finding in placed(result):
            if not grouped:
                out.write(one_line(f"{at.file}:{_where(at, unit)} {_said(finding)}") + "\n")
                continue
            if at.file != said:
                out.write(("\n" if said else "") + _bright(one_line(at.file), "1") + "\n")
            said = at.file
            severity = _bright(f"{finding.severity:<8}", _COLOURS[finding.severity])
            rest = one_line(f"{finding.check}: {finding.message}")
            out.write(f"  {one_line(_where(at, unit)):<8} {severity} {rest}\n")


def _bright(text: str, code: str) -> str:
    return text if os.environ.get("NO_COLOR") else f"\x1b[{code}m{text}\x1b[m"


def _where(place: Place, unit: TranslationUnit) -> str:
    if place.start:
        return f"{place.start.line}:{place.start.column}:"
    if place.line is None:
        return f"paragraph {place.paragraph}:"
    return f"{place.line}: [{unit.id}]"


def _said(finding: Finding) -> str:
    return f"{finding.severity} {finding.check}: {finding.message}"


REPORT = Report("text", "one finding a line, for people and editors", write, coloured=True)
