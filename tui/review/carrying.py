"""Corrections made for a text that has changed since, carried over to the text of today."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from corpus.formats.inline import MARK, fault
from corpus.workspace.journal import UnitStatus
from tui.display.changes import RUNS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from corpus.bitext import Bitext, InlineCode
    from corpus.workspace.journal import Correction
    from tui.review.standing import Standing

_ALIKE: Final = 0.8
"""How much of the English of two paragraphs is the same that are one, edited."""

_CONTEXTS: Final = ((0, 0), (1, 1), (2, 0), (0, 2), (2, 2))
"""Stretches of one script, before and after, by which the place of a change is found again."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a person did to a paragraph that reads differently now."""

    at: int
    """The unit of today, by number from 0."""
    text: str
    """What its Japanese should be."""
    gone: str | None = None
    """The key of the unit that it was made in, where that is another."""


def carried(
    bitext: Bitext,
    standing: Standing,
    origins: Mapping[str, Correction],
    seals: Mapping[str, str],
    own: Collection[tuple[str, str]] = (),
) -> Iterator[Carried]:
    """What is to be looked at again, because a file has changed.

    `origins` say for which texts corrections were made, `seals` what was confirmed, by unit key.
    `own` are the texts that a person put into a unit, with its key: where the file has one of
    those it was saved, and has not changed.
    """
    for at, unit in enumerate(bitext.units):
        key = standing.keys[at]
        state, origin = standing.state(at), origins.get(key)
        if standing.carried(at) or (state.text is not None and (key, unit.target) in own):
            continue
        if state.text is not None and origin and unit.target not in (origin.machine, state.text):
            text = again(origin, unit.target)
            text = text and fitting(text, unit.source, unit.target, unit.codes)
            yield Carried(at, text or state.text)
        elif state.status is UnitStatus.CONFIRMED:
            seal = seals.get(key)
            if seal is not None and seal != seal_of(standing.text(at)):
                yield Carried(at, standing.text(at))
    yield from _moved(bitext, standing, origins)


def seal_of(text: str) -> str:
    """What stands for a text that was confirmed."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def again(correction: Correction, machine: str) -> str | None:
    """The same correction made in another text of the machine; None where it does not fit."""
    if machine == correction.machine:
        return correction.corrected
    old, new = RUNS.findall(correction.machine), RUNS.findall(correction.corrected)
    for kind, start, end, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        if kind == "equal":
            continue
        come = "".join(new[first:last])
        for before, after in _CONTEXTS:
            left, right = "".join(old[max(0, start - before) : start]), "".join(old[end:][:after])
            gone = left + "".join(old[start:end]) + right
            if len(gone) > 1 and machine.count(gone) == 1:
                machine = machine.replace(gone, left + come + right)
                break
        else:
            return None
    return machine


def fitting(text: str, source: str, machine: str, inline: Sequence[InlineCode]) -> str | None:
    """A correction of another text with no codes but those of the unit it is to stand in, each of
    them once; None where no file could hold it even so.

    Of two that are the same the first is kept, or the last, where only that fits the others.
    """
    own = {code.mark for code in inline}
    here = own.union(source, machine)
    text = MARK.sub(lambda mark: mark[0] if mark[0] in here else "", text)
    for kept in (_once(text, own), _once(text[::-1], own)[::-1]):
        if not fault(kept, inline):
            return kept
    return text if fault(text, inline) == fault(machine, inline) else None


def _once(text: str, marks: Collection[str]) -> str:
    seen: set[str] = set()
    kept = []
    for character in text:
        if character in marks and character in seen:
            continue
        seen.add(character)
        kept.append(character)
    return "".join(kept)


def alike(one: str, other: str) -> bool:
    """Whether two Japanese texts are one, but for some words."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return (
        matcher.real_quick_ratio() >= _ALIKE
        and matcher.quick_ratio() >= _ALIKE
        and matcher.ratio() >= _ALIKE
    )


def _moved(
    bitext: Bitext, standing: Standing, origins: Mapping[str, Correction]
) -> Iterator[Carried]:
    """Corrections whose unit is gone, in the unit whose English is most like it."""
    free = [
        at
        for at, unit in enumerate(bitext.units)
        if unit.source and unit.target and standing.state(at).text is None
    ]
    for key, state in standing.gone().items():
        origin = origins.get(key)
        if state.text is None or origin is None or not origin.source:
            continue
        scored = [(_likeness(origin.source, bitext.units[at].source), at) for at in free]
        likeness, at = max(scored, default=(0.0, 0), key=lambda pair: pair[0])
        unit = bitext.units[at]
        text = again(origin, unit.target) if likeness >= _ALIKE else None
        text = text and fitting(text, unit.source, unit.target, unit.codes)
        if text is not None and text != unit.target:
            free.remove(at)
            yield Carried(at, text, key)


def _likeness(one: str, other: str) -> float:
    words = one.split(), other.split()
    matcher = SequenceMatcher(None, *words, autojunk=False)
    # The cheap upper bounds first: most paragraphs have nothing in common.
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()
