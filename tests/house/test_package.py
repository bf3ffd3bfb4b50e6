"""What is handed out: built twice it is the same, and nothing is in it that should not be."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
if not (ROOT / "docs").exists():
    pytest.skip("away from the checkout there is nothing to build", allow_module_level=True)
PACKAGES = ("corpus", "glossary", "tui")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders, each with a wheel and a source archive, made one after the other."""
    folders = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    for folder in folders:
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
            cwd=ROOT,
            env=os.environ | {"SOURCE_DATE_EPOCH": "1700000000"},
            check=True,
            capture_output=True,
        )
    return folders


def archive(folder: Path, ending: str) -> Path:
    (found,) = folder.glob(f"*{ending}")
    return found


@pytest.mark.parametrize("ending", [".whl", ".tar.gz"])
def test_built_twice_it_is_the_same_to_the_byte(built: tuple[Path, Path], ending: str) -> None:
    first, second = (archive(folder, ending).read_bytes() for folder in built)
    assert first == second


def test_the_wheel_holds_the_three_packages_and_nothing_else(built: tuple[Path, Path]) -> None:
    names = zipfile.ZipFile(archive(built[0], ".whl")).namelist()
    tops = {name.split("/")[0] for name in names}
    (facts,) = tops - {*PACKAGES}
    assert facts.endswith(".dist-info")
    assert {*PACKAGES} < tops
    for name in (
        *(f"{package}/py.typed" for package in PACKAGES),
        "glossary/names/edinet.csv",
        "glossary/extraction/readings.txt",
        "corpus/alignment/words.txt",
        "tui/sample/en.txt",
        "tui/reports/findings-1.schema.json",
        "tui/locale/ja/LC_MESSAGES/taiyaku.mo",
        f"{facts}/licenses/LICENSE",
        f"{facts}/licenses/NOTICE",
    ):
        assert name in names
    strange = (".db", ".pyc", ".key", ".env", ".orig", ".rej", ".bak")
    assert not [n for n in names if n.endswith(strange) or "/test" in n or n.startswith("test")]


def test_the_source_archive_holds_what_is_needed_to_test_it(built: tuple[Path, Path]) -> None:
    with tarfile.open(archive(built[0], ".tar.gz")) as packed:
        names = [name.partition("/")[2] for name in packed.getnames()]
    tops = {name.split("/")[0] for name in names}
    files = {"CHANGELOG.md", "LICENSE", "NOTICE", "PKG-INFO", "README.md", "pyproject.toml"}
    assert {*PACKAGES, "tests", "docs", *files} <= tops
    assert tops <= {
        *PACKAGES, "tests", "docs", *files, ".gitignore", "SECURITY.md", "README.ja.md"
    }  # fmt: skip
    assert not [n for n in names if n.endswith((".db", ".pyc", ".key"))]


def test_the_changes_begin_with_this_version() -> None:
    said = re.search(
        r"^## (\d+\.\d+\.\d+), ", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert said is not None
    facts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert facts["project"]["version"] == said[1]
    assert f" {said[1].rpartition('.')[0]};" in (ROOT / "SECURITY.md").read_text("utf-8")
