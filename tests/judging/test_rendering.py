"""What the judge says about a name in the Japanese, and what it keeps quiet about."""

from __future__ import annotations

import pytest

from glossary.checks.examples import concept
from glossary.concept import Concept, EntityKind, Term
from glossary.termbase import Termbase


def names(*concepts: Concept) -> Termbase:
    return Termbase.of(Concept(c.id, c.source, c.target, c.kind, "", "names") for c in concepts)


def test_another_companys_name_is_told_with_its_owner_and_the_right_one(firms, judged):
    target = "三井物産E&Sは、クレーンを建造する。"
    (finding,) = judged("Mitsui E&S builds cranes.", target, firms)
    assert (finding.check, finding.severity) == ("confusable-rendering", "critical")
    assert finding.target.of(target) == "三井物産E&S"
    assert finding.suggestions[0] == "三井E&S"
    assert "三井物産 is Mitsui & Co." in finding.message
    assert finding.fix.apply(target) == "三井E&Sは、クレーンを建造する。"
    assert finding.fix.apply(finding.fix.apply(target)) == finding.fix.apply(target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Mitsui E&S builds cranes.", "三井E&Sは、クレーンを建造する。"),
        ("Mitsui E&S builds cranes.", "三井Ｅ＆Ｓは、クレーンを建造する。"),
        ("Mitsui & Co. owns it.", "三井物産が所有する。"),
        ("Mitsui & Co. owns Mitsui E&S shares.", "三井物産は三井E&Sの株を持つ。"),
        ("Sumitomo Mitsui Banking Corporation lends.", "三井住友銀行が融資する。"),
        ("The Bank of Japan met.", "日銀は会合を開いた。"),
        ("Japan's government agreed.", "日本政府は合意した。"),
        ("Japan and Australia agreed.", "日豪両国は合意した。"),
        ("Nippon Steel will invest.", "同社は投資する。"),
        ("Hitachi Zosen builds a plant.", "カナデビアは工場を建てる。"),
        ("Nippon Steel grew. Nippon Steel hires.", "日本製鉄は成長した。採用もする。"),
        ("It rained in Austria and Australia.", "オーストリアとオーストラリアで雨が降った。"),
    ],
)
def test_right_renderings_pass(firms, judged, source, target):
    assert judged(source, target, firms) == ()


@pytest.mark.parametrize(
    ("source", "target", "marked"),
    [
        ("Nippon Steel will invest.", "三井化学は投資する。日本製鋼所も。", None),
        ("The minister visited Austria.", "大臣はオーストラリアを訪れた。", "オーストラリア"),
        ("Mitsui Chemicals expects growth.", "三井物産は成長を見込む。", "三井物産"),
    ],
)
def test_a_missing_name_with_anothers_in_its_place_is_critical(
    firms, judged, source, target, marked
):
    (finding,) = judged(source, target, firms)
    if marked:
        assert (finding.check, finding.target.of(target)) == ("confusable-rendering", marked)


def test_a_wrong_name_is_marked_as_often_as_the_right_one_is_meant(firms, judged):
    target = "三井物産E&Sは造る。三井物産E&Sは売る。"
    found = judged("Mitsui E&S builds. Mitsui E&S sells.", target, firms)
    assert [f.target.start for f in found] == [0, 11]
    assert [f.check for f in found] == ["confusable-rendering"] * 2


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Sagami Tea Inc. said profits rose.", "相模茶業グループは増益と発表した。"),
        ("Sagami Tea Group said profits rose.", "相模茶業は増益と発表した。"),
    ],
)
def test_a_firm_and_its_group_are_not_taken_for_strangers(judged, source, target):
    termbase = Termbase.of(
        (
            concept("Sagami Tea Inc.", "相模茶業", kind=EntityKind.COMPANY),
            concept("Sagami Tea Group", "相模茶業グループ", kind=EntityKind.COMPANY),
        )
    )
    assert judged(source, target, termbase) == ()


def test_an_own_wording_is_wanted_though_the_bundled_one_stands_there(judged):
    own = concept("Lake Biwa Museum", "琵琶湖の博物館")
    known = Concept(
        "n", own.source, (Term("琵琶湖博物館"),), EntityKind.ORGANISATION, origin="names"
    )
    (finding,) = judged(
        "The Lake Biwa Museum opened.", "琵琶湖博物館が開館した。", Termbase.of((own, known))
    )
    assert finding.check == "variant-rendering"
    assert finding.suggestions == ("琵琶湖の博物館",)


ROVER = Termbase.of((concept("pressurized rover", "与圧ローバー"),))


def test_a_slip_beside_the_right_name_is_found(judged):
    target = "与圧ローバーを造る。この加圧ローバーは2人を乗せる。"
    source = "It builds a pressurized rover. The pressurized rover carries two."
    (finding,) = judged(source, target, ROVER)
    assert (finding.check, finding.severity) == ("variant-rendering", "major")
    assert finding.target.of(target) == "加圧ローバー"


def test_the_right_name_said_fewer_times_is_no_flaw(judged):
    source = "It builds a pressurized rover. The pressurized rover carries two."
    assert judged(source, "与圧ローバーを造る。2人を乗せる。", ROVER) == ()


SPEEDS = Termbase.of((concept("hypersonic", "極超音速"), concept("supersonic", "超音速")))


def test_a_word_inside_a_longer_known_one_does_not_count(judged):
    (finding,) = judged("A supersonic jet.", "極超音速のジェット機。", SPEEDS)
    assert finding.check == "confusable-rendering"
    assert judged("A hypersonic jet.", "極超音速のジェット機。", SPEEDS) == ()


def test_both_words_in_one_text_are_told_apart(judged):
    source = "From supersonic to hypersonic flight."
    assert judged(source, "超音速飛行から極超音速飛行へ。", SPEEDS) == ()


def test_the_words_before_an_acronym_are_marked(judged):
    termbase = Termbase.of((concept("Freedonian Fish Agency", "フリードニア水産庁"),))
    target = "魚類管理局(FFA)が発表した。"
    (finding,) = judged("The Freedonian Fish Agency (FFA) announced it.", target, termbase)
    assert finding.check == "missing-rendering"
    assert finding.target.of(target) == "魚類管理局"
    assert finding.fix.apply(target) == "フリードニア水産庁(FFA)が発表した。"


def test_a_fix_does_not_double_what_stands_there_already(judged):
    termbase = Termbase.of((concept("Freedonian Fish Agency", "フリードニア水産庁(FFA)"),))
    target = "Freedonian Fish Agency(FFA)が発表した。"
    (finding,) = judged("The Freedonian Fish Agency (FFA) announced it.", target, termbase)
    assert finding.fix.apply(target) == "フリードニア水産庁(FFA)が発表した。"


def test_english_left_standing_is_marked(judged):
    termbase = Termbase.of((concept("Lake Ashi Accord", "芦ノ湖合意"),))
    target = "両国はLake Ashi Accordに署名した。"
    (finding,) = judged("Both signed the Lake Ashi Accord.", target, termbase)
    assert (finding.check, finding.target.of(target)) == ("untranslated-name", "Lake Ashi Accord")


@pytest.mark.parametrize(
    ("kind", "source", "target"),
    [
        (EntityKind.PLACE, "Norway", "ノルウェー"),
        (EntityKind.PERSON, "Ada Lovelace", "エイダ・ラブレス"),
        (EntityKind.TITLE, "Prime Minister", "首相"),
        (EntityKind.COMPANY, "Volvo Group", "ボルボ・グループ"),
        (EntityKind.TERM, "supply chain", "サプライチェーン"),
    ],
)
def test_a_bundled_name_may_be_dropped(judged, kind, source, target):
    termbase = names(concept(source, target, kind=kind))
    assert judged(f"It was {source} that agreed.", "そこが合意したのである。", termbase) == ()


def test_a_bundled_body_may_be_shortened_but_not_lost(judged):
    termbase = names(
        concept("World Meteorological Organization", "世界気象機関", kind=EntityKind.ORGANISATION)
    )
    source = "The World Meteorological Organization warned of heat."
    for quiet in ("同機関は暑さを警告した。", "WMOは暑さを警告した。世界気象当局。"):
        assert judged(source, quiet, termbase) == ()
    (finding,) = judged(source, "ある当局は暑さを警告した。", termbase)
    assert (finding.check, finding.severity) == ("missing-rendering", "minor")


def test_the_short_form_of_a_committee_is_no_slip(judged):
    termbase = names(
        concept(
            "Freedonian Fishing Committee",
            "自由国漁業管理委員会",
            "自由国漁業管理庁",
            kind=EntityKind.ORGANISATION,
        )
    )
    source = "The Freedonian Fishing Committee agreed."
    assert judged(source, "自由国漁業管理委は同意した。", termbase) == ()
    (finding,) = judged(source, "自由国漁業監理委員会は同意した。", termbase)
    assert (finding.check, finding.severity) == ("variant-rendering", "minor")


def test_a_bundled_spelling_is_a_matter_of_taste(judged):
    termbase = names(concept("Venezuela", "ベネズエラ", kind=EntityKind.PLACE))
    assert judged("Venezuela exports oil.", "ヴェネズエラは石油を輸出する。", termbase) == ()


def test_an_own_spelling_is_a_minor_matter(judged):
    termbase = Termbase.of((concept("Venezuela", "ベネズエラ"),))
    target = "ヴェネズエラは石油を輸出する。"
    (finding,) = judged("Venezuela exports oil.", target, termbase)
    assert (finding.check, finding.severity) == ("variant-rendering", "minor")
    assert finding.target.of(target) == "ヴェネズエラ"


def test_a_deprecated_form_that_begins_with_somebodys_name_is_that_somebodys(judged):
    termbase = Termbase.of(
        (
            Concept(
                "es",
                (Term("Mitsui E&S"),),
                (*concept("x", "三井E&S", wrong=("三井物産E&S",)).target,),
                EntityKind.COMPANY,
            ),
            concept("Mitsui & Co.", "三井物産", kind=EntityKind.COMPANY),
        )
    )
    (finding,) = judged("Mitsui E&S builds.", "三井物産E&Sが建造する。", termbase)
    assert finding.check == "confusable-rendering"


@pytest.mark.parametrize(
    ("source", "target"),
    [("", "三井物産"), ("Mitsui E&S", ""), ("   ", "三井物産"), ("Mitsui E&S", "\n")],
)
def test_a_one_sided_unit_is_not_judged(firms, judged, source, target):
    assert judged(source, target, firms) == ()


def test_what_an_own_glossary_forbids_outranks_the_bundled_names(judged):
    """It is reported as forbidden, with whose name it is, and never against itself."""
    known = names(
        concept("Sagami Works", "相模製作所", kind=EntityKind.COMPANY),
        concept("Sagami Trading", "相模物産", kind=EntityKind.COMPANY),
    ).concepts
    own = concept("Sagami Works", "相模ワークス", wrong=("相模製作所", "相模物産ワークス"))
    both = Termbase.of((own, *known))
    (plain,) = judged("Sagami Works grew.", "相模製作所は成長した。", both)
    assert (plain.check, plain.severity) == ("deprecated-rendering", "major")
    assert plain.suggestions == ("相模ワークス",)
    (other,) = judged("Sagami Works grew.", "相模物産ワークスは成長した。", both)
    assert (other.check, other.severity) == ("deprecated-rendering", "critical")
    assert "相模物産 is Sagami Trading" in other.message


@pytest.mark.parametrize(
    ("standing", "checks"),
    [
        ("走れ!サガミ", ()),
        ("走れ！サガミ", ("variant-rendering",)),
    ],
)
def test_an_own_name_is_wanted_with_its_own_marks(judged, standing, checks):
    own = Termbase.of((concept("Run, Sagami!", "走れ!サガミ"),))
    target = f"映画「{standing}」が公開された。"
    found = judged("The film Run, Sagami! was released.", target, own)
    assert tuple(f.check for f in found) == checks
    assert all(f.severity == "minor" for f in found)


STATE = names(
    concept("Secretary of State", "国務長官", kind=EntityKind.TITLE),
    concept("Foreign Minister", "外務大臣", "外相", kind=EntityKind.TITLE),
    concept("President", "大統領", kind=EntityKind.TITLE),
    concept("Chairman", "会長", kind=EntityKind.TITLE),
)


def test_another_minister_is_told_from_the_one_that_is_meant(judged):
    (finding,) = judged("The Secretary of State visited Lima.", "外相はリマを訪れた。", STATE)
    assert (finding.check, finding.severity) == ("confusable-rendering", "major")
    assert finding.suggestions == ("国務長官",)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The Secretary of State met his counterpart.", "同氏は外相と会談した。"),
        ("The Secretary of State visited Lima.", "長官はリマを訪れた。"),
        ("The Secretary of State met the Foreign Minister.", "外相らが会談した。"),
        ("The Secretary of State visited the foreign ministry.", "同氏は外務大臣を訪ねた。"),
        ("The President visited Lima.", "会長はリマを訪れた。"),
    ],
)
def test_offices_that_may_be_another_persons_pass(judged, source, target):
    assert judged(source, target, STATE) == ()


def test_nobody_stands_for_a_name_that_is_left_in_english(judged):
    firms = names(
        concept("Tidewater", "タイドウォーター", kind=EntityKind.COMPANY),
        concept("Northgate", "ノースゲート", kind=EntityKind.COMPANY),
    )
    assert len(judged("I left Tidewater.", "ノースゲートをやめた。", firms)) == 1
    assert judged("I left Tidewater.", "ノースゲートもTidewaterもやめた。", firms) == ()


SENATE = names(
    concept("U.S. Senate", "上院", kind=EntityKind.ORGANISATION),
    concept("Senate Rules Committee", "上院規則委員会", kind=EntityKind.ORGANISATION),
    concept("Republican Party", "共和党", kind=EntityKind.ORGANISATION),
    concept("Harbor University", "ハーバー大学", kind=EntityKind.ORGANISATION),
)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The Senate Rules Committee met.", "上院の規則委員会が開かれた。"),
        ("A teacher at Harbor University doubts Bob Lee (R-Ohio).", "教師は共和党の氏を疑う。"),
    ],
)
def test_a_name_in_two_parts_and_a_party_are_nobody_else(judged, source, target):
    found = {finding.check for finding in judged(source, target, SENATE)}
    assert "confusable-rendering" not in found
