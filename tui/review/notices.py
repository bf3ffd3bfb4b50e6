"""What a person should know when a review opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    recovered: Sequence[int],
    carried: Sequence[int],
    lost: int,
) -> tuple[str, ...]:
    """Whole sentences, the gravest first.

    `recovered` are the numbers of units that were left in the editor, `carried` those of units
    whose text has changed since they were corrected or confirmed, and `lost` says how many
    corrections have no paragraph any more.
    """
    said = []
    if workspace.read_only:
        who = f" (process {workspace.holder})" if workspace.holder else ""
        said.append(f"Another window{who} is working here: this one can only be read.")
    if workspace.recovered is not None:
        copies = backups(workspace.path)
        older = f" A copy of an earlier day is {copies[0]}." if copies else ""
        said.append(f"The workspace was damaged; it was kept as {workspace.recovered}.{older}")
    if recovered:
        said.append(f"The unfinished edit of paragraph {_named(recovered)} was kept: u removes it.")
    if carried:
        said.append(
            "The text has changed. Carried over, please look again (f shows them):"
            f" {_named(carried)}."
        )
    if lost:
        said.append(f"Corrections without their paragraph: {lost}. F3 finds them by their words.")
    if cut_off and not recovered and not carried:
        said.append("The last review was cut off; everything done in it is here.")
    return tuple(said)


def _named(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:_NAMED])) + (" ..." if len(numbers) > _NAMED else "")
