"""What a fix does in all files, before it does it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.display.linebreak import cells, padded
from tui.screens.everywhere import EverywhereScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from glossary.finding import Finding
    from tui.folder.mending import FilePlace
    from tui.inputs import Input
    from tui.review.remedies import Place

_WIDEST = 24
"""Columns of a file's name."""


class EverywhereInFilesScreen(EverywhereScreen):
    """One row a paragraph, with its file; calls `mend` with the ticked ones, or with none."""

    def __init__(
        self,
        found: Sequence[FilePlace],
        names: Mapping[Input, str],
        new_findings: Callable[[Input, Place], tuple[Finding, ...]],
        mend: Callable[[list[FilePlace]], None],
    ) -> None:
        """`new_findings` judges a place that was written otherwise."""
        super().__init__(
            [each.place for each in found],
            [each.source for each in found],
            self._new,
            lambda _: mend(self._chosen),
        )
        self._found = list(found)
        self._names = [names[each.item] for each in found]
        self._width = min(_WIDEST, max(map(cells, self._names)))
        self._judge = new_findings

    def _new(self, place: Place) -> tuple[Finding, ...]:
        at = next(n for n, each in enumerate(self._places) if each is place)
        if self._found[at].place is not place:
            item = self._found[at].item
            self._found[at] = replace(self._found[at], place=place, new=self._judge(item, place))
        return self._found[at].new

    @property
    def _chosen(self) -> list[FilePlace]:
        """The ticked ones, as they are to be."""
        rows = zip(self._found, self._places, strict=True)
        return [replace(each, place=place) for each, place in self.ticked(list(rows))]

    def _row(self, at: int) -> str:
        tick, rest = super()._row(at).split("]", 1)
        return f"{tick}] {padded(self._names[at], self._width)}{rest}"
