"""What a person says of paragraphs and checks, and what is kept of the work itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.review.stopwatch import PAUSE, Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]


def test_a_comment_is_kept_changed_and_taken_away(opened: Opening) -> None:
    session = opened()
    session.comment("ask the client")
    session = opened()
    assert session.unit(0).comment == "ask the client"
    session.comment("asked")
    session.comment("")
    assert session.unit(0).comment == ""
    session.undo()
    assert session.unit(0).comment == "asked"
    assert opened().unit(0).comment == "asked"


def test_a_check_is_muted_in_this_document_and_heard_again(opened: Opening) -> None:
    session = opened()
    session.go(3)
    assert session.mute() == "deprecated-rendering"
    assert session.counts().total() == 1
    assert len(session.unit(5).ignored) == 2
    session = opened()
    assert session.counts().total() == 1
    assert session.unmute() == ("deprecated-rendering",)
    assert session.counts().total() == 4
    assert session.unmute() == ()
    session.undo()
    assert session.counts().total() == 1


def test_there_is_nothing_to_mute_where_nothing_is_open(opened: Opening) -> None:
    assert opened().mute() is None


def test_the_history_of_a_paragraph_leaves_out_the_others(opened: Opening) -> None:
    session = opened()
    session.edit("雪は三日のあいだ降った。", 4)
    session.go(1)
    session.apply()
    session.confirm()
    assert [step.label for step in session.history()] == ["fix 2", "confirm 2"]
    session.undo()
    assert [step.label for step in session.history()] == ["fix 2"]


def test_time_is_counted_from_key_to_key_and_kept(opened: Opening) -> None:
    session = opened()
    key = session.unit().key
    for now in (100.0, 104.0, 1000.0):
        session.watch.pressed(key, now)
    assert session.seconds() == 4 + PAUSE
    session.confirm()
    assert session.seconds() == 4 + PAUSE
    assert opened().seconds() == 4 + PAUSE


def test_a_clock_that_goes_backwards_takes_nothing_away() -> None:
    watch = Stopwatch()
    watch.pressed("u", 5.0)
    watch.pressed("u", 3.0)
    assert watch.taken() == {"u": 0.0}
    assert watch.taken() == {}
