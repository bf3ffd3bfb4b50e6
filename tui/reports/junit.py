"""JUnit XML: each file a suite, each unit with findings a failed case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.formats.markup import attribute, escaped
from glossary.finding import by_unit
from tui.reports.report import Report, by_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from glossary.finding import Finding
    from tui.reports.report import Checked, Outcome, Unread


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """Each unit is a case, which passes without findings; what could not be read is an error."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="taiyaku">\n')
    for name, parts, unread in by_file(outcomes):
        _suite(name, parts, unread, out)
    out.write("</testsuites>\n")


def _suite(name: str, parts: Sequence[Checked], unread: Unread | None, out: TextIO) -> None:
    cases = [case for result in parts for case in _cases(result)]
    failures = sum(1 for _, _, findings in cases if findings)
    errors = int(unread is not None)
    counts = f'tests="{len(cases) + errors}" failures="{failures}" errors="{errors}"'
    out.write(f"<testsuite name={attribute(name)} {counts}>\n")
    glossary = attribute(parts[0].glossary if parts else "")
    out.write(f'<properties><property name="glossary" value={glossary}/></properties>\n')
    for document, unit, findings in cases:
        within = name if document is None else f"{name} {document}"
        out.write(f"<testcase classname={attribute(within)} name={attribute(unit)}>")
        if findings:
            _failure(findings, out)
        out.write("</testcase>\n")
    if unread:
        out.write(f'<testcase classname={attribute(name)} name="read">\n')
        out.write(f"<error message={attribute(unread.message)}>")
        out.write(f"{escaped(unread.hint)}</error>\n</testcase>\n")
    out.write("</testsuite>\n")


def _cases(result: Checked) -> Iterator[tuple[str | None, str, list[Finding]]]:
    """Each unit by document and id, with its findings."""
    found = by_unit(result.findings)
    for unit in result.bitext.units:
        yield unit.document, unit.id, found.get((unit.document, unit.id), [])


def _failure(findings: Sequence[Finding], out: TextIO) -> None:
    first = attribute(findings[0].message)
    out.write(f"\n<failure type={attribute(findings[0].check)} message={first}>")
    said = "\n".join(f"{f.severity} {f.check}: {f.message}" for f in findings)
    out.write(f"{escaped(said)}</failure>\n")


REPORT = Report("junit", "JUnit XML, for build servers", write)
