"""Where a command's output goes: stdout, or a file that is there whole or not at all."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpus.formats.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO


@contextmanager
def output(path: Path | None) -> Iterator[TextIO]:
    """A stream to write to. A file is replaced only when the block ends without an error."""
    if path is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    text = io.StringIO()
    yield text
    write_atomically(path, text.getvalue().encode("utf-8", "backslashreplace"))
