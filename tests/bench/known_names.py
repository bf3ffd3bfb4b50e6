"""How many public names the bundled ones know, and whether they know them right.

    uv run python tests/bench/known_names.py

A name is known if an English form of it is; it is right if the Japanese of the list is among the
accepted renderings. Differences are printed, to be read one by one.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.folding import fold_english
from glossary.forms import japanese_forms
from glossary.names import over_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.termbase import SourceEntry, Termbase

DATA = Path(__file__).parents[3] / "shared" / "data"


def _wikidata() -> Iterator[tuple[str, frozenset[str]]]:
    with (DATA / "wikidata_names" / "dev.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["en"], frozenset((row["ja"],))


def _entities() -> Iterator[tuple[str, frozenset[str]]]:
    with (DATA / "xct_entities" / "dev.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            if row["en_entity_guess"]:
                yield row["en_entity_guess"], frozenset(ref["mention"] for ref in row["refs"])


def _entries(names: Termbase, english: str) -> tuple[SourceEntry, ...]:
    form = fold_english(english).text.strip(" ,")
    return names.source_entries.get(form, ())


def main() -> None:
    """Print a line for each list."""
    names = over_names(())
    for title, listed in (("wikidata_names", _wikidata()), ("xct_entities", _entities())):
        total = known = right = 0
        for english, japanese in listed:
            total += 1
            entries = _entries(names, english)
            if not entries:
                continue
            known += 1
            accepted = {f for e in entries for t in e.concept.accepted for f in japanese_forms(t)}
            if any(form in accepted for text in japanese for form in japanese_forms(text)):
                right += 1
            else:
                ours = " / ".join(entries[0].concept.accepted[:4])
                sys.stdout.write(f"  {english}: {' / '.join(sorted(japanese))}; here {ours}\n")
        sys.stdout.write(f"{title}: {known} of {total} known, {right} of these right\n")


if __name__ == "__main__":
    main()
