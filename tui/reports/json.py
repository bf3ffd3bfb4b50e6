"""One JSON object for a whole run: the findings, and how much was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reports.report import Report
from tui.reports.wire import encoded, finding_object

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from tui.reports.report import Checked


def write(results: Iterable[Checked], out: TextIO) -> None:
    """`{"files": [{"file", "units", "glossary", "findings"}, ...]}`; findings as in JSON Lines."""
    files = []
    for result in results:
        units = result.units()
        found = [finding_object(result, units[f.document, f.unit], f) for f in result.findings]
        files.append(
            {
                "file": result.bitext.name,
                "units": len(units),
                "glossary": result.glossary,
                "findings": found,
            }
        )
    out.write(encoded({"files": files}) + "\n")


REPORT = Report("json", "one JSON object for the whole run", write)
