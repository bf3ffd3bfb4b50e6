"""What `taiyaku glossary` does with whole glossaries: one action a file."""

from tui.commands.command import Command
from tui.commands.glossary_actions import convert, diff, extract, lint, merge, stats, sync

ALL_ACTIONS: tuple[Command, ...] = (
    lint.COMMAND,
    extract.COMMAND,
    convert.COMMAND,
    merge.COMMAND,
    diff.COMMAND,
    stats.COMMAND,
    sync.COMMAND,
)
