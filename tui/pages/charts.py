"""The figures of a checked text, ready to be drawn as bars in tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.effort import effort
from glossary.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.entities import Entity, Rendered
    from glossary.finding import Finding
    from tui.versions.kept_review import Reviewed

_WORDS = 14
"""Of a longer paragraph nobody makes a heading."""
_PARTS = 10
"""Of a text without headings."""
_MOST = 30
"""Entities that are drawn."""
_WIDE = 1000
"""The width of the longest bar."""

Part = tuple[float, float, str]
"""Where a part of a bar begins, how wide it is, and what it is of."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart; `parts` are out of `_WIDE`."""

    name: str
    count: float
    parts: tuple[Part, ...]
    note: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A concept with its renderings against each other."""

    english: str
    wanted: str
    renderings: tuple[tuple[str, bool, int], ...]
    """Text, whether it is right, and how often."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Units under one heading, from `start` up to and without `end`, counted from 0."""

    name: str
    start: int
    end: int


def findings_by_check(findings: Iterable[Finding]) -> list[Bar]:
    """How many findings each check has, by severity, the most first."""
    counts: dict[str, Counter[Severity]] = {}
    for finding in findings:
        counts.setdefault(finding.check, Counter())[finding.severity] += 1
    most = max((sum(c.values()) for c in counts.values()), default=1)
    ordered = sorted(counts.items(), key=lambda each: -sum(each[1].values()))
    return [Bar(check, sum(c.values()), _stacked(c, most), _said(c)) for check, c in ordered]


def by_section(
    units: Sequence[TranslationUnit], findings: Iterable[Finding], prefix: str
) -> list[Bar]:
    """How many findings there are under each heading."""
    at = {(u.document, u.id): number for number, u in enumerate(units)}
    places = [(at[f.document, f.unit], f.severity) for f in findings]
    found = sections(units)
    counts = [Counter(s for n, s in places if x.start <= n < x.end) for x in found]
    most = max((sum(c.values()) for c in counts), default=0) or 1
    return [
        Bar(x.name, sum(c.values()), _stacked(c, most), _said(c), f"{prefix}{x.start + 1}")
        for x, c in zip(found, counts, strict=True)
    ]


def effort_by_section(review: Reviewed, prefix: str) -> list[Bar]:
    """How many of 100 characters were changed under each heading."""
    machine, corrected = [u.target for u in review.bitext.units], review.corrected
    found = [
        (x, effort(machine[x.start : x.end], corrected[x.start : x.end]))
        for x in sections(review.bitext.units)
    ]
    most = max((e.per_hundred for _, e in found), default=0) or 1
    return [
        Bar(
            x.name,
            e.per_hundred,
            ((0, _WIDE * e.per_hundred / most, "effort"),),
            f"{e.touched} of {e.paragraphs} paragraphs touched",
            f"{prefix}{x.start + 1}",
        )
        for x, e in found
    ]


def entity_rows(found: Iterable[Entity]) -> list[EntityRow]:
    """Those that are rendered in several ways or wrongly, the worst first."""
    unsettled = [e for e in found if not e.settled]
    unsettled.sort(key=lambda e: (-e.wrong, -len(e.renderings)))
    drawn = unsettled[:_MOST]
    most = max((e.right + e.wrong for e in drawn), default=1)
    return [_entity_row(e, most) for e in drawn]


def sections(units: Sequence[TranslationUnit]) -> list[Section]:
    """The text by its headings; by tenths where it has none."""
    heads = [n for n, unit in enumerate(units) if _is_heading(unit.source)]
    starts = [n for n in heads if n + 1 not in heads and n + 1 < len(units)]
    if len(starts) < 2 or len(starts) > max(_PARTS, len(units) // 2):
        return list(_tenths(len(units)))
    named = [(n, units[n].source) for n in starts]
    if starts[0] > 0:
        named.insert(0, (0, "(beginning)"))
    ends = [n for n, _ in named[1:]] + [len(units)]
    return [Section(name, n, end) for (n, name), end in zip(named, ends, strict=True)]


def _tenths(count: int) -> Iterator[Section]:
    size = max(1, -(-count // _PARTS))
    for start in range(0, count, size):
        end = min(start + size, count)
        last = f"–{end}" if end > start + 1 else ""
        yield Section(f"Paragraphs {start + 1}{last}", start, end)


def _is_heading(english: str) -> bool:
    words = english.split()
    return 0 < len(words) <= _WORDS and english.strip()[-1:] not in tuple('.!?:;,"”')


def _stacked(counts: Counter[Severity], most: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    at = 0.0
    for severity in reversed(Severity):
        if counts[severity]:
            width = _WIDE * counts[severity] / most
            parts.append((at, width, severity.value))
            at += width
    return tuple(parts)


def _said(counts: Counter[Severity]) -> str:
    return ", ".join(f"{counts[s]} {s}" for s in reversed(Severity) if counts[s])


def _entity_row(entity: Entity, most: int) -> EntityRow:
    parts: list[Part] = []
    at = 0.0
    for rendering in entity.renderings:
        width = _WIDE * rendering.count / most
        parts.append((at, max(1.0, width - 6), _kind(rendering)))
        at += width
    return EntityRow(
        entity.concept.source[0].text,
        entity.concept.preferred,
        tuple((r.text, r.right, r.count) for r in entity.renderings),
        tuple(parts),
    )


def _kind(rendering: Rendered) -> str:
    if rendering.right:
        return "right"
    return "wrong" if rendering.text else "none"
