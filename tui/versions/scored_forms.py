"""Scores and effort written down, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.scoring import SAMPLES
from glossary.effort import by_check
from tui.console import one_line
from tui.display.counted import in_english
from tui.reports.wire import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from corpus.scoring import Score
    from glossary.effort import Cause, Effort
    from tui.versions.scored import Figures, Scored, System

_MOST = 20
"""Causes that are listed for people."""


def write_text(found: Scored, out: TextIO) -> None:
    """One figure a line, its parts parted by tabs."""
    for system in found.systems:
        if len(found.systems) > 1:
            out.write(f"\n{one_line(system.name)} against {one_line(found.corrected)}\n")
        out.writelines("\t".join(map(one_line, row)) + "\n" for row in _rows(system))


def _rows(system: System) -> Iterator[tuple[str, ...]]:
    yield from (_score(score) for score in system.whole.scores)
    yield from _effort(system.whole.effort)
    if system.seconds is not None:
        yield ("time", duration(system.seconds))
    if system.causes is not None:
        yield from _causes("check", by_check(system.causes))
        yield from _causes("cause", system.causes[:_MOST])
    for name, figures in system.documents:
        yield ("document", name or "(none)", *_brief(figures))
    if system.paragraphs:
        signatures = (f"{s.name} {s.signature}" for s in system.paragraphs[0][2].scores)
        yield ("by paragraph", *signatures)
    for number, unit, figures in system.paragraphs:
        yield (str(number), unit.id, *_brief(figures))


def _score(score: Score) -> tuple[str, ...]:
    said = [score.name, f"{score.value:.2f}"]
    if score.mean is not None and score.margin is not None:
        said.append(f"{score.mean:.2f} ± {score.margin:.2f}")
    if score.p is not None:
        said.append(f"p = {score.p:.4f}")
    return (*said, score.signature)


def _effort(effort: Effort) -> Iterator[tuple[str, ...]]:
    of = in_english(effort.paragraphs, "paragraph")
    yield ("touched", f"{effort.touched} of {of}", f"{effort.touched_share:.1%}")
    yield (
        "changed",
        in_english(effort.changed, "character"),
        f"{effort.per_hundred:.2f} of 100",
    )


def _causes(kind: str, causes: tuple[Cause, ...]) -> Iterator[tuple[str, ...]]:
    for c in causes:
        changed = in_english(c.changed, "character")
        time = (duration(c.seconds),) if c.seconds else ()
        if not c.check:
            yield (kind, "no finding", changed, *time)
            continue
        what = f"{c.check}: {c.found} → {c.wanted or '?'}" if c.found else c.check
        mended = f"{c.mended} of {in_english(c.findings, 'finding')} mended"
        yield (kind, what, mended, changed, *time)


def _brief(figures: Figures) -> tuple[str, ...]:
    changed = in_english(figures.effort.changed, "character")
    return (*(f"{s.name} {s.value:.2f}" for s in figures.scores), changed)


def duration(seconds: float) -> str:
    """`1:02:03`."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def write_json(found: Scored, out: TextIO) -> None:
    """`{"schema": 1, "corrected": name, "systems": [...]}`, the first the one that others are
    paired with."""
    systems = [_system(system) for system in found.systems]
    out.write(encoded({"schema": 1, "corrected": found.corrected, "systems": systems}) + "\n")


def _system(system: System) -> dict[str, object]:
    row: dict[str, object] = {"name": system.name, **_figures(system.whole)}
    row["seconds"] = system.seconds
    if system.causes is not None:
        timed = system.seconds is not None
        row["checks"] = [_cause(c, timed) for c in by_check(system.causes)]
        row["causes"] = [
            _cause(c, timed) | {"found": c.found, "wanted": c.wanted} for c in system.causes
        ]
    row["documents"] = [{"document": name, **_figures(f)} for name, f in system.documents]
    row["paragraphs"] = [
        {"number": n, "document": u.document, "unit": u.id, **_figures(f)}
        for n, u, f in system.paragraphs
    ]
    return row


def _figures(figures: Figures) -> dict[str, object]:
    e = figures.effort
    effort = {
        "paragraphs": e.paragraphs,
        "touched": e.touched,
        "characters": e.characters,
        "changed": e.changed,
    }
    return {"scores": [_score_object(score) for score in figures.scores], "effort": effort}


def _score_object(score: Score) -> dict[str, object]:
    row: dict[str, object] = {
        "name": score.name,
        "value": score.value,
        "signature": score.signature,
    }
    if score.margin is not None:
        row |= {"mean": score.mean, "margin": score.margin, "samples": SAMPLES}
    return row if score.p is None else row | {"p": score.p}


def _cause(cause: Cause, timed: bool) -> dict[str, object]:
    return {
        "check": cause.check or None,
        "findings": cause.findings,
        "mended": cause.mended,
        "changed": cause.changed,
        "seconds": cause.seconds if timed else None,
    }
