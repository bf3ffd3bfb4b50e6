"""What a step is called, said to a person: the workspace keeps its name in English."""

from __future__ import annotations

import re
from typing import Final

from tui.language import later, tr

NAMES: Final = (
    later("fix 1 paragraph"),
    later("fix {} paragraphs"),
    later("fix {}"),
    later("edit term {}"),
    later("edit {}"),
    later("translate 1 paragraph"),
    later("translate {} paragraphs"),
    later("machine's text of {}"),
    later("machine's text {}"),
    later("confirm {}"),
    later("reopen {}"),
    later("ignore in {}"),
    later("ignore {}"),
    later("mute {}"),
    later("unmute"),
    later("comment {}"),
    later("carry over {}"),
    later("unfinished edit {}"),
    later("join {}"),
    later("split {}"),
    later("shift {}"),
    later("unlink {}"),
    later("link {}"),
    later("affirm {}"),
    later("approve {}"),
    later("add term {}"),
    later("accept term {}"),
    later("remove term {}"),
    later("import 1 term"),
    later("import {} terms"),
    later("reject {}"),
    later("propose again {}"),
)
"""The names of all steps; of those that are alike the longer one stands first."""


def walked(direction: str, name: str | None) -> str:
    """What `undo` or `redo` has come to; without a name there was nothing."""
    if name is None:
        return tr("Nothing to undo") if direction == "undo" else tr("Nothing to redo")
    said = step_said(name)
    return tr("Taken back: {}", said) if direction == "undo" else tr("Done again: {}", said)


def step_said(name: str) -> str:
    """The name of a step in the language in use; one that is not known stays as it is."""
    for words in NAMES:
        before, brace, behind = words.partition("{}")
        if match := re.fullmatch(
            re.escape(before) + (f"(.*){re.escape(behind)}" * bool(brace)), name
        ):
            return tr(words, *match.groups())
    return name
