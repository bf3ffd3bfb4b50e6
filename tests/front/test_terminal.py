"""The review in a real terminal: Japanese committed as a whole, a kill, and nothing lost."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from typing import TYPE_CHECKING

from corpus.workspace.store import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]

WORD = "ソフトバンクグループ"
PATIENCE = 60.0


class Terminal:
    """A review behind a pseudo-terminal of 80 by 24."""

    def __init__(self, folder: Path) -> None:
        self.process, self._terminal = pty.fork()
        if not self.process:
            os.environ |= {"TERM": "xterm-256color", "PYTHONPATH": os.pathsep.join(sys.path)}
            os.chdir(folder)
            code = "from tui.cli import run; run()"
            words = ["review", "en.txt", "ja.txt", "--no-names", "--workspace", "w.db"]
            os.execv(sys.executable, [sys.executable, "-c", code, *words])  # noqa: S606
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._seen = b""

    def press(self, keys: str) -> None:
        """Send keys, all at once."""
        os.write(self._terminal, keys.encode())

    def shows(self, text: str) -> bool:
        """Whether a text is written to the screen before patience ends."""
        until = time.monotonic() + PATIENCE
        while text.encode() not in self._seen and time.monotonic() < until:
            if select.select([self._terminal], [], [], 0.2)[0]:
                try:
                    self._seen += os.read(self._terminal, 1 << 16)
                except OSError:  # the program has ended
                    break
        found = text.encode() in self._seen
        self._seen = b""
        return found

    def end(self, number: int) -> int:
        """End it by a signal; what it ended with."""
        os.kill(self.process, number)
        _, status = os.waitpid(self.process, 0)
        os.close(self._terminal)
        return status


def test_a_word_committed_by_an_input_method_survives_a_kill(opened: Opening, folder: Path) -> None:
    opened()
    terminal = Terminal(folder)
    try:
        assert terminal.shows("Findings in")
        terminal.press("e")
        assert terminal.shows("editing")
        terminal.press(WORD)
        assert terminal.shows("draft kept")
    finally:
        terminal.end(signal.SIGKILL)
    terminal = Terminal(folder)
    try:
        assert terminal.shows("The unfinished edit of paragraph 1 was kept")
        terminal.press("e")
        assert terminal.shows("グループ")
        terminal.press("\x1b")
        assert terminal.shows("1 to write")
    finally:
        terminal.end(signal.SIGTERM)
    with Workspace.open(folder / "w.db", read_only=True) as workspace:
        work = workspace.work(str(folder / "en.txt"), str(folder / "ja.txt"))
        (state,) = work.states().values()
        assert state.text == f"日本銀行は政策金利を0.5%に据え置いた。{WORD}"
        assert work.drafts() == {}
