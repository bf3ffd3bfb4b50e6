"""What a command is: a name and a line of help; what it does stands in a module of that name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


class Command(NamedTuple):  # no dataclass: `--help` would have to load what makes them
    """One word after `taiyaku`. Its module is loaded when the command is chosen, not before.

    The module has `arguments(parser)`, which adds the command's arguments to its own parser, and
    `run(chosen)`, which does the work and returns the exit code; it raises `TaiyakuError` for what
    a person can mend.
    """

    name: str
    summary: str
    package: str = "tui.commands"

    def arguments(self, parser: ArgumentParser) -> None:
        """Add the command's arguments to its parser."""
        import_module(f"{self.package}.{self.name}").arguments(parser)

    def run(self, chosen: Namespace) -> int:
        """Do the work; the exit code."""
        return int(import_module(f"{self.package}.{self.name}").run(chosen))
