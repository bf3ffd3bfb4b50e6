"""What the program says to a person: English that another language can be put in the place of."""

from __future__ import annotations


class Told(str):
    """A text in English that knows its words and what was put into them, so that a screen can
    say it in another language. It is a string like any other."""

    __slots__ = ("values", "words")
    words: str
    values: tuple[object, ...]


def told(words: str, *values: object) -> Told:
    """The words with the values in the place of their braces."""
    text = Told(words.format(*values) if values else words)
    text.words, text.values = words, values
    return text
