"""OmegaT's glossaries: English, Japanese and a comment, parted by tabs; lines with # are remarks.

Several renderings of one English term are rows by themselves, the preferred one first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.formats.files import decode, read_bytes
from corpus.language.japanese import is_japanese
from corpus.told import told
from glossary.concept import TermStatus
from glossary.errors import BadTerm
from glossary.formats.cells import runs
from glossary.formats.losses import lost
from glossary.formats.pairs import Pair, concepts
from glossary.formats.term_format import TermFormat, Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.concept import Concept

_HEAD = "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of the file; a comment is the note."""
    text, _ = decode(read_bytes(path), path)
    return concepts(_pairs(text, path), path)


def _pairs(text: str, path: str) -> Iterator[Pair]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < 2:
            raise BadTerm(told("{}:{}: one column", path, number), "English, a tab, Japanese")
        note = " ".join(cell for cell in cells[2:] if cell)
        yield Pair(f"{path}:{number}", cells[0], cells[1], note=note)


def recognises(text: str) -> bool:
    """Whether it says so in its first line, or has three columns and no header, or remarks."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    if lines and lines[0].startswith("# Glossary in tab-separated format"):
        return True
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return bool(rows) and all(
        1 < len(cells) < 4 and not is_japanese(cells[0]) and is_japanese(cells[1])
        for cells in rows[:1]
    )


def write(given: Sequence[Concept]) -> Written:
    """Every English term with every right Japanese one."""
    lines = [_HEAD]
    losses: list[str] = []
    for concept in given:
        losses += lost(concept, "terms", "admitted", "note")
        if len(concept.source) > 1:
            losses.append(f"{concept.source[0].text}: its English terms become rows by themselves")
        for source, target, note in _rows(concept):
            if runs(source) or source.startswith("#"):
                losses.append(f"{source}: row left out: it would be a formula or a remark")
            else:
                lines.append("\t".join(filter(None, (source, target, note))) + "\n")
    return Written("".join(lines).encode(), tuple(losses))


def _rows(concept: Concept) -> Iterator[tuple[str, str, str]]:
    for number, term in enumerate(concept.source):
        for target in concept.target:
            if target.status is not TermStatus.DEPRECATED:
                first = not number and target is concept.target[0]
                yield term.text, target.text, " ".join(concept.note.split()) if first else ""


FORMAT = TermFormat("OmegaT glossary", (".txt", ".utf8", ".tab"), read, write, recognises)
