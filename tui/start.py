"""`taiyaku` alone: the start screen, or the findings of the sample where there is no terminal."""

from __future__ import annotations

import sys
from argparse import Namespace

from tui.console import has_screen, note
from tui.sample import sample


def start() -> int:
    """Open the app; without a terminal print the sample's findings and return 0."""
    from tui.inputs import Input
    from tui.pipeline import Judge, termbase
    from tui.settings import Settings, settings

    if has_screen():
        from tui.app import run_start
        from tui.opening import Opening

        return run_start(Opening(settings(Namespace())), sample())
    from tui.reports.text import write

    note("No terminal here, so the start screen stays shut. These are the findings of the sample:")
    judge = Judge(termbase(Settings()))
    source, target = sample()
    write([judge.check(Input(target, source=source).read(judge.termbase))], sys.stdout)
    note("Your own texts: taiyaku check SOURCE TARGET, or taiyaku review SOURCE TARGET")
    return 0
