"""Ten thousand broken files of each kind, by hand:

uv run python tests/bench/mutate_files.py [KIND...] [--each 10000] [--seed 2]

A file that takes longer than some seconds is a failure, like every error that is none of ours.
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
from texts.mutating import SAMPLES, mutated, tried

SECONDS = 10


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("kinds", nargs="*", default=[*SAMPLES])
    parser.add_argument("--each", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=2)
    chosen = parser.parse_args()
    for kind in chosen.kinds:
        _try(kind, chosen.each, chosen.seed)


def _try(kind: str, each: int, seed: int) -> None:
    random = Random(f"{kind} {seed}")
    ends: collections.Counter[str] = collections.Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(each):
            data = mutated(kind, random)
            began = time.perf_counter()
            signal.alarm(SECONDS)
            try:
                ends[tried(kind, data, Path(folder))] += 1
            except Exception:  # noqa: BLE001 -- that is what is looked for
                ends["FAILED"] += 1
                Path(f"/tmp/failed.{number}.{kind}").write_bytes(data)  # noqa: S108
                traceback.print_exc(limit=-3)
            finally:
                signal.alarm(0)
            slowest = max(slowest, time.perf_counter() - began)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{kind}: {dict(ends)}, slowest {slowest:.2f} s, memory {memory} MB", flush=True)


def _hang(*_: object) -> None:
    raise TimeoutError(f"more than {SECONDS} seconds")


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, _hang)
    main()
