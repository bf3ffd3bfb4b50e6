"""By hand: much of everything. Does anything grow that should not?

    uv run --all-extras python tests/bench/load.py review [UNITS ACTIONS]
    uv run --all-extras python tests/bench/load.py glossary [TERMS]
    uv run --all-extras python tests/bench/load.py documents [COUNT]

`review`: a scripted person in the app, with a bitext of 100,000 units, for 5,000 actions.
`glossary`: a glossary of 1,000,000 terms is checked with, opened and taken into the workspace.
`documents`: a workspace in which 10,000 documents were reviewed, beside an empty one.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from corpus.workspace.journal import Change, Field, UnitStatus
from corpus.workspace.store import Workspace
from tui.app import TaiyakuApp
from tui.inputs import Input
from tui.pipeline import open_session
from tui.screens.review import ReviewScreen
from tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

_PAIRS = (
    ("Mitsui E&S will build crane {}.", "三井物産E&Sが{}号クレーンを建造する。"),
    ("The harbour opened after {} days.", "この港は{}日後に開かれた。"),
    ("Snow fell for {} days in the north.", "北部では雪が{}日間降り続いた。"),
    ("The company sold {} ships.", "同社は{}隻の船を売却した。"),
)
_TERMS = "source,target,status\nMitsui E&S,三井E&S,\nMitsui E&S,三井物産E&S,deprecated\n"
_ACTIONS = {
    "next": ("down",),
    "next finding": ("n",),
    "mend": ("a",),
    "confirm": ("c",),
    "previous": ("up",),
    "edit and keep": ("e", "x", "escape"),
    "undo": ("u",),
    "find and waive": ("n", "i"),
    "page": ("pagedown",),
    "end": ("end",),
    "confirm at the end": ("c",),
    "search": ("slash", "c", "r", "a", "n", "e", "enter"),
    "next hit": ("n",),
    "end of the search": ("escape",),
    "filter": ("f", "enter"),
    "next of the filter": ("down",),
    "end of the filter": ("escape",),
}
"""What the person presses, over and over."""
_PART = 500
Taken: TypeAlias = list[tuple[str, float]]
"""What was done, and the seconds of processor time that it took."""


def _megabytes() -> int:
    """What the process holds now."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmRSS:")[1].split()[0]) // 1024


def _bitext(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            english, japanese = _PAIRS[n % len(_PAIRS)]
            unit = {"id": str(n), "source": english.format(n), "target": japanese.format(n)}
            file.write(json.dumps(unit, ensure_ascii=False) + "\n")


async def _review(units: int = 100_000, actions: int = 5_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "units.jsonl"
        _bitext(path, units)
        start = time.perf_counter()
        terms = Path(folder) / "terms.csv"
        terms.write_text(_TERMS, encoding="utf-8")
        # One check, since judging is not what is measured here.
        chosen = Settings(
            glossary=(str(terms),),
            names=False,
            select=("deprecated-rendering",),
            workspace=Path(folder) / "w.db",
        )
        session = open_session(Input(str(path)), chosen, later=True)
        print(f"opened in {time.perf_counter() - start:.1f} s, {_megabytes()} MB", flush=True)
        start = time.perf_counter()
        session.judge_on()
        print(f"judged in {time.perf_counter() - start:.1f} s, {_megabytes()} MB", flush=True)
        took: list[tuple[str, float]] = []
        names = [*_ACTIONS]
        async with TaiyakuApp(ReviewScreen(session)).run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            for number in range(actions):
                name = names[number % len(names)]
                began = time.process_time()
                await pilot.press(*_ACTIONS[name])
                await pilot.pause()
                took.append((name, time.process_time() - began))
                if number % _PART == _PART - 1:
                    part = sorted(seconds for _, seconds in took[-_PART:])
                    print(
                        f"actions to {number + 1}: median {statistics.median(part) * 1000:.0f} ms,"
                        f" slowest of twenty {part[-_PART // 20] * 1000:.0f} ms, {_megabytes()} MB",
                        flush=True,
                    )
                    _beside("first", took[:_PART], "last", took[-_PART:])
        print(f"{session.changed} changed, {session.confirmed} confirmed")
        session.close()


def _beside(one: str, early: Taken, other: str, late: Taken) -> None:
    """Medians by what was done, in milliseconds of processor time."""
    said = []
    for name in _ACTIONS:
        medians = (
            statistics.median([s for n, s in part if n == name] or [0]) * 1000
            for part in (early, late)
        )
        said.append(f"{name} {' to '.join(f'{median:.0f}' for median in medians)}")
    print(f"  {one} to {other}: {', '.join(said)}", flush=True)


_GLOSSARY = {
    "check": "from tui.cli import run; run()",
    "open the review": """
import sys
from pathlib import Path
from tui.inputs import Input
from tui.pipeline import open_session
from tui.settings import Settings
folder = Path(sys.argv[1])
chosen = Settings(glossary=(str(folder / "terms.csv"),), workspace=folder / "w.db")
open_session(Input(str(folder / "units.jsonl")), chosen, later=True).close()
""",
    "take into the workspace": """
import sys
from pathlib import Path
from corpus.workspace.store import Workspace
from glossary.termbase import Termbase
from tui.terminology import exchange
from tui.terminology.books import Alone
from tui.terminology.desk import Desk
folder = Path(sys.argv[1])
with Workspace.open(folder / "w.db") as workspace:
    desk = Desk(Alone(workspace, Termbase.of(())))
    print(desk.take_in(exchange.read(folder / "terms.csv")), "rows")
""",
    "check with those of the workspace": "from tui.cli import run; run()",
}
"""What is done with the terms, each in a process of its own."""


def _glossary(terms: int = 1_000_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, units, out = (str(Path(folder) / n) for n in ("terms.csv", "units.jsonl", "out.txt"))
        with Path(path).open("w", encoding="utf-8") as file:
            file.write("source,target\n")
            file.writelines(f"Quay {n:x} Works,第{n:x}岸壁工業\n" for n in range(terms))
        _bitext(Path(units), 1_000)
        kept = ["--workspace", str(Path(folder) / "w.db")]
        words = {
            "check": ["check", units, "--glossary", path, "-o", out],
            "check with those of the workspace": ["check", units, "-o", out, *kept],
        }
        for what, code in _GLOSSARY.items():
            for run in ("first", "second") if what == "check" else ("",):
                _measured(f"{what} {run}".strip(), code, words.get(what, [folder]))


def _measured(what: str, code: str, words: list[str]) -> None:
    """Run a process and say what it took."""
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", code, *words])
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    print(
        f"{what}: {time.perf_counter() - start:.1f} s, of processor time"
        f" {used.ru_utime + used.ru_stime:.1f} s, at most {used.ru_maxrss // 1024} MB,"
        f" exit code {child.returncode}",
        flush=True,
    )


def _filled(path: Path, count: int) -> None:
    """A workspace in which so many documents were reviewed, each with an edit, confirmed."""
    with Workspace.open(path) as workspace:
        workspace._database.rows("PRAGMA synchronous = OFF")
        for number in range(count):
            work = workspace.work("", str(path.with_name(f"{number}.jsonl")))
            machine, source = f"この港は{number}日後に開かれた。", f"It opened after {number} days."
            edit = [Change(Field.TEXT, "1", None, f"{number}番目の文書の文。")]
            work.record("edit 2", edit, machine_texts={"1": machine}, source_texts={"1": source})
            work.record("confirm 2", [Change(Field.STATUS, "1", None, UnitStatus.CONFIRMED)])
            work.clean_close()


def _documents(count: int = 10_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        units, full, empty = (Path(folder) / name for name in ("new.jsonl", "full.db", "empty.db"))
        _bitext(units, 5)
        _filled(full, count)
        _filled(empty, 0)
        print(f"{count} documents: {full.stat().st_size // 1024} kB", flush=True)
        beside = _with_workspace(full, units)
        for what, act in _with_workspace(empty, units).items():
            less, more = (
                statistics.median(_processor(each) for _ in range(7)) * 1000
                for each in (act, beside[what])
            )
            print(f"{what:>28}: {less:.1f} and {more:.1f} ms, {more / less:.2f} times", flush=True)


def _with_workspace(path: Path, units: Path) -> dict[str, Callable[[], object]]:
    """What is done with a workspace; commands are processes of their own."""
    chosen = Settings(names=False, workspace=path)

    def listed() -> None:
        with Workspace.open(path, read_only=True) as workspace:
            workspace.latest()

    def edited() -> None:
        session = open_session(Input(str(units)), chosen)
        session.edit(str(time.time()))
        session.close()

    def command(*words: str) -> Callable[[], object]:
        run = [sys.executable, "-c", "from tui.cli import run; run()", *words]
        return lambda: subprocess.run(
            [*run, "--workspace", str(path)], check=False, capture_output=True
        )

    return {
        "open and close": lambda: Workspace.open(path).close(),
        "list the last ones": listed,
        "open a review and close it": lambda: open_session(Input(str(units)), chosen).close(),
        "open it, edit, close": edited,
        "taiyaku check": command("check", str(units)),
        "taiyaku doctor": command("doctor"),
        "taiyaku changes": command("changes", str(units)),
    }


def _processor(act: Callable[[], object]) -> float:
    """Seconds of processor time, of child processes too."""
    before = _used()
    act()
    return _used() - before


def _used() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


if __name__ == "__main__":
    what, *numbers = sys.argv[1:]
    given = [int(number) for number in numbers]
    if what == "review":
        asyncio.run(_review(*given))
    else:
        {"glossary": _glossary, "documents": _documents}[what](*given)
