"""Codes of other tools inside a text (tags, variables): each is one character of the text.

A mark is a symbol that is neither letter nor digit (🅐, 🅑, … then Braille patterns) and stands
nowhere in the text itself, so that a check reads no number in it and an editor cannot break it.
What the mark stands for is kept here, not in the text. A pair has one mark for each of its ends.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from corpus.bitext import InlineCode
from corpus.errors import BadContent
from corpus.formats.markup import escaped
from corpus.patterns import regex
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_RANGES = ((0x1F150, 0x1F16A), (0x2801, 0x2900), (0xF0000, 0xFFFFE))
_MOST = 10_000
"""Codes of a unit; there are marks for six times as many."""


_GIANT = re.compile(rb"<[A-Za-z_][^<>]{1048576}")
MARK: Final = regex("[" + "".join(f"{chr(a)}-{chr(b - 1)}" for a, b in _RANGES) + "]")
"""A character that stands for a code, where the file has codes."""


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
    loose: bool = False
    """Whether the two ends of the pair are elements of their own, which may cross other pairs."""
    native: str = ""
    """What it is in the format that the text came from, where the file says so."""
    at: int = 0
    """Where it begins in the file, in bytes."""


@dataclass(slots=True)
class Content:
    """A text with its codes, in order."""

    parts: list[str | Code] = field(default_factory=list)

    @property
    def codes(self) -> Iterator[Code]:
        """The codes alone, in the order of the text."""
        return (part for part in self.parts if isinstance(part, Code))

    def shown(self, marks: dict[tuple[str, ...], str]) -> str:
        """The text with a mark in the place of each code."""
        return "".join(part if isinstance(part, str) else marks[part.key] for part in self.parts)


def both_ends(code: Code, native: str = "") -> tuple[Code, Code]:
    """The beginning and the end of a pair that is an empty element here: in the other text it may
    hold something. `native` is of the end."""
    tag = code.xml.removesuffix("/>").rstrip()
    end = f"</{tag[1:].split(None, 1)[0]}>"
    return (
        replace(code, xml=f"{tag}>", opens=True),
        Code((*code.key, "end"), end, code.key, native=native, at=code.at),
    )


def bounded(source: Content, target: Content, place: str) -> None:
    """Raises BadContent for more codes in a unit than a text can have; `place` says where."""
    limited(sum(1 for _ in chain(source.codes, target.codes)), place)


def limited(codes: int, place: str) -> None:
    """The same for a number of them while a text is read: raises BadContent above the bound."""
    if codes > _MOST:
        raise BadContent(
            told("{}: more than {} tags in one text", place, _MOST), "export it again, in sentences"
        )


def refuse_giant_tags(data: bytes, path: str) -> None:
    """Raises BadContent for a tag that no program writes: its attributes take the memory of the
    parser many times over."""
    if giant := _GIANT.search(data):
        line = data.count(b"\n", 0, giant.start()) + 1
        raise BadContent(told("{}:{}: a tag of more than 1 MiB", path, line), "export it again")


def marks(source: Content, target: Content) -> dict[tuple[str, ...], str]:
    """A mark for each code of a unit: first those of the source, in its order."""
    keys = dict.fromkeys(code.key for code in (*source.codes, *target.codes))
    if not keys:
        return {}
    taken = {c for part in (*source.parts, *target.parts) if isinstance(part, str) for c in part}
    free = (c for c in map(chr, chain(*(range(*r) for r in _RANGES))) if c not in taken)
    return {key: next(free) for key in keys}


def codes(source: Content, target: Content) -> tuple[InlineCode, ...]:
    """What the marks of a unit stand for."""
    by_key = _by_key(source, target)
    shown = marks(source, target)
    return tuple(
        InlineCode(mark, code.xml, shown.get(code.partner or (), ""), not code.loose, code.native)
        for code, mark in ((by_key[key], mark) for key, mark in shown.items())
    )


def as_xml(text: str, source: Content, target: Content) -> str:
    """The text with its codes as XML; well-formed where `fault` finds nothing."""
    by_key = _by_key(source, target)
    by_mark = {mark: by_key[key].xml for key, mark in marks(source, target).items()}
    return "".join(by_mark.get(c) or escaped(c) for c in text)


def as_elements(text: str, inline: Sequence[InlineCode], forms: Mapping[str, str]) -> str:
    """The text as XML of a new file, with each code in the form of its kind: `bpt` and `ept` for
    the ends of a pair that stands there whole, `begin` and `end` for one that stands alone, `ph`.

    A form has `{number}` and `{held}`, what the code is in its own format; where nobody knows
    that, how it was written.
    """
    numbers = {code.mark: number for number, code in enumerate(inline, 1)}
    ends = {code.mark: code.opening for code in inline if code.opening}
    begun = {opening: mark for mark, opening in ends.items()}
    times = Counter(text)
    made: dict[str, str] = {}
    for code in inline:
        other = ends.get(code.mark) or begun.get(code.mark, "")
        whole = times[code.mark] == times[other] == 1
        kind = ("ept", "end") if code.mark in ends else ("bpt", "begin")
        made[code.mark] = forms[kind[not whole] if other else "ph"].format(
            number=numbers[ends.get(code.mark, code.mark)],
            held=escaped(code.native or code.written),
        )
    return "".join(made.get(c) or escaped(c) for c in text) if made else escaped(text)


def _by_key(source: Content, target: Content) -> dict[tuple[str, ...], Code]:
    # The source says which ends belong together, where the target has them in another order.
    ends = {code.key: code for code in source.codes if code.partner}
    found = {code.key: code for code in (*source.codes, *target.codes)}
    # Each is written as the target has it all the same: it may number them in its own way.
    return found | {k: replace(end, xml=found[k].xml) for k, end in ends.items()}


def missing(source: str, target: str, inline: Sequence[InlineCode]) -> list[InlineCode]:
    """The codes of the source that the target does not have, in the order of the source."""
    return [code for code in inline if code.mark in source and code.mark not in target]


def fault(text: str, inline: Sequence[InlineCode]) -> str:
    """Why no file can hold the text: a mark twice, one half of a pair alone, pairs that cross or
    end before they begin. Empty where all is well; a pair may be missing as a whole."""
    times = Counter(text)
    for code in inline:
        if times[code.mark] > 1:
            return told("the mark {} stands twice", code.mark)
    for code in inline:
        if code.opening and times[code.opening] != times[code.mark]:
            there, gone = sorted((code.opening, code.mark), key=lambda mark: -times[mark])
            return told("{} stands without {}", there, gone)
    return next((said for _, said in out_of_order(text, inline)), "")


def out_of_order(text: str, inline: Sequence[InlineCode]) -> Iterator[tuple[int, str]]:
    """Each end of a pair that stands before its beginning, or whose pair crosses another that
    may not be crossed: where, and what is wrong. Marks that stand twice, or alone, are let be."""
    times = Counter(text)
    pairs = [c for c in inline if c.opening and times[c.mark] == times[c.opening] == 1]
    ends = {code.mark: code for code in pairs}
    tight = {code.opening: code.tight for code in pairs}
    begun: dict[str, int] = {}
    firm: dict[str, int] = {}
    for at, character in enumerate(text):
        if character in tight:
            begun[character] = at
            firm |= {character: at} if tight[character] else {}
        elif end := ends.get(character):
            if (start := begun.pop(end.opening, None)) is None:
                yield at, told("{} stands before {}, which it closes", end.mark, end.opening)
                continue
            firm.pop(end.opening, None)
            inside = begun if end.tight else firm
            if (last := next(reversed(inside), None)) and inside[last] > start:
                yield at, _crosses(end, last)


def _crosses(end: InlineCode, other: str) -> str:
    return told("the pair {}{} crosses the one that {} opens", end.opening, end.mark, other)
