"""Omissions, additions and duplications: what is said, where, and what is let pass."""

from itertools import product

import pytest

from corpus.bitext import TranslationUnit
from glossary.checks import addition, duplication, number_missing, omission, unknown_name
from glossary.finding import Severity
from glossary.rendering import annotate
from glossary.runner import check_unit
from glossary.termbase import Termbase

CHECKS = (omission.CHECK, addition.CHECK, duplication.CHECK)
NO_TERMS = Termbase.of(())

STATEMENT = (
    ("The port was closed for two days.", "港は2日間閉鎖された。"),
    (
        "Fishermen in the bay lost nets worth about $310,000.",
        "湾内の漁師は、約31万ドル相当の網を失った。",
    ),
    (
        "The governor thanked the volunteers who cleaned the beaches.",
        "知事は、海岸を清掃したボランティアに感謝した。",
    ),
    (
        "Engineers will examine the breakwater before the winter.",
        "技術者が冬の前に防波堤を調査する。",
    ),
    ("The harbor railway reopened in March.", "港の鉄道は3月に再開した。"),
)


def units(*pairs, score=1.0):
    return tuple(
        annotate(TranslationUnit(str(k), source, target, score=score), NO_TERMS)
        for k, (source, target) in enumerate(pairs)
    )


def found(check, annotated):
    return list(check.find(annotated))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_examples_hold(check):
    for example in check.flagged:
        (unit,) = units((example.source, example.target))
        assert found(check, unit)
    for example in check.passed:
        (unit,) = units((example.source, example.target))
        assert not found(check, unit)


def test_one_flaw_is_reported_by_one_of_the_three():
    for check, other in product(CHECKS, CHECKS):
        for example in check.flagged if check is not other else ():
            (unit,) = units((example.source, example.target))
            assert not found(other, unit)


def test_a_missing_sentence_is_marked_in_the_english_only():
    source = f"{STATEMENT[0][0]} {STATEMENT[1][0]} {STATEMENT[2][0]}"
    (unit,) = units((source, STATEMENT[0][1] + STATEMENT[2][1]))
    (finding,) = found(omission.CHECK, unit)
    assert finding.source.of(source) == STATEMENT[1][0]
    assert finding.target is None
    assert finding.severity is Severity.MAJOR
    assert "Fishermen" in finding.message


def test_a_repeated_sentence_is_marked_and_its_other_place_is_named():
    target = "知事は海岸を清掃した人々に感謝した。海岸を清掃した人々に感謝し、知事は帰った。"
    (unit,) = units(("Thanking those who cleaned the beaches, the governor left.", target))
    (finding,) = found(duplication.CHECK, unit)
    assert finding.target.of(target) == "知事は海岸を清掃した人々に感謝した。"
    assert "海岸を清掃した人々に感謝" in finding.message
    assert finding.message.endswith("stands there again")


def test_a_sentence_that_the_english_says_twice_may_stand_twice():
    source = (
        "We will rebuild this harbor together. We will rebuild this harbor together, I promise."
    )
    target = "我々はこの港を共に再建する。我々はこの港を共に再建すると、私は約束する。"
    (unit,) = units((source, target))
    assert not found(duplication.CHECK, unit)


def test_nothing_is_judged_in_a_pair_of_paragraphs_that_is_doubtful_itself():
    source = f"{STATEMENT[0][0]} {STATEMENT[1][0]} {STATEMENT[2][0]}"
    (unit,) = units((source, STATEMENT[0][1] + STATEMENT[2][1]), score=0.3)
    assert not found(omission.CHECK, unit)


def test_a_complete_statement_has_no_gaps():
    complete = units(*STATEMENT)
    assert [f for check in CHECKS for f in check.across(complete)] == []


@pytest.mark.parametrize("dropped", [1, 2, 3])
def test_a_missing_paragraph_belongs_to_the_unit_of_its_english(dropped):
    pairs = [(s, "" if k == dropped else t) for k, (s, t) in enumerate(STATEMENT)]
    (finding,) = omission.CHECK.across(units(*pairs))
    assert finding.unit == str(dropped)
    assert finding.source.of(STATEMENT[dropped][0]) == STATEMENT[dropped][0]
    assert finding.target is None


def test_a_paragraph_whose_japanese_stands_unlinked_beside_it_is_not_called_missing():
    source, target = STATEMENT[2]
    assert not list(
        omission.CHECK.across(units(*STATEMENT[:2], (source, ""), ("", target), *STATEMENT[3:]))
    )


def test_a_paragraph_put_between_is_an_addition_and_minor():
    extra = "なお、隣町の温泉旅館では秋の料理を楽しむことができる。"
    between = units(*STATEMENT[:2], ("", extra), *STATEMENT[2:])
    (finding,) = addition.CHECK.across(between)
    assert finding.unit == "2"
    assert finding.target.of(extra) == extra
    assert finding.severity is Severity.MINOR


def test_menus_and_remarks_around_the_statement_are_no_additions():
    furniture = [("", "ホーム"), ("", "今日は港の話題を全訳してみた。長いので後で読み返したい。")]
    page = units(*furniture, *STATEMENT, *furniture)
    assert [f for check in CHECKS for f in check.across(page)] == []


def test_a_block_of_the_page_between_two_paragraphs_is_no_addition():
    block = [("", "今週の人気記事を編集部が選んだ。"), ("", "温泉旅館の秋の料理を特集した。")]
    page = units(*STATEMENT[:2], *block, *STATEMENT[2:])
    assert not list(addition.CHECK.across(page))


def test_a_paragraph_printed_twice_is_a_duplication_and_no_addition():
    page = units(*STATEMENT[:3], ("", STATEMENT[2][1]), *STATEMENT[3:])
    (finding,) = (f for check in CHECKS for f in check.across(page))
    assert finding.check == "duplication"
    assert finding.unit == "3"
    assert "The governor thanked" in finding.message


def test_a_paragraph_that_stands_in_place_of_anothers_translation_is_a_duplication():
    pairs = [*STATEMENT[:2], (STATEMENT[2][0], STATEMENT[1][1]), *STATEMENT[3:]]
    (finding,) = duplication.CHECK.across(units(*pairs))
    assert finding.unit == "2"
    assert finding.severity is Severity.MAJOR


def test_two_english_sentences_may_have_one_japanese():
    pairs = [
        *STATEMENT[:2],
        ("The governor thanked the volunteers for cleaning the beaches.", STATEMENT[2][1]),
        *STATEMENT[2:],
    ]
    assert not list(duplication.CHECK.across(units(*pairs)))


def test_a_translation_that_breaks_off_is_one_omission():
    cut = units(*STATEMENT[:2], *((source, "") for source, _ in STATEMENT[2:]))
    (finding,) = omission.CHECK.across(cut)
    assert finding.unit == "2"
    assert "3 paragraphs" in finding.message


def test_what_a_page_has_behind_a_statement_is_no_omission():
    for furniture in (("Share this", "Print", "All rights reserved 2026"), ("The end is near.",)):
        page = units(*STATEMENT, *((line, "") for line in furniture))
        assert list(omission.CHECK.across(page)) == []


def test_a_sentence_behind_the_border_of_a_paragraph_is_said_twice():
    said = "知事は、海岸を清掃したボランティアに感謝した。"
    twice = units(
        ("Rain fell. The governor thanked the volunteers.", f"雨が降った。{said}"),
        ("The harbor was closed.", f"{said}港は閉鎖された。"),
    )
    (finding,) = duplication.CHECK.across(twice)
    assert (finding.unit, finding.target.of(twice[1].unit.target)) == ("1", said)
    called_for = units(
        ("Rain fell. The governor thanked the volunteers.", f"雨が降った。{said}"),
        ("The governor thanked the volunteers. It was late.", f"{said}遅い時間だった。"),
    )
    assert list(duplication.CHECK.across(called_for)) == []


CLOSED = "The port closed on Monday. Ferries stayed in the north."


@pytest.mark.parametrize(
    ("japanese", "mended"),
    [
        (
            "港は月曜日に閉鎖された。港は月曜日に閉鎖された。船は北に留まった。",
            "港は月曜日に閉鎖された。船は北に留まった。",
        ),
        (
            "港は月曜日に閉鎖された。 港は月曜日に閉鎖された。船は北に留まった。",
            "港は月曜日に閉鎖された。船は北に留まった。",
        ),
        ("港は月曜日に閉鎖された。船は北に留まった。港は月曜日に閉鎖された。", None),
        ("港は月曜日に閉鎖されました。港は月曜日に閉鎖された。船は北に留まった。", None),
    ],
)
def test_a_sentence_said_again_at_once_word_for_word_goes(japanese, mended):
    unit = TranslationUnit("u", CLOSED, japanese)
    found = [f for f in check_unit(unit, NO_TERMS) if f.check == duplication.NAME]
    assert found
    assert [f.fix.apply(japanese) if f.fix else None for f in found] == [mended]


def test_a_name_in_no_glossary_is_told_once_with_how_often_it_stands():
    named = ("They met in Zanfurt.", "彼らは会った。"), ("We know Zanfurt.", "知っている。")
    (finding,) = unknown_name.CHECK.across(units(*named))
    assert finding.message == '"Zanfurt" is in no glossary, and stands in 2 places'
    plain = ("A common zanfurt is a bird.", "鳥である。")
    assert list(unknown_name.CHECK.across(units(*named, plain))) == []


def test_a_counter_without_its_number_is_marked_where_it_stands():
    target = "3人の男性と5人の女性が第回大会に来た。"
    (unit,) = units(("3 men and 5 women came to the meeting.", target))
    (finding,) = found(number_missing.CHECK, unit)
    assert (finding.message, finding.target.of(target)) == ("a number is missing before 回", "回")
    assert finding.fix is None
