"""One writer at a time: a lock that dies with the process that holds it."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_MOST: Final = 200
"""Bytes that are read of what the last holder left."""


class WriterLock:
    """An advisory lock on a file that names the process holding it, or says what the last one
    left in order.

    The kernel lets go of it when the process ends, however it ends. The file itself stays:
    removing it would let two windows lock two different files of the same name.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.left = ""
        """What the holder before us said when it let go; empty where it never came to that."""
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Whether the lock is now ours; OSError where the file cannot be made or locked."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self.left = _said(os.pread(descriptor, _MOST, 0))
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        except BlockingIOError:
            os.close(descriptor)
            return False
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        return True

    def holder(self) -> int | None:
        """The process that took the lock last; None where it has not signed yet."""
        try:
            return int(self.path.read_text("ascii"))
        except (OSError, ValueError):
            return None

    def release(self, left: str = "") -> None:
        """Let the next one in, who finds what is `left` said; does nothing when the lock is not
        ours."""
        if self._descriptor is not None:
            with suppress(OSError):  # nothing is said where the disk is full
                os.ftruncate(self._descriptor, 0)
                os.pwrite(self._descriptor, left.encode("ascii"), 0)
            os.close(self._descriptor)
            self._descriptor = None


def _said(data: bytes) -> str:
    """What stands in the file; empty where it is the number of a process, or damaged."""
    said = data.decode("ascii", "replace")
    return "" if said.isdecimal() else said
