"""What a fix does in all files, before it does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.display.linebreak import cells
from tui.screens.everywhere import EverywhereScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.folder.mending import FilePlace
    from tui.inputs import Input
    from tui.review.remedies import Place


class EverywhereInFilesScreen(EverywhereScreen):
    """One row a paragraph, with its file; calls `done` with the ticked ones, or with none."""

    def __init__(
        self,
        found: Sequence[FilePlace],
        names: Mapping[Input, str],
        done: Callable[[list[FilePlace]], None],
    ) -> None:
        self._found = found
        self._names = [names[each.item] for each in found]
        self._widest = max(map(cells, self._names))
        new = {id(each.place): each.new for each in found}
        by_place = {id(each.place): each for each in found}

        def chosen(ticked: list[Place]) -> None:
            done([by_place[id(place)] for place in ticked])

        super().__init__(
            [each.place for each in found],
            [each.source for each in found],
            lambda place: new[id(place)],
            chosen,
        )

    def _row(self, at: int) -> str:
        name = self._names[at]
        tick, rest = super()._row(at).split("]", 1)
        return f"{tick}] {name}{' ' * (min(24, self._widest) - cells(name))}{rest}"
