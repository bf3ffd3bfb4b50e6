"""`taiyaku table`: both texts side by side in a Word file, for people who review there."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnwritableFile
from corpus.told import told
from tui.commands import options
from tui.display.counted import counted

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from corpus.formats.word_table import Remark, TableRow
    from glossary.finding import Finding
    from tui.review.unit import UnitView


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+",
        help="SOURCE TARGET: the English document and its Japanese; or one bitext",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE.docx", type=Path, help="default: TARGET.table.docx"
    )
    options.add_terms(parser)
    options.add_checks(parser)
    options.add_workspace(parser)


def run(chosen: Namespace) -> int:
    """0 when it is written. What the workspace knows of a review of these texts is in it."""
    from corpus.formats.files import write_atomically
    from corpus.formats.word_table import word_table
    from tui.console import note
    from tui.inputs import review_input
    from tui.output import unoccupied
    from tui.pipeline import open_session
    from tui.settings import settings

    item = review_input(chosen.inputs)
    target = Path(item.path)
    output = chosen.output or target.with_name(f"{target.stem}.table.docx")
    if any(output.resolve() == Path(file).resolve() for file in item.files):
        raise UnwritableFile(
            told("{} is read here, and would be lost", output), "write to another file"
        )
    if output.suffix.lower() != ".docx":
        raise UnwritableFile(
            told("{}: a table is a Word file", output), "give it a name that ends in .docx"
        )
    unoccupied(output)
    with closing(open_session(item, settings(chosen))) as session:
        units = [session.unit(at) for at in range(len(session.bitext.units))]
        write_atomically(output, word_table(map(_row, units)))
    changed = counted(sum(unit.changed for unit in units), "paragraph")
    found = counted(sum(len(unit.findings) for unit in units), "finding")
    note(f"written to {output}: {changed} corrected, {found}")
    return 0


def _row(unit: UnitView) -> TableRow:
    from corpus.formats.word_table import TableRow

    return TableRow(unit.source, unit.machine, unit.target, tuple(_remarks(unit)))


def _remarks(unit: UnitView) -> Iterator[Remark]:
    from corpus.bitext import Side, Span
    from corpus.formats.word_table import Remark

    whole = Span(0, len(unit.target))
    for finding in unit.findings:
        if finding.target is None and finding.source is not None:
            yield Remark(Side.SOURCE, finding.source, _said(finding))
        else:
            yield Remark(Side.TARGET, finding.target or whole, _said(finding))
    if unit.comment:
        yield Remark(Side.TARGET, whole, unit.comment)


def _said(finding: Finding) -> str:
    better = f"\n→ {' / '.join(finding.suggestions)}" if finding.suggestions else ""
    why = f"\n({finding.why})" if finding.why else ""
    return f"{finding.severity} {finding.check}: {finding.message}{better}{why}"
