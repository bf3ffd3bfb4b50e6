"""All commands, in the order of the help text. A new one is a file and a line here."""

from tui.commands import (
    align,
    changes,
    check,
    compare,
    completion,
    convert,
    demo,
    doctor,
    glossary,
    memory,
    review,
    score,
    screenshot,
    serve,
    table,
    translate,
    usage,
)
from tui.commands.command import Command

ALL_COMMANDS: tuple[Command, ...] = (
    review.COMMAND,
    serve.COMMAND,
    check.COMMAND,
    align.COMMAND,
    convert.COMMAND,
    table.COMMAND,
    glossary.COMMAND,
    memory.COMMAND,
    translate.COMMAND,
    usage.COMMAND,
    demo.COMMAND,
    score.COMMAND,
    changes.COMMAND,
    compare.COMMAND,
    screenshot.COMMAND,
    doctor.COMMAND,
    completion.COMMAND,
)
