"""The changes that hand an XLIFF unit back: its Japanese, its state, its notes, nothing else."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from corpus.bitext import State
from corpus.formats.markup import escaped, legal
from corpus.formats.xliff_asides import OURS
from corpus.formats.xliff_reader import TAG
from corpus.formats.xliff_states import next_state, state_of, with_approval, with_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from corpus.formats.xliff_reader import Segment

Edit: TypeAlias = tuple[int, int, str]
"""What is put in place of a range of bytes."""


def unit_edits(
    data: bytes, segment: Segment, xml: str | None, *, confirmed: bool | None
) -> Iterator[Edit]:
    """The changes for a new target, or with `xml` None only for what was said of it (`Said`)."""
    state = _state(segment, changed=xml is not None, confirmed=confirmed)

    def restated(tag: str) -> str:
        # Where another tool has signed off in words of its own, these stay, and are outdone.
        words = {**segment.said, "approved": "no"}
        signed = state_of(words) in (State.SIGNED_OFF, State.FINAL)
        new = confirmed is False and signed and not segment.shared
        return with_state(tag, state, first=segment.first, new=new) if state else tag

    if not segment.first:
        yield from _retagged(data, segment.start, restated)
        yield from _target(data, segment, xml, _as_it_is)
        return
    if state is not None:
        yield from _retagged(data, segment.unit, partial(with_approval, state=state))
    yield from _target(data, segment, xml, restated)


def _state(segment: Segment, *, changed: bool, confirmed: bool | None) -> State | None:
    """The state to be written, if any. A piece of a unit may take the sign-off of all back, and
    gives none, since nobody has said of the others that they are right."""
    if not segment.shared:
        return next_state(state_of(segment.said), changed=changed, confirmed=confirmed)
    of_all = {name: segment.said.get(name, "") for name in ("state", "approved")}
    state = next_state(state_of(of_all), changed=changed and not confirmed, confirmed=confirmed)
    return state if state is State.NEEDS_REVIEW else None


def _as_it_is(tag: str) -> str:
    return tag


def _retagged(data: bytes, start: int, changed: Callable[[str], str]) -> Iterator[Edit]:
    """The change of the tag that begins there, if it is one."""
    end = _tag_end(data, start)
    tag = data[start:end].decode()
    if (new := changed(tag)) != tag:
        yield start, end, new


def _target(
    data: bytes, segment: Segment, xml: str | None, restated: Callable[[str], str]
) -> Iterator[Edit]:
    """The changes of the target; `restated` is its tag with the state."""
    name = f"{segment.prefix}{segment.element}"
    if segment.inner is None:
        if xml is not None:
            tag = restated(f"<{name}>")
            yield segment.source_end, segment.source_end, f"{tag}{xml}</{name}>"
        return
    start, end = segment.inner
    if segment.first and segment.stated is not None:
        yield from _retagged(data, segment.stated, restated)
        restated = _as_it_is
    if segment.bare:
        tag = restated(data[start:end].decode())
        if xml is not None:
            tag = f"{tag.removesuffix('/>').rstrip()}>{xml}</{name}>"
        if tag != data[start:end].decode():
            yield start, end, tag
        return
    if segment.first and segment.stated is None:
        yield from _retagged(data, segment.start, restated)
    if xml is not None:
        yield start, end, xml


def note_edits(noted: Iterable[tuple[Segment, tuple[str, ...]]]) -> Iterator[Edit]:
    """The changes that put notes in place of our older ones; segments of a unit follow each
    other."""
    for _, group in groupby(noted, key=lambda pair: pair[0].unit):
        pairs = list(group)
        segment, texts = pairs[0][0], [text for _, texts in pairs for text in texts]
        asides = segment.asides
        ours = [note for note in asides.notes if note.ours]
        if [note.text for note in ours] == [legal(text) for text in texts]:
            continue
        if asides.holder and not texts and len(ours) == len(asides.notes):
            yield *asides.holder, ""
            continue
        yield from ((note.start, note.end, "") for note in ours)
        if texts and asides.place:
            yield asides.place, asides.place, _notes(segment, texts)


def _notes(segment: Segment, texts: list[str]) -> str:
    name = f"{segment.asides.prefix}note"
    said = "from" if segment.first else "category"
    notes = "".join(f'<{name} {said}="{OURS}">{escaped(t)}</{name}>' for t in texts)
    wanted = not segment.first and segment.asides.holder is None
    return f"<{name}s>{notes}</{name}s>" if wanted else notes


def _tag_end(data: bytes, start: int) -> int:
    match = TAG.match(data, start)
    return match.end() if match else start
