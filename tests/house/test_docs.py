"""The documents say what is so: what they type runs, what they name is there."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus.bitext import TranslationUnit
from corpus.engines.engine import Options
from corpus.formats import DOCUMENT_FORMATS
from glossary.runner import check_unit
from glossary.termbase import Termbase
from tui.cli import parser
from tui.sample import FOLDER

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
if not DOCS.exists():
    pytest.skip("away from the checkout there is no docs/", allow_module_level=True)
PAGES = {page.name: page.read_text("utf-8") for page in (*DOCS.glob("*.md"), ROOT / "SECURITY.md")}
TUTORIALS = ("review.md", "glossary.md", "checking.md")


@pytest.mark.parametrize("name", TUTORIALS)
def test_a_reader_can_type_a_tutorial_from_top_to_bottom(name: str, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "sample", ignore=shutil.ignore_patterns("__*"))
    lines = re.findall(r"^\$ (taiyaku.*)$", PAGES[name], re.MULTILINE)
    assert len(lines) >= 5
    for line in lines:
        words = shlex.split(line)[1:]
        if words[0] == "review" and "--plain" not in words:
            parser().parse_args(words)  # it opens the app: tests/front presses its keys
            continue
        run = subprocess.run(
            [sys.executable, "-c", "from tui.cli import run; run()", *words],
            cwd=tmp_path,
            input="n\nq\n",
            capture_output=True,
            encoding="utf-8",
            env={"HOME": str(tmp_path), "PATH": "", "LANGUAGE": "en"},
        )
        assert run.returncode in (0, 1), (line, run.stderr)
        assert "error:" not in run.stderr


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    here = ROOT if name == "SECURITY.md" else DOCS
    for link in re.findall(r"\]\(([^)\s]+)\)", PAGES[name]):
        path, _, heading = link.partition("#")
        target = (here / path) if path else here / name
        assert target.exists(), link
        if heading:
            text = target.read_text("utf-8")
            found = {
                line.lstrip("# ").lower().replace(" ", "-")
                for line in text.splitlines()
                if line.startswith("#")
            }
            assert heading in found, link


def test_the_readme_leads_to_every_document() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in (*(f"docs/{page.name}" for page in DOCS.glob("*.md")), "SECURITY.md"):
        assert f"({name})" in readme


def test_the_explanations_of_the_checks_are_current() -> None:
    spec = importlib.util.spec_from_file_location("explained", DOCS / "explained.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    assert made.page() == PAGES["checks.md"], "uv run python docs/explained.py"


PROMISES = re.findall(r"\| `(tests/[\w/]+\.py)::(\w+)` \|", PAGES["SECURITY.md"])


@pytest.mark.parametrize(("file", "name"), PROMISES)
def test_every_promise_has_the_test_that_it_names(file: str, name: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert re.search(rf"^(async )?def {name}\(", text, re.MULTILINE)


def test_there_are_promises() -> None:
    rows = PAGES["SECURITY.md"].split("| promise |")[1].split("\n\n")[0].splitlines()[2:]
    assert len(PROMISES) == len(rows) > 20


BLOCKS = re.findall(r"```python\n(.*?)```", PAGES["extending.md"], re.DOTALL)


def block(word: str) -> dict[str, Any]:
    """What the block with that word in it defines."""
    (code,) = [code for code in BLOCKS if word in code]
    names: dict[str, Any] = {}
    exec(compile(code, "extending.md", "exec"), names)  # noqa: S102 -- our own document
    return names


def test_the_check_of_the_document_finds_and_lets_pass() -> None:
    check = block("double-space")["CHECK"]
    for examples, wanted in ((check.flagged, 1), (check.passed, 0)):
        for example in examples:
            unit = TranslationUnit("1", example.source, example.target)
            assert len(check_unit(unit, Termbase.of(()), (check,))) == wanted


def test_the_format_of_the_document_reads_and_corrects(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    path.write_text("港が開く。\n", encoding="utf-8")
    made = block("log")["FORMAT"]
    assert ".log" not in {ending for known in DOCUMENT_FORMATS for ending in known.endings}
    document = made.read(str(path))
    span = document.segments[0].span
    assert made.corrected(document, [(span, "港は開く。")]).decode() == "港は開く。\n"


def test_the_engine_of_the_document_translates() -> None:
    engine = block("Shouting")["Shouting"]()
    made = engine.translate(("The port opens.",), "", None, Options())
    assert [each.text for each in made] == ["THE PORT OPENS."]
    assert engine.usage().limit is None


ENGLISH, JAPANESE = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.ja.md"))
HEADINGS = {"Checks": "検査", "Commands": "コマンド", "Formats": "形式"}


def cells(text: str) -> list[list[str]]:
    """The first two cells of each row of the first table in a text."""
    table = re.search(r"^\|.*(\n\|.*)*", text, re.MULTILINE)
    assert table is not None
    rows = [re.split(r"(?<!\\)\|", row.strip("|")) for row in table.group().splitlines()[2:]]
    return [[cell.strip() for cell in row] for row in rows]


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_japanese_readme_has_the_rows_of_the_english_one(heading: str) -> None:
    english = cells(ENGLISH.split(f"\n## {heading}\n")[1])
    japanese = cells(JAPANESE.split(f"\n## {HEADINGS[heading]}\n")[1])
    same = 1 if heading == "Commands" else 2
    assert [row[:same] for row in japanese] == [row[:same] for row in english]
    assert all(re.search("[ぁ-んァ-ヶ一-龠]", row[-1]) for row in japanese)


def test_the_japanese_readme_has_the_keys_of_the_english_one() -> None:
    english, japanese = (
        cells(text[text.index(f"| {word} |") :])
        for text, word in ((ENGLISH, "key"), (JAPANESE, "キー"))
    )
    assert [row[0] for row in japanese] == [row[0] for row in english]


def test_the_japanese_readme_has_the_commands_of_the_english_one() -> None:
    english, japanese = (
        [line.split("  #")[0].strip() for line in re.findall(r"^\$ .*$", text, re.MULTILINE)]
        for text in (ENGLISH, JAPANESE)
    )
    assert japanese == english
