"""One text of a TMX file as its tags come: what is text, and what is a code."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from corpus.formats.inline import Code, Content, both_ends

_TAG = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*+>""")


class _Element(NamedTuple):
    name: str
    at: int
    key: tuple[str, ...] = ()
    """Of a code: what is the same in both languages."""
    partner: tuple[str, ...] | None = None
    number: str = ""


class Written:
    """What a file has at a place in bytes; nothing where it is not kept."""

    def __init__(self, data: bytes | None) -> None:
        self._data = data

    def tag_end(self, at: int) -> int:
        """Behind the tag that begins there."""
        match = _TAG.match(self._data, at) if self._data is not None else None
        return match.end() if match else at

    def is_empty(self, at: int) -> bool:
        """Whether the tag that begins there is an element of its own."""
        return self.of(at, self.tag_end(at)).endswith("/>")

    def of(self, start: int, end: int) -> str:
        """What stands between two places."""
        return self._data[start:end].decode() if self._data is not None else ""

    def end_of(self, begun: int, at: int) -> int:
        """Where an element ends whose end tag stands at a place, or that is one tag alone."""
        return self.tag_end(begun if self.is_empty(begun) else at)


class Text:
    """A `seg` that is being read into `content`."""

    def __init__(self, content: Content, written: Written) -> None:
        self._content, self._written = content, written
        self._open: list[_Element] = []
        self._depth = 0
        """Of elements inside of a code; what stands there is no text."""
        self._said: list[str] = []
        """What the code says that is being read."""
        self._is_plain = True
        """Whether that is all it holds."""
        self._times: Counter[tuple[str, ...]] = Counter()
        self.count = 0
        """How many elements have begun."""
        self._begun: dict[str, tuple[str, ...]] = {}
        """By number, the codes that an `ept` may end."""
        self._early: dict[str, int] = {}
        """By number, the `ept` whose beginning has not come: which part of the content it is."""

    @property
    def is_open(self) -> bool:
        """Whether an element inside of it has begun and not ended."""
        return bool(self._open)

    def begins(self, name: str, attributes: dict[str, str], at: int) -> None:
        """An element begins with a tag at a byte."""
        self.count += 1
        self._depth += bool(self._depth) or name != "hi"
        element = _Element(name, at)
        if self._depth < 2:
            self._said.clear()
            self._is_plain = True
            element = self._code(name, attributes, at)
        else:
            self._is_plain = False
        self._open.append(element)

    def _code(self, name: str, attributes: dict[str, str], at: int) -> _Element:
        number = attributes.get("i", "")
        known = attributes.get("x") or number
        if name == "ept" and number in self._begun:
            begun = self._begun.pop(number)
            return _Element(name, at, (name, *begun), begun)
        if name == "hi":
            key = self._counted((name, known or attributes.get("type", "")))
            xml = self._written.of(at, self._written.tag_end(at))
            self._content.parts.append(Code(key, xml, opens=True))
            return _Element(name, at, key)
        if name == "bpt":
            self._begun[number] = key = self._counted((name, known))
            return _Element(name, at, key, number=number)
        return _Element(name, at, (name, known), number=number)

    def _counted(self, key: tuple[str, ...]) -> tuple[str, ...]:
        self._times[key] += 1
        return (*key, str(self._times[key]))

    def ends(self, at: int) -> None:
        """The element that began last ends, with its end tag at a byte."""
        element = self._open.pop()
        if self._depth:
            self._depth -= 1
            if not self._depth:
                self._code_ends(element, at)
        else:
            self._pair_ends(element, at)

    def _pair_ends(self, element: _Element, at: int) -> None:
        parts = self._content.parts
        last = parts[-1]
        if isinstance(last, Code) and self._written.is_empty(element.at):
            parts[-1:] = both_ends(last)
        else:
            xml = self._written.of(at, self._written.tag_end(at))
            parts.append(Code((*element.key, "end"), xml, partner=element.key))

    def _code_ends(self, element: _Element, at: int) -> None:
        key = element.key
        if element.name not in ("bpt", "ept") and not key[1]:
            # Without a number it is known by what it says.
            key = (element.name, "".join(self._said))
        if element.name != "bpt":
            key = self._counted(key)
        xml = self._written.of(element.at, self._written.end_of(element.at, at))
        native = "".join(self._said) if self._is_plain else ""
        loose = element.partner is not None
        parts = self._content.parts
        parts.append(Code(key, xml, element.partner, loose=loose, native=native))
        if element.name == "ept" and not element.partner:
            self._early[element.number] = len(parts) - 1
        elif element.name == "bpt" and (there := self._early.pop(element.number, None)) is not None:
            self._closes(there, key)

    def _closes(self, there: int, begun: tuple[str, ...]) -> None:
        """What ends a pair stood before it began: it belongs to it all the same."""
        early = self._content.parts[there]
        if isinstance(early, Code):
            self._begun = {n: key for n, key in self._begun.items() if key != begun}
            key = self._counted(("ept", *begun))
            self._content.parts[there] = replace(early, key=key, partner=begun, loose=True)

    def says(self, text: str) -> None:
        """Characters of the file: of the text, or inside a code, whose content they are."""
        if self._depth:
            self._said.append(text)
        else:
            self._content.parts.append(text)
