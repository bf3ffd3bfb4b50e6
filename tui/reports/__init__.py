"""All reports, in the order of the help text. A new one is a file and a line here."""

from tui.reports import github, html, json, jsonl, junit, sarif, text
from tui.reports.report import Report

ALL_REPORTS: tuple[Report, ...] = (
    text.REPORT,
    jsonl.REPORT,
    json.REPORT,
    sarif.REPORT,
    junit.REPORT,
    github.REPORT,
    html.REPORT,
)
