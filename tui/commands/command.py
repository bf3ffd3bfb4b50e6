"""What a command is: a name, a line of help, its arguments, and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable


class Command(NamedTuple):  # no dataclass: `--help` would have to load what makes them
    """One word after `taiyaku`. Its module imports nothing heavy before `run` is called."""

    name: str
    summary: str
    arguments: Callable[[ArgumentParser], None]
    """Adds the command's arguments to its own parser."""
    run: Callable[[Namespace], int]
    """Does the work and returns the exit code; raises `TaiyakuError` for what a person can mend."""
