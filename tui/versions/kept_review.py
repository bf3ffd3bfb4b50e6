"""What the workspace knows of the review of a text: what stood, what stands, how long it took."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from corpus.workspace.journal import LINKS_KEY, Field
from tui.review.kept_links import linked
from tui.review.unit import unit_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from corpus.bitext import Bitext


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A text before and after its review."""

    bitext: Bitext
    """With the machine's Japanese, under the links that a person has made."""
    corrected: tuple[str, ...]
    """The Japanese of each unit as it stands in the review."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """By the key of a unit, how long a person has been with it."""

    @property
    def changed(self) -> bool:
        """Whether anything was corrected."""
        return any(u.target != c for u, c in zip(self.bitext.units, self.corrected, strict=True))


def reviewed(bitext: Bitext, workspace: Path) -> Reviewed:
    """The review of a text; as it was read where there is none. Nothing is written.

    Raises WorkspaceError.
    """
    if not workspace.is_file():
        return Reviewed(bitext, tuple(unit.target for unit in bitext.units))
    from corpus.workspace.store import Workspace

    with Workspace.open(workspace, read_only=True) as opened:
        work = opened.work(bitext.source.name if bitext.source else "", bitext.name)
        states, origins, seconds = work.states(), work.origins(), work.times()
        bitext = linked(bitext, work.standing(Field.LINKS).get(LINKS_KEY))
    units, corrected = [], []
    for unit in bitext.units:
        key = unit_key(unit)
        text = states[key].text if key in states else None
        origin = origins.get(key)
        if origin and text == unit.target:  # the file itself was written over
            unit = unit.with_target(origin.machine)
        units.append(unit)
        corrected.append(unit.target if text is None else text)
    return Reviewed(replace(bitext, units=tuple(units)), tuple(corrected), seconds)
