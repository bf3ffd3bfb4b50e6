"""The loop of the README, line by line, in a real terminal: from the English sample alone.

    TAIYAKU_NEW_PICTURES=1 uv run pytest tests/front/test_deepl_loop.py

records the run anew into `pictures/deepl-loop.txt`, to be looked at before it is kept.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.commands.demo import LOOP
from tui.sample import sample

if TYPE_CHECKING:
    from collections.abc import Iterator

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
RECORD = Path(__file__).parent / "pictures" / "deepl-loop.txt"
PATIENCE = 120.0
STEPS = (
    (("taiyaku translate en.txt", "Send 4,993 characters to"), ("y", "findings; taiyaku review")),
    (("taiyaku review en.txt ja.txt", "n goes to the first finding"),),
    (
        ("g 9 Enter", "Findings in 9: 1 open"),
        ("t", "Add a term"),
        ("Enter", "Added Mitsui E&S"),
        ("g 15 Enter", "Findings in 15: 1 open"),
        ("t", "Add a term"),
        ("Enter", "Added Sumitomo Chemical"),
        ("g 19 Enter", "Findings in 19: 1 open"),
        ("t", "Add a term"),
        ("Enter", "Added Idaho National Laboratory"),
    ),
    (("S", "At DeepL: 12 to add"), ("y", "At DeepL, read back and equal: 12 terms")),
    (
        ("M", "Send 960 characters to 127.0.0.1?"),
        ("y", "DeepL's Japanese has come"),
        ("M", "Old and new Japanese"),
    ),
    (("a", "4 of 4 paragraphs ticked"), ("Enter", "applied: Mitsui E&S = 三井E&S (2 of 2)")),
    (
        ("Escape", "New Japanese: 4 paragraphs"),
        ("w", "Write the Japanese with 4 paragraphs corrected"),
        ("Enter", "Written to ja.corrected.txt"),
    ),
)
"""For each line of the loop but the first: what is typed, and what must come of it."""


class Terminal:
    """Two windows of 80 by 24, in a tmux of their own."""

    def __init__(self, folder: Path, home: Path) -> None:
        self._socket, self._home = str(folder / "tmux"), home
        rc = folder / "rc"
        program = f"'{sys.executable}' -c 'from tui.cli import run; run()'"
        rc.write_text(f"PS1='$ '\ntaiyaku() {{ {program} \"$@\"; }}\n", encoding="utf-8")
        shell = f"bash --noprofile --rcfile '{rc}'"
        self._tmux("-f", os.devnull, "new-session", "-d", "-x", "80", "-y", "24", shell)
        self._tmux("set-option", "-g", "status", "off")
        self._tmux("new-window", "-d", "-t", ":1", shell)

    def line(self, text: str, window: int = 0) -> None:
        """Type a line and Enter."""
        self._tmux("send-keys", "-t", f":{window}", "-l", text)
        self.keys("Enter", window)

    def keys(self, keys: str, window: int = 0) -> None:
        """Press keys, with a moment after each."""
        for key in keys.split():
            self._tmux("send-keys", "-t", f":{window}", key)
            time.sleep(0.3)

    def shows(self, text: str, window: int = 0) -> str:
        """The screen, once a text stands on it and nothing moves any more."""
        until, before, screen = time.monotonic() + PATIENCE, "", ""
        while text not in screen or screen != before:
            assert time.monotonic() < until, f"{text!r} did not come:\n{screen}"
            time.sleep(0.3)
            before, screen = screen, self._tmux("capture-pane", "-p", "-t", f":{window}")
        return screen

    def end(self) -> None:
        self._tmux("kill-server")

    def _tmux(self, *words: str) -> str:
        ours = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": str(self._home)}
        ours |= {"PYTHONPATH": os.pathsep.join(sys.path), "XDG_CONFIG_HOME": str(self._home)}
        theirs = {k: v for k, v in os.environ.items() if not k.startswith(("DEEPL", "TAIYAKU"))}
        done = subprocess.run(
            ["tmux", "-u", "-S", self._socket, *words],
            cwd=self._home,
            env=theirs | ours,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    # Not in tmp_path: the path of a socket has to be short.
    with tempfile.TemporaryDirectory() as folder:
        started = Terminal(Path(folder), tmp_path)
        try:
            yield started
        finally:
            started.end()


def typed(line: str) -> str:
    """What is typed of a line of the loop, its remark left out."""
    return " ".join(line.split("#")[0].replace("Esc", "Escape").split())


def test_the_readme_tells_the_loop_in_the_eight_lines_of_the_demo() -> None:
    block = next(b for b in README.split("```text\n") if b.startswith("taiyaku demo"))
    assert tuple(block.split("\n```")[0].splitlines()) == LOOP
    assert len(LOOP) == 8


def test_the_loop_in_a_terminal(terminal: Terminal, tmp_path: Path) -> None:
    terminal.line(typed(LOOP[0]), 1)
    told = terminal.shows("Ctrl+C ends the stand-in.", 1).replace("\n$ ", "\n")
    for line in re.findall(r"^(?:cd|export) .*$", told, re.MULTILINE):
        terminal.line(line)
    terminal.line("clear")
    frames = []
    for line, steps in zip(LOOP[1:], STEPS, strict=True):
        keys = [keys for keys, _ in steps if keys != "y" or "taiyaku" not in line]
        assert typed(line) == " ".join(keys)
        for keys, seen in steps:
            if "taiyaku" in line:
                terminal.line(keys)
            else:
                terminal.keys(keys)
            frames.append(f"==== {keys}\n{terminal.shows(seen)}")
    terminal.keys("C-q")
    terminal.keys("C-c", 1)
    # Every paragraph was paid for once, and the four with a new term once more.
    terminal.shows("5,953 characters; nothing left here", 1)
    folder = tmp_path / "taiyaku-demo"
    text = (folder / "ja.corrected.txt").read_text(encoding="utf-8")
    right, wrong = ("三井E&S", "住友化学", "アイダホ国立研究所"), ("三井物産", "Idaho", "住友商事")
    assert [text.count(name) for name in right] == [2, 1, 1]
    # Sumitomo Corporation itself is in the text, too.
    assert [text.count(name) for name in wrong] == [0, 0, 1]
    assert (folder / "en.txt").read_bytes() == Path(sample()[0]).read_bytes()
    first = next(at for at, frame in enumerate(frames) if frame.startswith("==== S\n"))
    compare("\n".join(map(without_findings, frames[first:])))


def without_findings(frame: str) -> str:
    """A screen without its pane of findings, which is about other things than this loop."""
    lines = frame.rstrip().splitlines()
    pane = next((at for at, line in enumerate(lines) if line.startswith(" Findings in")), None)
    return "\n".join(lines if pane is None else [*lines[: pane + 1], " (...)", *lines[-3:]])


def compare(run: str) -> None:
    """The screens since the first word with DeepL, as recorded, but for what differs each time."""
    run = re.sub(r" \d\d:\d\d:\d\d\b", " hh:mm:ss", run)
    run = re.sub(r"E \d+  W \d+  i \d+", "E .  W .  i .", run)  # what other checks find
    run = re.sub(r"^  In /.*$", "  In (a folder of the test)", run, flags=re.MULTILINE)
    lines = [line.rstrip() for line in run.splitlines()]
    if os.environ.get("TAIYAKU_NEW_PICTURES"):
        RECORD.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == RECORD.read_text(encoding="utf-8").splitlines()
