"""Codes of other tools inside a text (tags, variables): each is one character of the text.

A mark is a symbol that is neither letter nor digit (🅐, 🅑, … then Braille patterns) and stands
nowhere in the text itself, so that a check reads no number in it and an editor cannot break it.
What the mark stands for is kept here, not in the text. A pair has one mark for each of its ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

_RANGES = ((0x1F150, 0x1F16A), (0x2801, 0x2900), (0xF0000, 0xFFFFE))


def is_mark(character: str) -> bool:
    """Whether the character stands for a code, where the file has codes."""
    return any(first <= ord(character) < after for first, after in _RANGES)


@dataclass(frozen=True, slots=True)
class Code:
    """One inline element, or one end of it."""

    key: tuple[str, ...]
    """Equal for what is the same in source and target."""
    xml: str
    """As the file has it."""
    partner: tuple[str, ...] | None = None
    """Of an end of a pair: the key of its beginning."""
    opens: bool = False


@dataclass(slots=True)
class Content:
    """A text with its codes, in order."""

    parts: list[str | Code] = field(default_factory=list)

    @property
    def codes(self) -> Iterator[Code]:
        return (part for part in self.parts if isinstance(part, Code))

    def shown(self, marks: dict[tuple[str, ...], str]) -> str:
        """The text with a mark in the place of each code."""
        return "".join(part if isinstance(part, str) else marks[part.key] for part in self.parts)


def marks(source: Content, target: Content) -> dict[tuple[str, ...], str]:
    """A mark for each code of a unit: first those of the source, in its order."""
    taken = {c for part in (*source.parts, *target.parts) if isinstance(part, str) for c in part}
    free = (c for c in map(chr, chain(*(range(*r) for r in _RANGES))) if c not in taken)
    keys = dict.fromkeys(code.key for code in (*source.codes, *target.codes))
    return {key: next(free) for key in keys}


def as_xml(text: str, source: Content, target: Content) -> str | None:
    """The text with its codes as XML; None where one stands twice or pairs cross or lack an end."""
    by_key = {code.key: code for code in (*source.codes, *target.codes)}
    by_mark = {mark: by_key[key] for key, mark in marks(source, target).items()}
    open_keys: list[tuple[str, ...]] = []
    done: set[tuple[str, ...]] = set()
    pieces = []
    for character in text:
        code = by_mark.get(character)
        if code is None:
            pieces.append(escape(character, {"\r": "&#13;"}))
            continue
        if code.key in done or (code.partner and open_keys[-1:] != [code.partner]):
            return None
        done.add(code.key)
        if code.partner:
            open_keys.pop()
        elif code.opens:
            open_keys.append(code.key)
        pieces.append(code.xml)
    return None if open_keys else "".join(pieces)
