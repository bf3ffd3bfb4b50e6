"""`taiyaku convert`: a bitext in another format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import BadContent, UnwritableFile
from corpus.told import told
from tui.display.counted import in_english

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from corpus.formats.format import BitextFormat, BitextWriter


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the bitext to read")
    parser.add_argument(
        "output", metavar="OUTPUT", type=Path, help="the file to write; its ending says how"
    )


def run(chosen: Namespace) -> int:
    """0 when it is written. What the format cannot hold is said on stderr, a line for each."""
    from corpus.formats.files import write_atomically
    from corpus.formats.losses import fitted, lost
    from tui.console import note
    from tui.inputs import open_bitext

    known, writer = _writer(chosen.output)
    units = open_bitext(chosen.file).units
    losses = [
        f"{chosen.file}:{unit.line}: {said}" for unit in units for said in lost(unit, writer.holds)
    ]
    kept = [f for unit in units if (f := fitted(unit, writer.holds))]
    if not kept:
        raise BadContent(
            told("{} has nothing that a file of {} can hold", chosen.file, known.name),
            "convert to JSON Lines, which holds units with one side, too",
        )
    write_atomically(chosen.output, writer.write(kept))
    for line in (*losses, *_left_behind(chosen.file, known, writer, units)):
        note(line)
    left = f"{in_english(len(losses), 'thing')} lost or changed" if losses else "nothing lost"
    note(f"{in_english(len(kept), 'unit')} in {chosen.output}, {left}")
    return 0


def _writer(path: Path) -> tuple[BitextFormat, BitextWriter]:
    """How the file is to be written. Raises UnwritableFile, also where one stands there."""
    from corpus.formats import BITEXT_FORMATS, bitext_format
    from tui.output import unoccupied

    known = None if str(path) == "-" else bitext_format(str(path))
    if known is None or known.writer is None or path.suffix.lower() == ".pot":
        endings = " ".join(f.endings[0] for f in BITEXT_FORMATS if f.writer)
        raise UnwritableFile(
            told("{}: no kind of bitext that can be written", path),
            told("give it a name that ends in one of {}", endings),
        )
    unoccupied(path)
    return known, known.writer


def _left_behind(
    file: str, known: BitextFormat, writer: BitextWriter, units: Sequence[TranslationUnit]
) -> Iterator[str]:
    """What holds for the whole file."""
    from corpus.formats import bitext_format

    read = bitext_format(file)
    if read and read.unread:
        yield f"what {read.name} may have besides is left out: {read.unread}"
    if "id" not in writer.holds and units:
        yield f"ids are left out: {known.name} knows units by their texts"
