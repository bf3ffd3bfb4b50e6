"""`taiyaku score`: how much a machine's text was changed, in figures that can be compared."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from corpus.errors import BadContent
from corpus.told import told
from tui.commands.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("machine", metavar="MACHINE", help="the Japanese as the machine wrote it")
    parser.add_argument("corrected", metavar="CORRECTED", help="the same text, corrected")


def run(chosen: Namespace) -> int:
    from corpus.scoring import scores

    machine, corrected = _paragraphs(chosen.machine), _paragraphs(chosen.corrected)
    if len(machine) != len(corrected):
        raise BadContent(
            told("{} paragraphs against {}", len(machine), len(corrected)),
            "the two must be the same text, paragraph by paragraph",
        )
    if not machine:
        raise BadContent(told("{}: nothing to score", chosen.machine), "both files are empty")
    for score in scores(machine, corrected):
        sys.stdout.write(f"{score.name}\t{score.value:.2f}\t{score.signature}\n")
    return 0


def _paragraphs(path: str) -> list[str]:
    """The Japanese of a bitext, or the paragraphs of a document."""
    from corpus.formats import bitext_format, document_format
    from corpus.language.japanese import Language, language

    if found := bitext_format(path):
        texts = [unit.target for unit in found.read(path).units]
    else:
        texts = [segment.text for segment in document_format(path).read(path).segments]
    if language("\n".join(texts)) is Language.ENGLISH:
        raise BadContent(
            told("{} is English", path), "the machine's Japanese is scored against the corrected"
        )
    return texts


COMMAND = Command("score", "chrF and TER of a machine text against its correction", arguments, run)
