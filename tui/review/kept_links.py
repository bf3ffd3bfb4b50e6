"""Links made by hand as the workspace keeps them, and put back into a text."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.alignment import by_hand
from corpus.bitext import AlignmentLink
from corpus.segmentation import unit_ids

if TYPE_CHECKING:
    from corpus.bitext import Bitext, Document


def written_down(bitext: Bitext) -> str | None:
    """The links made by hand, for the workspace; None where there are none.

    Paragraphs go by their contents, so that the links are found again in a text that has grown.
    """
    if bitext.source is None or bitext.target is None:
        return None
    source, target = _ids(bitext.source), _ids(bitext.target)
    made = [
        [[source[i] for i in each.source], [target[j] for j in each.target]]
        for each in bitext.links
        if each.by_hand
    ]
    return json.dumps(made) if made else None


def linked(bitext: Bitext, links: str | None) -> Bitext:
    """The bitext with links once `written_down`, as far as their paragraphs are still there."""
    if links is None or bitext.source is None or bitext.target is None:
        return bitext
    kept = _read(links)
    places = [{name: n for n, name in enumerate(_ids(d))} for d in (bitext.source, bitext.target)]
    made = []
    for sides in kept:
        found = [[at.get(name) for name in side] for at, side in zip(places, sides, strict=True)]
        source, target = (tuple(sorted(n for n in side if n is not None)) for side in found)
        whole = len(source) == len(sides[0]) and len(target) == len(sides[1])
        if whole and _unbroken(source) and _unbroken(target):
            made.append(AlignmentLink(source, target, 1.0, by_hand=True))
    return _with_moved(by_hand.reapplied(bitext, made)) if made else bitext


def _read(links: str) -> list[list[list[str]]]:
    """What `written_down` wrote; nothing where the workspace holds something else."""
    try:
        kept = json.loads(links)
    except (ValueError, RecursionError):
        return []
    return [
        sides
        for sides in (kept if isinstance(kept, list) else [])
        if isinstance(sides, list)
        and len(sides) == 2
        and all(isinstance(side, list) and all(isinstance(n, str) for n in side) for side in sides)
    ]


def _with_moved(bitext: Bitext) -> Bitext:
    """The bitext with those of its links by hand marked that cross others."""
    marked = tuple(
        replace(each, moved=any(_cross(each, other) for other in bitext.links))
        if each.by_hand
        else each
        for each in bitext.links
    )
    return replace(bitext, links=marked)


def _cross(one: AlignmentLink, other: AlignmentLink) -> bool:
    if one.one_sided or other.one_sided:
        return False
    return (one.source < other.source) != (one.target < other.target)


def _ids(document: Document) -> tuple[str, ...]:
    return unit_ids(segment.text for segment in document.segments)


def _unbroken(numbers: tuple[int, ...]) -> bool:
    return not numbers or numbers[-1] - numbers[0] == len(numbers) - 1
