"""One writer at a time: a lock that dies with the process that holds it."""

from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class WriterLock:
    """An advisory lock on a file that names the process holding it.

    The kernel lets go of it when the process ends, however it ends. The file itself stays:
    removing it would let two windows lock two different files of the same name.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Whether the lock is now ours; OSError where the file cannot be made or locked."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
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

    def release(self) -> None:
        """Let the next one in; does nothing when the lock is not ours."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
