"""What a person does to a translation, as values: changes, bundled into steps.

A step is what one press of undo takes back, whether it touched one unit or two hundred.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from enum import StrEnum

LINKS_KEY = "by-hand"
"""The one key of `Field.LINKS`: links are changed as a whole."""


class UnitStatus(StrEnum):
    """How far a person has come with a unit."""

    NEW = "new"
    DRAFT = "draft"
    CONFIRMED = "confirmed"


class Field(StrEnum):
    """What a change touches; says how `key`, `old` and `new` of a `Change` are to be read."""

    TEXT = "text"
    """Key: unit. Value: the corrected Japanese; None where the machine's text stands."""
    STATUS = "status"
    """Key: unit. Value: a `UnitStatus`; None is the same as NEW."""
    WAIVER = "waiver"
    """Key: fingerprint of a finding. Value: who, when and why, in any form; None: not waived."""
    TERM = "term"
    """Key: id of a term. Value: `TermRow.to_json()`; None: there is no such term."""
    COMMENT = "comment"
    """Key: unit. Value: what a person noted; None: nothing."""
    MUTED = "muted"
    """Key: name of a check that is not heard in this work. Value: when; None: it is heard."""
    LINKS = "links"
    """Key: `LINKS_KEY`. Value: all links that a person has made in this work, in any form."""
    SEAL = "seal"
    """Key: unit. Value: what stands for the Japanese that a person confirmed."""
    CARRIED = "carried"
    """Key: unit. Value: anything, where the correction was made for another text; None: not so."""
    REOPENED = "reopened"
    """Key: unit. Value: what stands for the file whose word, that the unit is signed off, a person
    has taken back; None: nobody has."""
    REJECTED = "rejected"
    """Key: a pair of terms that is not to be proposed again. Value: when; None: it may be."""

    @property
    def shared(self) -> bool:
        """Whether it holds for every work of the workspace, not only for the one at hand."""
        return self in (Field.WAIVER, Field.TERM, Field.REJECTED)


@dataclass(frozen=True, slots=True)
class Change:
    """One value replaced by another."""

    field: Field
    key: str
    old: str | None
    """What stood before; of a recorded step it is what the workspace held, so undo is exact."""
    new: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that were made together and are undone together."""

    id: int
    """Rises with time in the whole workspace."""
    label: str
    """For the person: what was done, as in "fix 3 places"."""
    at: str
    """ISO 8601, UTC, to the second."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class UnitState:
    """What became of a unit since the machine translated it."""

    text: str | None = None
    """None while the machine's text stands; an empty text is a correction like any other."""
    status: UnitStatus = UnitStatus.NEW


@dataclass(frozen=True, slots=True)
class Correction:
    """How a person once corrected what a machine wrote."""

    source: str
    """The English; empty where it was not at hand."""
    machine: str
    corrected: str


@dataclass(frozen=True, slots=True)
class Memory:
    """A correction with when it was made, for other workspaces and other programs."""

    correction: Correction
    at: str
    """ISO 8601, UTC, to the second."""
    user: str = ""
    """Who made it, where it came from elsewhere and that said so."""


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term of the workspace, in the words of a glossary file."""

    id: str
    source: str
    target: str
    status: str = "preferred"
    kind: str = "term"
    note: str = ""
    unit: str = ""
    """The key of the unit it was found in."""
    concept: str = ""
    """Rows with the same text here are one concept; empty: those with the same English are."""
    case_sensitive: bool = False
    context: str = ""
    until: int | None = None
    specs: str = ""
    approved: bool = False
    """Whether a person has looked the term over since it came."""

    def to_json(self) -> str:
        """The value of a `Field.TERM` change."""
        parts = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps(parts, ensure_ascii=False)

    @classmethod
    def from_json(cls, value: str) -> TermRow | None:
        """The row that `to_json` wrote; None for what is none: one flipped bit must not close the
        door to all other terms."""
        try:
            row = cls(**json.loads(value))
        except (ValueError, TypeError, RecursionError):
            return None
        return row if row.is_sound else None

    @property
    def is_sound(self) -> bool:
        """Whether every part is of its type."""
        texts = [self.id, self.source, self.target, self.status, self.kind, self.note, self.unit]
        texts += [self.concept, self.context, self.specs]
        until = self.until is None or isinstance(self.until, int)
        return until and all(isinstance(text, str) for text in texts)
