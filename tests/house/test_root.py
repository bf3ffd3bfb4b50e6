"""What stands in the project's root: no stray file of a trial gets in."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = {
    ".gitignore",
    ".pre-commit-hooks.yaml",
    "CHANGELOG.md",
    "LICENSE",
    "NOTICE",
    "README.ja.md",
    "README.md",
    "SECURITY.md",
    "action.yml",
    "pyproject.toml",
}
FOLDERS = {".ci", "corpus", "docs", "glossary", "tests", "tui"}


def test_only_what_belongs_there_is_tracked_in_the_root() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("no git checkout")
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    ).stdout.split("\0")
    paths = [Path(name) for name in tracked if name]
    assert {path.name for path in paths if len(path.parts) == 1} - FILES == set()
    assert {path.parts[0] for path in paths if len(path.parts) > 1} - FOLDERS == set()
