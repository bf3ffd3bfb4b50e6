"""A number with its noun."""

from __future__ import annotations

from tui.language import spoken, tr


def counted(number: int, noun: str) -> str:
    """`1 paragraph`, `2 paragraphs`, for nouns that take an s; in Japanese `2段落`."""
    if spoken() == "ja":
        return f"{number}{tr(noun)}"
    return f"{number} {noun}{'' if number == 1 else 's'}"
