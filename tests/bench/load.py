"""By hand: much of everything. Does anything grow that should not?

    uv run --all-extras python tests/bench/load.py review [UNITS ACTIONS]
    uv run --all-extras python tests/bench/load.py glossary [TERMS]
    uv run --all-extras python tests/bench/load.py documents [COUNT]

`review`: a scripted person in the app, with a bitext of 100,000 units, for 5,000 actions.
`glossary`: `taiyaku check` with a glossary of 1,000,000 terms. `documents`: 10,000 documents
reviewed in one workspace, one after the other.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from tui.app import TaiyakuApp
from tui.inputs import Input
from tui.pipeline import open_session
from tui.screens.review import ReviewScreen
from tui.settings import Settings

_PAIRS = (
    ("Mitsui E&S will build crane {}.", "三井物産E&Sが{}号クレーンを建造する。"),
    ("The harbour opened after {} days.", "この港は{}日後に開かれた。"),
    ("Snow fell for {} days in the north.", "北部では雪が{}日間降り続いた。"),
    ("The company sold {} ships.", "同社は{}隻の船を売却した。"),
)
_ROUND = (
    ("n",), ("a",), ("c",), ("down",), ("e", "x", "escape"), ("u",), ("n",), ("i",), ("pagedown",)
)  # fmt: skip
"""What the person presses, over and over."""
_PART = 500


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
        chosen = Settings(workspace=Path(folder) / "w.db")
        session = open_session(Input(str(path)), chosen, later=True)
        print(f"opened in {time.perf_counter() - start:.1f} s, {_megabytes()} MB", flush=True)
        start = time.perf_counter()
        session.judge_on()
        print(f"judged in {time.perf_counter() - start:.1f} s, {_megabytes()} MB", flush=True)
        took: list[float] = []
        async with TaiyakuApp(ReviewScreen(session)).run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            for number in range(actions):
                began = time.perf_counter()
                await pilot.press(*_ROUND[number % len(_ROUND)])
                await pilot.pause()
                took.append(time.perf_counter() - began)
                if number % _PART == _PART - 1:
                    part = sorted(took[-_PART:])
                    print(
                        f"actions to {number + 1}: median {statistics.median(part) * 1000:.0f} ms,"
                        f" slowest of twenty {part[-_PART // 20] * 1000:.0f} ms, {_megabytes()} MB",
                        flush=True,
                    )
        session.close()


def _glossary(terms: int = 1_000_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, units = Path(folder) / "terms.csv", Path(folder) / "units.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.write("source,target\n")
            file.writelines(f"Quay {n:x} Works,第{n:x}岸壁工業\n" for n in range(terms))
        _bitext(units, 1_000)
        words = ["check", str(units), "--glossary", str(path), "-o", str(Path(folder) / "out.txt")]
        for run in ("first", "second"):
            start = time.perf_counter()
            code = "from tui.cli import run; run()"
            done = subprocess.run(
                ["/usr/bin/env", "python", "-c", code, *words], env=os.environ, check=False
            )
            took = time.perf_counter() - start
            print(f"{run} check with {terms:,} terms: {took:.1f} s, exit code {done.returncode}")


def _documents(count: int = 10_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        chosen = Settings(names=False, workspace=Path(folder) / "w.db")
        took: list[float] = []
        for number in range(count):
            path = Path(folder) / f"{number}.jsonl"
            _bitext(path, 5)
            began = time.perf_counter()
            session = open_session(Input(str(path)), chosen)
            session.edit(f"{number}番目の文書の文。", 1)
            session.confirm()
            session.close()
            took.append(time.perf_counter() - began)
            path.unlink()
            if (number + 1) % (count // 10) == 0:
                part = statistics.median(took[-count // 10 :])
                size = chosen.workspace.stat().st_size // 1024**2 if chosen.workspace else 0
                print(
                    f"to document {number + 1}: {part * 1000:.0f} ms each, {_megabytes()} MB,"
                    f" workspace {size} MB",
                    flush=True,
                )


if __name__ == "__main__":
    what, *numbers = sys.argv[1:]
    given = [int(number) for number in numbers]
    if what == "review":
        asyncio.run(_review(*given))
    else:
        {"glossary": _glossary, "documents": _documents}[what](*given)
