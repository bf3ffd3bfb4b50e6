"""DeepL's glossaries: two columns without a header, one Japanese an English term.

Columns are parted by tabs, or by commas with quotes, then perhaps with the two languages behind.
Written are tabs. DeepL takes an English term once, refuses empty and control characters, and knows
no status. A row that a spreadsheet would run as a formula is left out, since DeepL would take an
apostrophe before it for a letter.
"""

from __future__ import annotations

import csv
from itertools import islice
from typing import TYPE_CHECKING

from corpus.formats.files import decode, read_bytes
from corpus.language.japanese import is_japanese
from corpus.patterns import regex
from corpus.told import told
from glossary.errors import BadTerm
from glossary.formats.cells import runs
from glossary.formats.losses import lost
from glossary.formats.pairs import Pair, concepts
from glossary.formats.term_format import TermFormat, Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.concept import Concept

_COLUMNS = 2
_CONTROL = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of the file, a row each. Raises BadTerm where a row has not two columns."""
    text, _ = decode(read_bytes(path), path)
    found = []
    for number, cells in enumerate(_rows(text), 1):
        if any(cells):
            if len(cells) != _COLUMNS:
                raise BadTerm(
                    told("{}:{}: not two columns", path, number), "English, a tab, Japanese"
                )
            source, target = cells
            found.append(Pair(f"{path}:{number}", source, target))
    return concepts(found, path)


def _rows(text: str) -> Iterator[list[str]]:
    """The cells of each line, without the codes of the languages."""
    lines = text.splitlines()
    parted = (line.split("\t") for line in lines) if "\t" in text else csv.reader(lines)
    for cells in parted:
        bare = [cell.strip() for cell in cells]
        codes = [cell.lower().split("-")[0] for cell in bare[_COLUMNS:]]
        yield bare[:_COLUMNS] if codes == ["en", "ja"] else bare


def recognises(text: str) -> bool:
    """Whether all lines are English and Japanese, from the first line on."""
    lines = [cells for cells in islice(_rows(text), 50) if any(cells)]
    return (
        bool(lines)
        and all(
            len(cells) == _COLUMNS and not is_japanese(cells[0]) and bool(cells[1].strip())
            for cells in lines
        )
        and any(is_japanese(cells[1]) for cells in lines[:1])
    )


def write(given: Sequence[Concept]) -> Written:
    """English and preferred Japanese, a row for each English term that is not there yet."""
    rows: dict[str, str] = {}
    losses: list[str] = []
    for concept in given:
        losses += lost(concept, "terms")
        if len(concept.source) > 1:
            losses.append(f"{concept.source[0].text}: its English terms become rows by themselves")
        for term in concept.source if concept.accepted else ():
            _put(rows, losses, term.text, concept.preferred)
    return Written("".join(f"{a}\t{b}\n" for a, b in rows.items()).encode(), tuple(losses))


def _put(rows: dict[str, str], losses: list[str], source: str, target: str) -> None:
    if runs(source) or runs(target):
        losses.append(f"{source}: row left out: a spreadsheet would run it as a formula")
    elif _CONTROL.search(source + target):
        losses.append(f"{' '.join(source.split())}: row left out: it holds a control character")
    elif rows.setdefault(source, target) != target:
        losses.append(f"{source}: row left out: {target}; DeepL takes an English term once")


FORMAT = TermFormat("DeepL glossary", (".tsv", ".deepl", ".csv"), read, write, recognises)
