"""Checks of many units against many terms, beside other tools, in one run; run by hand.

    uv run --all-extras python tests/bench/check_scale.py terms [UNITS] [TERMS]   # and ripgrep
    uv run --with ahocorasick-rs python tests/bench/check_scale.py peers [UNITS]
    uv run --all-extras python tests/bench/check_scale.py memory [UNITS]  # and ten times as many
    uv run --all-extras python tests/bench/check_scale.py workers [UNITS]
    uv run --all-extras python tests/bench/check_scale.py start
    uv run --all-extras python tests/bench/check_scale.py workspace [DOCUMENTS]

Texts and names are made up: sentences of `seeded.jsonl`, half of them with a name of the glossary,
of which one in seven is rendered wrongly. Times are wall clock, those of `terms` and `start` of the
processor, which other work on the machine hardly changes; memory is the peak of the process.
What is compared finds the same first: the lines with a name are those of `rg` but for hits inside
longer words, which are counted.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from itertools import product
from pathlib import Path
from typing import NamedTuple

from corpus.workspace.journal import Change, Field
from corpus.workspace.store import Workspace

SEEDS = Path(__file__).with_name("seeded.jsonl")
TERM_CHECKS = (
    "confusable-rendering,deprecated-rendering,variant-rendering,untranslated-name,"
    "missing-rendering,inconsistent-rendering"
)
TAIYAKU = (sys.executable, "-c", "from tui.cli import run; run()", "check")
SYLLABLES = {
    "bal": "バル", "cor": "コル", "dun": "ダン", "fen": "フェン", "gar": "ガル", "hal": "ハル",
    "kel": "ケル", "lor": "ロル", "mar": "マル", "nor": "ノル", "pel": "ペル", "ros": "ロス",
    "sel": "セル", "tor": "トル", "van": "ヴァン", "wen": "ウェン", "dor": "ドル", "mir": "ミル",
    "tam": "タム", "rin": "リン", "sol": "ソル", "kan": "カン", "bor": "ボル", "lin": "リム",
}  # fmt: skip
KINDS = {"Bank": "銀行", "Board": "庁", "Institute": "研究所", "Harbour": "港", "Press": "出版"}


class Ran(NamedTuple):
    seconds: float
    processor: float
    megabytes: float
    out: str


LAUNCHER = """
import json, os, resource, subprocess, sys, time
begin = time.perf_counter()
done = subprocess.run(sys.argv[2:], stdout=open(sys.argv[1], "wb"), stderr=subprocess.STDOUT)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
processor = usage.ru_utime + usage.ru_stime
print(done.returncode, time.perf_counter() - begin, processor, usage.ru_maxrss / 1024)
"""


def ran(*words: object, cwd: Path | None = None) -> Ran:
    """Run a program to its end; its wall time and the peak of its memory.

    By way of a small process, since a large one would hand its own peak on.
    """
    with tempfile.NamedTemporaryFile() as out:
        command = [sys.executable, "-c", LAUNCHER, out.name, *map(str, words)]
        said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=cwd).stdout
        code, *figures = said.split()
        text = out.read().decode(errors="replace")
    if code not in ("0", "1"):
        sys.exit(f"{words[0]}: exit {code}\n{text[-2000:]}")
    return Ran(*map(float, figures), text)


def names(count: int) -> list[tuple[str, str]]:
    """So many English names with their Japanese."""
    made = []
    for parts in product(SYLLABLES, repeat=4):
        for kind, japanese in KINDS.items():
            english = "".join(parts[:2]).title() + " " + "".join(parts[2:]).title()
            made.append((f"{english} {kind}", "".join(SYLLABLES[p] for p in parts) + japanese))
    return random.Random(2).sample(made, count)


def glossary(folder: Path, count: int) -> Path:
    path = folder / f"terms-{count}.csv"
    rows = (f"{english},{japanese}\n" for english, japanese in names(count))
    path.write_text("source,target\n" + "".join(rows), encoding="utf-8")
    (folder / f"terms-{count}.txt").write_text(
        "".join(f"{english}\n" for english, _ in names(count)), encoding="utf-8"
    )
    return path


def bitext(folder: Path, count: int, terms: int) -> Path:
    """So many units as TSV, and their English alone beside it."""
    seeds = [json.loads(line) for line in SEEDS.read_text("utf-8").splitlines()]
    known, chance = names(terms), random.Random(3)
    path = folder / f"units-{count}-{terms}.tsv"
    with path.open("w", encoding="utf-8") as out, path.with_suffix(".en").open("w") as left:
        out.write("id\tdocument\tsource\ttarget\n")
        for number in range(count):
            seed = chance.choice(seeds)
            source, target = seed["source"], seed["target"]
            if number % 2:
                english, japanese = chance.choice(known)
                source += f" The {english} said so on day {number}."
                wrong = japanese[0] + japanese[2:] if number % 14 == 1 else japanese
                target += f"{wrong}が{number}日目にそう述べた。"
            out.write(f"{number}\td{number // 20}\t{source}\t{target}\n")
            left.write(f"{source}\n")
    return path


def terms(folder: Path, count: int = 100_000, size: int = 100_000) -> None:
    units, csv = bitext(folder, count, size), glossary(folder, size)
    english, patterns = units.with_suffix(".en"), csv.with_suffix(".txt")
    found = ran("rg", "-n", "-F", "-f", patterns, english).out.splitlines()
    theirs = {int(line.partition(":")[0]) - 1 for line in found}
    ours = mentioned(units, csv)
    print(f"lines with a name: {len(ours)}, rg {len(theirs)}; ours alone {len(ours - theirs)},")
    print(f"rg alone {len(theirs - ours)} (inside longer words)")
    out = folder / "out.jsonl"
    words = (*TAIYAKU, units, "--no-names", "--glossary", csv, "--select", TERM_CHECKS)
    words = (*words, "--format", "jsonl", "-o", out, "--workspace", folder / "none.db")
    again = ran(*words)
    rg = ran("rg", "-j", "1", "-F", "-f", patterns, "-c", english)
    print(f"{count} units, {size} terms, {len(out.read_text('utf-8').splitlines())} findings")
    print(f"taiyaku {again.processor:.1f} s, {again.megabytes:.0f} MB;", end=" ")
    print(f"rg {rg.processor:.1f} s, {rg.megabytes:.0f} MB; ratios", end=" ")
    print(f"{again.processor / rg.processor:.2f} and {again.megabytes / rg.megabytes:.2f}")


def mentioned(units: Path, csv: Path) -> set[int]:
    from corpus.formats import bitext_format
    from glossary.recognition import mentions
    from glossary.rules import Rules

    termbase = Rules((str(csv),), names=False).termbase()
    rows = bitext_format(str(units)).stream(str(units))
    return {number for number, row in enumerate(rows) if mentions(termbase, row.source)}


def peers(folder: Path, count: int = 5000) -> None:
    csv, units = glossary(folder, 1000), bitext(folder, count, 1000)
    rows = [line.split("\t") for line in units.read_text("utf-8").splitlines()[1:]]
    base = (*TAIYAKU, units, "-o", folder / "o", "--workspace", folder / "none.db")
    words = ("--no-names", "--glossary", csv, "--select", TERM_CHECKS)
    runs = {"taiyaku, terms": ran(*base, *words), "taiyaku, all by default": ran(*base)}
    runs["pofilter, all its tests"] = pofilter(folder, rows)
    runs["textlint and prh"] = textlint(folder, csv, rows)
    for name, got in runs.items():
        print(f"{name}: {got.seconds:.2f} s, {count / got.seconds:.0f} units a second")
    seconds, found = weblate(csv, rows)
    print(f"Weblate's way, without its server: {seconds:.2f} s of matching alone, {found} units")


def pofilter(folder: Path, rows: list[list[str]]) -> Ran:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    units = (
        f"\nmsgctxt {json.dumps(name)}\nmsgid {json.dumps(source)}\n"
        f"msgstr {json.dumps(target, ensure_ascii=False)}\n"
        for name, _, source, target in rows
    )
    (folder / "units.po").write_text(head + "".join(units), "utf-8")
    return ran("pofilter", "--language=ja", folder / "units.po", folder / "found.po")


def textlint(folder: Path, csv: Path, rows: list[list[str]]) -> Ran:
    """The Japanese alone, with the wrong forms listed beforehand, since prh knows no source."""
    from_csv = csv.read_text("utf-8").splitlines()[1:]
    rules = [row.split(",")[1] for row in from_csv]
    listed = "".join(
        f"  - expected: {right}\n    pattern: {right[0] + right[2:]}\n" for right in rules
    )
    (folder / "prh.yml").write_text("version: 1\nrules:\n" + listed, "utf-8")
    (folder / "package.json").write_text('{"private": true}')
    rule = {"rules": {"prh": {"rulePaths": ["prh.yml"]}}}
    (folder / ".textlintrc.json").write_text(json.dumps(rule))
    (folder / "ja.txt").write_text("\n\n".join(row[3] for row in rows), "utf-8")
    ran("npm", "install", "--silent", "textlint@15", "textlint-rule-prh@6", cwd=folder)
    return ran(folder / "node_modules/.bin/textlint", "-f", "json", "ja.txt", cwd=folder)


def weblate(csv: Path, rows: list[list[str]]) -> tuple[float, int]:
    """Its look-up and its test as they are written in its sources, on strings."""
    from ahocorasick_rs import AhoCorasick

    pairs = [row.split(",") for row in csv.read_text("utf-8").splitlines()[1:]]
    begin, found = time.perf_counter(), 0
    automaton = AhoCorasick([e.lower() for e, _ in pairs])
    for _, _, source, target in rows:
        text = source.lower()
        borders = {at for m in re.finditer(r"\W|^|$", text) for at in m.span()}
        hits = automaton.find_matches_as_indexes(text, overlapping=True)
        inside = [n for n, start, end in hits if start in borders and end in borders]
        found += any(pairs[n][1] not in target for n in inside)
    return time.perf_counter() - begin, found


def memory(folder: Path, count: int = 400_000) -> None:
    """Both larger than what is read whole."""
    csv = glossary(folder, 10_000)
    for many in (count, 10 * count):
        units = bitext(folder, many, 10_000)
        words = (*TAIYAKU, units, "--no-names", "--glossary", csv, "--select", TERM_CHECKS)
        got = ran(*words, "--format", "jsonl", "-o", folder / "o", "--workspace", folder / "n")
        print(f"{many} units, {units.stat().st_size >> 20} MiB: {got.megabytes:.0f} MB, ", end="")
        print(f"{got.seconds:.0f} s")


def workers(folder: Path, count: int = 20_000) -> None:
    """A folder of 20 files, so that both have enough to do."""
    texts = folder / "texts"
    texts.mkdir()
    for number in range(20):
        made = bitext(folder, count // 20, 1000)
        made.rename(texts / f"{number}.tsv")
    for many in (1, 2, 1, 2):
        words = (*TAIYAKU, texts, "--workers", many, "-o", folder / "o")
        got = ran(*words, "--workspace", folder / "none.db")
        print(f"{many} workers, {count} units: {got.seconds:.1f} s")


def start(folder: Path) -> None:
    """As installed: with compiled files, which the interpreter may have been told not to write."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    csv, units = glossary(folder, 1000), bitext(folder, 1000, 1000)
    python = [sys.executable, "-c", "pass"]
    helped = [sys.executable, "-c", "from tui.cli import run; run()", "--help"]
    checked = [*TAIYAKU, units, "--no-names", "--glossary", csv, "--select", TERM_CHECKS]
    checked += ["-o", folder / "o", "--workspace", folder / "none.db"]
    best = [min(ran(*words).processor for _ in range(7)) for words in (python, helped, checked)]
    for name, seconds in zip(("python -c pass", "--help", "1,000 units"), best, strict=True):
        print(f"{name}: {1000 * seconds:.0f} ms, {seconds / best[0]:.1f} times")


def workspace(folder: Path, documents: int = 100_000) -> None:
    """A check of one more statement where so many have been reviewed, and where none has."""
    units = bitext(folder, 40, 1000)
    full, empty = folder / "full.db", folder / "empty.db"
    Workspace.open(empty).close()
    with Workspace.open(full) as store:
        filled(store, documents)
    for _ in range(3):
        for path in (empty, full):
            got = ran(*TAIYAKU, units, "-o", folder / "o", "--workspace", path)
            print(f"{path.stem} ({path.stat().st_size >> 20} MiB): {got.seconds:.2f} s")


def filled(store: Workspace, documents: int) -> None:
    """A correction in each of so many documents, and a waiver in every tenth."""
    store._database._connection.execute("PRAGMA synchronous = OFF")  # made once, and thrown away
    for number in range(documents):
        work = store.work(f"{number}.en.txt", f"{number}.ja.txt")
        changes = [Change(Field.TEXT, "u", None, f"{number}番の港は開かれた。")]
        if number % 10 == 0:
            changes.append(Change(Field.WAIVER, f"{number:016x}", None, "bench"))
        machine, source = f"{number}番の湾は開かれた。", f"Port {number} was opened."
        work.record("edit", changes, machine_texts={"u": machine}, source_texts={"u": source})


if __name__ == "__main__":
    _, what, *sizes = sys.argv
    with tempfile.TemporaryDirectory() as temporary:
        globals()[what](Path(temporary), *map(int, sizes))
