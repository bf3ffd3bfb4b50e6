"""The rows of the workspace, as concepts and back, and the entries made of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.workspace.journal import TermRow
from corpus.workspace.store import Workspace
from glossary.concept import Concept, EntityKind, Spec, Term, TermStatus
from glossary.formats import TERM_FORMATS
from glossary.termbase import Termbase
from tui.review.terms import NewTerm, concepts, rows, rows_of
from tui.terminology import exchange
from tui.terminology.books import Alone, InReview
from tui.terminology.desk import Desk, Order
from tui.terminology.entry import Mark

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.review.session import ReviewSession

    Opening = Callable[..., ReviewSession]

FULL = Concept(
    "mes",
    (Term("Mitsui E&S"), Term("MES", TermStatus.ADMITTED, case_sensitive=True)),
    (
        Term("三井E&S"),
        Term("三井E&S社", TermStatus.ADMITTED),
        Term("三井造船", TermStatus.DEPRECATED, until=2018),
    ),
    EntityKind.COMPANY,
    note="not Mitsui & Co.",
    specs=(Spec("Mitsui E&S came.", "三井E&Sが来た。", flagged=False),),
    context=("crane", "port"),
)
words = st.text("abc ", min_size=1).map(str.strip).filter(bool)
kana = st.text("あいう", min_size=1)


def test_a_concept_becomes_rows_and_comes_back_whole() -> None:
    (back,) = concepts(rows_of(FULL))
    assert replace(back, id="mes", origin="") == FULL


@given(
    st.lists(words, min_size=1, max_size=3, unique=True),
    st.lists(kana, min_size=1, max_size=3, unique=True),
    st.integers(0, 3),
    st.sampled_from(EntityKind),
)
def test_any_concept_comes_back(sources, targets, wrong, kind) -> None:
    status = [TermStatus.PREFERRED, *[TermStatus.ADMITTED] * 3]
    target = [Term(t, s) for t, s in zip(targets, status, strict=False)]
    target = [
        replace(t, status=TermStatus.DEPRECATED) if at and at >= len(target) - wrong else t
        for at, t in enumerate(target)
    ]
    source = [Term(t, s) for t, s in zip(sources, status, strict=False)]
    concept = Concept("x", tuple(source), tuple(target), kind)
    (back,) = concepts(rows_of(concept))
    assert replace(back, id="x", origin="") == concept


def test_rows_of_an_earlier_version_are_read() -> None:
    old = '{"id": "t", "source": "a", "target": "あ", "status": "preferred", "kind": "term"}'
    assert TermRow.from_json(old) == TermRow("t", "a", "あ")


def test_a_new_term_joins_the_concept_that_has_its_english() -> None:
    known = rows_of(replace(FULL, context=()))
    new = rows(NewTerm("Mitsui E&S", "三井イーアンドエス"), "u", known)
    (joined,) = concepts((*known, *new))
    assert joined.accepted == ("三井イーアンドエス", "三井E&S", "三井E&S社")


def test_whose_name_the_wrong_form_is_becomes_a_term_too() -> None:
    new = rows(NewTerm("Mitsui E&S", "三井E&S", "三井物産", owner="Mitsui & Co."), "u")
    one, other = concepts(new)
    assert (one.accepted, one.deprecated) == (("三井E&S",), ("三井物産",))
    assert (other.source[0].text, other.accepted) == ("Mitsui & Co.", ("三井物産",))


def test_a_concept_may_only_forbid(opened: Opening) -> None:
    session = opened()
    desk = Desk(InReview(session))
    wrong = (Term("港", TermStatus.DEPRECATED),)
    desk.put(Concept("harbour", (Term("harbour"),), wrong))
    (found,) = session.unit(2).findings
    assert found.check == "deprecated-rendering"
    (entry,) = desk.entries("harbour")
    assert (entry.concept.preferred, entry.others) == ("", "-港-")


@pytest.fixture
def desk(folder: Path):
    own = Termbase.of(
        (
            Concept("a", (Term("Rapidus"),), (Term("ラピダス"),), origin="dir/names.csv"),
            Concept("b", (Term("supply chain"),), (Term("供給網"),), origin="dir/names.csv"),
            Concept("c", (Term("Supply chain"),), (Term("連鎖"),), origin="dir/names.csv"),
        )
    )
    with Workspace.open(folder / "alone.db") as workspace:
        yield Desk(Alone(workspace, own))


def marks(desk: Desk) -> dict[str, Mark]:
    return {f"{e.concept.source[0].text}={e.concept.preferred}": e.mark for e in desk.entries()}


def test_what_is_in_a_file_is_read_only_and_contradictions_are_said_of_both(desk: Desk) -> None:
    assert marks(desk) == {
        "Rapidus=ラピダス": Mark.FILE,
        "supply chain=供給網": Mark.CONFLICT,
        "Supply chain=連鎖": Mark.CONFLICT,
    }
    assert desk.conflicts == 2


def test_a_term_of_ones_own_overrules_the_file_and_can_be_taken_away(desk: Desk) -> None:
    (entry,) = desk.entries("rapidus")
    desk.put(replace(entry.concept, target=(Term("ラピダス社"),)), entry)
    own, file = desk.entries("rapidus")
    assert (own.mark, own.overrules) == (Mark.NEW, ("ラピダス (names.csv)",))
    assert (file.mark, file.overruled) == (Mark.OVERRULED, "workspace")
    assert desk.approve(own) is True
    assert desk.entries("rapidus")[0].mark is Mark.APPROVED
    desk.remove(desk.entries("rapidus")[0])
    assert [e.mark for e in desk.entries("rapidus")] == [Mark.FILE]
    assert [desk.undo() for _ in range(3)] == [
        "remove term Rapidus",
        "approve Rapidus",
        "add term Rapidus",
    ]
    assert desk.undo() is None
    assert desk.redo() == "add term Rapidus"
    assert desk.entries("rapidus")[0].concept.preferred == "ラピダス社"


def test_editing_keeps_the_order_of_the_terms_also_when_undone(desk: Desk) -> None:
    desk.put(replace(FULL, context=()))
    (entry,) = desk.entries("MES")
    swapped = tuple(reversed(entry.concept.source))
    desk.put(replace(entry.concept, source=swapped), entry)
    assert desk.entries("MES")[0].concept.source[0].text == "MES"
    desk.undo()
    assert desk.entries("MES")[0].concept == entry.concept


def test_the_history_of_a_term_tells_what_became_of_it(desk: Desk) -> None:
    desk.put(Concept("x", (Term("port"),), (Term("港"),)))
    (entry,) = desk.entries("port")
    desk.put(replace(entry.concept, target=(Term("港湾"),)), entry)
    (entry,) = desk.entries("port")
    desk.approve(entry)
    told = [(e.label, e.before, e.after) for e in desk.history(desk.entries("port")[0])]
    assert told == [
        ("add term port", "", "港"),
        ("edit term port", "港", "港湾"),
        ("approve port", "港湾", "港湾 ok"),
    ]


@pytest.mark.parametrize("kind", TERM_FORMATS, ids=lambda k: k.name)
def test_terms_go_out_in_every_format_and_come_back(desk: Desk, folder: Path, kind) -> None:
    pytest.importorskip("lxml")
    desk.take_in((FULL, Concept("port", (Term("port"),), (Term("港"),))))
    own = [e.concept for e in desk.entries() if e.own]
    path = folder / f"out{kind.endings[0]}"
    lost = exchange.write(own, path, (), kind.name.split()[0])
    back = kind.read(str(path))
    assert desk.take_in(back) == 0 or any("until" in line for line in lost)
    assert any("port" in t.text for c in back for t in c.source)
    before = {(s.text, t) for c in own for s in c.source for t in c.accepted[:1]}
    after = {(s.text, t) for c in back for s in c.source for t in c.accepted[:1]}
    assert before == after or lost


def test_a_file_that_is_imported_again_changes_nothing(desk: Desk, folder: Path) -> None:
    exchange.write((FULL,), folder / "out.csv", ())
    read = exchange.read(folder / "out.csv")
    assert desk.take_in(read) == 1
    assert desk.take_in(read) == 0
    (entry,) = (e for e in desk.entries() if e.own)
    assert entry.approved
    assert replace(entry.concept, id="mes", origin="") == FULL
    assert desk.undo() == "import 1 term"
    assert all(not e.own for e in desk.entries())


def test_uses_and_open_findings_are_counted_and_sorted_by(opened: Opening) -> None:
    session = opened()
    desk = Desk(InReview(session))
    assert not any(e.uses.here for e in desk.entries())
    assert desk.counting.go_on()
    found = {e.concept.source[0].text: e.uses for e in desk.entries(order=Order.OPEN)}
    assert next(iter(found)) == "Rapidus"
    assert (found["Rapidus"].here, found["Rapidus"].open) == ((3, 5), (3, 5))
    assert (found["Bank of Japan"].here, found["Bank of Japan"].open) == ((0,), ())
    assert found["Mitsui & Co."].here == ()


def test_what_was_corrected_in_another_work_is_counted_apart(opened: Opening, folder: Path) -> None:
    session = opened()
    session.go(3)
    session.edit("ラピダスは千歳で試作ラインを動かし始めた。")
    pairs = (
        ("The Bank of Japan met.", "日銀が会合を開いた。"),
        ("Rapidus grew.", "ラピダスは成長した。"),
    )
    for name in ("en.txt", "ja.txt"):
        (folder / name).rename(folder / f"old-{name}")
    other = opened(pairs)
    desk = Desk(InReview(other))
    desk.counting.go_on()
    uses = {e.concept.source[0].text: e.uses for e in desk.entries()}
    assert (uses["Rapidus"].here, uses["Rapidus"].past) == ((1,), 1)
    (entry,) = desk.entries("Rapidus")
    assert str(desk.effect(entry.concept)) == "2 paragraphs, 2 right, 0 would be flagged"


def test_a_step_in_the_text_is_not_undone_from_the_glossary(opened: Opening) -> None:
    session = opened()
    session.edit("変えた。")
    desk = Desk(InReview(session))
    assert desk.undo() is None
    assert session.unit().changed
    desk.put(Concept("x", (Term("harbour"),), (Term("港"),)))
    assert desk.undo() == "add term harbour"


def test_bundled_names_are_found_by_a_search_only(folder: Path) -> None:
    from glossary.names import over_names

    with Workspace.open(folder / "w.db") as workspace:
        desk = Desk(Alone(workspace, over_names(())))
        assert desk.entries() == ()
        found = desk.entries("Rapidus")
        assert any(
            e.concept.preferred == "Rapidus" or "ラピダス" in e.concept.accepted for e in found
        )
        assert {e.place for e in found} == {"bundled names"}


def test_a_number_stays_with_its_term_and_what_has_no_room_is_marked() -> None:
    from types import SimpleNamespace

    from tui.widgets.findings import _terms

    terms = [
        SimpleNamespace(words=words) for words in ("White House = ホワイトハウス", "EU = 欧州連合")
    ]
    rows = [row.plain for row in _terms(terms, 40, 2)]
    assert rows == [" Terms  1 White House = ホワイトハウス", " 2 EU = 欧州連合"]
    (row,) = (row.plain for row in _terms(terms, 46, 1))
    assert row.startswith(" Terms  1 White House = ホワイトハウス")
    assert row.endswith("~")
