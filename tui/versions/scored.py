"""Versions of a text scored against the last of them, with what it took to mend them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.scoring import compared, paragraph_scores, scores
from glossary.effort import Effort, causes, effort
from tui.review.unit import unit_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.bitext import TranslationUnit
    from corpus.scoring import Measure, Score
    from glossary.effort import Cause
    from tui.pipeline import Judge
    from tui.versions.versions import Versions


@dataclass(frozen=True, slots=True)
class Figures:
    """The scores and the effort of some paragraphs."""

    scores: tuple[Score, ...]
    effort: Effort


@dataclass(frozen=True, slots=True)
class System:
    """One machine's text against the corrected one."""

    name: str
    whole: Figures
    documents: tuple[tuple[str, Figures], ...]
    """By name, where the units are grouped into several."""
    paragraphs: tuple[tuple[int, TranslationUnit, Figures], ...]
    """With their numbers from 1; none unless asked for."""
    causes: tuple[Cause, ...] | None
    """None where there is no English to judge by."""
    seconds: float | None
    """How long a person was with it; None where that was not kept."""


@dataclass(frozen=True, slots=True)
class Scored:
    corrected: str
    """What the last version is called."""
    systems: tuple[System, ...]


def scored(
    texts: Versions,
    measures: Sequence[Measure],
    judge: Judge | None,
    *,
    confidence: bool = False,
    paragraphs: bool = False,
) -> Scored:
    """All versions but the last against the last; with intervals if asked for or if there are
    several, and a paired bootstrap of each with the first. Raises BadContent as `scores`.

    `judge` says what was wrong, where the English is there.
    """
    *machines, corrected = texts.texts
    if confidence or len(machines) > 1:
        whole = compared(machines, corrected, measures)
    else:
        whole = [scores(machines[0], corrected, measures)]
    kept = [texts.seconds[key] for u in texts.units if (key := unit_key(u)) in texts.seconds]
    systems = tuple(
        System(
            name=texts.names[at],
            whole=Figures(whole[at], effort(machine, corrected)),
            documents=tuple(_documents(texts, at, measures)),
            paragraphs=tuple(_paragraphs(texts, at, measures)) if paragraphs else (),
            causes=_causes(texts, at, judge) if judge and texts.has_english else None,
            seconds=sum(kept) if kept else None,
        )
        for at, machine in enumerate(machines)
    )
    return Scored(texts.names[-1], systems)


def _documents(texts: Versions, at: int, measures: Sequence[Measure]) -> list[tuple[str, Figures]]:
    groups: dict[str, list[int]] = {}
    for number, unit in enumerate(texts.units):
        groups.setdefault(unit.document or "", []).append(number)
    if len(groups) < 2:
        return []
    found = []
    for name, numbers in groups.items():
        machine = [texts.texts[at][n] for n in numbers]
        corrected = [texts.texts[-1][n] for n in numbers]
        found.append(
            (name, Figures(scores(machine, corrected, measures), effort(machine, corrected)))
        )
    return found


def _paragraphs(
    texts: Versions, at: int, measures: Sequence[Measure]
) -> list[tuple[int, TranslationUnit, Figures]]:
    machine, corrected = texts.texts[at], texts.texts[-1]
    each = paragraph_scores(machine, corrected, measures)
    return [
        (number, unit, Figures(figures, effort([one], [other])))
        for number, (unit, figures, one, other) in enumerate(
            zip(texts.units, each, machine, corrected, strict=True), 1
        )
    ]


def _causes(texts: Versions, at: int, judge: Judge) -> tuple[Cause, ...]:
    before, after = texts.bitext(at), texts.bitext(-1)
    wrong, left = (judge.check(bitext).findings for bitext in (before, after))
    seconds = [texts.seconds.get(unit_key(unit), 0.0) for unit in texts.units]
    return causes(before.units, texts.texts[-1], wrong, left, seconds)
