"""What taiyaku and other tools find in `seeded.jsonl`: each text once right, once with one flaw.

    uv run python tests/bench/compare_peers.py

The texts and their flaws were written for this, before any tool was run on them. The other tools
come from the package registries (`uvx`, `npx`), each with its defaults for Japanese. A flaw counts
as found when anything at all is reported in its unit, for taiyaku as for the others; a right text
with a report is a false alarm.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SEEDED = Path(__file__).with_name("seeded.jsonl")
TERMS = Path(__file__).with_name("seeded_terms.csv")
TEXTLINT = (
    "textlint@15",
    "textlint-rule-preset-ja-technical-writing@12",
    "textlint-rule-preset-ja-spacing@2",
)
PO_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ja\\n"\n'

Unit = dict[str, str]


def main() -> None:
    units = [json.loads(line) for line in SEEDED.read_text("utf-8").splitlines()]
    wrong = {u["id"] for u in units if u["flaw"]}
    print(f"{'tool':<40} found of {len(wrong)}  false alarms of {len(units) - len(wrong)}")
    for name, run in TOOLS:
        with tempfile.TemporaryDirectory() as folder:
            try:
                flagged = run(units, Path(folder))
            except (OSError, subprocess.CalledProcessError) as error:
                print(f"{name:<40} not run: {error}")
                continue
        print(f"{name:<40} {len(flagged & wrong):>11}  {len(flagged - wrong):>19}")
        if "-v" in sys.argv:
            print("   missed:", *sorted(wrong - flagged), "  false:", *sorted(flagged - wrong))


def taiyaku(units: list[Unit], folder: Path, *options: str) -> set[str]:
    path = folder / "units.jsonl"
    path.write_text("".join(json.dumps(u) + "\n" for u in units), "utf-8")
    said = _output(["taiyaku", "check", str(path), "--format", "jsonl", *options], allowed=(0, 1))
    return {json.loads(line)["unit"] for line in said.splitlines()}


def taiyaku_with_terms(units: list[Unit], folder: Path) -> set[str]:
    return taiyaku(units, folder, "--no-names", "--glossary", str(TERMS))


def terms_present(units: list[Unit], _: Path) -> set[str]:
    """What a glossary check does at its plainest: the term's Japanese stands there, or not."""
    with TERMS.open(encoding="utf-8", newline="") as file:
        terms = [(row["source"].casefold(), row["target"]) for row in csv.DictReader(file)]
    return {
        u["id"]
        for u in units
        if any(en in u["source"].casefold() and ja not in u["target"] for en, ja in terms)
    }


def same_digits(units: list[Unit], _: Path) -> set[str]:
    """What many tools do with figures: the same digits on both sides."""

    def digits(text: str) -> list[str]:
        return sorted(re.findall(r"\d+", text.replace(",", "")))

    return {u["id"] for u in units if digits(u["source"]) != digits(u["target"])}


def pofilter(units: list[Unit], folder: Path) -> set[str]:
    command = ["uvx", "--from", "translate-toolkit==3.20.4", "pofilter", "--language=ja"]
    (folder / "in").mkdir()
    _write_po(units, folder / "in")
    _output([*command, str(folder / "in"), str(folder / "out")])
    return {path.stem for path in (folder / "out").glob("*.po")}


def l10n_lint(units: list[Unit], folder: Path) -> set[str]:
    command = ["uvx", "--from", "l10n-lint==1.23.30", "l10n-lint", "--format", "gnu"]
    _write_po(units, folder)
    said = _output([*command, str(folder)], allowed=(0, 1, 2))
    return set(re.findall(r"(\w+)\.po", said)) & {u["id"] for u in units}


def textlint(units: list[Unit], folder: Path) -> set[str]:
    (folder / "package.json").write_text('{"private": true}')
    rules = {"preset-ja-technical-writing": True, "preset-ja-spacing": True}
    (folder / ".textlintrc.json").write_text(json.dumps({"rules": rules}))
    for unit in units:
        (folder / f"{unit['id']}.txt").write_text(unit["target"] + "\n", "utf-8")
    _output(["npm", "install", "--silent", *TEXTLINT], cwd=folder)
    said = _output(["npx", "textlint", "-f", "json", "*.txt"], allowed=(0, 1), cwd=folder)
    return {Path(file["filePath"]).stem for file in json.loads(said) if file["messages"]}


TOOLS: tuple[tuple[str, Callable[[list[Unit], Path], set[str]]], ...] = (
    ("taiyaku, bundled names", taiyaku),
    ("taiyaku, a glossary of the names", taiyaku_with_terms),
    ("a literal test with that glossary", terms_present),
    ("pofilter 3.20.4", pofilter),
    ("l10n-lint 1.23.30", l10n_lint),
    ("textlint 15, technical writing, spacing", textlint),
    ("the same digits on both sides", same_digits),
)


def _write_po(units: list[Unit], folder: Path) -> None:
    for unit in units:
        entry = f"\nmsgid {json.dumps(unit['source'])}\nmsgstr {_quoted(unit['target'])}\n"
        (folder / f"{unit['id']}.po").write_text(PO_HEADER + entry, "utf-8")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _output(command: list[str], allowed: tuple[int, ...] = (0,), cwd: Path | None = None) -> str:
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)
    if done.returncode not in allowed:
        raise subprocess.CalledProcessError(done.returncode, command[0], done.stdout, done.stderr)
    return done.stdout


if __name__ == "__main__":
    main()
