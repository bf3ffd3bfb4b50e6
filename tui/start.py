"""`taiyaku` alone: the start screen, or the findings of the sample where there is no terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.console import has_screen, note
from tui.sample import sample

if TYPE_CHECKING:
    from argparse import Namespace


def start(chosen: Namespace) -> int:
    """Open the app; without a terminal print the sample's findings and return 0."""
    from tui.inputs import Input
    from tui.language import speak
    from tui.pipeline import Judge, termbase
    from tui.settings import Settings, settings

    if has_screen():
        from tui.app import run_start
        from tui.opening import Opening

        wanted = settings(chosen)
        speak(wanted.language)
        return run_start(Opening(wanted), sample())
    from tui.reports.text import write

    note("No terminal here, so the start screen stays shut. These are the findings of the sample:")
    judge = Judge(termbase(Settings()))
    source, target = sample()
    write([judge.check(Input(target, source=source).read(judge.termbase))], sys.stdout)
    note("Your own texts: taiyaku check SOURCE TARGET, or taiyaku review SOURCE TARGET")
    return 0
