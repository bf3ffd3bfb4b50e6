"""One checked file as the HTML report shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.pages.charts import by_section, effort_by_section, entity_rows, findings_by_check
from tui.pages.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.scoring import Score
    from glossary.effort import Cause, Effort
    from glossary.obedience import Obedience
    from tui.pages.charts import Bar, EntityRow
    from tui.pages.paragraphs import Paragraph
    from tui.reports.appraisal import Appraisal
    from tui.reports.report import Checked
    from tui.versions.kept_review import Reviewed


@dataclass(frozen=True, slots=True)
class Mended:
    """What a review made of the text."""

    scores: tuple[Score, ...]
    effort: Effort
    time: str
    """Empty where it was not kept."""
    found: int
    """Findings in the machine's text."""
    mended: int
    """Of these, those that are not found any more."""
    sections: list[Bar]
    checks: list[tuple[Cause, str]]
    """What was changed for the sake of each check, and how long it took."""
    causes: list[tuple[Cause, str]]


@dataclass(frozen=True, slots=True)
class Terms:
    """How the terms did."""

    files: list[str]
    names: bool
    obeyed: tuple[tuple[str, str, Obedience, list[tuple[str, str]]], ...]
    """Term, what the glossary wants, what became of it, the paragraphs to look at."""
    entities: list[EntityRow]
    settled: int
    """How many entities more are rendered in one way, which is right."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file that was checked."""

    anchor: str
    name: str
    source: str
    units: int
    held: int
    glossary: str
    rows: list[Paragraph]
    anchors: frozenset[str]
    """Of the rows; nothing leads to a paragraph that is not shown."""
    checks: list[Bar]
    sections: list[Bar]
    terms: Terms | None
    mended: Mended | None

    @property
    def flagged(self) -> list[Paragraph]:
        return [row for row in self.rows if row.findings]


def sheet(number: int, result: Checked, *, whole: bool) -> Sheet:
    """The `number`th file of a page; unless `whole`, only its paragraphs with findings."""
    prefix, bitext, known = f"f{number}u", result.bitext, result.appraisal
    rows = list(paragraphs(prefix, result, whole=whole))
    return Sheet(
        anchor=prefix,
        name=bitext.name,
        source=bitext.source.name if bitext.source else "",
        units=len(bitext.units),
        held=result.held,
        glossary=result.glossary,
        rows=rows,
        anchors=frozenset(row.anchor for row in rows),
        checks=findings_by_check(result.findings),
        sections=by_section(bitext.units, result.findings, prefix) if result.findings else [],
        terms=_terms(known, result, prefix) if known else None,
        mended=_mended(known, known.review, prefix) if known and known.review else None,
    )


def _terms(known: Appraisal, result: Checked, prefix: str) -> Terms:
    numbers: dict[str, list[int]] = {}
    for number, unit in enumerate(result.bitext.units, 1):
        numbers.setdefault(unit.id, []).append(number)
    obeyed = tuple(
        (
            o.concept.source[0].text,
            o.concept.preferred,
            o,
            [(f"{prefix}{n}", str(n)) for id_ in o.units for n in numbers.get(id_, ())],
        )
        for o in known.obeyed
    )
    return Terms(
        files=list(known.files),
        names=known.names,
        obeyed=obeyed,
        entities=entity_rows(known.entities),
        settled=sum(e.settled for e in known.entities),
    )


def _mended(known: Appraisal, review: Reviewed, prefix: str) -> Mended:
    from corpus.scoring import scores, usual
    from glossary.effort import by_check, effort, ter_work
    from tui.versions.scored_forms import duration

    machine = [unit.target for unit in review.bitext.units]
    measures = usual(sum(map(len, machine)), ter_work(machine, review.corrected))
    seconds = sum(review.seconds.values())
    return Mended(
        scores(machine, review.corrected, measures),
        effort(machine, review.corrected),
        duration(seconds) if seconds else "",
        sum(c.findings for c in known.causes),
        sum(c.mended for c in known.causes),
        effort_by_section(review, prefix),
        _timed(by_check(known.causes)),
        _timed(known.causes),
    )


def _timed(causes: Iterable[Cause]) -> list[tuple[Cause, str]]:
    from tui.versions.scored_forms import duration

    return [(c, duration(c.seconds) if c.seconds else "") for c in causes if c.changed]
