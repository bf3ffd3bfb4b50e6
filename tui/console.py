"""Writing to a terminal or a pipe: UTF-8 always, and nothing of a text that could steer it."""

from __future__ import annotations

import io
import os
import sys
import time
from typing import TYPE_CHECKING, TypeVar

from tui.display.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")

_PATIENCE = 1.0
"""Seconds of work after which a person wants to know that it goes on."""


def one_line(text: str) -> str:
    """`text` on one line: white space as single blanks, nothing in it that steers a terminal."""
    return " ".join(printable(text).split())


def prepare() -> None:
    """UTF-8 on stdin, stdout and stderr, whatever the locale says."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def has_screen() -> bool:
    """Whether the app can be shown: in a terminal, or by another driver, as in a browser."""
    return "TEXTUAL_DRIVER" in os.environ or (sys.stdin.isatty() and sys.stdout.isatty())


def complain(message: str, hint: str) -> None:
    """The two lines of an error, on stderr."""
    print(f"error: {one_line(message)}\nhint: {one_line(hint)}", file=sys.stderr)  # noqa: T201


def note(text: str) -> None:
    """A line for the person who waits, on stderr; never part of the output."""
    print(one_line(text), file=sys.stderr)  # noqa: T201


def progress(items: Iterable[Item], total: int | None, done: str) -> Iterator[Item]:
    """The items, with a count on stderr while they are worked on; silent where nobody watches.

    `total` is None where nobody knows how many there are.
    """
    watched = sys.stderr.isatty() and total != 1
    said = ""
    for number, item in enumerate(items, 1):
        if said:  # what is written in the meantime stands on a line of its own
            print(" " * len(said), end="\r", file=sys.stderr, flush=True)  # noqa: T201
        yield item
        if watched:
            of = "" if total is None else f"/{total}"
            said = f"{number}{of} {done}"
            end = "\n" if number == total else "\r"
            print(said, end=end, file=sys.stderr, flush=True)  # noqa: T201


def meter(done: str) -> Callable[[int, int], None]:
    """A function to call with the parts done and their number: it says on stderr how far long
    work has come, and wipes it out at the end. Silent where nobody watches.
    """
    start = time.monotonic()
    shown = 0

    def tell(part: int, whole: int) -> None:
        nonlocal shown
        if not sys.stderr.isatty() or time.monotonic() - start < _PATIENCE:
            return
        said = "" if part >= whole else f"{part}/{whole} {done}"
        print(said.ljust(shown), end="\r", file=sys.stderr, flush=True)  # noqa: T201
        shown = len(said)

    return tell
