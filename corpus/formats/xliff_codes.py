"""One text of an XLIFF file as its tags come: what is text, and what is a code."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from corpus.formats.inline import Code, Content, both_ends

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAIRS = frozenset(("g", "mrk", "pc"))
_HALVES = {"bpt": "ept", "bx": "ex", "sc": "ec", "sm": "em"}
"""Elements that begin and end something without holding it."""
_NATIVE = frozenset(("bpt", "ept", "ph", "it"))
"""Those of version 1.2 that hold what the code is in the format that the text came from."""


class _Element(NamedTuple):
    key: tuple[str, ...]
    at: int
    tag_end: int
    partner: tuple[str, ...] | None
    """Of an element that ends what another one begins: the key of that one."""
    native: str
    """What its end is in the format that the text came from."""


class Text:
    """A source or a target that is being read into `content`; places are bytes of `data`.

    `native` says by their ids what version 2 keeps beside the texts: the codes in the format that
    these came from.
    """

    def __init__(self, content: Content, data: bytes, native: Mapping[str, str]) -> None:
        self._content, self._data, self._known = content, data, native
        self._open: list[_Element] = []
        self._depth = 0
        """Of elements inside of a code; what stands there is no text."""
        self._said: list[str] | None = None
        """What the code holds that is being read; None where that is more than text."""
        self._times: Counter[tuple[str, ...]] = Counter()
        self.count = 0
        """How many elements have begun."""
        self._begun: dict[tuple[str, str], tuple[str, ...]] = {}

    @property
    def is_open(self) -> bool:
        """Whether an element inside of it has begun and not ended."""
        return bool(self._open)

    def begins(self, name: str, attributes: dict[str, str], at: int, tag_end: int) -> None:
        """An element begins; `tag_end` is behind its tag."""
        self.count += 1
        self._depth += bool(self._depth) or name not in _PAIRS
        names = ("id", "mid", "startRef", "rid")
        key: tuple[str, ...] = (name, next((attributes[n] for n in names if n in attributes), ""))
        self._times[key] += 1
        key = (*key, str(self._times[key]))
        first = self._known.get(attributes.get("dataRef") or attributes.get("dataRefStart", ""), "")
        if not self._depth:
            xml = self._data[at:tag_end].decode()
            last = self._known.get(attributes.get("dataRefEnd", ""), "")
            begun = Code(key, xml, opens=True, native=first, at=at)
            self._content.parts += both_ends(begun, last) if xml.endswith("/>") else [begun]
            first = last
        self._said = [] if self._depth == 1 and name in _NATIVE else None
        self._open.append(_Element(key, at, tag_end, self._partner(name, attributes, key), first))

    def _partner(
        self, name: str, attributes: dict[str, str], key: tuple[str, ...]
    ) -> tuple[str, ...] | None:
        """The key of what an element ends, where that is another one in the same text."""
        known = next((attributes[n] for n in ("startRef", "rid", "id") if n in attributes), "")
        if end := _HALVES.get(name):
            self._begun[end, known] = key
            return None
        return self._begun.get((name, known))

    def ends(self, at: int, end: int) -> None:
        """The element that began last ends, with a tag from `at` to `end`; an empty element has
        none there."""
        element = self._open.pop()
        if self._depth:
            self._depth -= 1
            if not self._depth:
                xml = self._data[element.at : end].decode()
                native = element.native or "".join(self._said or ())
                partner, loose = element.partner, element.partner is not None
                code = Code(element.key, xml, partner, False, loose, native, element.at)
                self._content.parts.append(code)
        elif at < end:
            key = (*element.key, "end")
            xml = self._data[at:end].decode()
            code = Code(key, xml, element.key, native=element.native, at=at)
            self._content.parts.append(code)

    def says(self, text: str) -> None:
        """Characters of the file: of the text, or inside a code, whose content they are."""
        if not self._depth:
            self._content.parts.append(text)
        elif self._said is not None:
            self._said.append(text)
