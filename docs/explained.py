"""Writes docs/checks.md, the explanation of every check, from the checks themselves:

uv run python docs/explained.py
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from glossary.checks import ALL_CHECKS

if TYPE_CHECKING:
    from glossary.checks.check import Check, Example

FILE = Path(__file__).with_name("checks.md")
_HEAD = """# The checks

Made by `docs/explained.py` from the checks themselves; every example below is a test.
`taiyaku check --select NAME,...` runs only some, `--ignore NAME,...` leaves some out, and the
profiles are `strict` (all), `default` and `quiet` (no minor ones). The severity of a check can be
changed in the [settings](../README.md#settings).
"""
_LONGEST = 160


def page() -> str:
    """The whole file."""
    return _HEAD + "".join(_section(check) for check in ALL_CHECKS)


def _section(check: Check) -> str:
    off = "" if check.default else ", off by default"
    flagged = "".join(f"- {shown}\n" for shown in map(_pair, check.flagged[:3]) if shown)
    passed = "".join(f"- {shown}\n" for shown in map(_pair, check.passed[:3]) if shown)
    return (
        f"\n## {check.name}\n\n*{check.severity.value}{off}.* {check.summary}\n\n"
        + _paragraphs(check.explanation)
        + (f"\nReported:\n\n{flagged}" if flagged else "")
        + (f"\nLet pass:\n\n{passed}" if passed else "")
    )


def _paragraphs(explanation: str) -> str:
    """The explanation, each of its parts a line of its own in a list, the words as they are."""
    _, _, rest = explanation.strip().partition("\n\n")
    parts: list[str] = []
    for line in rest.splitlines():
        start = line.partition(":")[0]
        if start in ("What it does", "Why it is bad", "Example", "Use instead") or (
            line.startswith(("The fix", "There is no fix")) and parts
        ):
            parts.append(line)
        elif parts:
            parts[-1] += f" {line}"
    return "".join(f"- {_escaped(' '.join(part.split()))}\n" for part in parts)


def _pair(example: Example) -> str:
    """Both texts, where they are short enough to be read in passing."""
    texts = (example.source, example.target)
    if any("\n" in text or len(text) > _LONGEST or "`" in text for text in texts):
        return ""
    return f"`{example.source}` beside `{example.target}`"


def _escaped(text: str) -> str:
    return text.replace("*", "\\*").replace("<", "\\<")


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
