"""What a person should know when a review opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.workspace.store import Workspace


_NAMED = 8
"""Paragraphs that are named; of more only the number is."""


def notices(
    workspace: Workspace, *, cut_off: bool, drafts: Sequence[int], carried: Sequence[int], lost: int
) -> tuple[str, ...]:
    """Whole sentences, the gravest first.

    `drafts` are the numbers of units left in the editor, `carried` those of units whose text has
    changed since they were corrected or confirmed, and `lost` says how many corrections have no
    paragraph any more.
    """
    said = []
    if workspace.read_only:
        who = f" (process {workspace.holder})" if workspace.holder else ""
        said.append(f"Another window{who} is working here: this one can only be read.")
    if workspace.recovered is not None:
        said.append(f"The workspace was damaged; it was kept as {workspace.recovered}.")
    if drafts and not workspace.read_only:
        said.append(f"An unfinished edit of paragraph {drafts[0]} was kept: press e there.")
    if carried:
        named = ", ".join(map(str, carried[:_NAMED])) + (" ..." if len(carried) > _NAMED else "")
        said.append(
            f"The text has changed. Carried over, please look again (f shows them): {named}."
        )
    if lost:
        said.append(f"Corrections without their paragraph: {lost}. F3 finds them by their words.")
    if cut_off and not drafts and not carried:
        said.append("The last review was cut off; everything done in it is here.")
    return tuple(said)
