"""Writes the tables of README.md that say what the program has, from its own registers, and the
table of keys of README.ja.md, whose words are those of the Japanese screens:

uv run python docs/tables.py
"""

from __future__ import annotations

import re
from pathlib import Path

from corpus.formats import BITEXT_FORMATS, DOCUMENT_FORMATS
from glossary.checks import ALL_CHECKS
from glossary.formats import TERM_FORMATS
from tui.commands import ALL_COMMANDS
from tui.keymap import SCOPES
from tui.language import speak, tr

README = Path(__file__).parents[1] / "README.md"
JAPANESE = README.with_name("README.ja.md")
EXAMPLE = re.compile(
    r"^Example: (.*?)\.?\nUse instead: (.*?)\.?\n(?=The fix|There is)", re.MULTILINE | re.DOTALL
)


def checks() -> list[list[str]]:
    rows = []
    for check in ALL_CHECKS:
        match = EXAMPLE.search(check.explanation)
        bad, good = (" ".join(part.split()) for part in match.groups()) if match else ("", "")
        name = f"`{check.name}`" if check.default else f"`{check.name}` (off)"
        rows.append([name, check.severity.value, check.summary, bad, good])
    return rows


def commands() -> list[list[str]]:
    start = ["`taiyaku`", "the start screen; without a terminal the findings of the sample"]
    return [start, *([f"`taiyaku {c.name}`", c.summary] for c in ALL_COMMANDS)]


def keys(language: str) -> list[list[str]]:
    """All of them, in the words of the screens in that language."""
    speak(language)
    rows = [(scope + c.name, c) for scope, commands in SCOPES.items() for c in commands]
    return [[_code(c.shown), f"`{name}`", tr(c.words)] for name, c in rows]


def _code(keys: str) -> str:
    """Keys, of which one may be the sign that parts the cells of a table."""
    return " ".join(f"`{key}`" for key in keys.split())


def formats(known: dict[str, str]) -> list[list[str]]:
    """What each format holds is written by hand, and kept."""
    return [
        [f.name, " ".join(f"`{e}`" for e in f.endings), known.get(f.name, "")]
        for f in (*DOCUMENT_FORMATS, *BITEXT_FORMATS, *TERM_FORMATS)
    ]


def cells(text: str, heading: str) -> list[list[str]]:
    section = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def filled(text: str, heading: str, rows: list[list[str]]) -> str:
    """The text with the rows of the table under a heading replaced."""
    before, after = text.split(f"\n## {heading}\n")
    lines = after.splitlines(keepends=True)
    first = next(n for n, line in enumerate(lines) if line.startswith("| ---")) + 1
    last = next(n for n, line in enumerate(lines[first:], first) if not line.startswith("|"))
    new = ["| " + " | ".join(row) + " |\n" for row in rows]
    return f"{before}\n## {heading}\n" + "".join([*lines[:first], *new, *lines[last:]])


def main() -> None:
    text = README.read_text("utf-8")
    known = {row[0]: row[-1] for row in cells(text, "Formats")}
    for heading, rows in (
        ("Checks", checks()),
        ("Commands", commands()),
        ("Keys", keys("en")),
        ("Formats", formats(known)),
    ):
        text = filled(text, heading, rows)
    README.write_text(text, "utf-8")
    text = JAPANESE.read_text("utf-8")
    JAPANESE.write_text(filled(text, "キー", keys("ja")), "utf-8")


if __name__ == "__main__":
    main()
