"""Texts taken out of marked-up files: where each character stands there, and the way back.

A correction is put back character by character, so that what nobody changed, the markup
around it above all, stays as it was.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from corpus.bitext import Span
from corpus.errors import UnwritableFile
from corpus.patterns import regex
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.bitext import Document, Segment

Change = tuple[Span, str]

GAP = "\n\n"
"""What stands between two blocks of a laid out text."""
MOST_BLOCKS = 50_000
"""Paragraphs of a file, from which on it is refused: each of them takes its room and time."""
_FINE = 2_000_000
"""Old times new characters up to which two texts are compared one by one."""
_SHORTEST_MATCH = 2
_TAIL = 8
_LINE_END = regex(r"\r\n|\r|\n")


class Layout:
    """A text, and for each of its characters the range of the file that it stands for."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._starts = array("Q")
        self._ends = array("Q")
        self.readings: list[tuple[Span, Span]] = []
        """Ruby: characters of the text, and the range of the file with how they are read."""

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def text(self) -> str:
        """What has been laid out so far."""
        return "".join(self._parts)

    @property
    def tail(self) -> str:
        """The last few characters."""
        return "".join(self._parts[-_TAIL:])[-_TAIL:]

    def add(self, text: str, start: int, end: int | None = None) -> None:
        """Text that stands at `start` as it is or, with an `end`, for something else there."""
        if not text:
            return
        self._parts.append(text)
        if end is None:
            self._starts.extend(range(start, start + len(text)))
            self._ends.extend(range(start + 1, start + len(text) + 1))
            return
        self._starts.extend([start] + [end] * (len(text) - 1))
        self._ends.extend([end] * len(text))

    def append(self, block: Layout) -> None:
        """Another block behind a gap."""
        if len(self):
            self.add(GAP, self._ends[-1], self._ends[-1])
        by = len(self)
        self.readings += [(base.shifted(by), place) for base, place in block.readings]
        self._parts += block._parts
        self._starts += block._starts
        self._ends += block._ends

    def place(self, at: int) -> Span:
        """What the character `at` stands for in the file."""
        return Span(self._starts[at], self._ends[at])

    def lines(self, source: str, segments: Iterable[Segment]) -> tuple[int, ...]:
        """The lines of the file, from 1, on which segments of the text begin."""
        found, line, last = [], 1, 0
        for segment in segments:
            at = self.place(segment.span.start).start
            line += source.count("\n", last, at)
            found.append(line)
            last = at
        return tuple(found)


class Markup(Protocol):
    """How a kind of file is written where a text is changed."""

    def written(self, text: str, place: Span) -> str:
        """New text in the place of, or right behind, what stands at `place` of the file."""
        ...

    def paragraphs(self, texts: Sequence[str], behind: int | None) -> Change:
        """New paragraphs behind the one that ends with a character, None for in front of all."""
        ...


def in_file(
    document: Document, layout: Layout, changes: Iterable[Change], markup: Markup
) -> list[Change]:
    """Changes of the text as changes of the file: rising, without overlaps. Raises UnwritableFile
    where the file, which reads as `layout`, has changed since the document was read."""
    if layout.text != document.text:
        raise UnwritableFile(
            told("{} was changed by another program", document.name), "open it again"
        )
    found: list[Change] = []
    for span, new in sorted(changes):
        if not span:
            texts = [part.strip() for part in re.split("[\r\n]+", new) if part.strip()]
            found.append(markup.paragraphs(texts, span.start - 1 if span.start else None))
            continue
        for place, text in differences(span.of(document.text), new):
            found += _placed(layout, place.shifted(span.start), text, markup, span.start)
    return sorted(found, key=lambda change: (change[0].start, change[0].end))


def _placed(layout: Layout, span: Span, new: str, markup: Markup, first: int) -> Iterator[Change]:
    if not span:
        behind = span.start > first
        place = layout.place(span.start - behind)
        at = place.end if behind else place.start
        yield Span(at, at), markup.written(new, place)
        return
    places = [layout.place(at) for at in range(span.start, span.end)]
    yield places[0], markup.written(new, places[0]) if new else ""
    yield from ((place, "") for place in places[1:] if place)
    for base, reading in layout.readings:
        if base.overlaps(span):
            yield reading, ""


def differences(old: str, new: str) -> list[Change]:
    """The few places where two texts differ, as spans of the old one with what stands there now."""
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    if start is None:
        start = min(len(old), len(new))
    most = min(len(old), len(new)) - start
    end = 0
    while end < most and old[-1 - end] == new[-1 - end]:
        end += 1
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    if not before and not after:
        return []
    if len(before) * len(after) > _FINE:
        return [(Span(start, start + len(before)), after)]
    return [(span.shifted(start), text) for span, text in _compared(before, after)]


def _compared(old: str, new: str) -> Iterator[Change]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    a = b = 0
    for block in blocks:
        if block.size < _SHORTEST_MATCH and block.a < len(old):
            continue
        if (a, b) != (block.a, block.b):
            yield Span(a, block.a), new[b : block.b]
        a, b = block.a + block.size, block.b + block.size


def spliced(text: str, changes: Iterable[Change]) -> str:
    """The text with spans replaced; rising, without overlaps."""
    parts, last = [], 0
    for span, new in changes:
        parts += [text[last : span.start], new]
        last = span.end
    return "".join([*parts, text[last:]])


def without_empty_lines(source: str, changes: Iterable[Change], signs: str = "") -> list[Change]:
    """The same, but a line of which nothing but white space and `signs` is left goes whole, with
    its end: an empty one would be the end of the paragraph. Rising, without overlaps."""
    starts = [0, *(end.end() for end in _LINE_END.finditer(source))]
    done: list[Change] = []
    joined = -1
    """Where the last change ends that is no such line: at its start, if that is joined to it."""
    for number, group in groupby(changes, lambda change: bisect_right(starts, change[0].start)):
        own = list(group)
        line = Span(starts[number - 1], starts[number] if number < len(starts) else len(source))
        if joined < line.start and own[-1][0].end <= line.end:
            before = line.of(source)
            left = spliced(before, [(span.shifted(-line.start), new) for span, new in own])
            if before.strip() and not left.strip().strip(signs):
                done.append((line, ""))
                continue
        done += own
        joined = own[-1][0].end
    return done


def is_wide(character: str) -> bool:
    """Whether it is written without spaces around it: kana, Han, full width."""
    return character != "" and unicodedata.east_asian_width(character) in "WF"


def joint(before: str, after: str) -> str:
    """What stands between two lines of one paragraph when they are joined."""
    return "" if is_wide(before) or is_wide(after) else " "
