"""What deserves a second look, and what does not."""

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


def test_the_bundled_names_have_no_conflicts_duplicates_or_chains():
    grave = [d for d in doubts(load_names()) if d.kind in ("conflict", "duplicate", "chain")]
    assert [d.message for d in grave] == []
