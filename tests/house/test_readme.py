"""The README says what the program does: its tables are the registers, its commands run."""

import re
import shlex
import shutil
import subprocess
import sys
from argparse import Namespace
from importlib.metadata import requires
from pathlib import Path

import pytest

from corpus.formats import BITEXT_FORMATS, DOCUMENT_FORMATS
from glossary.checks import ALL_CHECKS
from glossary.formats import TERM_FORMATS, read_terms, term_format
from glossary.names import CATEGORIES
from tui import pipeline
from tui.cli import parser
from tui.commands import ALL_COMMANDS
from tui.keymap import REVIEW, SCOPES
from tui.reports import ALL_REPORTS
from tui.sample import sample
from tui.settings import Settings, settings

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def table(heading):
    """The cells of the table under a heading, without its head, code marks taken off."""
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip().strip("`") for cell in row.strip("|").split("|")] for row in rows]


def test_the_table_of_checks_is_the_register():
    said = [[row[0].removesuffix("` (off)"), *row[1:3]] for row in table("Checks")]
    assert said == [[c.name, c.severity, c.summary] for c in ALL_CHECKS]


def test_every_check_has_a_bad_and_a_good_example_and_says_whether_it_is_on():
    for row, check in zip(table("Checks"), ALL_CHECKS, strict=True):
        assert all(row[3:])
        assert row[0].endswith("(off)") is not check.default


def test_the_table_of_commands_is_the_register():
    said = [["taiyaku " + c.name, c.summary] for c in ALL_COMMANDS]
    assert [row for row in table("Commands") if row[0] != "taiyaku"] == said


def test_the_table_of_formats_is_the_registers():
    formats = (*DOCUMENT_FORMATS, *BITEXT_FORMATS, *TERM_FORMATS)
    said = [(f.name, " ".join(f.endings)) for f in formats]
    assert [(row[0], row[1].replace("`", "")) for row in table("Formats")] == said


def test_every_report_and_every_category_of_names_is_mentioned():
    for name in (*(r.name for r in ALL_REPORTS), *CATEGORIES):
        assert f"`{name}`" in README


def test_the_table_of_dependencies_is_what_is_installed():
    core = [r for r in requires("taiyaku") or [] if "extra ==" not in r]
    names = {re.split(r"[<>=!;\[ ]", r)[0] for r in core}
    assert {row[0] for row in table("Dependencies")} == names


def test_the_keys_are_those_of_the_review():
    rows = [line for line in README.split("| key | does |")[1].splitlines()[2:20] if "|" in line]
    keys = [key for row in rows for key in re.findall("`([^`]+)`", row.split("|")[1])]
    known = {key for command in REVIEW for key in command.shown.split()} | {"^p"}
    assert len(keys) >= 10
    assert {key.replace("Ctrl+", "^") for key in keys} <= known


def test_the_table_of_keys_is_the_key_map():
    said = [[row[0].replace("`", ""), *row[1:]] for row in table("Keys")]
    assert said == [
        [c.shown, scope + c.name, c.words] for scope, commands in SCOPES.items() for c in commands
    ]


def commands():
    """Every `$ taiyaku ...` line of the README's console blocks."""
    return re.findall(r"^\$ (taiyaku.*)$", README, re.MULTILINE)


def test_there_are_commands_to_try():
    assert len(commands()) >= 6


@pytest.mark.parametrize("line", commands())
def test_the_commands_of_the_readme_run(line, tmp_path):
    words = shlex.split(line.split("  #")[0])
    if "review" in words or words == ["taiyaku"]:
        parser().parse_args(words[1:])  # they open the app: tests/front presses their keys
        return
    source, target = sample()
    shutil.copy(source, tmp_path / "en.txt")
    shutil.copy(target, tmp_path / "ja.txt")
    shutil.copy(target, tmp_path / "ja.corrected.txt")
    (tmp_path / "names.csv").write_text("source,target\nMitsui E&S,三井E&S\n", encoding="utf-8")
    shutil.copy(tmp_path / "names.csv", tmp_path / "new.csv")
    new = tmp_path / "new.tbx"
    new.write_bytes(term_format("new.tbx").write(read_terms(str(tmp_path / "new.csv"))).data)
    (tmp_path / "known.json").write_text('{"taiyaku-baseline": 1, "findings": {}}')
    unit = '{"id": "1", "source": "Mitsui E&S", "target": "三井E&S"}\n'
    (tmp_path / "units.jsonl").write_text(unit, encoding="utf-8")
    if "-o" in words or "convert" in words:
        (tmp_path / words[-1]).unlink(missing_ok=True)  # what is worked in is never replaced
    main = "import sys; from tui.cli import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", main, *words[1:]],
        cwd=tmp_path,
        input="Mitsui E&S\n",
        capture_output=True,
        encoding="utf-8",
        env={"HOME": str(tmp_path), "PATH": ""},
    )
    assert done.returncode in (0, 1), done.stderr
    assert not done.stderr.startswith("error:")


def test_the_settings_of_the_readme_are_understood(tmp_path, monkeypatch):
    (tmp_path / "taiyaku.toml").write_text(README.split("```toml\n")[1].split("```")[0], "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    chosen = settings(Namespace())
    assert chosen != Settings()
    assert pipeline.checks(chosen.select, chosen.ignore)
