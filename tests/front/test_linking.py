"""Links made by hand in a review: kept, undone, found again in texts that have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.bitext import Side
from corpus.errors import ImpossibleLink
from tui.review import links
from tui.review.kept_links import linked, written_down

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]


def texts(session: ReviewSession) -> list[tuple[str, str]]:
    return [(u.source, u.target) for u in session.bitext.units]


def test_two_units_are_joined_and_the_join_is_there_on_reopening(opened: Opening) -> None:
    session = opened()
    before = texts(session)
    session.go(1)
    links.join(session)
    joined = ("\n\n".join(e for e, _ in before[1:3]), "\n\n".join(j for _, j in before[1:3]))
    assert texts(session) == [before[0], joined, *before[3:]]
    assert session.at == 1
    assert [f.check for f in session.unit().findings] == ["confusable-rendering"]
    session = opened()
    assert texts(session) == [before[0], joined, *before[3:]]
    assert session.undo() == "join 2"
    assert texts(session) == before
    assert session.redo() == "join 2"
    assert texts(opened())[1] == joined


def test_a_joined_unit_is_split_again(opened: Opening) -> None:
    session = opened()
    before = texts(session)
    links.join(session)
    links.split(session)
    assert texts(session) == before
    assert all(link.by_hand for link in session.bitext.links[:2])


def test_a_paragraph_is_shifted_to_the_next_unit_and_comes_back(opened: Opening) -> None:
    session = opened()
    before = texts(session)
    links.shift(session, Side.TARGET, forward=True)
    assert texts(session)[0] == (before[0][0], "")
    assert texts(session)[1] == (before[1][0], f"{before[0][1]}\n\n{before[1][1]}")
    session.undo()
    assert texts(session) == before


def test_a_unit_is_unlinked_and_its_parts_linked_with_others(opened: Opening) -> None:
    session = opened()
    before = texts(session)
    session.go(4)
    links.unlink(session)
    session.go(0)
    links.unlink(session)
    alone = [at for at in range(len(session)) if session.unit(at).one_sided]
    assert len(alone) == 4
    english = next(at for at in alone if session.unit(at).source == before[0][0])
    japanese = next(at for at in alone if session.unit(at).target == before[4][1])
    session.go(english)
    links.link(session, japanese)
    assert (session.unit().source, session.unit().target) == (before[0][0], before[4][1])
    assert session.unit().moved
    assert not session.unit(1).moved


def test_what_has_been_edited_is_not_linked_anew(opened: Opening) -> None:
    session = opened()
    session.edit("雪は三日のあいだ降った。", 1)
    with pytest.raises(ImpossibleLink, match="paragraph 2 has been edited"):
        links.join(session)
    assert len(session) == 6
    session.go(1)
    session.back_to_machine()
    session.go(0)
    links.join(session)
    assert len(session) == 5


@pytest.mark.parametrize("step", [-1, 1])
def test_there_must_be_a_neighbour_to_join(opened: Opening, step: int) -> None:
    session = opened()
    session.go(0 if step < 0 else 5)
    with pytest.raises(ImpossibleLink):
        links.join(session, step)


def test_other_units_keep_their_edits_and_statuses(opened: Opening) -> None:
    session = opened()
    session.edit("雪は三日のあいだ降った。", 4)
    session.go(3)
    session.confirm()
    session.go(0)
    links.join(session)
    assert session.unit(3).target == "雪は三日のあいだ降った。"
    assert session.unit(2).state == "ok"
    again = opened()
    assert again.unit(3).target == "雪は三日のあいだ降った。"
    assert "三日のあいだ" in again.save().read_text(encoding="utf-8")


def test_affirming_a_link_settles_the_doubt(opened: Opening, folder: object) -> None:
    from dataclasses import replace

    session = opened()
    ledger = session._ledger
    units = (replace(session.bitext.units[0], score=0.3), *session.bitext.units[1:])
    ledger._as_read = ledger.bitext = replace(session.bitext, units=units)
    assert session.unit(0).doubtful
    session.go(3)
    assert session.next_doubtful()
    assert session.at == 0
    links.affirm(session)
    assert not session.unit(0).doubtful
    assert not session.next_doubtful()


def test_links_by_hand_are_found_again_in_a_text_that_has_grown(
    opened: Opening, folder: object
) -> None:
    session = opened()
    links.join(session)
    kept = written_down(session.bitext)
    pairs = tuple(texts(session))
    session.undo()
    from corpus.alignment.pairing import bitext_of
    from corpus.bitext import AlignmentLink, Document
    from corpus.segmentation import segments

    both = []
    for side, added in ((0, "A new line."), (1, "新しい行。")):
        text = "\n\n".join([added, *(pair[side] for pair in pairs)])
        both.append(Document(f"{side}.txt", text, segments(text)))
    alone = [AlignmentLink((n,), (n,), 1.0) for n in range(7)]
    again = linked(bitext_of(both[0], both[1], alone), kept)
    assert [each.source for each in again.links] == [(0,), (1, 2), (3,), (4,), (5,), (6,)]
    assert linked(again, None) is again
