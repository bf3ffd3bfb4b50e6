"""What a person changes about an alignment: link, unlink, merge, split, shift.

Pure functions: each takes the bitext of a pair of documents and returns another. What they make
is marked `by_hand` with score 1, and `reapplied` puts it into an alignment made anew. All other
units stay as they are, ids included. What cannot be done raises ImpossibleLink.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from corpus.alignment.pairing import in_reading_order, unit_of
from corpus.bitext import AlignmentLink, Side
from corpus.errors import ImpossibleLink
from corpus.segmentation import unit_ids
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from corpus.bitext import Bitext, Document, TranslationUnit


def link(bitext: Bitext, source: str, target: str) -> Bitext:
    """A unit of English alone and one of Japanese alone, by id, made one.

    A pair of single paragraphs may cross other links: it has moved. Longer ones may not. Raises
    ImpossibleLink then, and where one of them has a counterpart.
    """
    left, right = _link(bitext, source), _link(bitext, target)
    if left.target or right.source:
        raise ImpossibleLink(
            "only an English and a Japanese paragraph without counterpart can be linked",
            "unlink the paragraph first, or join the two",
        )
    new = _by_hand(left.source, right.target)
    single = len(new.source) == len(new.target) == 1
    if not single and any(_cross(new, other) for other in bitext.links):
        raise ImpossibleLink(
            "several paragraphs cannot be linked across other links",
            "split them and link them one by one",
        )
    return _changed(bitext, (left, right), (new,))


def unlink(bitext: Bitext, unit: str) -> Bitext:
    """Every paragraph of a unit made a unit of its own, without counterpart. Raises
    ImpossibleLink where it is one already."""
    old = _link(bitext, unit)
    if old.one_sided:
        raise ImpossibleLink("this paragraph is not linked", "nothing needs to be undone")
    alone = [_by_hand((i,), ()) for i in old.source] + [_by_hand((), (j,)) for j in old.target]
    return _changed(bitext, (old,), alone)


def merge(bitext: Bitext, units: Sequence[str]) -> Bitext:
    """Several units made one. Raises ImpossibleLink where each text of theirs is not one stretch
    of its document."""
    old = tuple(_link(bitext, unit) for unit in dict.fromkeys(units))
    source = tuple(sorted(i for each in old for i in each.source))
    target = tuple(sorted(j for each in old for j in each.target))
    if len(old) < 2:
        raise ImpossibleLink("one unit alone cannot be merged", "choose two neighbours")
    if not (_unbroken(source) and _unbroken(target)):
        raise ImpossibleLink(
            "other paragraphs stand between these units", "choose units that follow each other"
        )
    return _changed(bitext, old, (_by_hand(source, target),))


def split(bitext: Bitext, unit: str, source: int, target: int) -> Bitext:
    """A unit cut in two: the first `source` and `target` paragraphs, and the rest.

    One of the parts may be without counterpart. Raises ImpossibleLink where one would be empty.
    """
    old = _link(bitext, unit)
    if not (0 <= source <= len(old.source) and 0 <= target <= len(old.target)):
        raise ImpossibleLink("the unit has fewer paragraphs", "cut it between two paragraphs")
    first = _by_hand(old.source[:source], old.target[:target])
    rest = _by_hand(old.source[source:], old.target[target:])
    if not all(part.source or part.target for part in (first, rest)):
        raise ImpossibleLink(
            "nothing would be left of one part", "a paragraph itself cannot be cut, only a unit"
        )
    return _changed(bitext, (old,), (first, rest))


def shift(bitext: Bitext, unit: str, side: Side, *, forward: bool) -> Bitext:
    """The last paragraph of one side given to the unit that goes on after it.

    With `forward` false, the first paragraph is given to the unit before. A unit that has
    nothing left disappears. Raises ImpossibleLink where it has none of that side to give, or no
    unit is there to take it.
    """
    old = _link(bitext, unit)
    numbers = _numbers(old, side)
    if not numbers:
        raise ImpossibleLink(told("the unit has no {} text", told(side)), "shift the other side")
    given = numbers[-1] if forward else numbers[0]
    wanted = given + (1 if forward else -1)
    taker = next((each for each in bitext.links if wanted in _numbers(each, side)), None)
    if taker is None:
        raise ImpossibleLink("the text ends here", "there is no unit to give the paragraph to")
    kept = _with(old, side, tuple(n for n in numbers if n != given))
    grown = _with(taker, side, tuple(sorted((*_numbers(taker, side), given))))
    return _changed(bitext, (old, taker), [x for x in (kept, grown) if x.source or x.target])


def reapplied(bitext: Bitext, links: Sequence[AlignmentLink]) -> Bitext:
    """The bitext with links made by hand earlier in place of those that are in their way.

    What is left of a link that loses paragraphs stays linked.
    """
    _documents(bitext)
    taken = {i for each in links for i in each.source}, {j for each in links for j in each.target}
    made = list(links)
    for each in bitext.links:
        left = tuple(i for i in each.source if i not in taken[0])
        right = tuple(j for j in each.target if j not in taken[1])
        if (left, right) == _pair(each):
            made.append(each)
        elif left or right:
            made += _without_gaps(replace(each, source=left, target=right))
    return _with_links(bitext, made)


def _without_gaps(each: AlignmentLink) -> list[AlignmentLink]:
    """The link between the longest unbroken runs; what stands apart has no counterpart."""
    source, target = _longest_run(each.source), _longest_run(each.target)
    alone = [replace(each, source=(i,), target=()) for i in each.source if i not in source]
    alone += [replace(each, source=(), target=(j,)) for j in each.target if j not in target]
    return [replace(each, source=source, target=target), *alone]


def _longest_run(numbers: tuple[int, ...]) -> tuple[int, ...]:
    runs: list[tuple[int, ...]] = []
    for n in numbers:
        if runs and runs[-1][-1] == n - 1:
            runs[-1] += (n,)
        else:
            runs.append((n,))
    return max(runs, key=len, default=())


def _link(bitext: Bitext, unit: str) -> AlignmentLink:
    """The link of a unit whose texts are those of the documents."""
    source, target = _documents(bitext)
    at = next((k for k, each in enumerate(bitext.units) if each.id == unit), None)
    if at is None:
        raise ImpossibleLink(
            told("there is no unit {}", unit), "name one of the units of this text"
        )
    found = bitext.links[at]
    if unit_of(source, target, found, unit).target != bitext.units[at].target:
        raise ImpossibleLink(
            "this paragraph has been edited", "save it, or take the edit back, then link it anew"
        )
    return found


def _documents(bitext: Bitext) -> tuple[Document, Document]:
    if bitext.source is None or bitext.target is None:
        raise ImpossibleLink(
            told("{} has its links in the file", bitext.name),
            "only a pair of texts can be linked by hand",
        )
    return bitext.source, bitext.target


def _changed(bitext: Bitext, old: Sequence[AlignmentLink], new: Iterable[AlignmentLink]) -> Bitext:
    gone = {_pair(each) for each in old}
    stay = [each for each in bitext.links if _pair(each) not in gone]
    return _with_links(bitext, [*stay, *new])


def _with_links(bitext: Bitext, links: Sequence[AlignmentLink]) -> Bitext:
    """The bitext with other links; a unit whose paragraphs are the same keeps id and edits."""
    source, target = _documents(bitext)
    known = {_pair(x): unit for x, unit in zip(bitext.links, bitext.units, strict=True)}
    links = in_reading_order(links)
    taken = {known[_pair(each)].id for each in links if _pair(each) in known}
    units: list[TranslationUnit] = []
    for each in links:
        if unit := known.get(_pair(each)):
            units.append(replace(unit, score=each.score))
            continue
        fresh = unit_of(source, target, each, "")
        name = _free_id(fresh.source or fresh.target, taken)
        taken.add(name)
        units.append(replace(fresh, id=name))
    return replace(bitext, units=tuple(units), links=links)


def _free_id(text: str, taken: Container[str]) -> str:
    """The first id for the text, numbered as `unit_ids` does, that no other unit has."""
    (name,) = unit_ids((text,))
    numbered = (name if n == 1 else f"{name}-{n}" for n in count(1))
    return next(each for each in numbered if each not in taken)


def _pair(each: AlignmentLink) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return each.source, each.target


def _by_hand(source: tuple[int, ...], target: tuple[int, ...]) -> AlignmentLink:
    return AlignmentLink(source, target, 1.0, by_hand=True)


def _with(each: AlignmentLink, side: Side, numbers: tuple[int, ...]) -> AlignmentLink:
    if side is Side.SOURCE:
        return _by_hand(numbers, each.target)
    return _by_hand(each.source, numbers)


def _numbers(each: AlignmentLink, side: Side) -> tuple[int, ...]:
    return each.source if side is Side.SOURCE else each.target


def _cross(one: AlignmentLink, other: AlignmentLink) -> bool:
    if one.one_sided or other.one_sided:
        return False
    return (one.source < other.source) != (one.target < other.target)


def _unbroken(numbers: tuple[int, ...]) -> bool:
    return not numbers or numbers[-1] - numbers[0] == len(numbers) - 1
