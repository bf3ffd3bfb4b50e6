"""How long it takes to draw terms out of many units; run by hand.

    uv run python tests/bench/extract_long.py [UNITS]

The units are those of `seeded.jsonl` again and again, each time with another name and figure.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from pathlib import Path

from corpus.bitext import TranslationUnit
from glossary.extraction import extract

UNITS = Path(__file__).with_name("seeded.jsonl")
NAMES = {
    "Aldor": "アルドー",
    "Brimsea": "ブリムシー",
    "Castwick": "キャストウィック",
    "Dunmere": "ダンメア",
    "Fenholt": "フェンホルト",
    "Garrick": "ガリック",
}


def units(count: int) -> list[TranslationUnit]:
    rows = [json.loads(line) for line in UNITS.read_text("utf-8").splitlines()]
    chance = random.Random(1)
    made = []
    for number in range(count):
        row, (name, kana) = chance.choice(rows), chance.choice([*NAMES.items()])
        source = f"{row['source']} {name} Board {number} said so in {1900 + number % 120}."
        target = f"{row['target']}{kana}{number}局は{1900 + number % 120}年にそう述べた。"
        made.append(TranslationUnit(str(number), source, target))
    return made


def main() -> None:
    given = units(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    begin = time.process_time()
    found = extract(given)
    spent = time.process_time() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
    print(f"{len(given)} units, {len(found)} terms: {spent:.0f} CPU seconds, {memory:.1f} GB")


if __name__ == "__main__":
    main()
