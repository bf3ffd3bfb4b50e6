"""Asking a person on the command line: whether to pay, and which Japanese to take."""

from __future__ import annotations

import sys

from corpus.errors import TaiyakuError
from tui.console import one_line


def ask(question: str) -> None:
    """Raises TaiyakuError for anything but yes, and where nobody can be asked."""
    if not sys.stdin.isatty():
        raise TaiyakuError("nobody is here to agree to the cost", "--yes agrees beforehand")
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise TaiyakuError("nothing was sent", "as you wished")


class Consent:
    """Asks whether new Japanese may take the place of older; `a` is yes to all."""

    def __init__(self, *, yes: bool) -> None:
        self._all = yes

    def __call__(self, english: str, old: str, new: str) -> bool:
        if self._all:
            return True
        if not sys.stdin.isatty():
            return False
        sys.stderr.write(f"\n{one_line(english)}\n- {one_line(old)}\n+ {one_line(new)}\n")
        sys.stderr.write("Take the new one? [y/N/a] ")
        sys.stderr.flush()
        answer = sys.stdin.readline().strip().lower()
        self._all = answer in ("a", "all")
        return self._all or answer in ("y", "yes")
