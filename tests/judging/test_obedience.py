"""Whether the engine did as the glossary says, entry by entry."""

import pytest

from corpus.bitext import TranslationUnit
from glossary.concept import Concept, EntityKind, Term
from glossary.obedience import Obeyed, obedience
from glossary.termbase import Termbase

COMPANY = EntityKind.COMPANY
CRANES = Concept("es", (Term("Mitsui E&S"),), (Term("三井E&S"), Term("三井E＆S社")), COMPANY)
TRADER = Concept("co", (Term("Mitsui & Co."),), (Term("三井物産"),), COMPANY)
LAB = Concept("lab", (Term("Idaho National Laboratory"),), (Term("アイダホ国立研究所"),))
CHIPS = Concept("ibm", (Term("IBM"),), (Term("IBM"),), COMPANY)
TERMBASE = Termbase.of((CRANES, TRADER, LAB, CHIPS))


def judged(*pairs):
    units = [TranslationUnit(str(n), *pair) for n, pair in enumerate(pairs, 1)]
    return {o.concept.id: o for o in obedience(units, TERMBASE)}


@pytest.mark.parametrize(
    ("english", "japanese", "expected"),
    [
        ("Mitsui E&S won.", "三井E&Sが勝った。", Obeyed.APPLIED),
        ("Mitsui E&S won.", "三井Ｅ＆Ｓが勝った。", Obeyed.APPLIED),
        ("Mitsui E&S won.", "三井物産E&Sが勝った。", Obeyed.NOT_APPLIED),
        ("Mitsui E&S won.", "同社が勝った。", Obeyed.NOT_APPLIED),
        ("Mitsui E&S won.", "Mitsui E&Sが勝った。", Obeyed.ENGLISH),
        ("Mitsui E&S won.", "三井E&S（Mitsui E&S）が勝った。", Obeyed.HALF),
        ("Mitsui E&S met Mitsui E&S.", "三井E&Sが三井物産E&Sと会った。", Obeyed.HALF),
    ],
)
def test_the_four_fates(english, japanese, expected):
    found = judged((english, japanese))["es"]
    assert found.obeyed is expected
    assert found.units == (() if expected is Obeyed.APPLIED else ("1",))


def test_what_obeys_in_one_paragraph_only_is_half_applied():
    found = judged(
        ("Mitsui E&S won.", "三井E&Sが勝った。"), ("Mitsui E&S lost.", "三井物産E&Sが負けた。")
    )["es"]
    assert (found.obeyed, found.places, found.applied) == (Obeyed.HALF, 2, 1)
    assert found.units == ("2",)


def test_a_name_inside_another_name_is_not_that_name():
    other = Concept("mt", (Term("Mitsui Machines"),), (Term("三井物産マシンテック"),), COMPANY)
    termbase = TERMBASE.with_concepts([other])
    unit = TranslationUnit(
        "1", "Mitsui & Co. and Mitsui Machines met.", "三井物産マシンテックの話。"
    )
    found = {o.concept.id: o.obeyed for o in obedience([unit], termbase)}
    assert found == {"co": Obeyed.NOT_APPLIED, "mt": Obeyed.APPLIED}


def test_a_name_that_is_written_alike_in_both_languages_is_applied():
    assert judged(("IBM won.", "IBMが勝った。"))["ibm"].obeyed is Obeyed.APPLIED


def test_only_what_is_mentioned_is_reported_and_disobedience_first():
    pair = (
        "Mitsui E&S and Idaho National Laboratory met.",
        "三井E&SとIdaho National Laboratoryが会った。",
    )
    assert [o.obeyed for o in judged(pair).values()] == [Obeyed.ENGLISH, Obeyed.APPLIED]
    assert judged(("Snow fell.", "雪が降った。"), ("Mitsui E&S won.", "")) == {}
