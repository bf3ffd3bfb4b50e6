"""Where a command's output goes: stdout, or a file that is there whole or not at all."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from corpus.errors import UnwritableFile
from corpus.formats.files import replacing
from corpus.told import told
from tui.display.printable import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO


@contextmanager
def output(
    path: Path | None,
    inputs: Iterable[str] = (),
    *,
    replaces: bool = True,
    coloured: bool = False,
) -> Iterator[TextIO]:
    """A stream to write to. A file is replaced only when the block ends without an error.

    On a terminal what it would obey is shown in pictures, unless what is written is `coloured`:
    who writes it has seen to that with each text by itself.

    Raises UnwritableFile at once where the file is one of the `inputs`, and where there is one
    that it must not be put in place of (`replaces`).
    """
    if path is None:
        guarded = sys.stdout.isatty() and not coloured
        yield cast("TextIO", _Shown(sys.stdout)) if guarded else sys.stdout
        sys.stdout.flush()
        return
    if any(path.resolve() == Path(name).resolve() for name in inputs):
        raise UnwritableFile(
            told("{} is read here, and would be lost", path), "write to another file"
        )
    if not replaces:
        unoccupied(path)
    with replacing(path) as file:
        text = io.TextIOWrapper(file, "utf-8", errors="backslashreplace", newline="\n")
        yield text
        text.flush()
        text.detach()


def unoccupied(path: Path) -> None:
    """Raises UnwritableFile where a file stands at `path`. For what people go on to work in: what
    they did there would be lost. Reports, which are made again and again, are replaced."""
    if path.is_file():
        raise UnwritableFile(
            told("there is a {}", path), "name another file, or take that one away"
        )


class _Shown(io.TextIOBase):
    """A terminal that is written to by texts which must not steer it."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal

    def write(self, text: str) -> int:
        return self._terminal.write(harmless(text))

    def flush(self) -> None:
        self._terminal.flush()
