"""By hand: `taiyaku translate`, interrupted at random, against the stand-in.

    uv run python tests/bench/deepl_interruptions.py 200

A run is killed (kill -9), its connection cut before or after the work was counted, or its quota
used up; then it is started again, and at last once more with leave to send again what has no
answer. Printed is how many paragraphs were paid twice without that leave, and how many got lost.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from corpus.engines.stand_in import Fault, StandIn

KINDS = ("kill", "cut before", "cut after", "quota")
SECTIONS, PARAGRAPHS = 6, 5
_MAIN = "import sys; from tui.cli import run; run()"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one interruption did, in paragraphs."""

    kind: str
    twice: int
    """Paid twice though nobody agreed to it."""
    lost: int
    """Without Japanese in the end."""
    asked: int
    """Sent without an answer: the person is asked about them."""
    leaked: bool
    """Whether the key stood in any output or in the workspace."""


def interrupted(kind: str, chance: random.Random, folder: Path) -> Outcome:
    """Interrupt one translation in an empty folder, take it up again, and count."""
    sections = [
        [f"Section {n}", *(f"In section {n}, line {m} says {n * m}." for m in range(PARAGRAPHS))]
        for n in range(SECTIONS)
    ]
    texts = [text for section in sections for text in section]
    (folder / "en.txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    with StandIn({text: f"第{n}段落です。" for n, text in enumerate(texts)}) as server:
        said = _break(kind, chance, server, folder, sum(map(len, texts)))
        server.switches.limit = 10**6
        server.switches.faults.clear()
        said += _run(server, folder)
        before_leave = Counter(server.billed)
        asked = len(texts) - len(_done(folder))
        said += _run(server, folder, "--resend")
        lost = len(texts) - len(_done(folder))
    key = _key(server).encode()
    stored = b"".join(f.read_bytes() for f in folder.rglob("*") if f.is_file())
    return Outcome(
        kind,
        twice=sum(count - 1 for count in before_leave.values()),
        lost=lost,
        asked=asked,
        leaked=key in said or key in stored,
    )


def _break(
    kind: str, chance: random.Random, server: StandIn, folder: Path, characters: int
) -> bytes:
    at = chance.randrange(SECTIONS)
    good = [Fault(delay=chance.uniform(0, 0.04)) for _ in range(SECTIONS)]
    if kind == "quota":
        server.switches.limit = chance.randrange(characters)
    elif kind.startswith("cut"):
        good[at] = Fault(cut=True, billed=kind == "cut after")
    server.switches.faults.extend(good)
    if kind != "kill":
        return _run(server, folder)
    started = _started(server, folder)
    while started.poll() is None and _translations(server) <= at:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.06))
    started.kill()
    return b"".join(started.communicate())


def _run(server: StandIn, folder: Path, *more: str) -> bytes:
    return b"".join(_started(server, folder, *more).communicate(timeout=60))


def _started(server: StandIn, folder: Path, *more: str) -> subprocess.Popen[bytes]:
    given = {"DEEPL_SERVER_URL": server.url, "DEEPL_AUTH_KEY": _key(server)}
    own = {"TAIYAKU_WORKSPACE": str(folder / "w.db"), "HOME": str(folder)}
    return subprocess.Popen(
        [sys.executable, "-c", _MAIN, "translate", "en.txt", "--yes", "--no-names", *more],
        cwd=folder,
        env=os.environ | given | own,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _key(server: StandIn) -> str:
    return f"SECRET-{server.__class__.__name__}-0123456789:fx"


def _translations(server: StandIn) -> int:
    return sum(r.path == "/v2/translate" for r in server.requests)


def _done(folder: Path) -> list[str]:
    file = folder / "ja.txt"
    lines = file.read_text(encoding="utf-8").split("\n\n") if file.exists() else []
    return [line for line in lines if line.startswith("第")]


def main(rounds: int, seed: int = 1) -> None:
    """Interrupt so often, and print a line for each kind."""
    chance = random.Random(seed)
    found: list[Outcome] = []
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            found.append(interrupted(KINDS[number % len(KINDS)], chance, Path(folder)))
    print("| interruption | runs | paid twice | lost | asked about | key shown |")
    print("| --- | --- | --- | --- | --- | --- |")
    for kind in KINDS:
        own = [o for o in found if o.kind == kind]
        sums = (sum(o.twice for o in own), sum(o.lost for o in own), sum(o.asked for o in own))
        print(
            f"| {kind} |", len(own), *(f"| {s}" for s in (*sums, sum(o.leaked for o in own))), "|"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
