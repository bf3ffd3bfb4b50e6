"""What stands in each unit of a review: text, status, comment; without the findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.workspace.journal import Field, UnitState, UnitStatus
from tui.review.unit import unit_key

if TYPE_CHECKING:
    from corpus.bitext import Bitext
    from corpus.workspace.work import Work


class Standing:
    """Follows the changes of a work; units go by their number from 0, or by their key."""

    def __init__(self, bitext: Bitext, work: Work) -> None:
        self._states = work.states()
        self._comments = work.standing(Field.COMMENT)
        self._carried = set(work.standing(Field.CARRIED))
        self.show(bitext)

    def show(self, bitext: Bitext) -> None:
        """From now on, units are those of another bitext of the same texts."""
        self._units = bitext.units
        self.keys = tuple(unit_key(unit) for unit in bitext.units)
        self.index = {key: at for at, key in enumerate(self.keys)}
        self.one_sided = tuple(at for at, unit in enumerate(bitext.units) if unit.one_sided)
        """The units that have one language only in the file."""

    def text(self, at: int) -> str:
        """The Japanese as it is now."""
        text = self.state(at).text
        return self._units[at].target if text is None else text

    def state(self, at: int) -> UnitState:
        """What became of a unit."""
        return self._states.get(self.keys[at], UnitState())

    def comment(self, at: int) -> str:
        """What a person noted."""
        return self._comments.get(self.keys[at], "")

    def carried(self, at: int) -> bool:
        """Whether what stands was made for another text."""
        return self.keys[at] in self._carried

    def corrections(self) -> dict[str, str]:
        """The Japanese, by key, of all units where it differs from the machine's."""
        edited = (self.index[key] for key in self._states if key in self.index)
        return {
            self.keys[at]: text
            for at in edited
            if (text := self.text(at)) != self._units[at].target
        }

    def confirmed(self) -> int:
        """How many units are confirmed."""
        return sum(
            state.status is UnitStatus.CONFIRMED and key in self.index
            for key, state in self._states.items()
        )

    def gone(self) -> dict[str, UnitState]:
        """By key, what became of units that this bitext does not have."""
        return {key: state for key, state in self._states.items() if key not in self.index}

    def lost(self) -> int:
        """How many corrections belong to units that this bitext does not have."""
        return sum(state.text is not None for state in self.gone().values())

    def take(self, field: Field, key: str, value: str | None) -> None:
        """Let a change be seen; those of other fields are none of our business."""
        state = self._states.get(key, UnitState())
        if field is Field.TEXT:
            self._states[key] = replace(state, text=value)
        elif field is Field.STATUS:
            self._states[key] = replace(state, status=UnitStatus(value or UnitStatus.NEW))
        elif field is Field.COMMENT:
            self._comments[key] = value or ""
        elif field is Field.CARRIED:
            (self._carried.discard if value is None else self._carried.add)(key)
