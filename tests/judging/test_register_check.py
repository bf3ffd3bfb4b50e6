"""mixed-register: the few sentences in another voice than their document."""

import pytest

from corpus.bitext import TranslationUnit
from glossary.checks import mixed_register
from glossary.finding import Severity
from glossary.rendering import annotate
from glossary.termbase import Termbase

NO_TERMS = Termbase.of(())
PLAIN = (
    "ダムは完成した。",
    "水が多い。",
    "船が通る。",
    "魚がいる。",
    "雨が降った。",
    "町は静かである。",
)
POLITE = (
    "ダムは完成しました。",
    "水が多いです。",
    "船が通ります。",
    "魚がいます。",
    "雨が降りました。",
)


def found(*targets, source="It stands by the river."):
    """The findings in a document of these paragraphs, as (paragraph, finding)."""
    given = [t if isinstance(t, tuple) else (source, t) for t in targets]
    units = [TranslationUnit(str(k), english, target) for k, (english, target) in enumerate(given)]
    annotated = [annotate(unit, NO_TERMS) for unit in units]
    return [(units[int(f.unit)].target, f) for f in mixed_register.CHECK.across(annotated)]


def mended(target, finding):
    once = finding.fix.apply(target)
    assert finding.fix.apply(once) == once
    return once


def test_one_polite_paragraph_in_a_plain_text_is_minor_and_mended():
    ((target, finding),) = found(*PLAIN, "町は港を歓迎します。")
    assert finding.target.of(target) == "歓迎します"
    assert finding.suggestions == ("歓迎する",)
    assert finding.severity is Severity.MINOR
    assert mended(target, finding) == "町は港を歓迎する。"


def test_one_plain_paragraph_in_a_polite_text():
    ((target, finding),) = found(*POLITE, *POLITE, "町は港を歓迎した。")
    assert mended(target, finding) == "町は港を歓迎しました。"


def test_a_change_inside_a_paragraph_is_major():
    ((_, finding),) = found(*PLAIN, "町は港を歓迎する。船を待っています。波は高い。")
    assert finding.severity is Severity.MAJOR


def test_a_run_of_sentences_is_one_finding():
    ((target, finding),) = found(
        *PLAIN, *PLAIN, *PLAIN, "船を待っています。人も待っています。波は高い。"
    )
    assert finding.target.of(target) == "待っています"
    assert finding.target.start < target.index("人")
    assert "1 more" in finding.message


def test_the_copula_is_that_of_the_text():
    ((target, finding),) = found(*PLAIN[:5], "町は静かだ。", "港は重要です。")
    assert mended(target, finding) == "港は重要だ。"


def test_an_ending_that_may_be_of_two_verbs_has_no_fix():
    ((_, finding),) = found(*PLAIN, "山頂から客が降ります。")
    assert finding.fix is None
    assert finding.suggestions == ()


@pytest.mark.parametrize(
    "other",
    [
        "町長は「船を待っています」と述べた。",
        "船を待っています！",
        "船を待ってください。",
        "「船を待っています。」",
        ("I wait for the ship.", "船を待っています。"),
        ('"We wait for the ship," he said.', "船を待っています。"),
        ("", "船を待っています。"),
    ],
)
def test_what_is_spoken_or_has_no_english_is_let_pass(other):
    assert found(*PLAIN, other) == []


def test_lists_are_judged_apart():
    listed = ("・船を待つ。", "・魚を取る。", "・人を招く。")
    assert found(*POLITE, *POLITE, *POLITE, *listed) == []


def test_a_text_in_both_registers_has_none():
    assert found(*PLAIN, *POLITE) == []


def test_a_text_of_fragments_has_none():
    assert found("ダムの完成", "水と船", "町の歴史。", "港", "魚がいます。") == []


def test_a_conversation_has_none():
    talk = [("What do you say?", target) for target in PLAIN]
    assert found(*talk, "船が通る。", "船を待っています。") == []


def test_a_short_text_is_judged_inside_its_paragraphs():
    assert found("ダムは完成した。", "船を待っています。") == []
    ((target, finding),) = found("ダムは完成した。船を待っています。")
    assert finding.target.of(target) == "待っています"


def test_the_few_watashitachi_of_a_text_that_writes_wareware():
    many = [f"我々は{thing}を守る。" for thing in ("川", "町", "港", "森", "海", "橋", "道")]
    ((target, finding),) = found(*many, "私たちは魚を守る。")
    assert finding.target.of(target) == "私たち"
    assert mended(target, finding) == "我々は魚を守る。"
    assert found(*many, "我々は魚を守る。") == []
