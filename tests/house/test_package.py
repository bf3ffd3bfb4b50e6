"""What is handed out: built twice it is the same, and nothing is in it that should not be."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tarfile
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


def undocumented(file: Path) -> list[str]:
    """The module, and its public functions and classes, that say nothing of themselves."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    public = [n for n in tree.body if isinstance(n, kinds) and not n.name.startswith("_")]
    silent = [node.name for node in public if not ast.get_docstring(node)]
    if tree.body and not ast.get_docstring(tree):
        silent.append("the module")
    return [f"{file.relative_to(ROOT)}: {name}" for name in silent]


@pytest.mark.parametrize("package", ["corpus", "glossary"])
def test_everything_public_says_what_a_caller_may_rely_on(package: str) -> None:
    files = [*(ROOT / package).rglob("*.py")]
    assert len(files) > 50
    assert [line for file in files for line in undocumented(file)] == []
