"""By hand: a hundred thousand broken inputs of each kind, in as many processes as there are cores.

    uv run --all-extras python tests/faults/fuzz.py [KIND...] [--each 100000] [--seed 2]

An input that takes longer than some seconds is a failure, like every error that is none of ours;
what is printed with it makes it again. The memory is that of the whole run.
"""

from __future__ import annotations

import argparse
import collections
import resource
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))
from faults.breaking import broken, samples, tried

SECONDS = 10


def main() -> int:
    """How many inputs failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kinds", nargs="*", default=[*samples()])
    parser.add_argument("--each", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=1e9, help="of each kind at the most")
    chosen = parser.parse_args()
    return sum(_try(kind, chosen.each, chosen.seed, chosen.minutes) for kind in chosen.kinds)


def _try(kind: str, each: int, seed: int, minutes: float) -> int:
    ends: collections.Counter[str] = collections.Counter()
    slowest, start = 0.0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(each):
            random = Random(f"{kind} {seed} {number}")
            data = broken(kind, random)
            began = time.perf_counter()
            signal.alarm(SECONDS)
            try:
                ends[tried(kind, data, random, Path(folder))] += 1
            except Exception:  # noqa: BLE001 -- that is what is looked for
                ends["FAILED"] += 1
                print(f"{kind!r} seed {seed} number {number}", file=sys.stderr)
                traceback.print_exc(limit=-4)
            finally:
                signal.alarm(0)
            slowest = max(slowest, time.perf_counter() - began)
            if time.monotonic() - start > 60 * minutes:
                break
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{kind}: {dict(ends)}, slowest {slowest:.2f} s, memory {memory} MB", flush=True)
    return ends["FAILED"]


def _hang(*_: object) -> None:
    raise TimeoutError(f"more than {SECONDS} seconds")


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, _hang)
    sys.exit(bool(main()))
