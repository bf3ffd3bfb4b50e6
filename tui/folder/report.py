"""The report on a folder, as `taiyaku check -o` writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.errors import UnwritableFile
from corpus.told import told
from tui.output import output
from tui.reports import ALL_REPORTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tui.reports.report import Outcome

FORMS: Final = {
    ".html": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".sarif": "sarif",
    ".xml": "junit",
    ".txt": "text",
}
"""The reports by the ending of the file."""


def write_report(outcomes: Iterable[Outcome], path: Path, read: Iterable[str]) -> None:
    """Write a file whole or not at all, in the form of its ending.

    Raises UnwritableFile for another ending, and where the file is one of those that were `read`.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise UnwritableFile(
            told("{}: no report ends so", path.name), told("use one of {}", ", ".join(FORMS))
        )
    report = next(r for r in ALL_REPORTS if r.name == form)
    with output(path, read) as out:
        report.write(outcomes, out)
