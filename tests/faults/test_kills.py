"""A review that is killed at any moment loses nothing that it has said is done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import Random
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from tui.inputs import Input
from tui.pipeline import open_session
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM = Path(__file__).with_name("kill.py")
MAIN = "from tui.cli import run; run()"


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_at_random_moments_a_review_goes_on_where_it_was(seed: int) -> None:
    """`python tests/faults/kill.py 1000` does the same a thousand times."""
    run = subprocess.run(
        [sys.executable, str(PROGRAM), "8", str(seed)], capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "8 kills, 0 faults" in run.stdout


def talked(folder: Path, lines: Sequence[str], seconds: float) -> list[str]:
    """Say the lines to `taiyaku review --plain`, kill it so long after the first answer, and hear
    what it had answered."""
    words = ["review", "--plain", "--no-names", "--workspace", "w.db", "en.txt", "ja.txt"]
    with subprocess.Popen(
        [sys.executable, "-c", MAIN, *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as talk:
        assert talk.stdin is not None
        assert talk.stdout is not None
        talk.stdin.writelines(f"{line}\n" for line in lines)
        talk.stdin.flush()
        first = talk.stdout.readline()
        timer = Timer(seconds, talk.kill)
        timer.start()
        said = [first, *talk.stdout.read().split("\n")[:-1]]
        timer.join()
        talk.kill()
    return said


@pytest.mark.parametrize("seed", range(4))
def test_what_the_conversation_has_answered_is_kept(seed: int, tmp_path: Path) -> None:
    count = 60
    english = "\n\n".join(f"Line {n} was opened." for n in range(1, count + 1))
    japanese = "\n\n".join(f"{n}号線が開通した。" for n in range(1, count + 1))
    (tmp_path / "en.txt").write_text(english, encoding="utf-8")
    (tmp_path / "ja.txt").write_text(japanese, encoding="utf-8")
    lines = [
        line
        for n in range(1, count + 1)
        for line in (str(n), "e", f"{n}号線がついに開通した。", "c", "w", "")
    ]
    said = talked(tmp_path, lines, Random(seed).uniform(0, 0.5))
    edited = sum("Open in it now" in line for line in said)
    confirmed = sum("Confirmed; " in line for line in said)
    written = sum("Written to" in line for line in said)
    item = Input(str(tmp_path / "ja.txt"), str(tmp_path / "en.txt"))
    session = open_session(item, Settings(names=False, workspace=tmp_path / "w.db"))
    texts = [session.unit(at).target for at in range(count)]
    assert texts[:edited] == [f"{n}号線がついに開通した。" for n in range(1, edited + 1)]
    assert session.confirmed in (confirmed, confirmed + 1)
    session.close()
    file = tmp_path / "ja.corrected.txt"
    done = file.read_text("utf-8").count("ついに") if file.exists() else 0
    assert done in (written, written + 1)
    assert not file.exists() or file.read_text("utf-8").count("開通した。") == count
    assert (tmp_path / "ja.txt").read_text("utf-8") == japanese
