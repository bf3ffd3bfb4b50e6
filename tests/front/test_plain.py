"""The review as a conversation."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from front.conftest import PAIRS
from tui.plain import converse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.review.session import ReviewSession

    Talk = Callable[..., str]


@pytest.fixture
def talk(
    opened: Callable[[], ReviewSession],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Talk:
    """What is said when a person answers with these lines."""

    def said(*lines: str) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{x}\n" for x in lines)))
        assert converse(opened()) == 0
        return capsys.readouterr().out

    return said


def test_the_first_finding_is_read_out_with_its_reason_and_its_fix(talk: Talk) -> None:
    said = talk("q")
    assert "Paragraph 2 of 6, as the machine wrote it." in said
    assert "English: Mitsui E&S will build" in said
    assert "critical confusable-rendering. 三井物産 is Mitsui & Co." in said
    assert "a writes 三井E&S for 三井物産E&S." in said


def test_a_name_is_fixed_written_and_found_fixed_the_next_time(talk: Talk, folder: Path) -> None:
    said = talk("a", "c", "w", "", "q")
    assert "Mended: 三井E&Sが新しい" in said
    assert "三井E&Sが新しい" in (folder / "ja.corrected.txt").read_text("utf-8")
    assert "三井物産" not in talk("q")


def test_a_paragraph_is_written_anew_and_undone(talk: Talk) -> None:
    said = talk("e", "三井E&Sがクレーンを造る。", "u", "r")
    assert "Open in it now: 0 findings." in said
    assert "Taken back: edit 2.\nParagraph 2 of 6" in said
    assert "Paragraph 2 is: 三井物産E&Sが新しい" in said
    assert "Japanese: 三井物産E&Sが新しい" in said.split("Taken back")[1]


def test_an_ignored_finding_is_not_read_again(talk: Talk) -> None:
    assert "Ignored from now on." in talk("i")
    assert "Paragraph 2 of 6" not in talk("q")


def test_another_file_is_replaced_only_when_asked(talk: Talk, folder: Path) -> None:
    other = folder / "other.txt"
    other.write_text("keep", encoding="utf-8")
    assert "Nothing was written." in talk("a", "w", str(other), "n")
    assert other.read_text("utf-8") == "keep"
    talk("w", str(other), "y")
    assert "三井E&S" in other.read_text("utf-8")


def test_the_end_of_stdin_is_a_way_to_leave_and_loses_nothing(talk: Talk) -> None:
    assert "Kept, and in no file yet: 1 corrected paragraph." in talk("a")


def test_unknown_letters_and_help_are_answered(talk: Talk) -> None:
    said = talk("x", "?")
    assert "? lists the letters." in said
    assert "i  ignore the finding" in said


def test_a_mistake_is_told_and_the_talk_goes_on(
    talk: Talk, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = talk("a", "w", str(folder / "en.txt"), "y", "r")
    assert "Paragraph 2 of 6, changed." in said


def test_a_letter_alone_is_never_a_paragraph_nor_the_name_of_a_file(
    talk: Talk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert "Taken back" not in talk("e", "w", "q")
    assert "There is nothing to undo." in talk("e", "u")
    assert not any((folder / name).exists() for name in ("q", "w", "ja.corrected.txt"))


def test_a_phrase_takes_the_place_of_a_paragraph_only_when_asked(talk: Talk) -> None:
    assert "Nothing was changed." in talk("e", "三井E&S", "n")
    assert "Open in it now: " in talk("e", "三井E&S", "y")


def test_a_sentence_at_the_prompt_is_no_letter(talk: Talk) -> None:
    assert "Mended" not in talk("All of it is wrong.")


def test_a_number_goes_there_and_words_are_searched(talk: Talk) -> None:
    said = talk("5", "/", "rapidus", "/", "", "99", "q")
    assert "Japanese: 雪は三日間降り続いた。" in said
    assert "rapidus: 2 of 2 paragraphs.\nParagraph 6" in said
    assert "rapidus: 1 of 2 paragraphs.\nParagraph 4" in said
    assert "The paragraphs have the numbers 1 to 6." in said
    assert "rapidus: 2 of 2 paragraphs." in talk("/rapidus", "q")  # from where one was
    assert talk("A", "undo", "q").count("? lists the letters.") == 3
    assert "It stands nowhere." in talk("/", "Hokkaido", "q")


def test_a_term_is_added_and_counts(talk: Talk) -> None:
    said = talk("t", "pilot line", "試験ライン", "q")
    assert "Added pilot line: 1 paragraph, 0 right, 1 would be flagged." in said
    said = talk("4", "q")
    assert "pilot line" in said.split("Paragraph 4")[1]
    assert "No term was added." in talk("t", "", "q")


def test_the_gravest_come_first_and_what_is_taken_out_is_called_so(
    opened: Callable[..., ReviewSession],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    port = "The port opened in May, and the first ship came from Yokohama."
    twice = "港は五月に開き、最初の船は横浜から来た。" * 2
    session = opened(((port, twice), *PAIRS))
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert converse(session) == 0
    said = capsys.readouterr().out
    assert said.startswith("7 paragraphs, 1 critical, ")
    assert "a takes 港は五月に開き、最初の船は横浜から来た。 out." in said
