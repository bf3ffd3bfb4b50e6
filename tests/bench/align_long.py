"""How the aligner does on long texts, beside the full programme; run by hand.

    uv run python tests/bench/align_long.py             the table
    uv run python tests/bench/align_long.py 10000       one row of it
    uv run python tests/bench/align_long.py 1000 --full

The texts are made up: English sentences of common words and figures, and Japanese ones with a
part of their renderings; paragraphs are dropped, joined and split, and two blocks of thirty are
missing on each side. `--full` searches every cell with the same signals, which is quadratic, so
the table measures it on short texts and reckons the rest. The encoder is left out.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from corpus.alignment import align, aligner
from corpus.alignment.beads import Beads
from corpus.alignment.corridor import everywhere
from corpus.alignment.programme import solve
from corpus.alignment.survey import survey
from corpus.alignment.weights import WEIGHTS
from corpus.alignment.words import renderings

if TYPE_CHECKING:
    from collections.abc import Callable

Link = tuple[tuple[int, ...], tuple[int, ...]]
_BLOCK = 30


class Row(NamedTuple):
    """One measurement, in a process of its own."""

    sizes: str
    seconds: float
    megabytes: int
    score: float


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("paragraphs", type=int, nargs="?")
    parser.add_argument("--full", action="store_true")
    options = parser.parse_args()
    if options.paragraphs:
        row = measured(options.paragraphs, full if options.full else ours)
        sys.stdout.write("\t".join(map(str, row)) + "\n")
    else:
        table()


def table() -> None:
    sys.stdout.write(
        "| aligner | paragraphs | CPU seconds | MB | strict bead F1 |\n|---|---|---|---|---|\n"
    )
    rows = {}
    for name, flags, counts in (
        ("full programme", ["--full"], (250, 500, 1000)),
        ("taiyaku", [], (250, 500, 1000, 10_000, 100_000)),
    ):
        for count in counts:
            command = [sys.executable, __file__, str(count), *flags]
            run = subprocess.run(command, check=True, capture_output=True, text=True)
            sizes, seconds, megabytes, score = run.stdout.split("\t")
            rows[name, count] = Row(sizes, float(seconds), int(megabytes), float(score))
            sys.stdout.write(
                f"| {name} | {sizes} | {float(seconds):.2f} | {megabytes} | {float(score):.4f} |\n"
            )
            sys.stdout.flush()
    reckoned = rows["full programme", 1000].seconds * 100
    ten, hundred = (rows["taiyaku", count].seconds for count in (10_000, 100_000))
    sys.stdout.write(
        f"\nThe full programme would take {reckoned:.0f} s for 10,000 paragraphs:"
        f" {reckoned / ten:.0f} times as long.\nTen times the paragraphs take taiyaku"
        f" {hundred / ten:.1f} times as long.\n"
    )


def measured(paragraphs: int, method: Callable[[list[str], list[str]], list[Link]]) -> Row:
    source, target, gold = made_up(paragraphs)
    start = time.process_time()
    links = method(source, target)
    seconds = time.process_time() - start
    linked = {link for link in links if link[0] and link[1]}
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    score = 2 * len(linked & gold) / (len(linked) + len(gold))
    return Row(f"{len(source):,} x {len(target):,}", seconds, megabytes, score)


def ours(source: list[str], target: list[str]) -> list[Link]:
    aligner.installed = lambda: None
    return [(link.source, link.target) for link in align(source, target)]


def full(source: list[str], target: list[str]) -> list[Link]:
    beads = Beads(survey(source, target), WEIGHTS)
    found = solve(beads, everywhere(len(source), len(target)), lambda _: None)
    return [(tuple(range(b.i, b.i + b.m)), tuple(range(b.j, b.j + b.n))) for b in found]


def made_up(paragraphs: int) -> tuple[list[str], list[str], set[Link]]:
    """Two texts of about so many paragraphs, and the links with both sides."""
    chance = random.Random(7)
    words = sorted(renderings().items())
    source: list[str] = []
    target: list[str] = []
    gold: set[Link] = set()
    blocks = {(paragraphs * k // 5) // _BLOCK: k for k in (1, 2, 3, 4)}
    for number in range(paragraphs):
        english, japanese = sentence(chance, words), sentence(chance, words)
        block = blocks.get(number // _BLOCK)
        kind = chance.random() if block is None else 0.92 + 0.02 * (block % 2)
        i, j = len(source), len(target)
        if kind < 0.8:
            source.append(english[0])
            target.append(english[1])
            gold.add(((i,), (j,)))
        elif kind < 0.86:
            source.append(f"{english[0]} {japanese[0]}")
            target += [english[1], japanese[1]]
            gold.add(((i,), (j, j + 1)))
        elif kind < 0.92:
            source += [english[0], japanese[0]]
            target.append(english[1] + japanese[1])
            gold.add(((i, i + 1), (j,)))
        elif kind < 0.94:
            source.append(english[0])
        else:
            target.append(english[1])
    return source, target, gold


def sentence(chance: random.Random, words: list[tuple[str, tuple[str, ...]]]) -> tuple[str, str]:
    """An English sentence and a Japanese one that keeps some of its words and figures."""
    chosen = [words[int(len(words) * chance.random() ** 2)] for _ in range(chance.randint(4, 18))]
    english, japanese = [word for word, _ in chosen], []
    for _, forms in chosen:
        kept = chance.random() < 0.5
        japanese.append((forms[0] if kept else "ものごと") + chance.choice("はをがにで"))
    if chance.random() < 0.25:
        figure = chance.randint(13, 3000)
        english.append(str(figure))
        japanese.append(f"{figure}件" if chance.random() < 0.9 else "多数")
    return " ".join(english).capitalize() + ".", "".join(japanese) + "。"


if __name__ == "__main__":
    main()
