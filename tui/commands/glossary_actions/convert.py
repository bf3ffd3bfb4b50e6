"""`taiyaku glossary convert`: a glossary in the format of another tool."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.told import told
from tui.console import note

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from glossary.concept import Concept


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the glossary to read, in any format")
    parser.add_argument("output", metavar="OUTPUT", type=Path, help="the file to write")
    parser.add_argument(
        "--to",
        metavar="FORMAT",
        help="its format where the ending does not tell: deepl, omegat, utx, table …",
    )


def run(chosen: Namespace) -> int:
    from glossary.formats import read_terms

    concepts = read_terms(chosen.file)
    lost = save(concepts, chosen.output, (chosen.file,), chosen.to)
    count = f"{len(concepts)} concept{'' if len(concepts) == 1 else 's'} in {chosen.output}"
    note(f"{count}, {lost} things left out" if lost else f"{count}, nothing left out")
    return 0


def save(
    concepts: tuple[Concept, ...], path: Path, read: tuple[str, ...], name: str | None = None
) -> int:
    """Write the concepts, and say on stderr what the format cannot hold; how much that was.

    Raises UnwritableFile where the file is one of those `read`, or one stands there.
    """
    from corpus.errors import UnwritableFile
    from corpus.formats.files import write_atomically
    from glossary.formats import term_format
    from tui.output import unoccupied

    if any(path.resolve() == Path(file).resolve() for file in read):
        raise UnwritableFile(
            told("{} is read here, and would be lost", path), "write to another file"
        )
    unoccupied(path)
    written = term_format(str(path), name).write(concepts)
    write_atomically(path, written.data)
    for line in written.losses:
        note(line)
    return len(written.losses)
