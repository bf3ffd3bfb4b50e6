"""A process killed at any moment loses nothing that it was told is recorded."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from corpus.workspace.store import Workspace

if TYPE_CHECKING:
    from pathlib import Path

# Two units always get the same number in one step; every step that has returned is printed.
WRITER = """
import sys
from itertools import count
from pathlib import Path
from corpus.workspace.journal import Change, Field
from corpus.workspace.store import Workspace

work = Workspace.open(Path(sys.argv[1])).work("en.txt", "ja.txt")
start = int(work.states()["a"].text or 0) if work.states() else 0
for number in count(start + 1):
    text = f"{number}"
    changes = [Change(Field.TEXT, unit, None, text) for unit in "ab"]
    work.record(text, changes, machine_texts={"a": "machine"})
    if number % 5 == 0:
        work.undo()
        work.redo()
    work.keep_draft("c", text)
    print(number, flush=True)
"""


def _last_reported(path: Path, seconds: float) -> int:
    """Let the writer work so long after its first report, kill it, and hear what it said."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        threading.Event().wait(seconds)
        writer.kill()
        # The last line may be cut short: only whole ones were reported.
        rest = writer.stdout.read().split("\n")[:-1]
    return int(rest[-1] if rest else first)


@pytest.mark.parametrize("seed", range(4))
def test_every_reported_step_survives_a_kill_and_none_is_half_there(
    tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "workspace.db"
    moments = random.Random(seed)
    for _ in range(2):
        reported = _last_reported(path, moments.uniform(0, 0.2))
        with Workspace.open(path) as workspace:
            assert not workspace.read_only
            assert workspace.recovered is None
            work = workspace.work("en.txt", "ja.txt")
            assert work.was_cut_off
            states = work.states()
            last = int(states["a"].text or 0)
            # The step at hand may have been written and not been reported any more, or have
            # been caught between its undo and its redo.
            assert last in (reported, reported + 1)
            assert states["b"] == states["a"]
            history = work.history()
            assert [int(step.label) for step in history] == list(range(1, last + 1))
            assert all(len(step.changes) == 2 for step in history)
            assert int(work.drafts()["c"]) in (last, last - 1)
            assert workspace.remembered("machine") == str(last)
