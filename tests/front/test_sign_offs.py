"""What an XLIFF file signs off: confirmed in a review, until it is edited or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.formats import xliff
from corpus.workspace.journal import UnitStatus
from front.test_tags import TEXT, opened

if TYPE_CHECKING:
    from pathlib import Path

SIGNED = TEXT.replace('<target><g id="1">', '<target state="final"><g id="1">')
TO_REVIEW = SIGNED.replace('"final"', '"needs-review-translation"')


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    path = tmp_path / "a.xlf"
    path.write_text(SIGNED, "utf-8")
    return path


def test_what_the_file_signs_off_is_confirmed_until_it_is_edited(signed: Path) -> None:
    session = opened(signed)
    assert [session.unit(at).state for at in (0, 1)] == ["ok", "new"]
    assert session.confirmed == 1
    session.edit("🅐計画🅑と🅒地図🅓を見る。", 0)
    assert session.confirmed == 0
    assert 'state="needs-review-translation"' in session.save().read_text("utf-8")
    session.undo()
    assert session.unit(0).state == "ok"
    assert session.save().read_text("utf-8") == SIGNED
    session.close()


def test_a_sign_off_that_a_person_takes_back_is_taken_back_in_the_file(signed: Path) -> None:
    session = opened(signed)
    session.confirm(confirmed=False)
    session.close()
    session = opened(signed)
    assert session.confirmed == 0
    session.go(1)
    session.confirm()
    session.comment("ask <them>")
    saved = session.save().read_text("utf-8")
    session.close()
    assert saved == TO_REVIEW.replace(
        '<target>ここで雨が降った<x id="1"/>。</target>',
        '<target state="signed-off">ここで雨が降った<x id="1"/>。</target>'
        '<note from="taiyaku">ask &lt;them&gt;</note>',
    )


def test_what_is_reopened_by_mistake_stays_signed_off(signed: Path) -> None:
    session = opened(signed)
    session.confirm(confirmed=False)
    session.undo()
    assert session.save().read_text("utf-8") == SIGNED
    session.redo()
    assert session.save().read_text("utf-8") == TO_REVIEW
    session.confirm()
    assert session.save().read_text("utf-8") == SIGNED
    session.close()


def test_an_edit_does_not_take_back_what_somebody_signs_off_meanwhile(signed: Path) -> None:
    signed.write_text(TEXT, "utf-8")
    session = opened(signed)
    session.edit("🅐計画🅑と🅒地図🅓を見る。", 0)
    session.edit("🅐計画🅑と🅒地図🅓を見よ。", 0)
    signed.write_text(SIGNED, "utf-8")
    assert session.save(signed).read_text("utf-8") == SIGNED
    session.close()


def test_a_sign_off_is_taken_back_once(signed: Path) -> None:
    """Whoever corrects the unit then and signs it off again has the last word."""
    session = opened(signed)
    session.confirm(confirmed=False)
    assert session.save(signed).read_text("utf-8") == TO_REVIEW
    again = SIGNED.replace('"final"', '"signed-off"')
    signed.write_text(again, "utf-8")
    assert session.save(signed).read_text("utf-8") == again
    session.close()
    session = opened(signed)
    assert session.unit(0).state == "ok"
    assert session.save(signed).read_text("utf-8") == again
    session.close()


@pytest.mark.parametrize("undone", [True, False])
def test_a_confirmation_that_is_in_the_file_already_can_be_taken_back(
    signed: Path, *, undone: bool
) -> None:
    signed.write_text(TEXT, "utf-8")
    session = opened(signed)
    session.confirm()
    assert 'state="signed-off"' in session.save(signed).read_text("utf-8")
    if undone:
        session.undo()
    else:
        session.confirm(confirmed=False)
        session.close()
        session = opened(signed)
    assert session.confirmed == 0
    assert session.save(signed).read_text("utf-8") == TO_REVIEW
    session.close()


def test_a_confirmation_of_an_earlier_day_is_still_to_be_written(signed: Path) -> None:
    session = opened(signed)
    assert not session.untold
    session.go(1)
    session.confirm()
    session.close()
    session = opened(signed)
    assert session.untold
    session.save()
    assert not session.untold
    session.close()
    session = opened(signed)
    assert not session.untold
    session.save(signed)
    session.close()
    session = opened(signed)
    assert not session.untold
    session.close()


@given(st.lists(st.sampled_from(("edit", "confirm", "reopen", "undo", "redo", "save")), max_size=8))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_done_the_file_says_what_the_review_says(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    path = tmp_path_factory.mktemp("signed") / "a.xlf"
    path.write_text(SIGNED, "utf-8")
    session = opened(path)
    for step in steps:
        match step:
            case "edit":
                session.edit("🅐計画🅑と🅒地図🅓を見る。", 0)
            case "confirm" | "reopen":
                session.confirm(confirmed=step == "confirm")
            case "undo" | "redo":
                getattr(session, step)()
            case _:
                session.save(path)
    unit = session.unit(0)
    written = xliff.read(str(session.save(path))).units[0]
    session.close()
    assert written.target == unit.target
    assert written.signed_off == (unit.status is UnitStatus.CONFIRMED)
