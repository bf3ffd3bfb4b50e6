"""The segments into which a tool of the trade has cut a unit of XLIFF 1.2 (`mrk mtype="seg"`).

Trados and Okapi keep a paragraph as one unit; `seg-source` and `target` say by `mid` which of its
sentences answer each other. Each is a unit of ours, since people work on them one by one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.formats.inline import Content
from corpus.formats.xliff_codes import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus.formats.xliff_reader import Segment


@dataclass(slots=True)
class _Piece:
    """What stands in a mark; places are bytes."""

    at: int
    inner: tuple[int, int]
    """An empty element is all of it."""
    bare: bool
    line: int
    content: Content
    text: Text
    """What reads into it."""


class Pieces:
    """Those of one unit, while it is read; `native` is as in `xliff_codes.Text`."""

    def __init__(self, data: bytes, native: Mapping[str, str]) -> None:
        self.confirmed: dict[str, str] = {}
        """What Trados says of each, by its id."""
        self._data, self._native = data, native
        self._sides: dict[str, dict[str, _Piece]] = {"seg-source": {}, "target": {}}
        self._found: dict[str, _Piece] | None = None
        """Of the text that is being read."""
        self._open: tuple[_Piece, int] | None = None
        """With the depth of its element."""
        self._whole = False
        """Whether the unit cannot be cut: then nothing of it would be left out."""

    def enters(self, name: str) -> None:
        """A text of the unit begins."""
        self._found = self._sides.get(name)

    def leaves(self) -> None:
        """It ends."""
        self._found = None

    def begins(
        self, name: str, attributes: dict[str, str], span: tuple[int, int], place: tuple[int, int]
    ) -> None:
        """An element of a text begins: where its tag stands, and with which depth in which line."""
        if self._found is None:
            return
        is_segment = name == "mrk" and attributes.get("mtype") == "seg"
        if self._open:
            self._whole |= is_segment
            self._open[0].text.begins(name, attributes, *span)
        elif is_segment:
            mid = attributes.get("mid", "")
            self._whole |= not mid or mid in self._found
            bare = self._data[span[1] - 2 : span[1]] == b"/>"
            inner = span if bare else (span[1], span[1])
            content = Content()
            text = Text(content, self._data, self._native)
            piece = self._found[mid] = _Piece(span[0], inner, bare, place[1], content, text)
            self._open = piece, place[0]

    def ends(self, depth: int, at: int, end: int) -> None:
        """An element of a text ends, with a tag from `at` to `end`."""
        if self._open is None:
            return
        piece, own = self._open
        if depth == own:
            piece.inner = piece.inner if piece.bare else (piece.inner[0], at)
            self._open = None
        else:
            piece.text.ends(at, end)

    def says(self, text: str) -> None:
        """Characters of the unit; any but blanks outside of a mark leave it whole."""
        if self._open:
            self._open[0].text.says(text)
        elif self._found is not None:
            self._whole |= not text.isspace()

    def of(self, segment: Segment) -> Iterator[Segment]:
        """The segments in the order of the target; none where it does not have the same ones."""
        sources, targets = self._sides.values()
        if self._whole or not targets or sources.keys() != targets.keys():
            return
        for mid, target in targets.items():
            said = dict(segment.said)
            if mid in self.confirmed:
                said["segment"] = self.confirmed[mid]
            yield replace(
                segment,
                id=f"{segment.id}/{mid}" if len(targets) > 1 else segment.id,
                line=sources[mid].line,
                start=target.at,
                stated=segment.start,
                element="mrk",
                source=sources[mid].content,
                target=target.content,
                inner=target.inner,
                bare=target.bare,
                shared=len(targets) > 1,
                said=said,
            )
