"""What `taiyaku doctor` finds out of the word that a person types."""

from __future__ import annotations

import os
import pty
import select
import sys
import time
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tui.input_method import WORD, arrived, drawn

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 60.0


@pytest.mark.parametrize(
    ("typed", "well", "said"),
    [
        (WORD, True, "5 characters arrived whole"),
        ("鯛焼き", True, "of another word"),
        ("ガギグ", True, "of another word"),
        (unicodedata.normalize("NFD", "ガギグ"), False, "decomposed"),
        ("ｺﾝﾆﾁﾊ", False, "half-width kana"),
        ("konnichiwa", False, "no Japanese arrived"),
        (r"\x82\xb1", False, "not UTF-8"),
        ("こん\ufffd", False, "not UTF-8"),
    ],
)
def test_what_became_of_the_letters_is_said(typed: str, well: bool, said: str) -> None:
    is_well, found = arrived(typed)
    assert is_well is well
    assert said in found


@pytest.mark.parametrize(
    ("taken", "well", "said"),
    [(10, True, "10 cells wide, as"), (5, False, "5 cells wide where"), (None, True, "not say")],
)
def test_the_width_is_that_which_the_app_counts_on(
    taken: int | None, well: bool, said: str
) -> None:
    is_well, found = drawn(WORD, taken)
    assert is_well is well
    assert said in found


def examined(folder: Path, typed: str, column: int, language: str) -> str:
    """What doctor says in a terminal whose cursor is in that column behind what is typed."""
    process, terminal = pty.fork()
    if not process:
        os.environ |= {"TERM": "xterm", "COLUMNS": "80", "LINES": "24", "HOME": str(folder)}
        os.chdir(folder)
        code = f"import sys; sys.path[:] = {sys.path!r}; from tui.cli import run; run()"
        os.execv(sys.executable, [sys.executable, "-c", code, "--lang", language, "doctor"])  # noqa: S606
    said, answers, until = b"", {b"Enter ": typed + "\n", b"\x1b[6n": f"\x1b[1;{column}R"}, PATIENCE
    end = time.monotonic() + until
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                said += os.read(terminal, 1 << 16)
            except OSError:  # it has ended
                break
        for asked in [each for each in answers if each in said]:
            os.write(terminal, answers.pop(asked).encode())
    os.waitpid(process, 0)
    os.close(terminal)
    return said.decode()


def test_a_person_is_asked_for_a_word_in_a_terminal(tmp_path: Path) -> None:
    said = examined(tmp_path, WORD, 11, "en")
    assert "ok input method: 5 characters arrived whole" in said
    assert "ok input method: drawn 10 cells wide, as the app counts" in said


def test_a_terminal_that_counts_otherwise_is_found_in_japanese(tmp_path: Path) -> None:
    said = examined(tmp_path, WORD, 6, "ja")
    assert "正常 日本語入力: 5文字が正しく届きました" in said
    assert "要確認 日本語入力: 表示幅は 5 桁ですが、アプリの計算では 10 桁です" in said


def test_enter_alone_skips_it(tmp_path: Path) -> None:
    assert "input method:" not in examined(tmp_path, "", 1, "en")
