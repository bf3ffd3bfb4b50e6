"""SARIF 2.1.0, which code hosts and editors read: places, rules with help, fixes, fingerprints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from glossary.finding import Severity
from tui.reports.place import placed, region
from tui.reports.report import Report, Unread
from tui.reports.wire import encoded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from corpus.bitext import Bitext, TranslationUnit
    from glossary.checks import Check
    from glossary.finding import Finding
    from tui.reports.place import Place, Position
    from tui.reports.report import Outcome

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.CRITICAL: "error", Severity.MAJOR: "warning", Severity.MINOR: "note"}
FINGERPRINT = "taiyaku/v1"
"""The key of the fingerprint that waivers and baselines know a finding by."""


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """One run; columns count code points, as everything here does."""
    from glossary.checks import ALL_CHECKS  # not to load them for `--help`

    found, glossaries, unread = [], set(), []
    for result in outcomes:
        if isinstance(result, Unread):
            unread.append(_notification(result))
            continue
        glossaries.add(result.glossary)
        found += [_result(result.bitext, *each) for each in placed(result)]
    rules = [_rule(check) for check in ALL_CHECKS]
    run = {
        "tool": {"driver": {"name": "taiyaku", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": found,
        "invocations": [{"executionSuccessful": not unread, "toolExecutionNotifications": unread}],
        "properties": {"glossary": sorted(glossaries)},
    }
    out.write(encoded({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n")


def _notification(unread: Unread) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": unread.message},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(unread.name)}}],
    }


def _rule(check: Check) -> dict[str, Any]:
    return {
        "id": check.name,
        "shortDescription": {"text": check.summary},
        "help": {"text": check.explanation.strip()},
        "defaultConfiguration": {"level": _LEVELS[check.severity], "enabled": check.default},
    }


def _result(bitext: Bitext, at: Place, unit: TranslationUnit, finding: Finding) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(at, unit)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    }
    if finding.fix and bitext.target and bitext.target.lines is None and unit.target_span:
        start, end = region(bitext.target, unit.target_span, finding.fix.span)
        replacement = {
            "deletedRegion": _region(start, end),
            "insertedContent": {"text": finding.fix.replacement},
        }
        changed = {
            "artifactLocation": _artifact(bitext.target.name),
            "replacements": [replacement],
        }
        made["fixes"] = [
            {
                "description": {"text": f"write {finding.fix.replacement}"},
                "artifactChanges": [changed],
            }
        ]
    return made


def _location(at: Place, unit: TranslationUnit) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(at.file)}
    if at.start and at.end:
        physical["region"] = _region(at.start, at.end)
    elif at.line:
        physical["region"] = {"startLine": at.line}
    return {"physicalLocation": physical, "logicalLocations": [{"name": unit.id}]}


def _region(start: Position, end: Position) -> dict[str, int]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _artifact(name: str) -> dict[str, str]:
    """A path as a URI, relative where it is."""
    from urllib.parse import quote

    path = Path(name)
    return {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}


REPORT = Report("sarif", "SARIF 2.1.0, for code hosts and editors", write)
