"""Workflow commands that GitHub shows beside the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.finding import Severity
from tui.console import one_line
from tui.reports.place import placed
from tui.reports.report import Report, Unread

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from corpus.bitext import TranslationUnit
    from glossary.finding import Finding
    from tui.reports.place import Place
    from tui.reports.report import Outcome

_COMMANDS = {Severity.CRITICAL: "error", Severity.MAJOR: "warning", Severity.MINOR: "notice"}


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """`::warning file=...,line=...,col=...,title=CHECK::message`, one finding a line."""
    for result in outcomes:
        if isinstance(result, Unread):
            out.write(f"::error file={_property(result.name)}::{_data(result.message)}\n")
            continue
        out.writelines(_command(at, unit, finding) + "\n" for at, unit, finding in placed(result))


def _command(at: Place, unit: TranslationUnit, finding: Finding) -> str:
    values = {"file": at.file, "line": at.line}
    if at.start and at.end:
        values |= {"col": at.start.column, "endLine": at.end.line, "endColumn": at.end.column}
    values["title"] = finding.check
    properties = ",".join(f"{k}={_property(str(v))}" for k, v in values.items() if v is not None)
    message = finding.message if at.start else f"[{unit.id}] {finding.message}"
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """The escapes of the runner: without them a text could give commands of its own."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return one_line(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORT = Report("github", "annotations of a GitHub workflow", write)
