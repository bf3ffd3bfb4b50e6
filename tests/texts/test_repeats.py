"""What stands twice in a Japanese text by mistake, and what may well stand twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bitext import Span
from corpus.language.repeats import alike, repeats, said_twice


def found(text):
    return [(r.first.of(text), r.second.of(text), r.extra.of(text)) for r in repeats(text)]


def test_a_sentence_finished_too_early_and_begun_again_is_named_with_both_places():
    text = (
        "市議会は、港の拡張に関する報告書を承認した。"
        "港の拡張に関する報告書を承認し、市議会は閉会した。"
    )
    clause = "港の拡張に関する報告書を承認し"
    assert found(text) == [(clause, clause, text[: text.index("。") + 1])]


def test_a_few_other_characters_in_the_second_place_change_nothing():
    text = (
        "森林の保全を進めるため、我々は、関連する条例の改正を支持する。"
        "森林の保全を進めるため、関連する条例改正を支持し、我々は植林を続ける。"
    )
    (repeat,) = repeats(text)
    assert repeat.extra.of(text) == text[: text.index("。") + 1]


def test_a_clause_said_twice_in_one_sentence_is_found():
    text = (
        "古い橋を早急に修理する必要があることから、市は、"
        "古い橋を早急に修理する必要があることから予算を組んだ。"
    )
    (repeat,) = repeats(text)
    assert repeat.second.of(text).startswith("古い橋を早急に修理する必要がある")


def test_a_line_that_stands_twice_running_is_found():
    text = "漁業と観光\n漁業と観光"
    assert found(text) == [("漁業と観光", "漁業と観光", "漁業と観光")]
    assert repeats(text)[0].heading


def test_a_heading_begun_again_before_it_ends_is_found():
    text = "水産資源管理協力の深化水産資源管理協力：両国は漁獲量を報告する。"
    assert found(text) == [("水産資源管理協力", "水産資源管理協力", "水産資源管理協力")]


@pytest.mark.parametrize(
    "text",
    [
        "市は港を整備する計画である。市は鉄道を整備する計画である。",
        "2023年の漁獲量は前年より4％増加した。2024年の漁獲量は前年より6％増加した。",
        "北部の農業協同組合について説明した。南部の農業協同組合について説明した。",
        "会議では、農業について、漁業について、林業について、それぞれ意見が交わされた。",
        "国立海洋研究開発機構は船を造った。国立海洋研究開発機構は船を売った。",
        "100人以上が負傷した大きな地震だった。1,100人以上が負傷した大きな地震だった。",
        "はい。はい。",
        "県知事は計画を支持した。県知事は計画を支持しなかった議員とも会った。",
        "",
    ],
)
def test_parallel_sentences_lists_and_names_are_no_repetition(text):
    assert repeats(text) == ()


SENTENCES = st.lists(
    st.sampled_from(
        [
            "市は、古い橋を修理するための予算を承認した。",
            "古い橋を修理するための予算を承認し、市は工事を始めた。",
            "農家は米の価格に満足している。\n",
            "港と鉄道\n",
        ]
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_the_first_place_stands_before_the_second_and_both_are_in_the_text(parts):
    text = "".join(parts)
    for repeat in repeats(text):
        assert repeat.first.end <= repeat.second.start
        assert repeat.second.end <= len(text)
        assert repeat.extra.overlaps(repeat.first) or repeat.extra.overlaps(repeat.second)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="あ漢ア1a。、\n「」", max_size=40))
def test_any_text_is_read_without_a_fault(text):
    repeats(text)
    alike(text, text[::-1])


def test_texts_are_alike_up_to_particles_and_punctuation_but_not_up_to_figures():
    assert alike("両市は協定に署名した。", "両市は、協定に署名した")
    assert alike(
        "町は来年度から新しい図書館の建設を開始する。",
        "町は来年度から、新しい図書館の建設を開始する",
    )
    assert not alike("町は2025年から図書館の建設を始める。", "町は2026年から図書館の建設を始める。")
    assert not alike("", "")


def test_english_said_twice_is_measured_in_letters_endings_aside():
    assert said_twice("One plan, one people.") == len("one")
    assert said_twice("They advertise with me. He advertised with me.") == len("advertisewithme")
    assert said_twice("Nothing here is repeated") == 0
    assert said_twice("") == 0


def test_a_clause_that_stands_again_at_once_may_be_short():
    (repeat,) = repeats("町は計画の進み方を喜び、町は計画の進み方を喜び、費用を払うと述べた。")
    assert (repeat.first, repeat.second) == (Span(0, 12), Span(12, 24))
