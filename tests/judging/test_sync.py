"""From concepts to an engine's glossary: entries, offences, and the three-way difference."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.concept import Concept, EntityKind, Term, TermStatus
from glossary.sync import Fate, difference, prepared, summary


def concept(english, japanese, kind=EntityKind.TERM, origin="names.csv"):
    return Concept(english, (Term(english),), (Term(japanese),), kind, origin=origin)


def terms(*given_):
    return prepared(given_).terms


def test_a_company_is_sent_in_every_form_that_texts_have():
    found = terms(concept("Harbour Works Co., Ltd.", "港湾工業", EntityKind.COMPANY))
    assert found["Harbour Works Co., Ltd."] == found["Harbour Works"] == "港湾工業"
    assert found["HARBOUR WORKS"] == "港湾工業"
    assert found["Harbour Works'"] == "港湾工業の"


def test_a_legal_form_that_is_part_of_the_name_stays():
    found = terms(concept("Mitsui & Co.", "三井物産", EntityKind.COMPANY))
    assert "Mitsui" not in found
    assert "Mitsui &" not in found


def test_a_common_term_is_also_sent_as_it_begins_a_sentence():
    found = terms(concept("extended deterrence", "拡大抑止"))
    assert found == {"extended deterrence": "拡大抑止", "Extended deterrence": "拡大抑止"}


def test_what_a_person_wrote_outranks_what_is_made_of_another_entry():
    found = terms(
        concept("Acme Ltd.", "アクメ", EntityKind.COMPANY),
        concept("Acme", "頂点社", EntityKind.COMPANY),
    )
    assert found["Acme"] == "頂点社"


@pytest.mark.parametrize(
    ("english", "japanese", "said"),
    [
        ("", "港", "empty"),
        ("port", "", "empty"),
        ("port ", "港", "white space"),
        ("port", "港\u3000", "white space"),
        ("po\trt", "港", "control"),
        ("po\u2028rt", "港", "control"),
        ("po\u200brt", "港", "cannot be seen"),
        ("p" * 1025, "港", "1024 bytes"),
        ("port", "港" * 342, "1024 bytes"),
    ],
)
def test_what_would_be_refused_is_named_with_its_place(english, japanese, said):
    found = prepared([concept(english, japanese)])
    assert any(o.origin == "names.csv" and said in o.fault for o in found.offences)
    assert found.terms == {}


def test_two_translations_of_one_term_are_an_offence():
    found = prepared([concept("port", "港"), concept("port", "ポート")])
    assert [str(o) for o in found.offences] == [
        "names.csv: port: has two translations, and can have one"
    ]


def test_of_two_files_the_first_wins_and_says_so():
    found = prepared([concept("Port", "港", origin="review"), concept("Port", "ポート")])
    assert (found.terms, found.offences) == ({"Port": "港"}, ())
    assert found.warnings == ("Port: review outranks names.csv",)


def test_what_is_only_forbidden_is_no_entry():
    wrong = Concept("p", (Term("port"),), (Term("ポート", TermStatus.DEPRECATED),))
    assert terms(wrong) == {}


def test_twins_in_another_encoding_are_an_offence():
    assert prepared([concept("E&S", "一"), concept("Ｅ＆Ｓ", "二")]).offences
    assert not prepared([concept("E&S", "一"), concept("Ｅ＆Ｓ", "一")]).offences


def test_a_bare_beginning_of_longer_names_is_warned_of():
    found = prepared([concept("Mitsui", "三井"), concept("Mitsui & Co.", "三井物産")])
    assert found.warnings == ()  # whoever wins, the name is in it
    found = prepared([concept("Harbour", "港"), concept("Harbour Works", "ハーバーワークス")])
    assert [w.partition(":")[0] for w in found.warnings] == ["Harbour"]


def test_the_difference_tells_ours_from_theirs():
    base = {"a": "1", "b": "1", "c": "1", "d": "1"}
    local = {"a": "2", "b": "1", "d": "1", "e": "1"}
    remote = {"a": "1", "b": "9", "c": "1", "f": "1"}
    found = {d.source: d.fate for d in difference(base, local, remote)}
    assert found == {
        "a": Fate.CHANGE,
        "b": Fate.FOREIGN,
        "c": Fate.REMOVE,
        "d": Fate.FOREIGN,
        "e": Fate.ADD,
        "f": Fate.FOREIGN,
    }
    said = summary(difference(base, local, remote))
    assert said == "1 to add, 1 to change, 1 to remove, 3 changed at the other end"


TERMS = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("12"))


@settings(max_examples=80)
@given(TERMS, TERMS)
def test_without_strangers_nothing_is_foreign_and_agreement_is_silent(base, local):
    assert all(d.fate is not Fate.FOREIGN for d in difference(base, local, base))
    assert difference(base, local, local) == ()
    assert {d.source for d in difference(base, local, base)} == {
        t for t in {*base, *local} if base.get(t) != local.get(t)
    }


@settings(max_examples=80)
@given(TERMS, TERMS, TERMS)
def test_what_a_stranger_did_is_never_overwritten_unseen(base, local, remote):
    foreign = {d.source for d in difference(base, local, remote) if d.fate is Fate.FOREIGN}
    theirs = {t for t in {*base, *remote} if base.get(t) != remote.get(t)}
    assert foreign == {t for t in theirs if remote.get(t) != local.get(t)}
