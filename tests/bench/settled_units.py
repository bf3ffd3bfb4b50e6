"""Whether the term checks find the same without the units that they leave out; run by hand.

    uv run python tests/bench/settled_units.py FOLDER...

Every pair of an English and a Japanese text that the JSON Lines and TSV files below the folders
hold is judged twice, as documents of 20, with the bundled names alone and with all short pairs of
the same files as a glossary above them. Prints how many units were left out, and what differs.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.bitext import TranslationUnit
from glossary.checks import ALL_CHECKS
from glossary.concept import Concept, Term
from glossary.names import load_names
from glossary.runner import findings, judged
from glossary.settled import in_doubt
from glossary.termbase import Termbase

if TYPE_CHECKING:
    from collections.abc import Iterator

BY_TERMS = tuple(check for check in ALL_CHECKS if check.by_terms)
_TERM = 40


def pairs(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            english = row.get("en", row.get("source"))
            for japanese in (row.get("ja"), row.get("target"), row.get("ref")):
                yield from paired(english, japanese)
            for one in row.get("refs", ()) if isinstance(row.get("refs"), list) else ():
                yield from paired(english, one["ja"] if isinstance(one, dict) else one)
            for japanese, english in row.get("pairs", ()):
                yield from paired(english, japanese)
    for path in sorted(folder.rglob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for cells in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                for name, text in cells.items():
                    if name and name.startswith("ja"):
                        yield from paired(cells.get("en"), text)


def paired(english: object, japanese: object) -> Iterator[tuple[str, str]]:
    if isinstance(english, list) and isinstance(japanese, list):
        yield from zip(english, japanese, strict=False)
    elif isinstance(english, str) and isinstance(japanese, str):
        yield english, japanese


def compare(name: str, units: list[TranslationUnit], termbase: Termbase) -> bool:
    left = in_doubt(units, termbase, BY_TERMS)
    whole = findings(judged(units, termbase, BY_TERMS), BY_TERMS)
    short = findings(judged(left, termbase, BY_TERMS), BY_TERMS)
    print(f"{name}: {len(units)} units, {len(left)} in doubt, {len(whole)} findings", end=", ")
    print("the same" if short == whole else "NOT THE SAME")
    for finding in {*whole} ^ {*short}:
        print(finding.document, finding.unit, finding.check, finding.message)
    return short == whole


def main(folders: list[str]) -> int:
    read = (pair for folder in folders for pair in pairs(Path(folder)))
    found = list(dict.fromkeys(pair for pair in read if all(isinstance(t, str) for t in pair)))
    terms = [(e, j) for e, j in found if 1 < len(e) < _TERM and 0 < len(j) < _TERM / 2]
    units = [TranslationUnit(str(n), *pair, str(n // 20)) for n, pair in enumerate(found)]
    own = [
        Concept(f"own {n}", (Term(e),), (Term(j),))
        for n, (e, j) in enumerate(terms)
        if not j.endswith("。")
    ]
    names = load_names()
    right = compare("bundled names", units, Termbase.of(names))
    return not (compare("all terms", units, Termbase.of((*own, *names))) and right)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
