"""`taiyaku` alone: the start screen, or the findings of the sample where there is no terminal."""

from __future__ import annotations

import sys
from argparse import Namespace
from importlib.resources import files

from tui.console import note

SOURCE, TARGET = "en.txt", "ja.txt"


def sample() -> tuple[str, str]:
    """The paths of the bundled English statement and its machine Japanese."""
    folder = files("tui") / "sample"
    return str(folder / SOURCE), str(folder / TARGET)


def start() -> int:
    """Open the app; without a terminal print the sample's findings and return 0."""
    from tui.inputs import Input
    from tui.pipeline import Judge, open_session, termbase
    from tui.settings import Settings, settings

    if sys.stdin.isatty() and sys.stdout.isatty():
        from tui.app import run_start

        wanted = settings(Namespace())
        return run_start(lambda s, t: open_session(Input(t, source=s), wanted), sample())
    from tui.reports.text import write

    note("No terminal here, so the start screen stays shut. These are the findings of the sample:")
    judge = Judge(termbase(Settings()))
    source, target = sample()
    write([judge.check(Input(target, source=source).read(judge.termbase))], sys.stdout)
    note("Your own texts: taiyaku check SOURCE TARGET, or taiyaku review SOURCE TARGET")
    return 0
