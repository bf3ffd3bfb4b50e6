"""A number with its noun."""

from __future__ import annotations

from tui.language import spoken, tr


def in_english(number: int, noun: str) -> str:
    """`1 paragraph`, `2 paragraphs`, for nouns that take an s; also for what is kept."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def counted(number: int, noun: str) -> str:
    """The same in the language in use: in Japanese `2段落`."""
    return tr(f"{{}} {noun}", number) if spoken() == "ja" else in_english(number, noun)
