"""Commands are completed by real shells, from what the parser knows."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tui.cli import main
from tui.commands import ALL_COMMANDS
from tui.commands.completion import SHELLS
from tui.commands.glossary_actions import ALL_ACTIONS

if TYPE_CHECKING:
    from pathlib import Path

COMPLETE = """
source taiyaku.sh
COMP_WORDS=({words} "{last}"); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
_taiyaku; printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def made(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Path:
    assert main(["completion", "bash"]) == 0
    (tmp_path / "taiyaku.sh").write_text(capsys.readouterr().out, encoding="utf-8")
    return tmp_path


def completed(folder: Path, line: str) -> list[str]:
    """What bash offers for the last word of a line, which a blank may have ended."""
    *words, last = line.split(" ")
    run = subprocess.run(
        ["bash", "-c", COMPLETE.format(words=" ".join(words), last=last)],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stderr == ""
    return run.stdout.split()


def test_bash_offers_every_command_and_every_action(made: Path) -> None:
    assert {command.name for command in ALL_COMMANDS} <= {*completed(made, "taiyaku ")}
    assert {action.name for action in ALL_ACTIONS} <= {*completed(made, "taiyaku glossary ")}
    assert "--version" in completed(made, "taiyaku --v")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("taiyaku rev", ["review"]),
        ("taiyaku check --fo", ["--format"]),
        ("taiyaku check en.txt ja.txt --format sar", ["sarif"]),
        ("taiyaku --lang ja review --pl", ["--plain"]),
        ("taiyaku glossary conv", ["convert"]),
        ("taiyaku glossary lint --te", ["--texts"]),
        ("taiyaku completion f", ["fish"]),
        ("taiyaku check en.t", []),
    ],
)
def test_bash_offers_what_may_stand_there(made: Path, line: str, offered: list[str]) -> None:
    assert completed(made, line) == offered


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_that_is_there_can_read_its_script(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert all(command.name in script for command in ALL_COMMANDS)
    if shutil.which(shell):
        run = subprocess.run([shell, "-n"], input=script, capture_output=True, encoding="utf-8")
        assert (run.returncode, run.stderr) == (0, "")
