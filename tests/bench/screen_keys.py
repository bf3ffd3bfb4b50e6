"""How fast keys are answered in a real terminal: run by hand.

    uv run python tests/bench/screen_keys.py [PAIRS ...]

The review runs behind a pseudo-terminal. A key is answered when the first byte of the new screen
arrives; held keys are pressed 30 times a second, and what is drawn after the last is the backlog.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

from screen_speed import pairs

KEYS = (("Down", b"\x1b[B", 40), ("n", b"n", 20), ("PgDn", b"\x1b[6~", 10), ("End", b"\x1b[F", 1))
HELD = 90
READY = b"Findings in"
_JUDGED = 3.0
"""Seconds without a change of the screen after which the text has been judged."""


def measure(number: int, folder: Path) -> None:
    """Print the table for a bitext of so many pairs."""
    path = folder / f"{number}.jsonl"
    units = (
        {"id": str(n), "source": english, "target": japanese}
        for n, (english, japanese) in enumerate(pairs(number))
    )
    path.write_text("\n".join(json.dumps(unit) for unit in units), encoding="utf-8")
    process, terminal = pty.fork()
    if not process:
        os.environ |= {"TAIYAKU_WORKSPACE": str(folder / "w.db"), "TERM": "xterm-256color"}
        os.execv(  # noqa: S606
            sys.executable,
            [sys.executable, "-c", "from tui.cli import run; run()", "review", str(path)],
        )
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    start, screen = time.perf_counter(), b""
    while READY not in screen:
        screen += os.read(terminal, 1 << 16)
    print(f"{number} pairs\n  opened and painted {time.perf_counter() - start:.2f} s", flush=True)
    drained(terminal, _JUDGED)
    print(f"  judged, all of it  {time.perf_counter() - start - _JUDGED:.2f} s", flush=True)
    for name, key, times in KEYS:
        waited, written = zip(*(answered(terminal, key) for _ in range(times)), strict=True)
        print(
            f"  {name:<6} first byte {statistics.median(waited) * 1000:6.1f} ms median"
            f" {max(waited) * 1000:6.1f} most, {statistics.median(written):.0f} bytes"
        )
    held(terminal)
    status = Path(f"/proc/{process}/status")
    if status.exists():
        print("  " + next(x for x in status.read_text().splitlines() if x.startswith("VmHWM")))
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)


def answered(terminal: int, key: bytes) -> tuple[float, int]:
    """Seconds until the first byte comes back, and how many come."""
    start = time.perf_counter()
    os.write(terminal, key)
    select.select([terminal], [], [], 5)
    return time.perf_counter() - start, drained(terminal)


def drained(terminal: int, quiet: float = 0.15) -> int:
    """Read until nothing comes for a while; how many bytes."""
    count = 0
    while select.select([terminal], [], [], quiet)[0]:
        count += len(os.read(terminal, 1 << 16))
    return count


def held(terminal: int) -> None:
    """Hold Up for three seconds."""
    start = time.perf_counter()
    for press in range(1, HELD + 1):
        os.write(terminal, b"\x1b[A")
        while (left := start + press / 30 - time.perf_counter()) > 0:
            if select.select([terminal], [], [], left)[0]:
                os.read(terminal, 1 << 16)
    end = last = time.perf_counter()
    while select.select([terminal], [], [], 0.3)[0]:
        os.read(terminal, 1 << 16)
        last = time.perf_counter()
    print(f"  Up held for 3 s, drawn {last - end:.2f} s longer")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        for wanted in map(int, sys.argv[1:] or ["2000"]):
            measure(wanted, Path(made))
