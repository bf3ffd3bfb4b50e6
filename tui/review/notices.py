"""What a person should know when a review opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.workspace.store import Workspace


def notices(workspace: Workspace, *, cut_off: bool, drafts: Sequence[int]) -> tuple[str, ...]:
    """Whole sentences, the gravest first; `drafts` are the numbers of units left in the editor."""
    said = []
    if workspace.read_only:
        who = f" (process {workspace.holder})" if workspace.holder else ""
        said.append(f"Another window{who} is working here: this one can only be read.")
    if workspace.recovered is not None:
        said.append(f"The workspace was damaged; it was kept as {workspace.recovered}.")
    if drafts and not workspace.read_only:
        said.append(f"An unfinished edit of paragraph {drafts[0]} was kept: press e there.")
    elif cut_off:
        said.append("The last review was cut off; everything done in it is here.")
    return tuple(said)
