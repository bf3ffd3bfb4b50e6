"""Going between some of the units only: by filter, by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.bitext import Span
from glossary.finding import Severity
from tui.review.filter import State, choices, chosen
from tui.review.search import found_in, uses

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]


def test_all_there_is_to_filter_by_is_counted(opened: Opening) -> None:
    session = opened()
    session.confirm()
    session.go(3)
    session.comment("ask the client")
    counted = {c.what: c.count for c in choices(session.kinds())}
    assert counted == {
        State.UNRESOLVED: 3,
        State.UNCONFIRMED: 5,
        State.CONFIRMED: 1,
        State.COMMENTED: 1,
        Severity.CRITICAL: 1,
        Severity.MAJOR: 2,
        "deprecated-rendering": 2,
        "confusable-rendering": 1,
    }


def test_a_filter_narrows_the_units_and_all_ways_of_going_on(opened: Opening) -> None:
    session = opened()
    assert session.narrow(chosen(["deprecated-rendering"])) == 2
    assert tuple(session.shown) == (3, 5)
    assert session.at == 3
    stops = [session.next_finding() and session.at for _ in range(3)]
    assert stops == [5, 5, 3]
    assert session.neighbour(1) == 5
    assert session.neighbour(-1) == 3
    session.go(5)
    assert session.neighbour(1) == 5


def test_kinds_are_joined_by_and_and_what_is_of_one_kind_by_or(opened: Opening) -> None:
    session = opened()
    session.go(3)
    session.confirm()
    both = chosen([Severity.CRITICAL, Severity.MAJOR, State.UNCONFIRMED])
    assert session.narrow(both) == 2
    assert tuple(session.shown) == (1, 5)
    assert both.words == "unconfirmed, critical or major"


def test_what_is_mended_stays_in_the_filter_until_it_is_left(opened: Opening) -> None:
    session = opened()
    session.narrow(chosen([State.UNRESOLVED]))
    session.next_finding()
    session.apply()
    assert session.at in session.shown
    session.go(0)
    assert session.filter is None
    assert len(session.shown) == 6


def test_a_filter_that_lets_nothing_through_changes_nothing(opened: Opening) -> None:
    session = opened()
    assert session.narrow(chosen([State.CARRIED])) == 0
    assert session.filter is None


def test_all_shown_units_without_findings_are_confirmed_as_one_step(opened: Opening) -> None:
    session = opened()
    assert session.confirm_clean() == 3
    assert session.confirmed == 3
    assert session.confirm_clean() == 0
    session.undo()
    assert session.confirmed == 0


def test_words_are_visited_round_and_round_in_both_languages(opened: Opening) -> None:
    session = opened()
    session.sought = "ラピッドゥス"
    assert session.next_hit(here=True) == (1, 2)
    assert session.at == 3
    assert session.next_hit() == (2, 2)
    assert session.next_hit() == (1, 2)
    assert session.next_hit(-1) == (2, 2)
    session.sought = "HARBOUR"
    assert session.next_hit() == (1, 1)
    assert session.at == 2
    session.sought = "Antarctica"
    assert session.next_hit() == (0, 0)
    assert session.at == 2


def test_a_search_follows_what_changes_meanwhile(opened: Opening) -> None:
    session = opened()
    session.sought = "ラピッドゥス"
    assert session.next_hit() == (1, 2)
    session.edit("ラピダスだ。", 3)
    session.edit("ラピッドゥスだ。", 0)
    assert session.next_hit(-1) == (1, 2)
    assert session.at == 0
    session.undo()
    session.undo()
    session.narrow(chosen(["deprecated-rendering"]))
    session.go(5)
    assert session.next_hit() == (1, 2)


@pytest.mark.parametrize(
    ("text", "words", "spans"),
    [
        ("米ＮＡＳＡは", "nasa", (Span(1, 5),)),
        ("ﾆｭｰｽ", "ニュース", (Span(0, 4),)),
        ("aaa", "aa", (Span(0, 2),)),
        ("İstanbul and Ankara", "ankara", ()),
        ("x", "", ()),
    ],
)
def test_letter_case_and_width_do_not_matter(
    text: str, words: str, spans: tuple[Span, ...]
) -> None:
    assert found_in(text, words) == spans


def test_the_uses_of_a_word_are_listed_with_their_places(opened: Opening) -> None:
    session = opened()
    found = uses(map(session.unit, range(len(session))), "rapidus")
    assert [(use.number, len(use.in_source), len(use.in_target)) for use in found] == [
        (4, 1, 0),
        (6, 2, 0),
    ]
