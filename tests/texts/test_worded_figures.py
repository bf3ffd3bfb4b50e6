"""Figures told in words, in other units, in parts of something, of the year, of the day."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.bitext import Span
from corpus.language.figures.agreement import disagreements
from corpus.language.figures.proportions import proportions
from corpus.language.figures.writing import japanese_for

GOOD = [
    tuple(line.split("\t"))
    for line in (Path(__file__).with_name("good_figures.tsv")).read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_the_same_said_otherwise_is_no_flaw(source: str, target: str) -> None:
    assert disagreements(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The yen fell to 152.30 against the dollar.", "円は対ドルで152円80銭に下落した。"),
        ("The book costs $9.99.", "本の値段は9ドル89セントである。"),
        ("It opened on 2024-04-10.", "2024年5月10日に開業した。"),
        ("It opened on April 10, 2024.", "2024-04-11に開業した。"),
        ("Sales rose in the three months ended December 31.", "7〜9月期の売上高は増加した。"),
        ("The contract ends on December 31.", "契約は11月末に終了する。"),
        ("The child was two and a half years old.", "子どもは3歳半だった。"),
        ("It took two and a half years.", "3年半かかった。"),
        ("It took two and a half years.", "2年かかった。"),
        ("About a third of the members left.", "会員の約半数が去った。"),
        ("About half of the members left.", "会員の約3分の1が去った。"),
        ("Two-thirds of the members agreed.", "会員の4分の3が同意した。"),
        ("Two-thirds of the members agreed.", "会員の3分の1が同意した。"),
        ("Three-quarters of the members agreed.", "会員の3分の2が同意した。"),
        ("A quarter of the members agreed.", "会員の3分の1が同意した。"),
        ("Sales tripled.", "売上高は倍増した。"),
        ("Sales doubled.", "売上高は3倍になった。"),
        ("Sales doubled.", "売上高は半減した。"),
        ("Thousands of people came.", "数百人が集まった。"),
        ("Hundreds of people came.", "数千人が集まった。"),
        ("Dozens of people came.", "数百人が集まった。"),
        ("Tens of thousands of people came.", "数千人が集まった。"),
        ("Millions of people came.", "数億人が集まった。"),
        ("Sales fell in the third quarter.", "第4四半期の売上高は減少した。"),
        ("Sales fell in the first quarter of 2025.", "2025年第2四半期の売上高は減少した。"),
        ("The rate rose by 2 percent.", "率は2ポイント上昇した。"),
        ("The shop closes at midnight.", "店は正午に閉まる。"),
        ("The shop closes at noon.", "店は午前0時に閉まる。"),
        ("The first half of 2025 was better.", "2025年下半期は好転した。"),
        ("The second half of 2025 was better.", "2025年上半期は好転した。"),
        ("A couple of hundred people came.", "2000人ほどが集まった。"),
        ("It opened in 2019.", "平成元年に開業した。"),
        (
            "The show lasts 80 minutes.",
            "公演時間は1時間30分です。",
        ),
        (
            "Sales rose to ¥12 billion from ¥10 billion.",
            "売上高は30億円増の120億円となりました。",
        ),
        (
            "The rate is 5-1/2 percent.",
            "金利は5.25%である。",
        ),
        (
            "Preheat the oven to 350°F.",
            "オーブンを200度に予熱する。",
        ),
        (
            "The file must not exceed 25 MB.",
            "ファイルは25MB以上でなければならない。",
        ),
        (
            "It must be at least 1%.",
            "1%を超えてはならない。",
        ),
        (
            "For the first nine months, revenue rose.",
            "第2四半期累計の売上収益は増加した。",
        ),
        (
            "The yield rose 25 basis points.",
            "利回りは2.5ポイント上昇した。",
        ),
        (
            "The train runs at 200 mph.",
            "列車は時速220キロで走る。",
        ),
        (
            "Profit for the three months ended June 30, 2025 rose.",
            "2027年3月期第1四半期の利益は増加した。",
        ),
        (
            "Profit for the three months ended June 30, 2025 rose.",
            "2026年3月期第3四半期の利益は増加した。",
        ),
        (
            "Profit for the nine months ended December 31, 2025 rose.",
            "2026年3月期第2四半期の利益は増加した。",
        ),
        ("It costs 99 cents.", "値段は89セントである。"),
        ("It costs five hundred dollars.", "値段は600ドルである。"),
        ("It opens at 3:30 p.m.", "16:30に開く。"),
        ("It is 5 miles (8 kilometers) away.", "9キロ離れている。"),
        ("It was 100 degrees Fahrenheit (38 degrees Celsius).", "気温は30度だった。"),
        ("25 people came.", "25%が来た。"),
        ("There are 12 ships, and about 30 more will come.", "船は12隻あり、人以上が来る。"),
    ],
)
def test_another_value_in_words_is_a_flaw(source: str, target: str) -> None:
    assert disagreements(source, target)


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("About a third of them left.", "約半数が去った。", "約3分の1が去った。"),
        ("Half of the members left.", "会員の3分の1が去った。", "会員の半数が去った。"),
        ("Sales tripled.", "売上高は倍増した。", "売上高は3倍に増加した。"),
        ("Thousands came.", "何百人も来た。", "何千人も来た。"),
        ("Tens of thousands came.", "数千人が来た。", "数万人が来た。"),
        ("Profit fell in the third quarter.", "第4四半期は減益。", "第3四半期は減益。"),
        ("The second half was better.", "上半期は好転した。", "下半期は好転した。"),
        ("It closes at midnight.", "正午に閉まる。", "午前0時に閉まる。"),
        ("Sales halved.", "売上高は3倍になった。", "売上高は半分になった。"),
        ("The F-35 flew.", "F-36が飛んだ。", "F-35が飛んだ。"),
        ("Open on Monday and Tuesday.", "月曜と月曜に開く。", "月曜と火曜に開く。"),
        ("Open on Monday and Tuesday.", "火曜と火曜に開く。", "月曜と火曜に開く。"),
    ],
)
def test_what_should_stand_there_is_said(source: str, target: str, mended: str) -> None:
    (flaw,) = disagreements(source, target)
    assert flaw.target_span is not None
    start, end = flaw.target_span.start, flaw.target_span.end
    assert target[:start] + flaw.wanted + target[end:] == mended


def test_the_place_of_a_part_is_that_of_its_words() -> None:
    (said,) = proportions("Two-thirds of the town agreed.", "町の3分の2が同意した。")
    assert (said.source, said.target, said.wanted) == (Span(0, 10), Span(2, 6), "")


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("It is 50 miles away.", "120キロ離れている。", "80キロ"),
        ("It ran at 50 mph.", "時速120キロで走った。", "80キロ"),
        ("It is 10,000 square feet.", "300平方メートルである。", "929平方メートル"),
        ("It rose 25 basis points.", "2.5ポイント上昇した。", "0.25ポイント"),
        ("The yen fell to 152.30.", "円は152円80銭に下落した。", ""),
        ("The book costs 152.30 yen.", "本は152円80銭である。", "152円30銭"),
        ("It opened in 2019.", "平成29年に開業した。", "平成31年"),
        ("It opened in 2018.", "令和2年に開業した。", ""),
        ("He is 6 feet 4 inches tall.", "身長は5フィート4インチだ。", ""),
        ("The pipe is 3 1/2 inches wide.", "管の幅は4 1/2インチだ。", ""),
        ("25 people came.", "25%が来た。", ""),
        ("30 percent agreed.", "2割が同意した。", "3割"),
        ("It rose by 30 percent.", "20%上昇した。", "30%"),
        ("The rate rose by 5 tons.", "5%増えた。", "5トン"),
        ("It opens at 3 p.m.", "14時に開く。", "15時"),
        ("The price is $300.", "価格は$200だ。", "$300"),
        ("It has 30 units.", "部屋は2024年ある。", ""),
        ("It weighs 30 tons.", "重さは20時間だ。", ""),
    ],
)
def test_a_wrong_figure_is_mended_in_its_own_unit(source: str, target: str, wanted: str) -> None:
    (flaw,) = disagreements(source, target)
    assert flaw.source is not None
    assert flaw.target is not None
    assert japanese_for(flaw.source, flaw.target, target) == wanted
