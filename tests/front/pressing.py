"""What the tests of the screens press, see and wait for."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from textual.command import CommandList, CommandPalette

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

PATIENCE = 30.0  # seconds; a machine busy with other tests is slow


def screen(pilot: Pilot[None]) -> str:
    """What stands on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def shows(pilot: Pilot[None], text: str) -> bool:
    return text in screen(pilot)


async def press(pilot: Pilot[None], *keys: str) -> str:
    """What stands on the screen when every key has done its work in the foreground."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    # A dialog answers first, then the screen below it speaks.
    await pilot.pause()
    return screen(pilot)


async def until(pilot: Pilot[None], awaited: str | Callable[[], bool]) -> str:
    """What stands on the screen as soon as a text is on it, or a condition holds.

    For everything that comes by itself: after a delay, from another thread.
    """
    end = time.monotonic() + PATIENCE
    while True:
        shown = screen(pilot)
        if awaited in shown if isinstance(awaited, str) else awaited():
            return shown
        assert time.monotonic() < end, f"{awaited} did not come:\n{shown}"
        await asyncio.sleep(0.02)
        await pilot.pause()


async def choose(pilot: Pilot[None], words: str) -> str:
    """Choose the first command that the palette finds for some words."""
    await press(pilot, "ctrl+p")
    return await choose_listed(pilot, words)


async def choose_listed(pilot: Pilot[None], words: str) -> str:
    """The same in a palette that is open."""
    palette = pilot.app.screen
    found = palette.query_one(CommandList)
    await press(pilot, *words)
    await until(pilot, lambda: not _searching(pilot) and found.option_count > 0)
    await pilot.press("enter")
    await until(pilot, lambda: palette not in pilot.app.screen_stack)
    return await press(pilot)


def _searching(pilot: Pilot[None]) -> bool:
    return any(
        worker.is_running and worker.group == CommandPalette._GATHER_COMMANDS_GROUP
        for worker in pilot.app.workers
    )
