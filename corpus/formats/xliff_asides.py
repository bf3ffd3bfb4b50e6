"""What stands beside the texts of an XLIFF unit: notes, and other translations of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

OURS = "taiyaku"
"""Who our notes are from (version 1.2), or what category they are of (2.0 and 2.1)."""
ENDED = frozenset(("note", "notes", "target", "data"))
"""The elements whose ends are to be told; a file has many others."""
_PLAIN = frozenset(("note", "target", "data", "g", "mrk", "pc"))
_MATCH = "urn:oasis:names:tc:xliff:matches:2.0 match"


class Note(NamedTuple):
    """A note with its place, in bytes."""

    text: str
    start: int
    end: int
    ours: bool


@dataclass(slots=True)
class Asides:
    """Of one unit, which in version 2 may have several segments."""

    notes: list[Note] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    place: int = 0
    """Where the next note goes, in bytes; 0: nowhere."""
    holder: tuple[int, int] | None = None
    """The element `notes` of version 2 as a whole, where there is one."""
    prefix: str = ""
    """Of the element names, with its colon."""
    native: dict[str, str] = field(default_factory=dict)
    """What codes are in the format that the text came from, by the ids of version 2."""
    _text: list[str] | None = None
    _ours: bool = False
    _id: str = ""

    def begins(self, name: str, parents: list[str], attributes: dict[str, str], at: int) -> None:
        """An element outside the texts of the unit begins at a byte."""
        parent = parents[-1] if parents else ""
        if name == "note" and (parent == "trans-unit" or parents[-2:] == ["unit", "notes"]):
            self._text = []
            self._ours = OURS in (attributes.get("from"), attributes.get("category"))
        elif name == "target" and parent in ("alt-trans", _MATCH):
            self._text = []
        elif name == "data" and parent == "originalData":
            self._text, self._id = [], attributes.get("id", "")
        elif name == "cp" and parent == "data":
            self._text = None  # a character that no text can hold
        elif not self.place and name in ("originalData", "segment", "ignorable"):
            self.place = at

    def says(self, text: str, inside: str) -> None:
        """A text outside those of the unit, and the element that it stands in."""
        if self._text is not None and inside in _PLAIN:
            self._text.append(text)

    def ends(self, name: str, start: int, inner_end: int, end: int) -> None:
        """An element ends: where it begins, where its end tag begins, and what is behind it."""
        if name == "notes" and inner_end > start:
            self.place, self.holder = inner_end, (start, end)
        if self._text is None or name == "notes":
            return
        text, self._text = "".join(self._text), None
        if name == "data":
            self.native[self._id] = text
        elif name == "note":
            self.notes.append(Note(text, start, end, self._ours))
        elif text.strip():
            self.alternatives.append(text)
