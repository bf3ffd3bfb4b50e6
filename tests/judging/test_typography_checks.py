"""What the Japanese itself shows: spaces, brackets, stops, widths, particles, headings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bitext import Bitext, TranslationUnit
from glossary.checks import (
    ALL_CHECKS,
    doubled_heading,
    foreign_punctuation,
    missing_full_stop,
    mixed_width,
    repeated_particle,
    stray_space,
    unbalanced_brackets,
)
from glossary.runner import check_bitext
from glossary.termbase import Termbase

CHECKS = tuple(
    module.CHECK
    for module in (
        doubled_heading,
        foreign_punctuation,
        missing_full_stop,
        mixed_width,
        repeated_particle,
        stray_space,
        unbalanced_brackets,
    )
)
NO_TERMS = Termbase.of(())
ENGLISH = "The harbor stands by the river."
WHOLE = tuple(f"{thing}は川の近くに立つ。" for thing in ("港", "家", "塔", "寺", "店", "駅"))


def found(check, *targets, source=ENGLISH):
    """The marked words with their findings, in a document of these paragraphs."""
    given = [t if isinstance(t, tuple) else (source, t) for t in targets]
    units = tuple(TranslationUnit(str(k), *pair) for k, pair in enumerate(given))
    findings = check_bitext(Bitext("", units), NO_TERMS, (check,))
    return [(units[int(f.unit)].target, f) for f in findings]


def mended(target, finding):
    once = finding.fix.apply(target)
    assert finding.fix.apply(once) == once
    return once


def test_all_are_registered():
    assert set(CHECKS) <= set(ALL_CHECKS)


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("カメ ラを置く。", None),
        ("会場のデ ィスプレーが光る。", "会場のディスプレーが光る。"),
        ("会場のセンタ ーが開く。", "会場のセンターが開く。"),
        ("会場のファッショ ンが並ぶ。", "会場のファッションが並ぶ。"),
        ("町が同意す る。", "町が同意する。"),
        ("町が同意 する。", "町が同意する。"),
        ("油の処理 を行う。", "油の処理を行う。"),
        ("順に編年体 的に書く。", "順に編年体的に書く。"),
        ("岸 まさるが話す。", None),
        ("ナイジェル ウッドが話す。", None),
        ("１ 港が開く。", None),
        ("　港が開く。", None),
        ("NATO の会合が開く。", None),
    ],
)
def test_a_space_inside_a_word(torn, whole):
    findings = found(stray_space.CHECK, torn)
    assert [mended(*pair) for pair in findings] == ([whole] if whole else [])


def test_a_word_that_the_text_writes_whole_elsewhere_is_torn():
    ((target, finding),) = found(stray_space.CHECK, "カメ ラを置く。", "カメラは古い。")
    assert mended(target, finding) == "カメラを置く。"


def test_a_space_behind_a_full_stop_where_others_have_none():
    ((target, finding),) = found(
        stray_space.CHECK, *("雨が降る。風が吹く。波が立つ。",) * 4, "雨が降る。 風が吹く。"
    )
    assert mended(target, finding) == "雨が降る。風が吹く。"
    ((target, finding),) = found(
        stray_space.CHECK,
        *("雨が降る。風が吹く。波が立つ。",) * 10,
        "雨が降る。 風が吹く。 波が立つ。",
    )
    assert mended(target, finding) == "雨が降る。風が吹く。波が立つ。"
    assert "1 more" in finding.message
    assert found(stray_space.CHECK, *("雨が降る。 風が吹く。 波が立つ。",) * 4) == []


@pytest.mark.parametrize(
    ("source", "target", "mark"),
    [
        (ENGLISH, "港（川の近くに立つ。", "（"),
        (ENGLISH, "港は『川の近くに立つ。", "『"),
        (ENGLISH, "港は川の近くに立つ」と述べた。", "」"),
        (ENGLISH, "港（川の近く)に立つ。", None),
        (ENGLISH, "港は｢川の近く」に立つ。", None),
        (ENGLISH, "1）港、2）川", None),
        (ENGLISH, "港が立つ (^^)", None),
        ('"The harbor stands.', "「港が立つ。", None),
        ("'The harbor stands. It is old.", "「港が立つ。古い。", None),
    ],
)
def test_a_bracket_alone(source, target, mark):
    findings = found(unbalanced_brackets.CHECK, target, source=source)
    assert [f.target.of(t) for t, f in findings] == ([mark] if mark else [])


def test_a_quotation_may_go_on_over_paragraphs():
    assert (
        found(unbalanced_brackets.CHECK, "「港が立つ。", "家が立つ。", "塔が立つ」と述べた。") == []
    )
    assert len(found(unbalanced_brackets.CHECK, "塔が立つ」と述べた。", "「港が立つ。")) == 2


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("橋は川の近くに立つ", "橋は川の近くに立つ。"),
        ("橋は古いです", "橋は古いです。"),
        ("橋は川の近くに立っている ", "橋は川の近くに立っている。 "),
        ("川の近くの橋", None),
        ("橋は「川の近くに立つ", None),
        ("橋は川の近くに立つ：", None),
        ("橋は川の近くに立つ（図1）", None),
    ],
)
def test_a_paragraph_that_breaks_off(broken, whole):
    findings = found(missing_full_stop.CHECK, *WHOLE, broken)
    assert [mended(*pair) for pair in findings] == ([whole] if whole else [])


def test_a_text_without_full_stops_misses_none():
    assert found(missing_full_stop.CHECK, *(t.rstrip("。") for t in WHOLE)) == []
    assert found(missing_full_stop.CHECK, *WHOLE, ("Old bridges", "橋は古い")) == []


TWO = "The harbor is old. It stands by the river."


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        (TWO, "港は古いです川の近くに立ちます。", "いです。川の近"),
        (TWO, "港が建ちましたしかし、古いです。", "ました。しかし"),
        (TWO, "町は、港を開く次の目標は、駅である。", "を開く。次の目"),
        (ENGLISH, "港は古いです川の近くに立ちます。", None),
        (TWO, "港は、ますます古くなり、ますます小さくなります。", None),
        (TWO, "港にいらっしゃいました皆様に感謝します。", None),
        (TWO, "町は、港を開く人々の目標は、駅だと述べた。", None),
        (TWO, "港を開く町の目標は、駅である。", None),
        (TWO, "市は、港において、船を守る次の目標は、駅である。", "を守る。次の目"),
        (TWO, "市は、費用を払い、人を送る会社は、機械を送る。", None),
    ],
)
def test_two_sentences_that_run_together(source, target, wanted):
    findings = found(missing_full_stop.CHECK, target, source=source)
    assert [f.suggestions for _, f in findings] == ([(wanted,)] if wanted else [])


def test_where_a_noun_may_take_the_verb_there_is_no_fix():
    ((_, finding),) = found(
        missing_full_stop.CHECK, "町は、港を開く次の目標は、駅である。", source=TWO
    )
    assert finding.fix is None


YEARS = tuple(f"{year}年に港が開いた。" for year in range(1990, 2012))


@pytest.mark.parametrize(
    ("odd", "marked", "whole"),
    [
        (
            "２０１５年に駅が開き、２０１６年に燃えた。",
            "２０１５",
            "2015年に駅が開き、2016年に燃えた。",
        ),
        ("駅が９時に開く。", "９", "駅が9時に開く。"),
        ("駅が開く。", None, None),
    ],
)
def test_wide_digits_among_narrow_ones(odd, marked, whole):
    findings = found(mixed_width.CHECK, *YEARS, "港が8時に開く。", odd)
    assert [f.target.of(t) for t, f in findings] == ([marked] if marked else [])
    assert [mended(*pair) for pair in findings] == ([whole] if whole else [])


def test_single_digits_may_all_be_wide():
    assert found(mixed_width.CHECK, *YEARS, "港が８時に開く。") == []


def test_brackets_percent_signs_and_colons_have_widths_too():
    many = tuple(f"{n}番目の港（{n}番目の駅：赤）は９％である。" for n in range(11, 33))
    ((target, finding),) = found(mixed_width.CHECK, *many, "港(駅)は大きい。")
    assert mended(target, finding) == "港（駅）は大きい。"
    ((target, finding),) = found(mixed_width.CHECK, *many, "港は11%である。")
    assert mended(target, finding) == "港は11％である。"
    ((target, finding),) = found(mixed_width.CHECK, *many, "色:赤、形:丸")
    assert mended(target, finding) == "色：赤、形：丸"


def test_a_paragraph_has_one_finding_of_widths():
    many = tuple(f"{n}番目の港（{n}番目の駅）は大きい。" for n in range(11, 33))
    assert len(found(mixed_width.CHECK, *many, "４４番目の港(駅)は大きい。")) == 1


def test_a_katakana_word_now_with_a_dot_and_now_without():
    often = ("データセンターが開く。",) * 3
    ((target, finding),) = found(mixed_width.CHECK, *often, "データ・センター・ビルが開く。")
    assert mended(target, finding) == "データセンター・ビルが開く。"
    often = ("データ・センターが開く。",) * 3
    ((target, finding),) = found(mixed_width.CHECK, *often, "データセンターが開く。")
    assert mended(target, finding) == "データ・センターが開く。"


def test_a_heading_that_stands_again_as_a_paragraph_is_no_duplication():
    units = tuple(
        TranslationUnit(str(k), *pair)
        for k, pair in enumerate(
            [("Harbors and Railways", "港湾と鉄道"), ("", "港湾と鉄道"), (ENGLISH, WHOLE[0])]
        )
    )
    (finding,) = check_bitext(Bitext("", units), NO_TERMS)
    assert (finding.check, finding.unit) == ("doubled-heading", "1")
    assert mended("港湾と鉄道", finding) == ""


@pytest.mark.parametrize(
    "target", ["2018年11月29日\n2018年11月29日", "港湾と鉄道\n鉄道と港湾", "港湾と鉄道"]
)
def test_dates_and_other_headings_may_follow_each_other(target):
    assert found(doubled_heading.CHECK, target, source="Harbors and Railways") == []


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("町は港をを開いた。", "町は港を開いた。"),
        ("港のの歴史は長い。", "港の歴史は長い。"),
        ("町は港をに開いた。", None),
        ("町がを開いた。", None),
    ],
)
def test_particles_that_do_not_stand_together(target, wanted):
    ((_, finding),) = found(repeated_particle.CHECK, target)
    assert (mended(target, finding) if finding.fix else None) == wanted


@pytest.mark.parametrize(
    "target", ["子供のもののの一つ", "「何」をにらむ", "それはははという笑い声だ。", "手がが"]
)
def test_kana_that_only_look_like_particles(target):
    assert found(repeated_particle.CHECK, target) == []


@pytest.mark.parametrize(
    ("target", "whole"),
    [
        ("港が開いた.駅も開いた。", "港が開いた。駅も開いた。"),
        ("港が開き,駅も開いた。", "港が開き、駅も開いた。"),
        ("3.5キロ先に、1,200人の町がある。", None),
        ("港が開いた...。", None),
    ],
)
def test_a_mark_of_another_language(target, whole):
    findings = found(foreign_punctuation.CHECK, *WHOLE, target)
    assert [mended(*pair) for pair in findings] == ([whole] if whole else [])


@settings(max_examples=100)
@given(
    st.lists(
        st.text("港の駅をがは１1 （）()「」。、.,ますでした:：・データ開", max_size=30),
        min_size=1,
        max_size=4,
    )
)
def test_every_fix_is_exact_and_safe_to_apply_twice(targets):
    for check in CHECKS:
        for target, finding in found(check, *targets, source=TWO):
            assert 0 <= finding.target.start < finding.target.end <= len(target)
            if finding.fix:
                assert finding.fix.span.of(target) == finding.fix.found
                assert mended(target, finding) != target
