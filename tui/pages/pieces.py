"""Texts for a page, cut where they begin or end to look otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.display.changes import changed_spans
from tui.display.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.bitext import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters; `kind` is `del` or `ins` where they went or came, the class of a mark, or
    empty."""

    text: str
    kind: str = ""


def difference(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts, with what went of the one and what came in the other."""
    gone, come = changed_spans(before, after)
    return cut(before, gone, "del"), cut(after, come, "ins")


def cut(text: str, spans: Iterable[Span], kind: str) -> tuple[Piece, ...]:
    """The text with these stretches, which rise, of one kind."""
    return tuple(_pieces(text, spans, kind))


def _pieces(text: str, spans: Iterable[Span], kind: str) -> Iterator[Piece]:
    shown, at = printable(text), 0  # before it is cut: a line end may be two characters
    for span in spans:
        yield Piece(shown[at : span.start])
        yield Piece(span.of(shown), kind)
        at = span.end
    yield Piece(shown[at:])
