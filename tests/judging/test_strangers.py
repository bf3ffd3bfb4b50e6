"""Somebody else who is named instead, by the bundled names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from corpus.bitext import TranslationUnit
from glossary.names import over_names
from glossary.runner import check_unit

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
