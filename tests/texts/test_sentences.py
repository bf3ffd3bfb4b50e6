"""Which sentences answer each other inside a paragraph, and which have no answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.alignment.sentences import sentence_links
from corpus.alignment.unanswered import added, omitted, unheard, unsaid
from corpus.language import english, japanese

ENGLISH = (
    "The museum opened its doors in 1968.",
    "Farmers from the northern islands gave most of the wooden tools.",
    "Admission is free for students.",
    "A new wing for photography will be built by 2031.",
)
JAPANESE = (
    "同博物館は1968年に開館した。",
    "木製の道具の大半は、北方の島々の農家が寄贈した。",
    "学生の入場料は無料である。",
    "写真のための新館が2031年までに建設される。",
)


def texts(spans, text):
    return [span.of(text) for span in spans]


def test_each_sentence_is_linked_with_the_one_that_answers_it():
    source, target = " ".join(ENGLISH), "".join(JAPANESE)
    links = sentence_links(source, target)
    assert [texts(link.source, source) for link in links] == [[s] for s in ENGLISH]
    assert [texts(link.target, target) for link in links] == [[s] for s in JAPANESE]


def test_two_single_sentences_are_a_pair_without_being_compared():
    (link,) = sentence_links("Good morning.", "天気予報です。")
    assert link.source
    assert link.target


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(ENGLISH)), st.lists(st.sampled_from(JAPANESE)))
def test_every_sentence_is_in_exactly_one_link(left, right):
    source, target = " ".join(left), "".join(right)
    links = sentence_links(source, target)
    found = sorted(s for link in links for s in link.source)
    assert tuple(found) == english.sentences(source)
    assert tuple(s for link in links for s in link.target) == japanese.sentences(target)


@pytest.mark.parametrize("dropped", range(len(ENGLISH)))
def test_a_dropped_sentence_is_named_and_no_other(dropped):
    source = " ".join(ENGLISH)
    target = "".join(s for k, s in enumerate(JAPANESE) if k != dropped)
    assert texts(omitted(source, target), source) == [ENGLISH[dropped]]


def test_nothing_is_missing_where_everything_is_said():
    assert omitted(" ".join(ENGLISH), "".join(JAPANESE)) == ()
    assert added(" ".join(ENGLISH), "".join(JAPANESE)) == ()


def test_two_sentences_made_one_are_no_omission():
    source = "The museum opened its doors in 1968. Admission is free for students and teachers."
    assert omitted(source, "1968年に開館した同博物館は、学生と教員の入場料を無料としている。") == ()


def test_a_short_aside_is_not_missed():
    assert (
        omitted("The museum opened in 1968. How time flies!", "同博物館は1968年に開館した。") == ()
    )


def test_a_sentence_whose_figure_stands_elsewhere_in_the_japanese_is_not_called_missing():
    source = "The museum opened in 1968. It received 43,000 visitors in the first winter."
    assert omitted(source, "4万3000人が訪れた同博物館は1968年開館である。") == ()


def test_a_sentence_of_its_own_in_the_japanese_is_named():
    source = " ".join((ENGLISH[0], ENGLISH[2]))
    extra = "隣の市場では、毎週土曜日に新鮮な魚と野菜が販売されている。"
    target = "".join((JAPANESE[0], extra, JAPANESE[2]))
    assert texts(added(source, target), target) == [extra]


def test_nothing_is_missing_from_texts_that_have_nothing_to_do_with_each_other():
    unrelated = "台風は夜半に上陸し、各地の鉄道が運休した。農作物にも被害が出た。"
    assert omitted(" ".join(ENGLISH[:3]), unrelated) == ()


def test_a_paragraph_is_unsaid_only_if_no_unlinked_japanese_near_by_may_hold_it():
    near = ((ENGLISH[0], JAPANESE[0]), (ENGLISH[2], JAPANESE[2]))
    assert unsaid(ENGLISH[1], near)
    assert not unsaid(ENGLISH[1], (*near, ("", JAPANESE[1])))


def test_a_paragraph_is_not_unsaid_if_a_neighbour_is_long_enough_to_hold_it():
    assert not unsaid(ENGLISH[1], ((ENGLISH[0], JAPANESE[0] + JAPANESE[1]),))


def test_a_japanese_paragraph_is_unheard_only_if_no_english_near_by_may_have_called_for_it():
    near = ((ENGLISH[0], JAPANESE[0]), (ENGLISH[2], JAPANESE[2]))
    assert unheard(JAPANESE[1], near)
    assert not unheard(JAPANESE[1], (*near, (ENGLISH[1], "")))


def test_empty_texts_have_no_sentences():
    assert sentence_links("", "") == ()
    assert omitted("", "") == ()
    assert added("", "何か。") == ()
