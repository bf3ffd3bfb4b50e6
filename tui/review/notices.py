"""What a person should know when a review opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.told import told
from corpus.workspace.backups import backups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.workspace.store import Workspace


_NAMED = 8
"""Paragraphs that are named; of more only the number is."""


def notices(
    workspace: Workspace,
    *,
    cut_off: bool,
    reading: Sequence[str],
    recovered: Sequence[int],
    carried: Sequence[int],
    lost: int,
) -> tuple[str, ...]:
    """Whole sentences, the gravest first, which a screen can retell.

    `reading` says what is to be known of how the files were read.
    `recovered` are the numbers of units that were left in the editor, `carried` those of units
    whose text has changed since they were corrected or confirmed, and `lost` says how many
    corrections have no paragraph any more.
    """
    said: list[str] = []
    if workspace.read_only:
        who = told(" (process {})", workspace.holder) if workspace.holder else ""
        said.append(told("Another window{} is working here: this one can only be read.", who))
    if workspace.recovered is not None:
        copies = backups(workspace.path)
        older = told(" A copy of an earlier day is {}.", copies[0]) if copies else ""
        kept = workspace.recovered
        said.append(told("The workspace was damaged; it was kept as {}.{}", kept, older))
        if workspace.rescued:
            said.append(
                told("What could be read of it is here: {} steps of work.", workspace.rescued)
            )
    said += reading
    if recovered:
        named = _named(recovered)
        said.append(told("The unfinished edit of paragraph {} was kept: u removes it.", named))
    if carried:
        said.append(
            told(
                "The text has changed. Carried over, please look again (f shows them): {}.",
                _named(carried),
            )
        )
    if lost:
        said.append(
            told("Corrections without their paragraph: {}. F3 finds them by their words.", lost)
        )
    if cut_off and not recovered and not carried:
        said.append(told("The last review was cut off; everything done in it is here."))
    return tuple(said)


def _named(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:_NAMED])) + (" ..." if len(numbers) > _NAMED else "")
