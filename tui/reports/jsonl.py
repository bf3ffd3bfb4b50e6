"""One finding a line as JSON, written while the work goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reports.report import Report, readable
from tui.reports.wire import encoded, finding_objects

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from tui.reports.report import Outcome


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """Nothing at all where nothing was found."""
    for result in readable(outcomes):
        out.writelines(encoded(row) + "\n" for row in finding_objects(result))


REPORT = Report("jsonl", "one finding a line as JSON, for programs", write)
