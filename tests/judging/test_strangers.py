"""Somebody else who is named instead, by the bundled names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from corpus.bitext import TranslationUnit
from glossary.names import over_names
from glossary.runner import check_unit
from glossary.sounding import may_be

if TYPE_CHECKING:
    from glossary.termbase import Termbase


@lru_cache(maxsize=1)
def _names() -> Termbase:
    return over_names(())


def _found(source: str, target: str) -> list[tuple[str, str]]:
    """The checks that report something, and what they mark."""
    unit = TranslationUnit("u", source, target)
    return [(f.check, f.target.of(target) if f.target else "") for f in check_unit(unit, _names())]


@pytest.mark.parametrize(
    ("source", "target", "marked"),
    [
        ("Prime Minister Takaichi will visit Ottawa.", "石破首相はオタワを訪問する。", "石破"),
        ("Secretary of State Rubio agreed.", "ブリンケン国務長官は同意した。", "ブリンケン"),
        ("Defense Minister Koizumi agreed.", "中谷防衛大臣は同意した。", "中谷防衛大臣"),
        ("The fair will be held in Tokyo.", "見本市は大阪で開催される。", "大阪"),
        ("The firm builds a plant in Texas.", "同社はオハイオ州に工場を建設する。", "オハイオ州"),
        ("The Fed raised its policy rate.", "日銀は政策金利を引き上げた。", "日銀"),
        ("The Federal Reserve waited.", "欧州中央銀行は様子を見た。", "欧州中央銀行"),
        ("The House passed the bill.", "上院は法案を可決した。", "上院"),
        ("The Senate confirmed the nominee.", "衆議院は候補者を承認した。", "衆議院"),
        ("The Department of War agreed.", "国務省は同意した。", "国務省"),
        ("The Kyoto Protocol was signed.", "パリ協定が署名された。", "パリ協定"),
        ("The Deputy Secretary of State agreed.", "国務長官は同意した。", "国務長官"),
        ("The International Monetary Fund (IMF) met.", "世界銀行（IMF）が開かれた。", "世界銀行"),
    ],
)
def test_somebody_else_is_named(source: str, target: str, marked: str) -> None:
    assert _found(source, target) == [("confusable-rendering", marked)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Prime Minister Takaichi will visit Ottawa.", "高市首相はオタワを訪問する。"),
        ("Prime Minister Takaichi will visit Ottawa.", "首相はオタワを訪問する。"),
        ("Prime Minister Takaichi met her predecessor.", "高市氏は石破前首相と会談した。"),
        ("Prime Minister Takaichi's predecessor agreed.", "石破前首相は同意した。"),
        ("Defense Minister Koizumi agreed.", "小泉防衛大臣は同意した。"),
        ("Tokyo protested.", "日本政府は抗議した。"),
        ("Seoul said it would respond.", "韓国は対応すると述べた。"),
        ("The ship left Kobe.", "船は神戸港を出た。"),
        ("The Fed raised its policy rate.", "米連邦準備理事会（FRB）は政策金利を引き上げた。"),
        ("The House passed the bill.", "衆院は法案を可決した。"),
        ("The White House said so.", "米政府はそう述べた。"),
        ("Both ministers of defense agreed.", "両国の国防当局は合意した。"),
        ("Leaders of the Quad met.", "クアッド（日米豪印）の首脳が会談した。"),
        ("The Quad, with the U.S. and India, met.", "クアッドが会談した。日米豪印は合意した。"),
        ("The Ministry of Defence in London agreed.", "英国防省は同意した。"),
        ("The Ministry of Foreign Affairs in Seoul agreed.", "韓国外交部は同意した。"),
        ("The Ministry of Finance in Beijing agreed.", "中国財政部は同意した。"),
        ("The Deputy Minister of Finance agreed.", "財務副大臣は同意した。"),
        ("Kioxia was formerly Toshiba Memory.", "キオクシアは旧東芝メモリである。"),
        ("GE Vernova Hitachi will build it.", "GEベルノバ日立が建設する。"),
        (
            "It raised US$2.5 billion, or U.S. $2.5 billion.",
            "25億米ドル、つまり25億米ドルを調達した。",
        ),
        (
            "First Vice Foreign Minister Kim Hong-kyun visited Tokyo.",
            "韓国外務省の金烘均第1次官が来日した。",
        ),
        (
            "Vice Foreign Minister Funakoshi met his Korean counterpart.",
            "船越次官が韓国側の次官と会談した。",
        ),
        (
            "European Council President António Costa visited Hiroshima.",
            "EUのコスタ大統領は広島を訪れた。",
        ),
        (
            "The treaty was revised in 1960 under Prime Minister Kishi.",
            "条約は1960年、岸信介首相の下で改定された。",
        ),
        (
            "Shigeru Ishiba, 34, a firefighter, said so.",
            "消防士の石場茂さん（34）はそう述べた。",
        ),
        (
            "Yuko Kishida, a baker, said so.",
            "パン職人の岸田優子さんはそう述べた。",
        ),
        (
            "The Secretary of State for Wales, Jo Stevens, opened the plant.",
            "スティーブンス・ウェールズ担当相が工場を開いた。",
        ),
        (
            "Sony Financial was spun off from Sony Group.",
            "ソニーGはソニーFGを分離した。",
        ),
        (
            "State Councilor Dong Jun did not attend.",
            "董軍国防相は出席しなかった。",
        ),
        (
            "Jun Azumi spoke.",
            "安住淳氏が話した。",
        ),
        (
            "Lee Jun-seok spoke.",
            "李俊錫氏が話した。",
        ),
        (
            "April Ryan asked.",
            "エイプリル・ライアン氏が質問した。",
        ),
        (
            "The Dow and the Nasdaq rose.",
            "ダウ工業株30種平均とナスダック総合は上昇した。",
        ),
        (
            "The Nikkei Stock Average rose.",
            "日経平均株価（225種）は上昇した。",
        ),
        (
            "The Nordic countries and the Baltic states agreed.",
            "北欧5カ国とバルト3国は合意した。",
        ),
        (
            "The Benelux countries agreed.",
            "ベネルクス3国は合意した。",
        ),
        (
            "RCEP covers about a third of world GDP.",
            "RCEPは世界のGDPの約3割を占める。",
        ),
        (
            "He arrived in Kyiv by train.",
            "彼は列車でキーウ（キエフ）入りした。",
        ),
        (
            "He arrived in Kharkiv by train.",
            "彼は列車でハルキウ（ハリコフ）入りした。",
        ),
        (
            "Nippon Steel & Sumitomo Metal changed its name in 2019.",
            "新日鉄住金（現日本製鉄）は2019年に社名を変更した。",
        ),
        (
            "The Bank of England cut rates. The Bank of England was cautious.",
            "イングランド銀行（BOE、英中銀）は利下げした。イングランド銀行は慎重だった。",
        ),
        (
            "The Ministry of the Environment and the "
            "Ministry of Health, Labour and Welfare agreed.",
            "環境、厚生労働両省は合意した。",
        ),
        (
            "The Department of State and the Department of Defense agreed.",
            "国務、国防両省は合意した。",
        ),
        (
            "The Republican Party and the Democratic Party agreed.",
            "共和、民主両党は合意した。",
        ),
        (
            "The Liberal Democratic Party and Komeito lost.",
            "自公は敗北した。",
        ),
        (
            "The Bank of Japan and the Federal Reserve diverged.",
            "日米の中央銀行の政策は分かれた。",
        ),
        (
            "The U.S. Federal Reserve and the European Central Bank diverged.",
            "米欧の中銀の政策は分かれた。",
        ),
        (
            "The Ministry of Finance intervened in the currency market.",
            "政府・日銀は為替介入に踏み切った。",
        ),
        (
            "The Public Prosecutors Office indicted him.",
            "検察は彼を起訴した。",
        ),
    ],
)
def test_good_japanese_names_nobody_else(source: str, target: str) -> None:
    assert _found(source, target) == []


def test_what_stands_in_brackets_already_is_not_offered() -> None:
    source = "The Japan Bank for International Cooperation (JBIC) signed."
    for target, offered in (
        ("国際協力機構（JBIC）が署名した。", ("国際協力銀行",)),
        ("国際協力機構が署名した。", ("国際協力銀行", "JBIC")),
    ):
        (finding,) = check_unit(TranslationUnit("u", source, target), _names())
        assert finding.suggestions == offered


@pytest.mark.parametrize(
    ("source", "target", "check", "marked"),
    [
        (
            "The Securities and Exchange Commission (SEC) sued.",
            "証券取引委員会（CFTC）は提訴した。",
            "acronym-mismatch",
            "CFTC",
        ),
        (
            "Prime Minister Shigeru Ishiba spoke.",
            "石場茂首相が話した。",
            "variant-rendering",
            "石場茂",
        ),
        (
            "Brookfield owns the port.",
            "ブルックリンは港を持つ。",
            "unlike-sounding-name",
            "ブルックリン",
        ),
    ],
)
def test_a_wrong_acronym_kanji_or_sound_is_found(
    source: str, target: str, check: str, marked: str
) -> None:
    assert _found(source, target) == [(check, marked)]


def test_acronyms_that_changed_places_are_told_by_whose_they_are() -> None:
    source = (
        "The Federal Bureau of Investigation (FBI) and the Central Intelligence Agency (CIA) met."
    )
    crossed = "連邦捜査局（CIA）と中央情報局（FBI）が会合した。"
    assert _found(source, crossed) == [("acronym-mismatch", "CIA"), ("acronym-mismatch", "FBI")]
    assert _found(source, "連邦捜査局（FBI）と中央情報局（CIA）が会合した。") == []


@pytest.mark.parametrize(
    ("word", "run"),
    [
        ("Brookfield", "ブルックフィールド"),
        ("Whitfield", "ホイットフィールド"),
        ("Family", "ファミリーマート"),
        ("Black", "ブラックストーン"),
        ("Lee", "リー"),
    ],
)
def test_katakana_may_be_the_name_hold_it_or_begin_with_it(word: str, run: str) -> None:
    assert may_be(word, run)


@pytest.mark.parametrize(("word", "run"), [("Brookfield", "ブルックリン"), ("Lee", "ハン")])
def test_katakana_of_another_sound_is_another_name(word: str, run: str) -> None:
    assert not may_be(word, run)
