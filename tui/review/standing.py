"""What stands in each unit of a review: text, status, comment; without the findings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
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
        self.show(bitext)

    def show(self, bitext: Bitext) -> None:
        """From now on, units are those of another bitext of the same texts."""
        self._units = bitext.units
        self.keys = tuple(unit_key(unit) for unit in bitext.units)
        self.index = {key: at for at, key in enumerate(self.keys)}
        self.one_sided = tuple(at for at, unit in enumerate(bitext.units) if unit.one_sided)
        """The units that have one language only in the file."""
        self._signed = {
            key for key, unit in zip(self.keys, bitext.units, strict=True) if unit.signed_off
        }

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

    def corrections(self) -> dict[str, str]:
        """The Japanese, by key, of all units where it differs from the machine's."""
        edited = (self.index[key] for key in self._states if key in self.index)
        return {
            self.keys[at]: text
            for at in edited
            if (text := self.text(at)) != self._units[at].target
        }

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
        keys = self._signed | self.index.keys() & self._states.keys()
        return sum(self._state(key).status is UnitStatus.CONFIRMED for key in keys)

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
        elif field is Field.STATUS:
            self._states[key] = replace(state, status=UnitStatus(value or self._begun(key).status))
        elif field is Field.COMMENT:
            self._comments[key] = value or ""
        elif field is Field.CARRIED:
            (self._carried.discard if value is None else self._carried.add)(key)
        elif field is Field.REOPENED:
            (self._reopened.discard if value is None else self._reopened.add)(key)

    def _state(self, key: str) -> UnitState:
        return self._states.get(key, self._begun(key))

    def _begun(self, key: str) -> UnitState:
        """What a unit is as long as nothing became of it."""
        return UnitState(status=UnitStatus.CONFIRMED) if key in self._signed else UnitState()
