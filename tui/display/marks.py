"""A text with its findings marked, as it is shown: `最大[2:12兆円]の補助金`.

The brackets tie the words to the finding with that number, whatever the terminal makes of bold
and colours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.bitext import Side, Span
from tui.display.linebreak import lines
from tui.display.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that look alike; `mark` is None outside of all marks."""

    text: str
    mark: Mark | None = None
    lit: bool = False

    @property
    def severity(self) -> Severity | None:
        return self.mark.severity if self.mark else None


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that findings are about, with the numbers of these, counted from 1."""

    span: Span
    numbers: tuple[int, ...]
    severity: Severity

    @property
    def opening(self) -> str:
        return f"[{','.join(map(str, self.numbers))}:"


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with brackets put in; `marks` are where they now are in it, `lit` what is lit up."""

    text: str
    marks: tuple[Mark, ...] = ()
    kept: frozenset[int] = frozenset()
    """Where a line must not break: behind an opening bracket."""
    lit: tuple[Span, ...] = ()

    def lines(self, width: int) -> list[tuple[Piece, ...]]:
        """The text broken into lines of at most `width` cells."""
        return [tuple(self._pieces(line)) for line in lines(self.text, width, self.kept)]

    def _pieces(self, line: Span) -> Iterator[Piece]:
        text = self.text[: line.end].rstrip("\n")
        if line.start >= len(text):
            return
        edges = {e for mark in self.marks for e in (mark.span.start, mark.span.end)}
        edges |= {e for span in self.lit for e in (span.start, span.end)}
        cuts = [line.start, *sorted(e for e in edges if line.start < e < len(text)), len(text)]
        for here in map(Span, cuts, cuts[1:]):
            mark = next((m for m in self.marks if m.span.contains(here)), None)
            lit = any(span.contains(here) for span in self.lit)
            yield Piece(here.of(text), mark, lit)


def marks(findings: Sequence[Finding], side: Side) -> tuple[Mark, ...]:
    """Where the findings are on one side; those that overlap share a mark."""
    places = sorted(
        (
            (span, number, finding.severity)
            for number, finding in enumerate(findings, 1)
            if (span := finding.source if side is Side.SOURCE else finding.target)
        ),
        key=lambda place: (place[0].start, -place[0].end),
    )
    found: list[Mark] = []
    for span, number, severity in places:
        if not len(span):
            continue
        if found and found[-1].span.overlaps(span):
            last = found.pop()
            span = Span(last.span.start, max(last.span.end, span.end))
            worst = max(last.severity, severity, key=lambda s: s.rank)
            found.append(Mark(span, (*last.numbers, number), worst))
        else:
            found.append(Mark(span, (number,), severity))
    return tuple(found)


def marked(text: str, found: Sequence[Mark], lit: Iterable[Span] = ()) -> MarkedText:
    """The text, made harmless, with the brackets of its marks; `lit` are spans of `text`."""
    shown = printable(text)
    parts: list[str] = []
    put: list[Mark] = []
    kept: set[int] = set()
    at = length = 0
    for mark in found:
        before, words = shown[at : mark.span.start], mark.span.of(shown)
        start = length + len(before)
        length = start + len(mark.opening) + len(words) + 1
        parts += [before, mark.opening, words, "]"]
        put.append(replace(mark, span=Span(start, length)))
        kept |= set(range(start + 1, start + len(mark.opening) + 1))
        at = mark.span.end
    moved = tuple(Span(_moved(span.start, found), _moved(span.end, found)) for span in lit)
    return MarkedText("".join([*parts, shown[at:]]), tuple(put), frozenset(kept), moved)


def _moved(offset: int, found: Iterable[Mark]) -> int:
    """Where a place of the text is once the brackets stand in it."""
    opened = sum(len(mark.opening) for mark in found if mark.span.start < offset)
    return offset + opened + sum(mark.span.end <= offset for mark in found)
