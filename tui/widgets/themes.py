"""The looks of the app. Severities are blue, orange and purple, which those who confuse red and
green tell apart; and each has a letter and an attribute of its own, so that no colour is needed.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

OWN: Final = (
    Theme(
        name="dark",
        primary="#5e9bf0",
        error="#cf9bff",
        warning="#ffb454",
        success="#7fc8f8",
        accent="#7fc8f8",
        foreground="#e6e6e6",
        background="#161616",
        surface="#202020",
        panel="#2c2c2c",
        dark=True,
    ),
    Theme(
        name="light",
        primary="#2f6fce",
        error="#7a1fbf",
        warning="#8f4700",
        success="#0b5c9a",
        accent="#0b5c9a",
        foreground="#1a1a1a",
        background="#fbfbfb",
        surface="#efefef",
        panel="#e0e0e0",
        dark=False,
    ),
    Theme(
        name="high-contrast",
        primary="#3fa0ff",
        error="#e0b3ff",
        warning="#ffd000",
        success="#8fd3ff",
        accent="#8fd3ff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#303030",
        dark=True,
    ),
    Theme(
        name="no-colour",
        primary="#808080",
        error="#ffffff",
        warning="#ffffff",
        success="#ffffff",
        accent="#ffffff",
        foreground="#ffffff",
        background="#000000",
        surface="#1c1c1c",
        panel="#303030",
        dark=True,
    ),
)
"""The themes that are ours."""

TERMINAL: Final = ("ansi-dark", "ansi-light")
"""Themes of the library that leave all colours to the terminal."""
