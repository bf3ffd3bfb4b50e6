"""One pass over many inputs: what can be read is checked, what cannot is said and counted."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from corpus.errors import TaiyakuError
from tui.console import complain, note, progress
from tui.display.counted import counted
from tui.inputs import aligned_by, read_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.bitext import Bitext
    from glossary.finding import Severity
    from tui.inputs import Input
    from tui.pipeline import Judge
    from tui.reports.report import Checked


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be read, with what is said of it."""

    message: str
    hint: str


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
        self._workers = min(workers, len(inputs))

    def results(self) -> Iterator[Checked]:
        """Each readable input with its findings, in their order, as soon as it is checked; what
        cannot be read is said on stderr."""
        for result in progress(self.outcomes(), len(self.inputs), "files checked"):
            if isinstance(result, Unread):
                complain(result.message, result.hint)
            else:
                yield result

    def outcomes(self) -> Iterator[Checked | Unread]:
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
        if self.unread and self.unread == len(self.inputs):
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
            self._signs |= {signs: None, read_as(bitext): None}

    def _checked(self, stack: ExitStack) -> Iterator[Checked | Unread]:
        if self._workers < 2:
            return map(partial(_check, self._here), self.inputs)
        from concurrent.futures import ProcessPoolExecutor

        pool = ProcessPoolExecutor(self._workers, initializer=_begin, initargs=(self._judge,))
        stack.callback(pool.shutdown, cancel_futures=True)
        return pool.map(_check_here, self.inputs)


def _check(judge: Judge, item: Input) -> Checked | Unread:
    try:
        return judge.check(item.read(judge.termbase))
    except TaiyakuError as error:
        return Unread(error.message, error.hint)


_HERE: list[Judge] = []
"""The judge of a worker process."""


def _begin(judge: Callable[[], Judge]) -> None:
    _HERE[:] = [judge()]


def _check_here(item: Input) -> Checked | Unread:
    return _check(_HERE[0], item)
