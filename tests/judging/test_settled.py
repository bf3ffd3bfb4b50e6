"""Units that the term checks leave out are those about which they have nothing to say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bitext import Bitext, TranslationUnit
from glossary.checks import ALL_CHECKS, DEFAULT_CHECKS
from glossary.checks.examples import concept
from glossary.concept import Concept, EntityKind, Term, TermStatus
from glossary.rendering import annotate
from glossary.runner import check_bitext, findings, judged, remembered
from glossary.settled import in_doubt
from glossary.termbase import BUNDLED, Termbase

BY_TERMS = tuple(check for check in ALL_CHECKS if check.by_terms)
CONCEPTS = (
    concept("Mitsui E&S", "三井E&S", kind=EntityKind.COMPANY),
    concept("Mitsui & Co.", "三井物産", kind=EntityKind.COMPANY),
    concept("supply chain", "サプライチェーン", "供給網"),
    concept("Karl Marx", "カール・マルクス", kind=EntityKind.PERSON),
    concept("hypersonic", "極超音速", wrong=("超々音速",)),
    concept("supersonic", "超音速"),
    concept("Defense Minister", "防衛大臣", kind=EntityKind.TITLE),
    concept("Ministry of Defense", "防衛省", wrong=("国防省",), kind=EntityKind.ORGANISATION),
    concept("Department of State", "国務省", kind=EntityKind.ORGANISATION),
    concept("Department of Defense", "国防総省", kind=EntityKind.ORGANISATION),
    concept("Shinjiro Koizumi", "小泉進次郎", kind=EntityKind.PERSON),
    concept("Security Mission", "安全保障支援団", kind=EntityKind.ORGANISATION),
    concept("WHO", "世界保健機関", kind=EntityKind.ORGANISATION),
    Concept(
        "Otaru Glass",
        (Term("Otaru Glass"),),
        (Term("小樽硝子"), Term("北海硝子", TermStatus.DEPRECATED, until=2011)),
        EntityKind.COMPANY,
    ),
)
NAMES = tuple(Concept(c.id, c.source, c.target, c.kind, c.note, BUNDLED) for c in CONCEPTS)
ENGLISH = st.sampled_from(
    [text.text for c in CONCEPTS for text in c.source]
    + ["Security Support (WHO) Mission", "Security Mission (SM)", "SM", "Departments of State and"]
    + ["Departments of State and Defense", "Defense Minister Koizumi", "supply-chain", "Supersonic"]
    + ["in 1998", "the U.S.", "Bank of", "chains.", "who", "(WHO)", "New", "Mitsui E&S's"]
)
JAPANESE = st.sampled_from(
    [text.text for c in CONCEPTS for text in c.target]
    + ["カールマルクス", "超", "社", "持株会社", "（WHO）", "(", "サプライチェイン", "同社", "、"]
    + ["Karl Marx", "ﾏﾙｸｽ", "-", "三", "新", "の", "は動いた。", "国防", "小泉", "安全保障", "WHO"]
)
UNITS = st.lists(
    st.tuples(
        st.lists(ENGLISH, max_size=3).map(" ".join),
        st.lists(JAPANESE, max_size=5).map("".join),
        st.sampled_from(["a", "b", None]),
    ),
    max_size=6,
)


def made(rows) -> list[TranslationUnit]:
    return [TranslationUnit(str(n), *row) for n, row in enumerate(rows)]


@pytest.mark.parametrize(
    "termbase", [Termbase.of(CONCEPTS), Termbase.of(NAMES)], ids=["own", "bundled"]
)
@given(UNITS, st.lists(st.tuples(ENGLISH, JAPANESE), max_size=2))
@settings(max_examples=600, deadline=None)
def test_without_settled_units_the_same_is_found(termbase, rows, corrected):
    units, earlier = made(rows), remembered(corrected, termbase)
    whole = findings(judged(units, termbase, BY_TERMS), BY_TERMS, earlier=earlier)
    short = judged(in_doubt(units, termbase, BY_TERMS, earlier), termbase, BY_TERMS)
    assert findings(short, BY_TERMS, earlier=earlier) == whole


def test_what_is_plainly_right_is_settled_and_what_is_wrong_is_not():
    units = made(
        [
            ("Nothing is named here.", "何もない。", None),
            ("The supply chain broke.", "供給網が途切れた。", None),
            ("Mitsui E&S builds cranes.", "三井物産E&Sはクレーンを造る。", None),
        ]
    )
    termbase = Termbase.of(CONCEPTS)
    assert in_doubt(units, termbase, BY_TERMS) == units[2:]
    (finding,) = check_bitext(Bitext("x", tuple(units)), termbase, BY_TERMS)
    assert (finding.unit, finding.check) == ("2", "confusable-rendering")


def test_what_a_document_renders_in_two_ways_is_in_doubt():
    rows = [("A supply chain.", "供給網。", "a"), ("A supply chain.", "サプライチェーン。", "a")]
    termbase = Termbase.of(CONCEPTS)
    assert in_doubt(made(rows), termbase, BY_TERMS) == made(rows)
    assert in_doubt(made(rows[:1]), termbase, BY_TERMS) == []
    earlier = remembered([("A supply chain.", "サプライチェーン。")], termbase)
    assert in_doubt(made(rows[:1]), termbase, BY_TERMS, earlier) == made(rows[:1])


def test_other_checks_need_every_unit():
    units = made([("Nothing is named here.", "何もない。", None)])
    assert in_doubt(units, Termbase.of(CONCEPTS), DEFAULT_CHECKS) == units


@pytest.mark.parametrize("check", BY_TERMS, ids=lambda check: check.name)
def test_such_a_check_says_nothing_of_a_unit_that_names_nothing(check):
    unit = annotate(
        TranslationUnit("u", "Nothing (2) here.", "三井物産は防衛庁。"), Termbase.of(())
    )
    assert not [*check.find(unit)]
