"""Whether a workspace file is as its last writer left it, so that it need not be read through.

A seal tells one state of a file from every later one: by where it lies, how long it is and when
it was last touched. It stands in the lock file from one writer's end to the next one's start. A
writer that was killed leaves none, and another program that touches the file breaks it.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def sealed(path: Path) -> str:
    """The seal of a file that is closed; empty where there can be none.

    There is none while a log lies beside it, from which something is still to be taken in, nor
    where the file belongs to somebody else.
    """
    if path.with_name(path.name + "-wal").exists():
        return ""
    # The kernel's own times go by ticks of some milliseconds, in which a file can change twice.
    now = time.time_ns()
    try:
        os.utime(path, ns=(now, now))
        return _seal(path)
    except OSError:
        return ""


def holds(seal: str, path: Path) -> bool:
    """Whether nobody has touched the file since it was `sealed`, and no log lies beside it."""
    if not seal or path.with_name(path.name + "-wal").exists():
        return False
    try:
        return seal == _seal(path)
    except OSError:
        return False


def _seal(path: Path) -> str:
    known = path.stat()
    return f"sealed {known.st_ino} {known.st_size} {known.st_mtime_ns} {known.st_ctime_ns}"
