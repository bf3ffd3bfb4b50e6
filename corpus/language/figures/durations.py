"""Times that one text says in one unit and the other in two: 80 minutes and 1時間20分."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.bitext import Span
from corpus.language.figures.quantity import Kind, Worded
from corpus.language.figures.units import UNITS
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from corpus.language.figures.quantity import Figure

_JOINED = regex(r"\s?(?:and|と|,)?\s?")
_AGE = "year"


class _Run(NamedTuple):
    total: Decimal
    """In seconds."""
    span: Span
    parts: int


def durations(
    english: Sequence[Figure], japanese: Sequence[Figure], source: str, target: str
) -> Iterator[Worded]:
    """Equal times of which at least one is made of parts."""
    theirs = [*_runs(japanese, target)]
    for run in _runs(english, source):
        for other in theirs:
            if run.total == other.total and (run.parts, other.parts) != (1, 1):
                yield Worded(run.span, other.span)


def _runs(figures: Sequence[Figure], text: str) -> Iterator[_Run]:
    run: list[Figure] = []
    for figure in figures:
        if not _lasts(figure):
            continue
        if run and not _JOINED.fullmatch(text, run[-1].span.end, figure.span.start):
            yield _total(run)
            run = []
        run.append(figure)
    if run:
        yield _total(run)


def _lasts(figure: Figure) -> bool:
    unit = _AGE if figure.unit == "age" else figure.unit
    return figure.kind is Kind.NUMBER and unit in UNITS and UNITS[unit].family == "time"


def _total(run: Sequence[Figure]) -> _Run:
    units = (UNITS[_AGE if figure.unit == "age" else figure.unit] for figure in run)
    total = sum(
        (f.value * unit.size for f, unit in zip(run, units, strict=True)), start=run[0].value * 0
    )
    return _Run(total, Span(run[0].span.start, run[-1].span.end), len(run))
