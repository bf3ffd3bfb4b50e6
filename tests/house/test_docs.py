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
from tui.keymap import SCOPES
from tui.language import speak, tr
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


def tables(text: str) -> list[list[list[str]]]:
    """The cells of every table, without its head."""
    found = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    return [
        [re.split(r"(?<!\\)\|", row.strip("|")) for row in table.splitlines()[2:]]
        for table in found
    ]


def blocks(text: str) -> list[tuple[str, list[str]]]:
    """What is to be typed or copied, by its kind; comments are in the language of the reader."""
    found = re.findall(r"^```(\w+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [
        (kind, [re.sub(r"\s+#.*", "", line) for line in body.splitlines()]) for kind, body in found
    ]


def test_the_japanese_readme_has_the_parts_of_the_english_one() -> None:
    english, japanese = (re.findall("^## ", text, re.MULTILINE) for text in (ENGLISH, JAPANESE))
    assert len(japanese) == len(english)


def test_the_japanese_readme_has_the_tables_of_the_english_one() -> None:
    assert len(tables(JAPANESE)) == len(tables(ENGLISH))
    for english, japanese in zip(tables(ENGLISH), tables(JAPANESE), strict=True):
        assert len(japanese) == len(english), english[0]
        for row, own in zip(english, japanese, strict=True):
            assert len(own) == len(row), own
            same = r"`.+?`|\(off\)|critical|major|minor"
            assert re.findall(same, "".join(own[:2])) == re.findall(same, "".join(row[:2]))
            if re.search("[a-z]", re.sub("`.+?`", "", row[-1])):
                assert re.search("[ぁ-んァ-ヶ一-龠]", own[-1]), own
            figures = [sorted(re.findall(r"\d[\d,.]*\d|\d", "".join(r))) for r in (row, own)]
            assert figures[0] == figures[1], own


def test_the_japanese_readme_has_the_commands_and_settings_of_the_english_one() -> None:
    assert blocks(JAPANESE) == blocks(ENGLISH)


def test_the_japanese_readme_calls_the_keys_as_the_screens_do() -> None:
    speak("ja")
    words = [tr(command.words) for commands in SCOPES.values() for command in commands]
    speak("en")
    (keys,) = (table for table in tables(JAPANESE) if "`next-finding`" in table[0][1])
    assert [row[2].strip() for row in keys] == words, "uv run python docs/tables.py"
