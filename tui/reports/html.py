"""One HTML page for people: what was found, where, why, and what to write instead.

The page needs no other file and no network, works printed and on a telephone, and has a dark form.
Nothing of the texts gets into it unescaped.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus.bitext import Side
from glossary.finding import Severity
from tui.display.marks import marks
from tui.display.printable import printable
from tui.reports.report import Report, Unread, readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from corpus.bitext import TranslationUnit
    from glossary.finding import Finding
    from tui.display.marks import Mark
    from tui.reports.report import Checked, Outcome

_TEMPLATE = "page.html.j2"
_BAR = 320
"""Width of the longest bar of the chart, in pixels."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; of a marked one with the numbers of its findings."""

    text: str
    severity: str = ""
    numbers: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A finding as it is listed under its unit."""

    number: int
    check: str
    severity: str
    message: str
    why: str
    found: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Row:
    """A unit with something to say of it."""

    anchor: str
    unit: str
    place: int
    """From 0 to 100, where in the file it stands."""
    severity: str
    """The gravest."""
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]
    findings: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file that was checked."""

    name: str
    units: int
    glossary: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A check with the number of its findings, for the chart."""

    check: str
    count: int
    width: int
    top: int


def write(outcomes: Iterable[Outcome], out: TextIO) -> None:
    """The whole page, when everything is checked."""
    from jinja2 import Environment

    every = list(outcomes)
    checked = list(readable(every))
    found = [f for result in checked for f in result.findings]
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((files(__package__) / _TEMPLATE).read_text("utf-8"))
    page = template.stream(
        made=f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        sheets=[_sheet(number, result) for number, result in enumerate(checked)],
        counts={s.value: sum(f.severity is s for f in found) for s in reversed(Severity)},
        units=sum(len(result.bitext.units) for result in checked),
        bars=_bars(found),
        unread=[printable(f"{u.name}: {u.message}") for u in every if isinstance(u, Unread)],
    )
    out.writelines(page)
    out.write("\n")


def _sheet(number: int, result: Checked) -> Sheet:
    by_unit: dict[tuple[str | None, str], list[Finding]] = {}
    for finding in result.findings:
        by_unit.setdefault((finding.document, finding.unit), []).append(finding)
    units = result.bitext.units
    rows = tuple(
        _row(f"f{number}u{at}", unit, 100 * at // len(units), findings)
        for at, unit in enumerate(units)
        if (findings := by_unit.get((unit.document, unit.id)))
    )
    return Sheet(printable(result.bitext.name), len(units), result.glossary, rows)


def _row(anchor: str, unit: TranslationUnit, place: int, findings: Sequence[Finding]) -> Row:
    return Row(
        anchor=anchor,
        unit=printable(unit.id if unit.document is None else f"{unit.document} {unit.id}"),
        place=place,
        severity=max((f.severity for f in findings), key=lambda s: s.rank).value,
        source=tuple(_pieces(unit.source, marks(findings, Side.SOURCE))),
        target=tuple(_pieces(unit.target, marks(findings, Side.TARGET))),
        findings=tuple(_line(n, unit, f) for n, f in enumerate(findings, 1)),
    )


def _pieces(text: str, found: Iterable[Mark]) -> Iterator[Piece]:
    shown, at = printable(text), 0
    for mark in found:
        yield Piece(shown[at : mark.span.start])
        numbers = ", ".join(map(str, mark.numbers))
        yield Piece(mark.span.of(shown), mark.severity.value, numbers)
        at = mark.span.end
    yield Piece(shown[at:])


def _line(number: int, unit: TranslationUnit, finding: Finding) -> Line:
    return Line(
        number=number,
        check=finding.check,
        severity=finding.severity.value,
        message=printable(finding.message),
        why=printable(finding.why),
        found=printable(finding.target.of(unit.target)) if finding.target else "",
        wanted=printable(" / ".join(s for s in finding.suggestions if s)),
    )


def _bars(found: Iterable[Finding]) -> list[Bar]:
    counts = Counter(f.check for f in found).most_common()
    most = counts[0][1] if counts else 1
    return [
        Bar(check, count, max(2, _BAR * count // most), 22 * at)
        for at, (check, count) in enumerate(counts)
    ]


REPORT = Report("html", "one page to look at, for people", write)
