"""Findings come in order, with fingerprints that last."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bitext import Bitext, Span, TranslationUnit
from corpus.told import Told
from glossary.checks import ALL_CHECKS, Check
from glossary.checks.examples import concept
from glossary.finding import Finding, Severity
from glossary.rendering import annotate
from glossary.runner import Judged, check_bitext, check_unit, judged
from glossary.termbase import Termbase

TERMBASE = Termbase.of(
    (
        concept("tea ceremony", "茶道", wrong=("茶の儀式",)),
        concept("flower arrangement", "華道", wrong=("花の配置",)),
    )
)
UNIT = TranslationUnit(
    "a", "Tea ceremony and flower arrangement.", "花の配置と茶の儀式。", document="d"
)


def test_findings_follow_the_japanese_and_carry_unit_and_document():
    found = check_unit(UNIT, TERMBASE)
    assert [f.target.of(UNIT.target) for f in found] == ["花の配置", "茶の儀式"]
    assert {(f.unit, f.document) for f in found} == {("a", "d")}
    assert len({f.fingerprint for f in found}) == 2


def test_what_is_absent_comes_after_what_is_marked():
    unit = replace(UNIT, target="なお、茶の儀式。")
    found = check_unit(unit, TERMBASE)
    assert [bool(f.target) for f in found] == [True, False]


def test_a_fingerprint_survives_moving_the_unit_and_mending_its_neighbour():
    first, second = check_unit(UNIT, TERMBASE)
    moved = replace(UNIT, id="b", document=None)
    assert check_unit(moved, TERMBASE)[1].fingerprint == second.fingerprint
    mended = UNIT.with_target(first.fix.apply(UNIT.target))
    (left,) = check_unit(mended, TERMBASE)
    assert left.fingerprint == second.fingerprint


def test_the_same_flaw_twice_in_a_unit_is_two_findings():
    unit = TranslationUnit("a", "Tea ceremony after tea ceremony.", "茶の儀式の後の茶の儀式。")
    found = check_unit(unit, TERMBASE)
    assert len(found) == len({f.fingerprint for f in found}) == 2


def test_a_bitext_is_checked_in_its_order_without_what_is_waived():
    other = TranslationUnit("b", "Tea ceremony.", "茶の儀式。")
    bitext = Bitext("x.jsonl", (other, UNIT))
    found = check_bitext(bitext, TERMBASE)
    assert [f.unit for f in found] == ["b", "a", "a"]
    waived = frozenset({found[0].fingerprint})
    assert check_bitext(bitext, TERMBASE, waived=waived) == found[1:]


OMISSION = Check(
    name="omission",
    severity=Severity.MAJOR,
    summary="",
    explanation="",
    find=lambda a: [Finding(a.unit.id, "omission", Severity.MAJOR, "", Span(0, 14))],
    flagged=(),
    passed=(),
    across=lambda units: [Finding(units[-1].unit.id, "omission", Severity.MINOR, "last")],
)


def test_what_one_finding_explains_is_not_said_again():
    unit = replace(UNIT, target="何もない。")
    found = check_unit(unit, TERMBASE, (*ALL_CHECKS, OMISSION))
    assert [(f.check, f.concept) for f in found] == [
        ("omission", None),
        ("missing-rendering", "flower arrangement"),
    ]


def test_a_check_across_units_sees_each_document_whole():
    units = tuple(
        TranslationUnit(f"{d}{n}", "", "一行", document=d) for d in ("x", "y") for n in (1, 2)
    )
    found = check_bitext(Bitext("f", units), TERMBASE, (OMISSION,))
    assert [f.unit for f in found if f.message == "last"] == ["x2", "y2"]


def test_only_the_checks_asked_for_run():
    chosen = tuple(c for c in ALL_CHECKS if c.name == "missing-rendering")
    assert check_unit(UNIT, TERMBASE, chosen) == ()


@given(source=st.text(max_size=60), target=st.text(max_size=60))
@settings(max_examples=80, deadline=None)
def test_spans_of_any_unit_lie_in_its_texts(source, target):
    unit = TranslationUnit("u", f"Tea ceremony {source}", f"{target}茶の儀式{target}")
    for finding in check_unit(unit, TERMBASE):
        assert finding.source is None or 0 <= finding.source.start < finding.source.end
        if finding.target:
            assert finding.target.end <= len(unit.target)
            assert finding.fix is None or finding.fix.found == finding.target.of(unit.target)


def test_what_a_check_says_knows_its_words_and_is_a_plain_string_all_the_same():
    unit = TranslationUnit("u", "A tea ceremony was held.", "茶の儀式が行われた。")
    (found,) = check_unit(unit, TERMBASE)
    assert isinstance(found.message, Told)
    assert found.message.words.format(*found.message.values) == found.message
    again = pickle.loads(pickle.dumps(found))  # noqa: S301
    assert again == found
    assert again.message.words == found.message.words
    assert json.loads(json.dumps(found.message)) == str(found.message)


TEXTS = (
    ("The flower arrangement (FA) of 3 May.", "5月4日の華道（FA）。"),
    ("The FA is a tea ceremony.", "FAは茶の儀式。"),
    ("It has 12 rooms.", "部屋は21ある。"),
)


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from("de")), max_size=7))
@settings(max_examples=40, deadline=None)
def test_what_stands_there_again_is_judged_as_it_would_be_anew(places):
    units = [
        TranslationUnit(str(n), *TEXTS[k], document, line=n)
        for n, (k, document) in enumerate(places)
    ]
    anew, known = [], {}
    for unit in units:
        explained = known.get(unit.document, {})
        annotated = annotate(unit, TERMBASE, explained)
        known[unit.document] = annotated.acronyms
        alone = tuple(f for check in ALL_CHECKS for f in check.find(annotated))
        anew.append(Judged(annotated, explained, alone))
    assert judged(units, TERMBASE, ALL_CHECKS) == anew
