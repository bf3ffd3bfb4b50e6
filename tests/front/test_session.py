"""What a review keeps, mends and writes, without a screen."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from corpus.bitext import Bitext, TranslationUnit
from corpus.workspace.journal import Correction, Memory, UnitStatus
from corpus.workspace.store import Workspace
from glossary.concept import Concept, Term, TermStatus
from glossary.finding import Severity
from glossary.termbase import Termbase
from tui.review.session import ReviewSession
from tui.review.terms import NewTerm

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Opening = Callable[..., ReviewSession]

MITSUI, RAPIDUS, RAPIDUS_TWICE = 1, 3, 5
PAIRS_OF_TWO = (
    ("The harbour opened in 1889.", "この港は1889年に開かれた。"),
    ("Snow fell for three days.", "雪は三日間降り続いた。"),
)


def test_the_next_finding_is_the_wrong_company_and_its_fix_names_the_right_one(
    opened: Opening,
) -> None:
    session = opened()
    finding = session.next_finding()
    assert finding is not None
    assert (session.at, finding.check, finding.severity) == (
        MITSUI,
        "confusable-rendering",
        Severity.CRITICAL,
    )
    assert session.apply()
    assert session.unit().target == "三井E&Sが新しいターミナルのクレーンを建造する。"
    assert session.unit().findings == ()
    assert session.unit().state == "mod"


def test_findings_are_visited_in_both_directions_and_round_again(opened: Opening) -> None:
    session = opened()
    stops = []
    for _ in range(5):
        session.next_finding()
        stops.append((session.at, session.pick))
    assert stops == [
        (MITSUI, 0),
        (RAPIDUS, 0),
        (RAPIDUS_TWICE, 0),
        (RAPIDUS_TWICE, 1),
        (MITSUI, 0),
    ]
    session.next_finding(-1)
    assert (session.at, session.pick) == (RAPIDUS_TWICE, 1)


def test_edits_statuses_and_place_are_there_when_the_texts_are_opened_again(
    opened: Opening,
) -> None:
    session = opened()
    session.go(MITSUI)
    session.apply()
    session.confirm()
    session.go(2)
    session.edit("この港は1889年に開港した。")
    session = opened()
    assert session.at == 2
    assert session.unit(MITSUI).state == "ok"
    assert session.unit(MITSUI).findings == ()
    assert session.unit(2).target == "この港は1889年に開港した。"


def test_an_edit_after_a_confirmation_takes_it_back(opened: Opening) -> None:
    session = opened()
    session.confirm()
    session.edit("日本銀行は政策金利を据え置いた。")
    assert session.unit().status is UnitStatus.DRAFT


def test_an_edit_that_changes_nothing_is_no_step(opened: Opening) -> None:
    session = opened()
    session.edit(session.unit().target)
    assert session.undo() is None


def test_undo_and_redo_go_to_the_place_and_survive_a_restart(opened: Opening) -> None:
    session = opened()
    session.go(MITSUI)
    session.apply()
    session.go(0)
    session = opened()
    assert session.undo() == "fix 2"
    assert session.at == MITSUI
    assert "三井物産E&S" in session.unit().target
    assert len(session.unit().findings) == 1
    session.redo()
    assert "三井物産" not in session.unit().target


def test_a_fix_everywhere_is_one_step_and_leaves_confirmed_paragraphs_unticked(
    opened: Opening,
) -> None:
    session = opened()
    session.go(RAPIDUS_TWICE)
    session.confirm()
    session.go(RAPIDUS)
    places = session.places()
    assert [(p.number, len(p.fixes), p.held) for p in places] == [(4, 1, False), (6, 2, True)]
    assert places[1].after == "政府はラピダスを支援し、ラピダスは謝意を示した。"
    assert session.new_findings(places[1]) == ()
    session.apply_everywhere(places)
    assert session.counts() == {Severity.CRITICAL: 1}
    session.undo()
    assert "ラピッドゥス" in session.unit(RAPIDUS).target
    assert "ラピッドゥス" in session.unit(RAPIDUS_TWICE).target
    assert session.unit(RAPIDUS_TWICE).status is UnitStatus.CONFIRMED


def test_confirming_leads_to_the_next_paragraph_with_open_findings(opened: Opening) -> None:
    session = opened()
    seen = []
    while session.next_unresolved():
        seen.append(session.at)
        session.confirm()
    assert seen == [MITSUI, RAPIDUS, RAPIDUS_TWICE]
    assert session.confirmed == 3


def test_an_ignored_finding_stays_ignored_and_can_be_had_back(opened: Opening) -> None:
    session = opened()
    session.next_finding()
    session.ignore("as in the contract")
    assert session.unit().findings == ()
    session = opened()
    assert session.unit(MITSUI).findings == ()
    assert len(session.unit(MITSUI).ignored) == 1
    session.undo()
    assert len(session.unit(MITSUI).findings) == 1


def test_a_new_term_is_judged_at_once_and_kept(opened: Opening) -> None:
    session = opened()
    before = session.counts().total()
    session.go(2)
    session.add_term(NewTerm("harbour", "港湾", deprecated="港"))
    assert session.counts().total() == before + 1
    session = opened()
    assert session.unit(2).findings[0].suggestions[0] == "港湾"
    session.undo()
    assert session.counts().total() == before


def test_a_correction_is_offered_where_the_machine_wrote_the_same_again(
    opened: Opening, folder: Path
) -> None:
    session = opened()
    session.edit("雪は三日のあいだ降った。", 4)
    units = (TranslationUnit("x", "Snow fell for three days.", "雪は三日間降り続いた。"),)
    other = ReviewSession(
        Bitext(str(folder / "other.jsonl"), units), Termbase.of(()), session.workspace
    )
    assert other.remembered() == "雪は三日のあいだ降った。"
    assert other.unit().target == "雪は三日間降り続いた。"


def test_what_a_memory_of_another_program_has_for_this_english_is_offered(
    opened: Opening, folder: Path
) -> None:
    workspace = opened().workspace
    known = Correction("Snow fell.", "Snow fell.", "雪が降った。")
    workspace.learn([Memory(known, "2020-01-01T00:00:00+00:00", "mori")])
    units = (
        TranslationUnit("x", "Snow fell.", "雪は降りた。"),
        TranslationUnit("y", "Snow fell.", "雪が降った。"),
    )
    session = ReviewSession(Bitext(str(folder / "o.jsonl"), units), Termbase.of(()), workspace)
    assert session.remembered(0) == "雪が降った。"
    assert session.remembered(1) is None
    session.edit("雪が降っていた。", 0)
    assert session.remembered(0) is None


def _pairs(session: ReviewSession) -> tuple[tuple[str, str], ...]:
    return tuple((u.source, u.target) for u in session.bitext.units)


def test_a_review_without_a_screen_needs_no_screen_library() -> None:
    code = "import sys, tui.review.session; print('textual' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


def test_a_change_far_away_is_heard_of_by_what_the_whole_document_decides(opened: Opening) -> None:
    pairs = tuple(
        (f"In {n} a supply chain broke.", f"{n}年に供給網が途切れた。") for n in range(2000, 2040)
    )
    session = opened(pairs)
    for japanese in ("供給網", "サプライチェーン"):
        session.add_term(NewTerm("supply chain", japanese))
    session.edit("2000年にサプライチェーンが途切れた。", at=0)
    assert [at for at in range(40) if session.unit(at).findings] == [0]
    for at in range(15, 40):
        session.edit(f"{2000 + at}年にサプライチェーンが途切れた。", at=at)
    assert [at for at in range(40) if session.unit(at).findings] == list(range(1, 15))


def test_the_next_suggestion_is_offered_and_applied_in_all_places_alike(opened: Opening) -> None:
    session = opened()
    session.go(RAPIDUS)
    session.add_term(NewTerm("Rapidus", "Rapidus社"))
    session.add_term(NewTerm("Rapidus", "Rapidus", "ラピッドゥス"))
    offered = session.unit(RAPIDUS).findings[0].suggestions
    assert len(offered) > 1
    assert session.other_suggestion()
    assert session.unit(RAPIDUS).findings[0].suggestions == (*offered[1:], offered[0])
    assert session.unit(RAPIDUS_TWICE).findings[0].suggestions[0] == offered[1]
    assert len(session.places()) == 2
    session.apply()
    assert offered[1] in session.unit(RAPIDUS).target


def test_there_is_nothing_to_turn_to_where_one_rendering_is_known(opened: Opening) -> None:
    session = opened()
    session.go(MITSUI)
    assert not session.other_suggestion()


def test_what_stands_on_one_side_only_is_not_waiting_for_a_person(opened: Opening) -> None:
    session = opened((*PAIRS_OF_TWO, ("", "ホーム")))
    assert (len(session), session.to_review) == (3, 2)


def test_nothing_is_reported_in_an_exempt_unit(opened: Opening, folder: Path) -> None:
    session = opened()
    wrong, right = (Term("三井物産E&S", TermStatus.DEPRECATED), Term("三井E&S"))
    termbase = Termbase.of((Concept("mes", (Term("Mitsui E&S"),), (right, wrong)),))
    counts = []
    for number, exempt in enumerate((frozenset[str](), frozenset([session.unit(MITSUI).key]))):
        workspace = Workspace.open(folder / f"{number}.db")
        again = ReviewSession(session.bitext, termbase, workspace, exempt=exempt)
        counts.append(len(again.unit(MITSUI).findings))
        again.close()
    assert counts == [1, 0]


def test_a_text_is_judged_bit_by_bit_and_comes_to_the_same(opened: Opening, folder: Path) -> None:
    session = opened()
    termbase = session._ledger.verdicts._without_terms
    with Workspace.open(folder / "later.db") as workspace:
        later = ReviewSession(session.bitext, termbase, workspace, later=True)
        assert (later.unjudged, later.counts().total()) == (6, 0)
        assert later.judge_on(0) == [0]
        assert later.judge_on(0) == [1]
        assert (later.unjudged, later.counts().total()) == (4, 1)
        later.edit("三井E&Sが建造する。", MITSUI)
        later.edit("この港は開かれた。", 2)
        assert later.unit(MITSUI).findings == ()
        while later.judge_on(0):
            pass
        session.edit("三井E&Sが建造する。", MITSUI)
        session.edit("この港は開かれた。", 2)
        for at in range(len(session)):
            assert later.unit(at).findings == session.unit(at).findings


@pytest.mark.parametrize(
    "term",
    [
        NewTerm("harbour", "港湾", "港"),
        NewTerm("Rapidus Corporation", "ラピダス社", "ラピッドゥス"),
        NewTerm("the crane", "クレーン"),
        NewTerm("E", "三井"),
    ],
)
def test_a_new_term_is_judged_as_if_it_had_always_been_there(
    opened: Opening, term: NewTerm
) -> None:
    session = opened()
    session.add_term(term)
    found = [session.unit(at).findings for at in range(len(session))]
    session = opened()
    assert [session.unit(at).findings for at in range(len(session))] == found
    session.undo()
    found = [session.unit(at).findings for at in range(len(session))]
    session = opened()
    assert [session.unit(at).findings for at in range(len(session))] == found


def test_a_long_text_is_judged_as_a_whole_when_asked(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.review.verdicts._AT_ONCE", 10)
    pairs = tuple(
        (f"In {n} a supply chain broke.", f"{n}年に供給網が途切れた。") for n in range(2000, 2040)
    )
    session = opened(pairs)
    for japanese in ("供給網", "サプライチェーン"):
        session.add_term(NewTerm("supply chain", japanese))
    session.edit("2000年にサプライチェーンが途切れた。", at=0)
    assert session.stale
    assert session.counts().total() == 0
    session.judge_again()
    assert not session.stale
    assert len(session.unit(0).findings) == 1
    kept = session.unit(0).findings
    session.edit("2000年にサプライチェーンが切れた。", at=0)
    assert [f.check for f in session.unit(0).findings] == [f.check for f in kept]
    session.edit("2001年に供給網が途切れた。", at=0)
    assert "inconsistent-rendering" not in {f.check for f in session.unit(0).findings}


def test_a_correction_is_offered_where_it_fits_a_text_that_is_nearly_the_same(
    opened: Opening, folder: Path
) -> None:
    session = opened()
    session.edit("雪は三日のあいだ降り続いた。", 4)
    units = (
        TranslationUnit("x", "Snow fell for three days then.", "その雪は三日間降り続いた。"),
        TranslationUnit("y", "Rain fell for two hours.", "雨は二時間にわたって降り続いた。"),
    )
    bitext = Bitext(str(folder / "other.jsonl"), units)
    other = ReviewSession(bitext, Termbase.of(()), session.workspace)
    assert other.remembered(0) is None
    assert other.like_before(0) == "その雪は三日のあいだ降り続いた。"
    assert other.like_before(1) is None
    other.edit("その雪は止んだ。", 0)
    assert other.like_before(0) is None


def test_what_was_corrected_in_another_work_is_the_usual_rendering_here(
    opened: Opening, folder: Path
) -> None:
    pairs = tuple((f"In {n} a supply chain broke.", f"{n}年に供給の鎖が切れた。") for n in range(3))
    session = opened(pairs)
    for japanese in ("サプライチェーン", "供給網"):
        session.add_term(NewTerm("supply chain", japanese))
    for at in range(3):
        session.edit(f"{at}年にサプライチェーンが切れた。", at=at)
    units = (TranslationUnit("a", "Supply chains are long.", "供給網は長い。"),)
    another = ReviewSession(
        Bitext(str(folder / "other.jsonl"), units), Termbase.of(()), session.workspace
    )
    (finding,) = another.unit(0).findings
    assert finding.check == "inconsistent-rendering"
    assert finding.suggestions == ("サプライチェーン",)
