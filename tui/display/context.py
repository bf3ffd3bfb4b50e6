"""A long text cut so that some words of it are in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.display.linebreak import cells, shortened
from tui.display.printable import flat

if TYPE_CHECKING:
    from collections.abc import Iterable


def in_view(text: str, words: Iterable[str], width: int) -> str:
    """At most `width` cells of the text, from a little before the first of the words that stands
    in it, whatever its letter case; `~` where something was cut."""
    shown = flat(text)
    low = shown.lower()
    places = [at for word in words if (at := low.find(word.lower())) >= 0]
    first = min(places, default=0)
    if cells(shown) <= width or len(low) != len(shown):
        return shortened(shown, width)
    start = first
    # A third of the room goes to what stands before.
    while start > 0 and cells(shown[start - 1 : first]) < width // 3:
        start -= 1
    return shortened("~" * bool(start) + shown[start:], width)
