"""What deserves a second look, and what does not."""

from dataclasses import replace

from glossary.checks.examples import concept
from glossary.concept import EntityKind
from glossary.lint import doubts
from glossary.names import load_names

BODY = EntityKind.ORGANISATION


def kinds(*concepts):
    return [(d.kind, d.concept.id) for d in doubts(concepts)]


def test_a_sound_glossary_gives_no_doubt():
    assert kinds(concept("Rapidus", "ラピダス"), concept("Bank of Japan", "日本銀行", "日銀")) == []


def test_one_english_name_with_two_meanings_is_a_conflict_and_with_one_a_duplicate():
    first = concept("Nuclear Regulation Authority", "原子力規制委員会")
    other = concept("Nuclear regulation authority", "原子力規制庁")
    again = concept("Nuclear-Regulation Authority", "原子力規制委員会")
    assert kinds(first, other) == [("conflict", other.id)]
    assert kinds(first, again) == [("duplicate", again.id)]


def test_a_rendering_that_is_first_of_all_anothers_name_is_borrowed():
    rail = concept("Hitachi Rail", "日立レール", "日立製作所", kind=EntityKind.COMPANY)
    mother = concept("Hitachi, Ltd.", "日立製作所", kind=EntityKind.COMPANY)
    assert kinds(rail, mother) == [("borrowed", rail.id)]


def test_the_same_japanese_in_another_kind_is_nothing():
    office = concept("Foreign Office", "外務省", "外相", kind=BODY)
    minister = concept("Foreign Secretary", "外相", kind=EntityKind.TITLE)
    assert kinds(office, minister) == []


def test_what_is_right_here_and_wrong_there_is_a_chain():
    right = concept("pressurized rover", "加圧ローバー")
    wrong = concept("Pressurized Rover", "与圧ローバー", wrong=("加圧ローバー",))
    assert ("chain", right.id) in kinds(right, wrong)


def test_terms_that_stand_everywhere_are_short_or_common():
    assert kinds(concept("gas", "気")) == [("short", "gas"), ("short", "gas")]
    assert kinds(concept("Target", "ターゲット社")) == [("common", "Target")]


def test_what_a_context_tells_apart_is_no_conflict():
    money, river = concept("bank", "銀行"), concept("Bank", "土手")
    assert kinds(money, river) == [("conflict", river.id)]
    assert kinds(money, replace(river, context=("river",))) == []
    assert kinds(replace(money, context=("loan",)), replace(river, context=("river",))) == []


def test_a_plural_with_a_row_of_its_own_is_a_twin():
    crane = concept("port crane", "港湾クレーン")
    again, other = concept("port cranes", "港湾クレーン"), concept("port cranes", "港の起重機")
    assert kinds(crane, again) == [("twin", again.id)]
    (doubt,) = doubts((crane, other))
    said = "port cranes is found as port crane already, which is 港湾クレーン and not 港の起重機"
    assert doubt.message == said


def test_a_term_inside_a_longer_one_is_expected_in_its_japanese():
    crane, ferry = concept("crane", "起重機"), concept("night ferry", "夜行フェリー")
    port = concept("port crane", "港湾クレーン", kind=EntityKind.PRODUCT)
    (doubt,) = doubts((crane, ferry, port))
    assert (doubt.kind, doubt.concept.id) == ("inside", port.id)
    assert doubt.message == "port crane is 港湾クレーン, and crane in it is 起重機"
    assert kinds(concept("crane", "クレーン"), port) == []
    assert kinds(concept("Crane", "起重機", kind=BODY), port) == []


def test_terms_in_the_column_of_the_other_language_are_swapped():
    assert kinds(concept("港湾", "harbour")) == [("swapped", "港湾"), ("swapped", "港湾")]
    assert kinds(concept("Ferry Nord", "Ferry Nord"), concept("liquefied gas", "LNG")) == []


def test_what_deepl_would_refuse_is_said():
    (doubt,) = doubts([concept("night\u200bferry", "夜行フェリー")])
    assert doubt.kind == "deepl"
    assert doubt.message.endswith("it holds a character that cannot be seen")
    (doubt,) = doubts([concept("night ferry", "船" * 400)])
    assert "longer than 1024 bytes" in doubt.message


def test_the_bundled_names_have_no_conflicts_duplicates_or_chains():
    grave = [d for d in doubts(load_names()) if d.kind in ("conflict", "duplicate", "chain")]
    assert [d.message for d in grave] == []
