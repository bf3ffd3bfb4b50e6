"""What stands in each unit of a review: text, status, comment; without the findings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpus.formats.format import Said
from corpus.workspace.journal import Field, UnitState, UnitStatus
from tui.review.corrected_file import digest_of
from tui.review.unit import unit_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.bitext import Bitext
    from corpus.workspace.work import Work


class Standing:
    """Follows the changes of a work; units go by their number from 0, or by their key."""

    def __init__(self, bitext: Bitext, work: Work) -> None:
        self._states = work.states()
        self._comments = work.standing(Field.COMMENT)
        self._carried = set(work.standing(Field.CARRIED))
        self._reopened: set[str] = set()
        self._take_back(work.standing(Field.REOPENED), bitext.name)
        self.edited: list[str] = []
        """The keys of the units whose text has changed since, in that order."""
        self.show(bitext)

    def show(self, bitext: Bitext) -> None:
        """From now on, units are those of another bitext of the same texts."""
        self._units = bitext.units
        self.keys = tuple(unit_key(unit) for unit in bitext.units)
        self.index = {key: at for at, key in enumerate(self.keys)}
        pairs = tuple(zip(self.keys, bitext.units, strict=True))
        self._signed = {key for key, unit in pairs if unit.signed_off}
        self._corrections: dict[str, str] = {}
        self._confirmed: set[str] = set()
        self._alone: set[str] = set()
        for key in (*self._signed, *self._states, *(k for k, unit in pairs if unit.one_sided)):
            self._count(key)

    def _take_back(self, reopened: Mapping[str, str], path: str) -> None:
        """Hold on to what a person reopened, unless the file is another since: then it has been
        written, or somebody else was at work, and what the file says now counts."""
        edition = digest_of(Path(path)) if reopened else ""
        for key, then in reopened.items():
            if then == edition:
                self._reopened.add(key)
            elif key in self._states and self._states[key].text is None:
                del self._states[key]

    def text(self, at: int) -> str:
        """The Japanese as it is now."""
        text = self.state(at).text
        return self._units[at].target if text is None else text

    def state(self, at: int) -> UnitState:
        """What became of a unit; as long as nothing did, what its file says."""
        return self._state(self.keys[at])

    def touched(self, at: int) -> bool:
        """Whether a unit is, or ever was, anything but what its file says."""
        key = self.keys[at]
        return (
            key in self._states
            or key in self._comments
            or key in self._carried
            or key in self._reopened
        )

    def comment(self, at: int) -> str:
        """What a person noted."""
        return self._comments.get(self.keys[at], "")

    def commented(self) -> int:
        """On how many units a person has noted something."""
        return sum(bool(self._comments.get(key)) for key in self.keys)

    def carried(self, at: int) -> bool:
        """Whether what stands was made for another text."""
        return self.keys[at] in self._carried

    def reopened(self, at: int) -> bool:
        """Whether a person has taken back that it is signed off."""
        return self.keys[at] in self._reopened

    def one_sided(self, at: int) -> bool:
        """Whether a unit has one language only, and nobody has written any in the other."""
        unit = self._units[at]
        return unit.one_sided and self.text(at) == unit.target

    def waits(self, at: int) -> bool:
        """Whether a unit is still to be confirmed: it has both languages."""
        return self.keys[at] not in self._confirmed and not self.one_sided(at)

    def corrections(self) -> Mapping[str, str]:
        """The Japanese, by key, of all units where it differs from the machine's; this follows
        what changes later."""
        return MappingProxyType(self._corrections)

    def said(self) -> dict[str, Said]:
        """By key, what a person said of the units besides their text."""
        return {
            key: Said(
                self._found_right(key),
                (self._comments[key],) * bool(self._comments[key])
                if key in self._comments
                else None,
            )
            for key in self.keys
        }

    def _found_right(self, key: str) -> bool | None:
        """As `Said.confirmed`: only what the file signs off can be taken back, and only by a person
        who said so. An edit says nothing of what others sign off meanwhile."""
        if self._state(key).status is UnitStatus.CONFIRMED:
            return True
        return False if key in self._reopened & self._signed else None

    def confirmed(self) -> int:
        """How many units are confirmed."""
        return len(self._confirmed)

    def alone(self) -> int:
        """How many units are `one_sided` and not confirmed."""
        return len(self._alone)

    def gone(self) -> dict[str, UnitState]:
        """By key, what became of units that this bitext does not have."""
        return {key: state for key, state in self._states.items() if key not in self.index}

    def lost(self) -> int:
        """How many corrections belong to units that this bitext does not have."""
        return sum(state.text is not None for state in self.gone().values())

    def take(self, field: Field, key: str, value: str | None) -> None:
        """Let a change be seen; those of other fields are none of our business."""
        state = self._state(key)
        if field is Field.TEXT:
            self._states[key] = replace(state, text=value)
            self.edited.append(key)
            self._count(key)
        elif field is Field.STATUS:
            self._states[key] = replace(state, status=UnitStatus(value or self._begun(key).status))
            self._count(key)
        elif field is Field.COMMENT:
            self._comments[key] = value or ""
        elif field is Field.CARRIED:
            (self._carried.discard if value is None else self._carried.add)(key)
        elif field is Field.REOPENED:
            (self._reopened.discard if value is None else self._reopened.add)(key)

    def _count(self, key: str) -> None:
        """Keep the counts in step with a unit, if it is one of this bitext."""
        at = self.index.get(key)
        if at is None:
            return
        if (text := self.text(at)) != self._units[at].target:
            self._corrections[key] = text
        else:
            self._corrections.pop(key, None)
        confirmed = self._state(key).status is UnitStatus.CONFIRMED
        (self._confirmed.add if confirmed else self._confirmed.discard)(key)
        alone = not confirmed and self.one_sided(at)
        (self._alone.add if alone else self._alone.discard)(key)

    def _state(self, key: str) -> UnitState:
        return self._states.get(key, self._begun(key))

    def _begun(self, key: str) -> UnitState:
        """What a unit is as long as nothing became of it."""
        return UnitState(status=UnitStatus.CONFIRMED) if key in self._signed else UnitState()
