"""One pass over many inputs: what can be read is checked, what cannot is said and counted."""

from __future__ import annotations

from collections import Counter, deque
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from corpus.bitext import Bitext
from corpus.errors import TaiyakuError
from tui.console import complain, note, progress
from tui.display.counted import counted
from tui.inputs import aligned_by, read_as
from tui.language import blamed
from tui.reports.report import Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor, Future

    from glossary.finding import Severity
    from tui.inputs import Input
    from tui.pipeline import Judge
    from tui.reports.report import Outcome

_AHEAD = 3
"""Tasks for each worker that are read before they are checked."""


Task: TypeAlias = "Input | Bitext | Unread"
"""What a worker is handed: a whole input, a stretch of one, or why there is no more of one."""


class Batch:
    """The counts grow while `results` or `outcomes` is read."""

    def __init__(
        self, judge: Callable[[], Judge], inputs: Sequence[Input], workers: int = 1
    ) -> None:
        """`judge` is called here and, with several `workers`, once in each of their processes.

        Raises what it raises.
        """
        self.inputs = inputs
        self.unread = 0
        self.units = 0
        self.held = 0
        self.counts: Counter[Severity] = Counter()
        self.glossary = ""
        """What the terms said, as `Termbase.digest`."""
        self._signs: dict[str, None] = {}
        self._judge = judge
        self._here = judge()
        self._workers = workers

    def results(self) -> Iterator[Outcome]:
        """What becomes of each input, as `outcomes` has it; what cannot be read is also said on
        stderr."""
        large = any(item.stretches() is not None for item in self.inputs)
        total, done = (None, "stretches checked") if large else (len(self.inputs), "files checked")
        for result in progress(self.outcomes(), total, done):
            if isinstance(result, Unread):
                complain(*blamed(result))
            yield result

    def outcomes(self) -> Iterator[Outcome]:
        """What becomes of each input, in their order, as soon as it is checked."""
        with ExitStack() as stack:
            for result in self._checked(stack):
                if isinstance(result, Unread):
                    self.unread += 1
                else:
                    self.units += len(result.bitext.units)
                    self.held += result.held
                    self.glossary = result.glossary
                    self._note_signs(result.bitext)
                    self.counts.update(f.severity for f in result.findings)
                yield result

    def reaches(self, severity: Severity) -> bool:
        """Whether anything as grave as this was found."""
        return any(n and s.rank >= severity.rank for s, n in self.counts.items())

    def summarise(self) -> None:
        """A line or two on stderr; nothing where no input could be read."""
        if self.unread == len(self.inputs):
            return
        grave_first = sorted(self.counts, key=lambda s: -s.rank)
        found = ", ".join(f"{self.counts[s]} {s}" for s in grave_first)
        held = f"; {self.held} ignored or known before" if self.held else ""
        unread = f"; {self.unread} could not be read" if self.unread else ""
        note(f"{counted(self.units, 'unit')} checked: {found or 'nothing found'}{held}{unread}")
        note(f"judged with the glossary {self.glossary}")
        for signs in self._signs:
            note(signs)

    def _note_signs(self, bitext: Bitext) -> None:
        if bitext.source and bitext.target:
            signs = aligned_by(len(bitext.source.segments), len(bitext.target.segments))
            self._signs[signs] = None
        if said := read_as(bitext):
            self._signs[said] = None

    def _checked(self, stack: ExitStack) -> Iterator[Outcome]:
        tasks = (task for item in self.inputs for task in _tasks(item))
        if self._workers < 2 or (len(self.inputs) == 1 and self.inputs[0].stretches() is None):
            return map(partial(_check, self._here), tasks)
        from concurrent.futures import ProcessPoolExecutor

        pool = ProcessPoolExecutor(self._workers, initializer=_begin, initargs=(self._judge,))
        stack.callback(pool.shutdown, cancel_futures=True)
        return _in_order(pool, tasks, _AHEAD * self._workers)


def _tasks(item: Input) -> Iterator[Task]:
    """What one input gives to do: itself or, of a large one, its stretches."""
    try:
        yield from item.stretches() or (item,)
    except TaiyakuError as error:
        yield Unread(item.path, error.message, error.hint)


def _in_order(pool: Executor, tasks: Iterator[Task], ahead: int) -> Iterator[Outcome]:
    """The results in the order of the tasks, so many of which are taken before they are needed."""
    waiting: deque[Future[Outcome]] = deque()
    for task in tasks:
        waiting.append(pool.submit(_check_here, task))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _check(judge: Judge, task: Task) -> Outcome:
    if isinstance(task, Unread):
        return task
    try:
        return judge.check(task if isinstance(task, Bitext) else task.read(judge.termbase))
    except TaiyakuError as error:
        name = task.name if isinstance(task, Bitext) else task.path
        return Unread(name, error.message, error.hint)


_HERE: list[Judge] = []
"""The judge of a worker process."""


def _begin(judge: Callable[[], Judge]) -> None:
    _HERE[:] = [judge()]


def _check_here(task: Task) -> Outcome:
    return _check(_HERE[0], task)
