"""One JSON object for a whole run: the findings, and how much was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reports.report import Report, by_file
from tui.reports.wire import encoded, finding_objects

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from tui.reports.report import Checked, Outcome, Unread

SCHEMA = 1
"""The version of `findings-1.schema.json`, which says what stands in the reports."""


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """`{"schema": 1, "files": [{"file", "units", "glossary", "findings"}, ...]}`; findings as in
    JSON Lines. A file that could not be read to its end has an `error`, too."""
    files = [_file(name, parts, unread) for name, parts, unread in by_file(outcomes)]
    out.write(encoded({"schema": SCHEMA, "files": files}) + "\n")


def _file(name: str, parts: Sequence[Checked], unread: Unread | None) -> dict[str, object]:
    row: dict[str, object] = {
        "file": name,
        "units": sum(len(result.bitext.units) for result in parts),
        "glossary": parts[0].glossary if parts else "",
        "findings": [found for result in parts for found in finding_objects(result)],
    }
    return row | {"error": unread.message} if unread else row


REPORT = Report("json", "one JSON object for the whole run", write)
