"""What a person chose in the command list, kept for the next start: the theme and the language.

The file is ours and stands beside that of the person, `taiyaku.toml`, which counts more.
"""

from __future__ import annotations

import contextlib
import tomllib
from typing import TYPE_CHECKING

from corpus.formats.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

FILE = "chosen.toml"


def choices_file() -> Path:
    """Where it is kept; the file need not exist."""
    from platformdirs import user_config_path

    return user_config_path("taiyaku", appauthor=False) / FILE


def keep_choice(name: str, value: str) -> None:
    """Keep a plain word as the setting of that name. Raises UnwritableFile."""
    file, kept = choices_file(), {}
    with contextlib.suppress(OSError, ValueError, RecursionError):
        kept = tomllib.loads(file.read_text(encoding="utf-8"))
    with contextlib.suppress(OSError):  # what cannot be made cannot be written to, and that is said
        file.parent.mkdir(parents=True, exist_ok=True)
    lines = [f'{key} = "{word}"\n' for key, word in (kept | {name: value}).items()]
    write_atomically(file, "".join(lines).encode())
