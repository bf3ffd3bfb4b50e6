"""The colours of the pages: text and graphics stand out from what they stand on (WCAG 2.2, AA)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = (files("tui.pages") / "page.css").read_text("utf-8")
LIGHT, DARK, PRINT = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", block))
    for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
)
SCHEMES = {"light": LIGHT, "dark": LIGHT | DARK, "print": LIGHT | DARK | PRINT}
SEVERITIES = ("critical", "major", "minor")
TEXT = {
    *((ink, ground) for ink in ("ink", "quiet", "accent") for ground in ("paper", "panel", "lit")),
    *((s, ground) for s in SEVERITIES for ground in ("paper", "panel", "lit")),
    *(("ink", f"{s}-back") for s in SEVERITIES),
    *((verdict, ground) for verdict in ("good", "wrong") for ground in ("paper", "panel")),
    ("good", "good-back"),
    ("wrong", "critical-back"),
}
"""Each colour of text with all that it may stand on; `lit` is a sentence that is pointed at."""
GRAPHICS = {
    *((part, "panel") for part in (*SEVERITIES, "good", "wrong", "accent", "missing")),
    *((border, ground) for border in ("quiet", "accent") for ground in ("paper", "panel")),
    *((s, f"{s}-back") for s in SEVERITIES),
}
"""Bars and marks, the borders of controls, the ring around what has the focus."""


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * d for d in colour[1:])
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_all_colours_stand_out(scheme: str) -> None:
    colours = SCHEMES[scheme]
    for wanted, pairs in ((4.5, TEXT), (3.0, GRAPHICS)):
        ratios = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
        assert {pair: ratio for pair, ratio in ratios.items() if ratio < wanted} == {}


def test_every_colour_of_the_page_is_one_of_these() -> None:
    """A colour written elsewhere, or a new one for a text, would be judged by nobody."""
    rules = re.sub(r":root \{.*?\}", "", CSS, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl", rules)
    used = set(re.findall(r"(?<![-\w])(?:color|fill): (?:var\(--([\w-]+)\))", rules)) - {"shade"}
    assert used <= {ink for ink, _ in TEXT | GRAPHICS}


def test_contrast_is_computed_as_the_standard_does() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
