"""The key of a translation engine: where it comes from, and how it is shown.

In this order: the environment (DEEPL_AUTH_KEY), standard input where asked for, the keyring of
the system (extra `keyring`), a file that nobody else can read. Never an argument of a command,
which every process of the machine can see.
"""

from __future__ import annotations

import importlib
import os
import stat
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.errors import NotAllowed
from corpus.told import reason, told
from tui.language import tr

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = "DEEPL_AUTH_KEY"
SERVER_VARIABLE = "DEEPL_SERVER_URL"
FILE = "deepl.key"
_KEYRING = ("deepl", VARIABLE)
"""The same entry that DeepL's own command line uses."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key with where it was found; its text is in no representation."""

    text: str = field(repr=False)
    origin: str

    @property
    def free(self) -> bool:
        """Whether it belongs to the free plan."""
        return self.text.endswith(":fx")

    def __str__(self) -> str:
        """The last four characters and the plan, for people."""
        shown = self.text.removesuffix(":fx")
        last = shown[-4:] if len(shown) > 12 else ""
        if self.free:
            return tr("…{} (free, from {})", last, self.origin)
        return tr("…{} (pro, from {})", last, self.origin)


def key(*, from_stdin: bool = False) -> Key:
    """The key. Raises NotAllowed where there is none, or where others can read its file."""
    if text := os.environ.get(VARIABLE, "").strip():
        return Key(text, VARIABLE)
    if from_stdin:
        if text := sys.stdin.readline().strip():
            return Key(text, "standard input")
        raise NotAllowed("no DeepL key on standard input", "Give it as the first line.")
    found = _from_keyring() or _from_file(key_file())
    if found is None:
        raise NotAllowed(
            "no DeepL key",
            told(
                "Set {}, or save one: taiyaku usage --save-key < FILE. "
                "Without a key: taiyaku demo --deepl",
                VARIABLE,
            ),
        )
    return found


def key_file() -> Path:
    """Where a key is saved."""
    from platformdirs import user_config_path

    return user_config_path("taiyaku", appauthor=False) / FILE


def save(text: str) -> Path:
    """Save a key where the user alone can read it, and return the file."""
    if not text.strip():
        raise NotAllowed("no DeepL key on standard input", "Give it as the first line.")
    file = key_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text.strip() + "\n")
    except OSError as error:
        raise NotAllowed(
            told("{}: {}", file, reason(error)), told("Set {} instead.", VARIABLE)
        ) from error
    return file


def _from_keyring() -> Key | None:
    try:
        keyring = importlib.import_module("keyring")  # an extra
    except ImportError:
        return None
    try:
        text = keyring.get_password(*_KEYRING)
    except keyring.errors.KeyringError:
        return None
    return Key(text.strip(), "the keyring") if text and text.strip() else None


def _from_file(file: Path) -> Key | None:
    try:
        if not file.is_file():
            return None
        if stat.S_IMODE(file.stat().st_mode) & 0o077:
            raise NotAllowed(told("{} can be read by others", file), told("chmod 600 {}", file))
        text = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise NotAllowed(told("{} cannot be read", file), "check the file and its rights") from None
    return Key(text, str(file)) if text else None
