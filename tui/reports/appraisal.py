"""What a page tells of a checked text beyond its findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.effort import causes
from glossary.entities import entities
from glossary.obedience import obedience
from glossary.termbase import Termbase
from tui.review.unit import unit_key
from tui.versions.kept_review import reviewed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from corpus.bitext import Bitext
    from glossary.effort import Cause
    from glossary.entities import Entity
    from glossary.finding import Finding
    from glossary.obedience import Obedience
    from glossary.runner import Judged
    from tui.versions.kept_review import Reviewed


@dataclass(frozen=True, slots=True)
class Appraisal:
    """How the glossary did, and what a review has made of the text."""

    entities: tuple[Entity, ...]
    obeyed: tuple[Obedience, ...]
    """Of the own terms; the bundled names are no orders."""
    files: tuple[str, ...] = ()
    """The glossary files."""
    names: bool = True
    """Whether the bundled names counted, too."""
    review: Reviewed | None = None
    """None where nothing was corrected."""
    causes: tuple[Cause, ...] = ()
    """Of what the review has changed."""


def appraisal(
    bitext: Bitext,
    read: Sequence[Judged],
    termbase: Termbase,
    workspace: Path,
    find: Callable[[Bitext], tuple[Finding, ...]],
    files: tuple[str, ...],
    names: bool,
) -> Appraisal:
    """The appraisal of a text that was `read`; `find` says what is wrong with another one."""
    review = reviewed(bitext, workspace)
    made: tuple[Cause, ...] = ()
    if review.changed:
        units = review.bitext.units
        mended = tuple(u.with_target(t) for u, t in zip(units, review.corrected, strict=True))
        after = find(type(bitext)(bitext.name, mended))
        seconds = [review.seconds.get(unit_key(unit), 0.0) for unit in units]
        made = causes(units, review.corrected, find(review.bitext), after, seconds)
    return Appraisal(
        entities(each.annotated for each in read),
        obedience(bitext.units, Termbase.of(termbase.own)),
        files,
        names,
        review if review.changed else None,
        made,
    )
