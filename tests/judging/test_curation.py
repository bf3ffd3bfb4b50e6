"""Comparing, joining and counting glossaries."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bitext import TranslationUnit
from corpus.workspace.journal import Change, Field
from corpus.workspace.store import Workspace
from glossary.concept import Concept, EntityKind, Spec, Term, TermStatus
from glossary.diff import diff
from glossary.effect import effects
from glossary.lint import doubts_in_texts
from glossary.merge import merge
from glossary.stats import stats
from tui.cli import main

ADMITTED, DEPRECATED = TermStatus.ADMITTED, TermStatus.DEPRECATED
PORT = Concept("port", (Term("port"),), (Term("港"),))
CRANE = Concept(
    "crane",
    (Term("port crane"),),
    (Term("港湾クレーン"), Term("港の起重機", DEPRECATED)),
    EntityKind.PRODUCT,
)


def with_target(concept, *terms):
    return replace(concept, target=terms)


def test_a_glossary_does_not_differ_from_itself_wherever_it_comes_from():
    moved = tuple(replace(c, origin="elsewhere") for c in (PORT, CRANE))
    assert diff((PORT, CRANE), moved) == ()


def test_added_removed_and_changed_concepts_are_told_apart():
    changed = with_target(CRANE, Term("港湾クレーン"), Term("港クレーン", ADMITTED))
    first, second = diff((PORT, CRANE), (changed,))
    assert list(first.lines()) == ["- port = 港"]
    assert second.parts == ("target",)
    (line,) = second.lines()
    assert "-港の起重機 (deprecated) +港クレーン (admitted)" in line
    (added,) = diff((), (PORT,))
    assert list(added.lines()) == ["+ port = 港"]


def test_each_part_that_changed_is_said():
    spec = Spec("The port opens.", "港が開く。", flagged=False)
    changed = replace(PORT, note="the town's", context=("ship", "sea"), specs=(spec,))
    (change,) = diff((PORT,), (changed,))
    assert set(change.lines()) == {
        "~ port: note: none -> the town's",
        "~ port: context: none -> ship | sea",
        "~ port: specs: 0 -> 1",
    }
    (gone,) = diff((PORT,), ())
    assert gone.parts == ()


def test_what_is_only_forbidden_is_named_as_forbidden():
    (added,) = diff((), (with_target(PORT, Term("みなと", DEPRECATED)),))
    assert list(added.lines()) == ["+ port = not みなと"]


def test_of_two_new_concepts_the_one_that_says_more_is_taken():
    said, silent = replace(PORT, note="the town's"), PORT
    for ours, theirs in ((said, silent), (silent, said)):
        merged = merge((), (ours,), (theirs,))
        assert [c.note for c in merged.concepts] == ["the town's"]
        assert merged.conflicts == ()


def test_another_status_on_each_side_is_a_conflict():
    before = with_target(PORT, Term("港"), Term("ポート", ADMITTED))
    ours = with_target(PORT, Term("港"), Term("ポート", DEPRECATED))
    theirs = with_target(PORT, Term("ポート"), Term("港", ADMITTED))
    merged = merge((before,), (ours,), (theirs,))
    assert ("ポート", "deprecated", "preferred") in [
        (c.part, c.ours, c.theirs) for c in merged.conflicts
    ]


def test_a_merged_concept_may_only_forbid():
    before = with_target(PORT, Term("みなと", DEPRECATED))
    merged = merge((before,), (before,), (replace(before, note="b"),))
    assert merged.concepts == (replace(before, note="b"),)


def test_what_one_side_changed_is_taken_term_by_term():
    ours = replace(with_target(PORT, Term("港"), Term("みなと", ADMITTED)), note="the town's")
    theirs = replace(
        with_target(PORT, Term("港"), Term("ポート", DEPRECATED)), kind=EntityKind.PLACE
    )
    merged = merge((PORT,), (ours,), (theirs, CRANE))
    port, crane = merged.concepts
    assert [t.text for t in port.target] == ["港", "みなと", "ポート"]
    assert (port.note, port.kind) == ("the town's", EntityKind.PLACE)
    assert crane == CRANE
    assert merged.conflicts == ()


def test_a_term_that_one_side_took_away_stays_away():
    merged = merge((CRANE,), (with_target(CRANE, Term("港湾クレーン")),), (CRANE,))
    assert merged.concepts[0].deprecated == ()


def test_a_new_preferred_term_of_theirs_is_preferred():
    theirs = with_target(PORT, Term("港湾"), Term("港", ADMITTED))
    merged = merge((PORT,), (PORT,), (theirs,))
    assert merged.concepts[0].accepted == ("港湾", "港")


def test_contradictions_are_named_and_ours_is_kept():
    ours, theirs = replace(PORT, note="a"), replace(PORT, note="b")
    merged = merge((PORT,), (ours,), (theirs,))
    assert merged.concepts[0].note == "a"
    assert [(c.part, c.ours, c.theirs) for c in merged.conflicts] == [("note", "a", "b")]


def test_deleted_here_and_changed_there_is_a_conflict():
    merged = merge((PORT,), (), (replace(PORT, note="b"),))
    assert merged.concepts == ()
    assert merged.conflicts[0].part == "concept"
    assert merge((PORT,), (), (PORT,)).conflicts == ()


TERMS = st.lists(
    st.builds(Term, st.sampled_from("港町船塔橋"), st.sampled_from([ADMITTED, DEPRECATED])),
    max_size=3,
    unique_by=lambda t: t.text,
)
GLOSSARIES = st.dictionaries(
    st.sampled_from("abc"), st.tuples(TERMS, st.sampled_from(["", "x", "y"])), max_size=3
).map(
    lambda found: tuple(
        Concept(
            name,
            (Term(name),),
            (Term("駅"), *sorted(terms, key=lambda t: list(TermStatus).index(t.status))),
            note=note,
        )
        for name, (terms, note) in found.items()
    )
)


def by_id(concepts):
    return {
        c.id: (
            {t.text: t.status for t in c.target},
            c.note,
        )
        for c in concepts
    }


@settings(max_examples=60)
@given(GLOSSARIES, GLOSSARIES)
def test_merging_with_an_unchanged_side_gives_the_other(base, changed):
    for merged in (merge(base, base, changed), merge(base, changed, base)):
        assert by_id(merged.concepts) == by_id(changed)
        assert merged.conflicts == ()


@settings(max_examples=60)
@given(GLOSSARIES, GLOSSARIES)
def test_merging_the_same_change_twice_is_that_change(base, changed):
    merged = merge(base, changed, changed)
    assert merged.concepts == changed
    assert merged.conflicts == ()


def test_stats_count_terms_by_status_and_kind():
    found = stats((PORT, CRANE))
    assert (found.concepts, found.source_terms) == (2, 2)
    assert dict(found.target_terms)[DEPRECATED] == 1
    assert dict(found.kinds) == {EntityKind.TERM: 1, EntityKind.PRODUCT: 1}


def unit(name, english, japanese):
    return TranslationUnit(name, english, japanese)


TEXTS = (
    unit("1", "The port crane moves.", "港湾クレーンが動く。"),
    unit("2", "The port crane stops.", "港の起重機が止まる。"),
    unit("3", "Nothing here.", "何もない。"),
)


def test_the_effect_of_a_concept_is_counted_over_paragraphs():
    (effect,) = effects((CRANE,), TEXTS)
    assert (effect.named, effect.right, effect.flagged) == (("1", "2"), ("1",), ("2",))
    assert str(effect) == "2 paragraphs, 1 right, 1 would be flagged"


def test_confirmed_texts_tell_what_is_never_named_and_what_they_contradict():
    old = Concept(
        "old", (Term("port crane"),), (Term("港クレーン機"), Term("港の起重機", DEPRECATED))
    )
    ferry = Concept("ferry", (Term("night ferry"),), (Term("夜行フェリー"),))
    found = doubts_in_texts((old, ferry), TEXTS[1:])
    assert [(d.kind, d.concept.id) for d in found] == [("contradicted", "old"), ("unused", "ferry")]
    assert doubts_in_texts((CRANE,), TEXTS[:1]) == ()


def test_lint_takes_texts(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text(ROWS, "utf-8")
    (tmp_path / "t.tsv").write_text("source\ttarget\nA port crane.\t港湾クレーン。\n", "utf-8")
    assert main(["glossary", "lint", "a.csv"]) == 0
    assert main(["glossary", "lint", "a.csv", "--texts", "t.tsv"]) == 0
    (tmp_path / "t.tsv").write_text("source\ttarget\nA ship.\t船。\n", "utf-8")
    assert main(["glossary", "lint", "a.csv", "--texts", "t.tsv"]) == 1
    assert "unused: port crane stands in none" in capsys.readouterr().out


def test_lint_hears_what_the_corrections_of_the_workspace_contradict(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text("source,target\nport crane,港の起重機\nferry,渡し船\n", "utf-8")
    with Workspace.open(tmp_path / "w.db") as workspace:
        text = Change(Field.TEXT, "u", None, "港湾クレーンが動く。")
        workspace.work("en.txt", "ja.txt").record(
            "edit",
            [text],
            machine_texts={"u": "港のクレーンが動く。"},
            source_texts={"u": "The port crane moves."},
        )
    assert main(["glossary", "lint", "a.csv", "--workspace", "none.db"]) == 0
    assert not (tmp_path / "none.db").exists()
    assert main(["glossary", "lint", "a.csv", "--workspace", "w.db"]) == 1
    (said,) = capsys.readouterr().out.splitlines()
    assert said.startswith("a.csv: contradicted: port crane = 港の起重機: 1 paragraph, 0 right")


ROWS = (
    "source,target,status,note\n"
    "port crane,港湾クレーン,,not for ships\n"
    "port crane,港の起重機,deprecated,\n"
)


def test_convert_says_what_is_left_out_and_comes_back(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text(ROWS, "utf-8")
    assert main(["glossary", "convert", "a.csv", "a.tsv", "--to", "deepl"]) == 0
    said = capsys.readouterr().err.splitlines()
    assert "port crane: deprecated left out: 港の起重機" in said
    assert said[-1] == "1 concept in a.tsv, 2 things left out"
    for name in ("b.tbx", "b.yml", "b.utx", "b.xlsx"):
        assert main(["glossary", "convert", "a.csv", name]) == 0
        assert "nothing left out" in capsys.readouterr().err
        main(["glossary", "diff", "a.csv", name])
        assert "target" not in capsys.readouterr().out


def test_output_never_replaces_what_was_read(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text(ROWS, "utf-8")
    assert main(["glossary", "convert", "a.csv", "a.csv"]) == 2
    assert "would be lost" in capsys.readouterr().err
    assert (tmp_path / "a.csv").read_text("utf-8") == ROWS


def test_a_glossary_that_people_may_have_edited_is_not_replaced(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text(ROWS, "utf-8")
    (tmp_path / "b.csv").write_text("edited", "utf-8")
    (tmp_path / "units.jsonl").write_text('{"source": "Kobe", "target": "神戸"}\n', "utf-8")
    for words in (
        ("convert", "a.csv", "b.csv"),
        ("merge", "a.csv", "a.csv", "a.csv", "b.csv"),
        ("extract", "units.jsonl", "--format", "csv", "-o", "b.csv"),
    ):
        assert main(["glossary", *words]) == 2
        assert capsys.readouterr().err.startswith("error: there is a b.csv\nhint: ")
    assert (tmp_path / "b.csv").read_text("utf-8") == "edited"


def test_diff_and_merge_tell_by_their_exit_code(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", ROWS), ("b", ROWS + "port,港,,\n"), ("c", ROWS.replace("ships", "x"))):
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    assert main(["glossary", "diff", "a.csv", "a.csv"]) == 0
    assert main(["glossary", "diff", "a.csv", "b.csv"]) == 1
    assert capsys.readouterr().out == "+ port = 港\n"
    assert main(["glossary", "merge", "a.csv", "b.csv", "c.csv", "d.csv"]) == 0
    assert main(["glossary", "stats", "d.csv"]) == 0
    assert "concepts: 2" in capsys.readouterr().out


def test_two_new_forms_to_write_are_a_conflict_and_ours_is_kept():
    ours, theirs = with_target(PORT, Term("港湾")), with_target(PORT, Term("港口"))
    merged = merge((PORT,), (ours,), (theirs,))
    assert merged.concepts[0].accepted == ("港湾",)
    assert [(c.part, c.ours, c.theirs) for c in merged.conflicts] == [("preferred", "港湾", "港口")]
