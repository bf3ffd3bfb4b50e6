"""The files of a folder: what is wrong in each and in many, and a review of any of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import WorkerState, get_current_worker

from corpus.errors import TaiyakuError
from glossary.finding import Severity
from tui.display.counted import counted
from tui.display.table import Column, Table
from tui.folder.mending import Reviews
from tui.folder.overview import FileRow, Order, frequent, names
from tui.language import blamed, retold, tr
from tui.reports.report import Unread
from tui.review.unit import LETTERS
from tui.screens.listing import DETAIL, Listing
from tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.worker import Worker

    from tui.batch import Batch
    from tui.folder.overview import Frequent
    from tui.inputs import Input
    from tui.reports.report import Outcome
    from tui.review.session import ReviewSession

_LOOK_EVERY = 0.1
"""Seconds after which what has been checked is shown."""
_WIDE = 100


class FilesScreen(Listing):
    """Checks the files of a batch while the person looks on, and opens them."""

    def __init__(
        self,
        title: str,
        batch: Callable[[], Batch],
        open_item: Callable[[Input], ReviewSession],
        close: Callable[[ReviewSession], None],
    ) -> None:
        """`batch` is called again to check again, `open_item` opens a review of one of its
        inputs, and `close` closes that."""
        super().__init__()
        self._title = title
        self._make = batch
        self._batch = batch()
        self._close_session = close
        self._reviews = Reviews(open_item, self._close)
        self._names = names(self._batch.inputs)
        self._files: dict[Input, FileRow] = {}
        self._arrived: list[Outcome] = []
        self._order = Order.WORST
        self._shown: list[FileRow] = []
        self._frequent: tuple[Frequent, ...] = ()
        self._flaw = 0
        self._moved = False
        self._checking: Worker[None] | None = None
        self._working: Worker[None] | None = None

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(_LOOK_EVERY, self._look_at_arrived)
        self._check()

    def on_unmount(self) -> None:
        for worker in (self._checking, self._working):
            if worker is not None:
                worker.cancel()

    def on_rows_moved(self) -> None:
        self._moved = True
        super().on_rows_moved()

    def on_rows_chosen(self) -> None:
        self.action_open()

    # One file

    def action_open(self) -> None:
        row = self.row
        if row is None:
            return
        if isinstance(row.outcome, Unread):
            self.say(*blamed(row.outcome), wrong=True)
            return
        self.say_and(tr("Opening"), partial(self._open, row.item))

    def action_next_error(self) -> None:
        self._to_error(1)

    def action_previous_error(self) -> None:
        self._to_error(-1)

    def action_sort(self) -> None:
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.look()
        self.say(tr("Sorted by {}", tr(self._order.value)))

    def action_next_flaw(self) -> None:
        self._turn(1)

    def action_previous_flaw(self) -> None:
        self._turn(-1)

    def action_recheck(self) -> None:
        if not self._busy() and self.attempt(self._again):
            self._check()

    async def action_back(self) -> None:
        if self._checking is not None:
            self._checking.cancel()
            self._checking = None
            self.say(tr("Stopped"), tr("r checks all files again"))
            self.look()
        elif self._working is not None:
            self._working.cancel()
            self._working = None
            self.say(tr("Stopped"))
            self.look()
        elif len(self.app.screen_stack) > 2:
            self.dismiss()
        else:
            await self.app.action_quit()

    @property
    def row(self) -> FileRow | None:
        """What commands are about."""
        at = self.rows.cursor
        return self._shown[at] if at < len(self._shown) else None

    def look(self) -> None:
        """Show the files as they are now; where it was moved, the cursor stays on its file."""
        here = self.row.item if self.row else None
        rows = list(self._files.values())
        if self._order is Order.WORST:
            rows.sort(key=_rank)
        self._shown = rows
        items = [row.item for row in rows]
        if self._moved and here in items:
            self.rows.cursor = items.index(here)
        self._frequent = frequent(list(self._files.values()))
        self._flaw = min(self._flaw, max(0, len(self._frequent) - 1))
        self.draw()

    def draw(self) -> None:
        if self.is_mounted:
            self._draw_header()
            self.show_rows(self._table, self._shown, self._cells)
            self.show_detail(self._detail())
            self.show_keys()

    # Checking

    def _busy(self) -> bool:
        """Whether something else is still being done, which is said then."""
        if self._checking is not None or self._working is not None:
            self.say(tr("Wait until it is done"), tr("Esc stops it"))
            return True
        return False

    def _again(self) -> None:
        self._batch = self._make()
        self._names = names(self._batch.inputs)

    def _check(self) -> None:
        self._files = {item: FileRow(item) for item in self._batch.inputs}
        self._arrived = []
        self._checking = self.run_worker(
            self._checked, thread=True, exclusive=True, group="checking", exit_on_error=True
        )
        self.look()

    def _checked(self) -> None:
        """In a thread of its own."""
        worker, arrived = get_current_worker(), self._arrived
        for outcome in self._batch.outcomes():
            arrived.append(outcome)
            if worker.is_cancelled:
                return

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        over = (WorkerState.SUCCESS, WorkerState.ERROR, WorkerState.CANCELLED)
        if event.state not in over:
            return
        if event.worker is self._checking:
            self._checking = None
            self._look_at_arrived()
            self.look()
        elif event.worker is self._working:
            self._working = None
            self.look()

    def _look_at_arrived(self) -> None:
        new = False
        for item, outcome in zip(self._batch.inputs, tuple(self._arrived), strict=False):
            if self._files[item].outcome is None:
                self._files[item] = replace(self._files[item], outcome=outcome)
                new = True
        if new:
            self.look()

    # Reviewing

    def _open(self, item: Input) -> None:
        def back(_: None) -> None:
            self._close(item, session)
            self.look()
            self.say(f"{self._names[item]}: {self._files[item].state}")

        try:
            session = self._reviews.open(item)
        except TaiyakuError as error:
            self.say(*blamed(error), wrong=True)
        else:
            self.say("")
            review = ReviewScreen(session)
            review.of_a_folder = True
            self.app.push_screen(review, back)

    def _close(self, item: Input, session: ReviewSession) -> None:
        self._files[item] = self._files[item].after(session)
        self._close_session(session)

    # Inside

    def _to_error(self, step: int) -> None:
        count = len(self._shown)
        for by in range(1, count + 1):
            at = (self.rows.cursor + step * by) % count
            if any(self._shown[at].counts.values()):
                self._moved = True
                self.rows.cursor = at
                self.draw()
                return
        self.say(tr("No file has findings"))

    def _turn(self, by: int) -> None:
        if self._frequent:
            self._flaw = (self._flaw + by) % len(self._frequent)
            self.draw()

    def _draw_header(self) -> None:
        rows = self._files.values()
        done = sum(row.outcome is not None for row in rows)
        paragraphs = sum(row.paragraphs for row in rows)
        left = f"{tr('Check')}   {self._title}   {counted(len(rows), 'file')}   "
        left += counted(paragraphs, "paragraph")
        right = self.row.encodings if self.row else ""
        right = tr("{}/{} checked, Esc stops", done, len(rows)) if self._checking else right
        unread = sum(isinstance(row.outcome, Unread) for row in rows)
        found = sum(any(row.counts.values()) for row in rows)
        clean = done - unread - found
        totals = "  ".join(
            f"{letter} {sum(row.counts.get(s, 0) for row in rows)}" for s, letter in LETTERS.items()
        )
        below = tr("{} with findings   {} clean   {} not read", found, clean, unread)
        self.show_header(left, right, f"{below}   {totals}   {tr(self._order.value)}")

    @property
    def _table(self) -> Table:
        wide = self.width >= _WIDE
        columns = [Column(tr("file"), share=2)]
        columns += [Column(tr("paras"), 5, right=True)] if wide else []
        columns += [Column(letter, 4, right=True) for letter in LETTERS.values()]
        columns += [Column(tr("worst finding"), share=3), Column(tr("state"), 11)]
        return Table(tuple(columns), self.width - 2)

    def _cells(self, row: FileRow) -> list[str]:
        shown = [self._names[row.item]]
        shown += [str(row.paragraphs or "")] if self.width >= _WIDE else []
        return [*shown, *(str(row.counts.get(s, 0) or "") for s in LETTERS), row.worst, row.state]

    def _detail(self) -> list[str]:
        title = tr("Most frequent, {} in all", len(self._frequent)) if self._frequent else ""
        first = max(0, self._flaw - DETAIL + 2)
        said = [title]
        for at, each in enumerate(self._frequent[first : first + DETAIL - 1], first):
            mark = ">" if at == self._flaw else " "
            many = f"{each.count:>4} x  {retold(each.words)}   {each.check}"
            said.append(f"{mark}{many}   {counted(len(each.files), 'file')}")
        return said


def _rank(row: FileRow) -> tuple[int, ...]:
    """Worst first; what was not read behind what has findings, what waits last."""
    state = 2 if row.outcome is None else int(isinstance(row.outcome, Unread))
    state = state or -int(any(row.counts.values()))
    return (
        state,
        *(-row.counts.get(s, 0) for s in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)),
    )
