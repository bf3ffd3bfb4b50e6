"""DeepL's glossaries: two columns without a header, parted by tabs, one Japanese an English term.

DeepL takes an English term once, refuses empty and control characters, and knows no status. A row
that a spreadsheet would run as a formula is left out, since DeepL would take an apostrophe before
it for a letter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.formats.files import decode, read_bytes
from corpus.language.japanese import is_japanese
from glossary.errors import BadTerm
from glossary.formats.cells import runs
from glossary.formats.losses import lost
from glossary.formats.pairs import Pair, concepts
from glossary.formats.term_format import TermFormat, Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.concept import Concept

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def read(path: str) -> tuple[Concept, ...]:
    """The concepts of the file, a row each."""
    text, _ = decode(read_bytes(path), path)
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            source, tab, target = line.partition("\t")
            if not tab or "\t" in target:
                raise BadTerm(f"{path}:{number}: not two columns", "English, a tab, Japanese")
            found.append(Pair(f"{path}:{number}", source.strip(), target.strip()))
    return concepts(found, path)


def recognises(text: str) -> bool:
    """Whether all lines are English, one tab, and Japanese, from the first line on."""
    lines = [line.split("\t") for line in text.splitlines()[:50] if line.strip()]
    return (
        bool(lines)
        and all(
            len(cells) == 2 and not is_japanese(cells[0]) and bool(cells[1].strip())
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
        for term in concept.source:
            _put(rows, losses, term.text, concept.preferred)
    return Written("".join(f"{a}\t{b}\n" for a, b in rows.items()).encode(), tuple(losses))


def _put(rows: dict[str, str], losses: list[str], source: str, target: str) -> None:
    if runs(source) or runs(target):
        losses.append(f"{source}: row left out: a spreadsheet would run it as a formula")
    elif _CONTROL.search(source + target):
        losses.append(f"{' '.join(source.split())}: row left out: it holds a control character")
    elif rows.setdefault(source, target) != target:
        losses.append(f"{source}: row left out: {target}; DeepL takes an English term once")


FORMAT = TermFormat("DeepL glossary", (".tsv", ".deepl"), read, write, recognises)
