"""What arrives when a person types Japanese into this terminal, and how wide it is drawn.

A terminal may take a word of an input method apart, or count its cells otherwise than the app
does; then nothing on the screen stands where it should. One word shows it.
"""

from __future__ import annotations

import os
import re
import select
import sys
import termios
import time
import tty
import unicodedata
from typing import TYPE_CHECKING

from corpus.patterns import regex
from corpus.told import told
from tui.display.linebreak import cells
from tui.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.told import Told

WORD = "こんにちは"
_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")
_BROKEN = regex(r"\\x[0-9a-f]{2}|\ufffd")
"""What stands for bytes that are no text, here and in other programs."""
_MEASURED = 20
"""Characters that surely fit on a line."""
_PATIENCE = 2.0
"""Seconds after which a terminal that has not said where its cursor stands never will."""


def ask() -> Iterator[tuple[bool, Told]]:
    """Let the person type, and say of what arrived whether it is well; nothing if they skip it.

    Needs a terminal on stdin and stdout.
    """
    print(tr("Type {} with your input method, then Enter (Enter alone skips this): ", WORD), end="")  # noqa: T201
    sys.stdout.flush()
    typed = sys.stdin.readline().strip()
    if typed:
        some = typed[:_MEASURED]
        yield arrived(typed)
        yield drawn(some, _cells_of(some))


def arrived(typed: str) -> tuple[bool, Told]:
    """What the letters are: whole kana or kanji, or what became of them on the way."""
    if _BROKEN.search(typed):
        return False, told("the bytes that arrive are not UTF-8: look at LANG")
    if typed != unicodedata.normalize("NFC", typed):
        return False, told("letters and their marks arrive apart (decomposed)")
    if any("\uff61" <= c <= "\uff9f" for c in typed):
        return False, told("half-width kana arrive: switch the input method to full width")
    if typed.isascii():
        return False, told("no Japanese arrived: the input method is off, or not heard here")
    if typed != WORD:
        return True, told("{} characters arrived whole, of another word", len(typed))
    return True, told("{} characters arrived whole", len(typed))


def drawn(typed: str, taken: int | None) -> tuple[bool, Told]:
    """Whether the terminal takes as many cells as the app counts on."""
    wanted = cells(typed)
    if taken is None:
        return True, told("this terminal does not say how wide it draws; the app counts {}", wanted)
    if taken != wanted:
        return False, told("drawn {} cells wide where the app counts {}", taken, wanted)
    return True, told("drawn {} cells wide, as the app counts", taken)


def _cells_of(text: str) -> int | None:
    """How far the cursor moves when the text is written; it is wiped out again."""
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal)
        os.write(sys.stdout.fileno(), f"\r{text}\x1b[6n".encode(errors="replace"))
        column = _column(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
        os.write(sys.stdout.fileno(), b"\r\x1b[K")
    return None if column is None else column - 1


def _column(terminal: int) -> int | None:
    """The column of the cursor, from 1, as the terminal answers."""
    seen, end = b"", time.monotonic() + _PATIENCE
    while (left := end - time.monotonic()) > 0 and select.select([terminal], [], [], left)[0]:
        seen += os.read(terminal, 64)
        if found := _ANSWER.search(seen):
            return int(found[1])
    return None
