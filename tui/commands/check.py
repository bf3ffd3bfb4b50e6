"""`taiyaku check`: the findings of one or many translations, without a screen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import options
from tui.console import note
from tui.display.counted import counted

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    from glossary.finding import Severity
    from tui.reports import ALL_REPORTS

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
    parser.add_argument(
        "--changed",
        metavar="REVISION",
        help="only files that differ from this git revision, such as HEAD or main",
    )
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
    parser.add_argument(
        "--workers",
        metavar="N",
        type=_at_least_one,
        default=1,
        help="check that many files at a time (default: 1)",
    )
    parser.add_argument(
        "--shards",
        metavar="FOLDER",
        help="write the findings about Parquet files, wherever fsspec finds them, to Parquet files "
        "here; the next run of the same goes on where this one ended (extra cluster)",
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="with --shards: work on this Dask cluster, such as tcp://head:8786",
    )
    options.add_workspace(parser)


def _at_least_one(said: str) -> int:
    from argparse import ArgumentTypeError

    if said.isdecimal() and int(said):
        return int(said)
    raise ArgumentTypeError(f"{said!r} is not a number of workers, such as 2")


def run(chosen: Namespace) -> int:
    from tui.baseline import read_baseline, write_baseline
    from tui.batch import Batch
    from tui.changed import changed_files
    from tui.inputs import inputs, texts
    from tui.output import output
    from tui.pipeline import judge
    from tui.reports import ALL_REPORTS
    from tui.settings import settings

    wanted = settings(chosen)
    if chosen.shards or chosen.scheduler:
        from tui.shards.command import check_shards

        return check_shards(chosen, wanted)
    known = read_baseline(chosen.baseline) if chosen.baseline else frozenset()
    items = texts(inputs(chosen.inputs, wanted.pairs), wanted.glossary)
    read = [*chosen.inputs, *wanted.glossary, *(file for item in items for file in item.files)]
    read += [str(chosen.baseline)] if chosen.baseline else []
    if chosen.changed is not None:
        place = Path(items[0].path).resolve().parent if items else Path()
        new = changed_files(chosen.changed, place)
        items = tuple(i for i in items if any(Path(f).resolve() in new for f in i.files))
        if not items:
            note(f"none of these files differs from {chosen.changed}")
    report = next(r for r in ALL_REPORTS if r.name == chosen.format)
    judging = partial(judge, wanted, known, thorough=report.thorough)
    work = Batch(judging, items, chosen.workers)
    if chosen.write_baseline:
        with output(chosen.write_baseline, read) as out:
            kept = write_baseline(work.results(), out)
        note(f"{counted(kept, 'finding')} kept in {chosen.write_baseline}")
        return 2 if work.unread else 0
    with output(chosen.output, read, coloured=report.coloured) as out:
        report.write(work.results(), out)
    work.summarise()
    if work.units and wanted.workspace and not wanted.workspace.is_file():
        note(f"there is no workspace {wanted.workspace}: nothing ignored or added in it is known")
    return 2 if work.unread else int(work.reaches(wanted.fail_on))
