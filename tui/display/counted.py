"""A number with its noun."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """`1 paragraph`, `2 paragraphs`; for nouns that take an s."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
