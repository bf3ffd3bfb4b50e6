"""The paragraphs of a checked text as a page shows them: sentences, marks, findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.bitext import Side, Span
from glossary.finding import by_unit
from tui.display.marks import marks
from tui.display.printable import flat, printable
from tui.review.sentences import answering, of_side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.finding import Finding
    from tui.display.marks import Mark
    from tui.reports.report import Checked

_TOGETHER = 12
"""Sentences of a paragraph that the style of the page lights up by themselves."""
_BLANK = "␣"
"""A marked blank, which nobody would see."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a text; of a marked one the findings that mark it."""

    text: str
    severity: str = ""
    numbers: str = ""
    """Only where the mark ends."""
    first: int = 0
    """The number of its first finding."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Stretches that light up together with those that answer them."""

    group: str
    """The class that both sides share; empty where there is nothing to tell apart."""
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A finding as it is listed under its paragraph."""

    number: int
    check: str
    severity: str
    message: str
    why: str
    found: str
    wanted: str
    places: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    anchor: str
    number: int
    """From 1, in the whole text."""
    unit: str
    severity: str
    """The gravest; empty where nothing was found."""
    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    findings: tuple[Item, ...]


def paragraphs(prefix: str, result: Checked, *, whole: bool) -> Iterator[Paragraph]:
    """All paragraphs if the `whole` text is wanted, else those with findings; anchors begin with
    `prefix`."""
    found = by_unit(result.findings)
    for number, unit in enumerate(result.bitext.units, 1):
        findings = found.get((unit.document, unit.id), [])
        if findings or whole:
            yield _paragraph(f"{prefix}{number}", number, unit, findings)


def _paragraph(
    anchor: str, number: int, unit: TranslationUnit, findings: Sequence[Finding]
) -> Paragraph:
    links = answering(unit.source, unit.target)
    sides = []
    for side, text in ((Side.SOURCE, unit.source), (Side.TARGET, unit.target)):
        groups = [
            (span, f"s{at % _TOGETHER}") for at, k in enumerate(links) for span in of_side(k, side)
        ]
        sides.append(tuple(_sentences(text, sorted(groups), marks(findings, side))))
    worst = max((f.severity for f in findings), key=lambda s: s.rank, default=None)
    return Paragraph(
        anchor=anchor,
        number=number,
        unit=flat(unit.id if unit.document is None else f"{unit.document} {unit.id}"),
        severity=worst.value if worst else "",
        source=sides[0],
        target=sides[1],
        findings=tuple(_item(n, unit, f) for n, f in enumerate(findings, 1)),
    )


def _sentences(
    text: str, groups: Sequence[tuple[Span, str]], found: Sequence[Mark]
) -> Iterator[Sentence]:
    """The whole text in order; what stands between sentences is one of its own."""
    at = 0
    for span, group in groups:
        if span.start > at:
            yield Sentence("", tuple(_words(text, Span(at, span.start), found)))
        yield Sentence(group, tuple(_words(text, span, found)))
        at = span.end
    if at < len(text):
        yield Sentence("", tuple(_words(text, Span(at, len(text)), found)))


def _words(text: str, place: Span, found: Iterable[Mark]) -> Iterator[Words]:
    shown, at = printable(text), place.start  # before it is cut: a line end may be two characters
    for mark in found:
        if not mark.span.overlaps(place):
            continue
        here = Span(max(mark.span.start, place.start), min(mark.span.end, place.end))
        if here.start > at:
            yield Words(shown[at : here.start])
        numbers = ", ".join(map(str, mark.numbers)) if mark.span.end <= place.end else ""
        words = here.of(shown)
        seen = words if words.strip() else _BLANK * len(words)
        yield Words(seen, mark.severity.value, numbers, mark.numbers[0])
        at = here.end
    if at < place.end:
        yield Words(shown[at : place.end])


def _item(number: int, unit: TranslationUnit, finding: Finding) -> Item:
    return Item(
        number=number,
        check=finding.check,
        severity=finding.severity.value,
        message=finding.message,
        why=finding.why,
        found=finding.target.of(unit.target) if finding.target else "",
        wanted=" / ".join(s for s in finding.suggestions if s),
        places=finding.places,
    )
