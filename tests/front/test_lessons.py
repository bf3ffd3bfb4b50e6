"""What a correction teaches, and how it becomes a rule by key presses alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from front.pressing import press
from glossary.concept import EntityKind
from tui.app import TaiyakuApp
from tui.review.lessons import NOTHING, Owner, lesson, owner
from tui.review.terms import NewTerm, concepts, rows
from tui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]

MITSUI = 1


def test_a_mended_finding_teaches_its_term_with_the_wrong_form(opened: Opening) -> None:
    session = opened()
    session.next_finding()
    session.apply()
    assert session.finding is None
    taught = lesson(session, session.unit(), session.finding)
    assert taught == NewTerm("Mitsui E&S", "三井E&S", "三井物産E&S", kind=EntityKind.COMPANY.value)
    assert owner(session.termbase, taught) == Owner("三井物産", "Mitsui & Co.")


@pytest.mark.parametrize(
    ("english", "machine", "corrected", "taught"),
    [
        (
            "Torrowe Sankyo was founded in 1999.",
            "大日本三共は1999年に設立された。",
            "第一三共は1999年に設立された。",
            ("Torrowe Sankyo", "第一三共", "大日本三共"),
        ),
        (
            "They met Sumitomo Chemical.",
            "彼らは住友商事と会った。",
            "彼らは住友化学と会った。",
            ("Sumitomo Chemical", "住友化学", "住友商事"),
        ),
        ("It cost 5 yen.", "それは6円だった。", "それは5円だった。", ("", "", "")),
        ("It rained.", "雨だ。", "雨だ、と言う。", ("", "", "")),
    ],
)
def test_an_edit_teaches_what_was_replaced(
    opened: Opening, english: str, machine: str, corrected: str, taught: tuple[str, str, str]
) -> None:
    session = opened(((english, machine),))
    session.edit(corrected)
    found = lesson(session, session.unit(), None)
    assert (found.source, found.target, found.deprecated) == taught


def test_what_nobody_touched_teaches_nothing(opened: Opening) -> None:
    session = opened()
    assert lesson(session, session.unit(), None) == NOTHING


def test_anothers_name_is_kept_without_what_stands_behind_it() -> None:
    made = concepts(rows(NewTerm("Foo E&S", "フーE&S", "フー物産E&S", owner="Foo Trading"), "u"))
    assert [c.accepted for c in made] == [("フーE&S",), ("フー物産",)]


async def test_a_fix_becomes_a_rule_with_two_keys_and_is_taken_back_with_one(
    opened: Opening,
) -> None:
    pairs = (
        ("Quillhaven E&S came.", "クイル物産E&Sが来た。"),
        ("Quillhaven E&S left.", "クイル物産E&Sが去った。"),
        ("Quillhaven E&S won.", "クイルE&Sが勝った。"),
    )
    session = opened(pairs)
    session.edit("クイルE&Sが来た。")
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = await press(pilot, "t")
        assert "Quillhaven E&S" in shown
        assert "クイル物産E&S" in shown
        assert "3 paragraphs, 2 right, 1 would be flagged" in shown
        shown = await press(pilot, "enter")
        assert "Added Quillhaven E&S: 3 paragraphs, 2 right, 1 would be flagged" in shown
        assert len(session.unit(1).findings) == 1
        await press(pilot, "u")
        assert not session.unit(1).findings
        assert not session.workspace.terms()


async def test_whose_name_the_wrong_form_is_makes_a_confusable_pair(opened: Opening) -> None:
    pairs = (
        ("Quillhaven E&S came.", "クイル物産E&Sが来た。"),
        ("Quillhaven E&S left.", "クイル物産E&Sが去った。"),
    )
    session = opened(pairs)
    session.edit("クイルE&Sが来た。")
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = await press(pilot, "t")
        assert "whose name the wrong one really is" in shown
        await press(pilot, "tab", "tab", *"Quill Trading", "enter")
        (found,) = session.unit(1).findings
        assert found.check == "confusable-rendering"
        assert "Quill Trading" in found.message
        await press(pilot, "u")
        assert not session.workspace.terms()


async def test_a_known_owner_is_named_and_not_kept_again(opened: Opening) -> None:
    session = opened()
    async with TaiyakuApp(ReviewScreen(session)).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = await press(pilot, "n", "a")
        assert "t makes it a rule" in shown
        shown = await press(pilot, "t")
        assert "三井物産 is known to be Mitsui & Co." in shown
        await press(pilot, "tab", "tab", *"Mitsui & Co.", "enter")
        assert [row.source for row in session.workspace.terms()] == ["Mitsui E&S"] * 2
