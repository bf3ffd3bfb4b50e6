"""What the program says to a person: English that another language can be put in the place of."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Told(str):
    """A text in English that knows its words and what was put into them, so that a screen can
    say it in another language. It is a string like any other."""

    __slots__ = ("values", "words")
    words: str
    values: tuple[object, ...]


def told(words: str, *values: object) -> Told:
    """The words with the values in the place of their braces; without values just as they are.

    Of a value that is neither a text nor a number only what it says is kept.
    """
    kept = tuple(v if isinstance(v, str | int | float) else str(v) for v in values)
    text = Told(words.format(*kept) if kept else words)
    text.words, text.values = words, kept
    return text


def some(names: Iterable[str]) -> str:
    """The first five of names that nobody has counted."""
    first = [*islice(names, 6)]
    return ", ".join(first[:5]) + (" …" if len(first) > 5 else "")


def reason(error: Exception) -> Told:
    """What the system gives as the reason of an error."""
    return told(getattr(error, "strerror", None) or str(error))


_REASONS = (
    told("Address already in use"),
    told("File name too long"),
    told("Is a directory"),
    told("No space left on device"),
    told("No such file or directory"),
    told("Not a directory"),
    told("Permission denied"),
    told("Read-only file system"),
)
"""Of Linux; the catalogue knows them from here."""
