"""`taiyaku check`: the findings of one or many translations, without a screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import TaiyakuError
from glossary.finding import Severity
from tui.commands import options
from tui.commands.command import Command
from tui.console import complain, note
from tui.reports import ALL_REPORTS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from tui.inputs import Input
    from tui.pipeline import Judge
    from tui.reports.report import Checked


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="SOURCE TARGET (two documents, aligned first), or bitexts and folders of them, "
        "or - for JSON Lines on stdin",
    )
    options.add_terms(parser)
    options.add_checks(parser)
    parser.add_argument(
        "--fail-on",
        choices=[s.value for s in Severity],
        help="the least severity that makes the exit code 1 (default: minor)",
    )
    parser.add_argument(
        "--format",
        choices=[r.name for r in ALL_REPORTS],
        default=ALL_REPORTS[0].name,
        help="; ".join(f"{r.name}: {r.summary}" for r in ALL_REPORTS),
    )
    options.add_output(parser)
    baseline = parser.add_mutually_exclusive_group()
    baseline.add_argument(
        "--baseline", metavar="FILE", type=Path, help="report only what is not in this file"
    )
    baseline.add_argument(
        "--write-baseline",
        metavar="FILE",
        type=Path,
        help="write what is found to this file instead of reporting it",
    )
    options.add_workspace(parser)


def run(chosen: Namespace) -> int:
    from tui.baseline import read_baseline, write_baseline
    from tui.inputs import inputs
    from tui.output import output
    from tui.pipeline import judge
    from tui.settings import settings

    wanted = settings(chosen)
    by = judge(wanted)
    if chosen.baseline:
        by = replace(by, waived=by.waived | read_baseline(chosen.baseline))
    work = Run(by, inputs(chosen.inputs), wanted.fail_on)
    read = (*chosen.inputs, *wanted.glossary)
    if chosen.write_baseline:
        with output(chosen.write_baseline, read) as out:
            kept = write_baseline(work.results(), out)
        note(f"{kept} findings kept in {chosen.write_baseline}")
        return 2 if work.unread else 0
    report = next(r for r in ALL_REPORTS if r.name == chosen.format)
    with output(chosen.output, read) as out:
        report.write(work.results(), out)
    work.summarise()
    return work.exit_code


class Run:
    """One pass over the inputs: what could be read is checked, what could not is said."""

    def __init__(self, judge: Judge, inputs: Sequence[Input], fail_on: Severity) -> None:
        self.judge = judge
        self.inputs = inputs
        self.fail_on = fail_on
        self.unread = 0
        self.units = 0
        self.counts = dict.fromkeys(Severity, 0)

    def results(self) -> Iterator[Checked]:
        """Each readable input with its findings, as soon as it is checked."""
        for item in self.inputs:
            try:
                checked = self.judge.check(item.read(self.judge.termbase))
            except TaiyakuError as error:
                self.unread += 1
                complain(error.message, error.hint)
                continue
            self.units += len(checked.bitext.units)
            for finding in checked.findings:
                self.counts[finding.severity] += 1
            yield checked

    @property
    def exit_code(self) -> int:
        """2 when an input could not be read, else 1 for findings at or above `fail_on`."""
        if self.unread:
            return 2
        return int(any(n and s.rank >= self.fail_on.rank for s, n in self.counts.items()))

    def summarise(self) -> None:
        """One line on stderr; nothing where no input could be read."""
        if self.unread == len(self.inputs):
            return
        found = ", ".join(f"{n} {s}" for s, n in reversed(self.counts.items()) if n)
        unread = f"; {self.unread} could not be read" if self.unread else ""
        note(f"{self.units} units checked: {found or 'nothing found'}{unread}")


COMMAND = Command("check", "report what looks wrong in translations", arguments, run)
