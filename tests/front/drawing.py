"""What the tests of pictures compare, and how."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Label

from front.pressing import screen
from tui.display.linebreak import cells
from tui.review.session import ReviewSession
from tui.widgets.lines import Lines, Rows

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from corpus.workspace.store import Workspace

PICTURES = Path(__file__).parent / "pictures"
SIZES = ((120, 36), (80, 24))


def renamed(first: ReviewSession, workspace: Workspace) -> ReviewSession:
    """A review of the same statement under names that are the same everywhere."""
    source = replace(first.bitext.source, name="en.txt")
    bitext = replace(first.bitext, name="ja.txt", source=source)
    return ReviewSession(bitext, first._ledger.verdicts._without_terms, workspace)


def lines(pilot: Pilot[None]) -> list[str]:
    """The screen, line by line, without the blanks at the ends."""
    return [line.rstrip() for line in screen(pilot).splitlines()]


def compare(name: str, shown: list[str]) -> None:
    """Hold a screen against its picture, or draw that anew."""
    file = PICTURES / f"{name}.txt"
    if os.environ.get("TAIYAKU_NEW_PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        file.write_text("\n".join(shown) + "\n", encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8").splitlines()


def fits(pilot: Pilot[None]) -> None:
    """No line is wider than its place, but for rules; nothing but texts and lists is cut short."""
    for widget in pilot.app.screen.query(Lines):
        for row in widget._lines:
            text, room = row.plain.rstrip(), widget.size.width - 2 * isinstance(widget, Rows)
            assert cells(text) <= room or len(set(text)) == 1, text
            cut = text.endswith("~") and widget.id in ("header", "columns", "message", "counts")
            assert not cut, text
    for label in pilot.app.screen.query(Label):
        assert cells(str(label.content)) < label.size.width, label.content
