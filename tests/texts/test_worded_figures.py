"""Figures that are told in words, in parts of something, or in parts of the year and the day."""

from __future__ import annotations

import pytest

from corpus.bitext import Span
from corpus.language.agreement import disagreements
from corpus.language.proportions import proportions


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The yen fell to 152.30 against the dollar.", "円は対ドルで152円30銭に下落した。"),
        ("The yen fell to 152.3 yen to the dollar.", "円相場は1ドル＝152円30銭に下落した。"),
        ("The book costs $9.99.", "本の値段は9ドル99セントである。"),
        ("The dividend is 12.5 yen a share.", "配当は1株当たり12円50銭である。"),
        ("Earnings per share were 45.67 yen.", "1株当たり利益は45円67銭だった。"),
        ("Sales rose in the three months ended December 31.", "10〜12月期の売上高は増加した。"),
        (
            "Sales rose in the three months ended December 31, 2025.",
            "2025年10〜12月期の売上高は増加した。",
        ),
        (
            "Profit for the nine months ended December 31, 2025 fell.",
            "2025年4〜12月期の利益は減少した。",
        ),
        ("Profit for the six months ended September 30 fell.", "4〜9月期の利益は減少した。"),
        ("Profit for the quarter ended June 30, 2025 fell.", "2025年4～6月期の利益は減少した。"),
        (
            "Profit for the three months ended March 31, 2026 fell.",
            "2026年1月から3月期の利益は減少した。",
        ),
        ("The contract ends on December 31.", "契約は年末に終了する。"),
        ("The contract ends on December 31, 2026.", "契約は2026年末に終了する。"),
        ("The plant closes on March 31.", "工場は年度末に閉鎖される。"),
        ("The tax begins on January 1.", "税は元日から始まる。"),
        ("Apply by November 30.", "11月末までに申し込むこと。"),
        ("The child was two and a half years old.", "子どもは2歳半だった。"),
        ("The child was 2 and a half years old.", "子どもは2歳半だった。"),
        ("It took two and a half years.", "2年半かかった。"),
        ("It took 2 and a half years.", "2年半かかった。"),
        ("It took one and a half hours.", "1時間半かかった。"),
        ("A couple of hundred people came.", "200人ほどが集まった。"),
        ("A couple of thousand people came.", "2千人ほどが集まった。"),
        ("A couple of dozen people came.", "20人余りが集まった。"),
        ("A few hundred people came.", "数百人が集まった。"),
        ("It opened in 2019.", "平成31年に開業した。"),
        ("It opened in May 2019.", "令和元年5月に開業した。"),
        ("About a third of the members left.", "会員の約3分の1が去った。"),
        ("About a third of the members left.", "会員の約3割が去った。"),
        ("Nearly half of the members left.", "会員の半数近くが去った。"),
        ("Half of the sales come from Asia.", "売上高の5割はアジアによる。"),
        ("Two-thirds of the members agreed.", "会員の3分の2が同意した。"),
        ("Two thirds of the members agreed.", "会員の約67%が同意した。"),
        ("Three-quarters of the members agreed.", "会員の4分の3が同意した。"),
        ("Three quarters of the members agreed.", "会員の75%が同意した。"),
        ("A quarter of the members agreed.", "会員の25%が同意した。"),
        ("One in five people agreed.", "5人に1人が同意した。"),
        ("One in five people agreed.", "2割の人が同意した。"),
        ("Sales tripled.", "売上高は3倍になった。"),
        ("Sales doubled.", "売上高は倍増した。"),
        ("Sales doubled.", "売上高は2倍になった。"),
        ("Sales quadrupled.", "売上高は4倍になった。"),
        ("Sales halved.", "売上高は半減した。"),
        ("Thousands of people came.", "何千人もの人々が集まった。"),
        ("Thousands of people came.", "数千人が集まった。"),
        ("Tens of thousands of people came.", "数万人が集まった。"),
        ("Hundreds of thousands of people came.", "数十万人が集まった。"),
        ("Millions of people came.", "何百万人もの人々が集まった。"),
        ("Dozens of people came.", "数十人が集まった。"),
        ("Dozens of people came.", "何十人もの人が集まった。"),
        ("Hundreds of people came.", "数百人が集まった。"),
        ("Hundreds of people came.", "多数の人が集まった。"),
        ("Sales fell in the third quarter.", "第3四半期の売上高は減少した。"),
        ("Sales fell in the third quarter.", "7〜9月期の売上高は減少した。"),
        (
            "Sales fell in the first quarter of fiscal 2025.",
            "2025年度第1四半期の売上高は減少した。",
        ),
        ("Sales fell in the third quarter.", "10～12月期の売上高は減少した。"),
        ("The rate rose by 2 percentage points.", "率は2ポイント上昇した。"),
        ("The rate rose by 2 percentage points to 5%.", "率は2ポイント上昇し5%となった。"),
        ("The rate rose 0.25 points.", "率は0.25%引き上げられた。"),
        ("The Fed raised rates by a quarter point.", "FRBは利下げ幅を0.25%とした。"),
        ("The shop closes at midnight.", "店は午前0時に閉まる。"),
        ("The shop closes at midnight.", "店は深夜0時に閉まる。"),
        ("The shop closes at midnight.", "店は真夜中に閉まる。"),
        ("The shop closes at noon.", "店は正午に閉まる。"),
        ("The shop closes at noon.", "店は昼の12時に閉まる。"),
        ("Sales rose 5% and profit rose 8%.", "売上高は5%、利益は8%増加した。"),
        ("Imports rose 5% and exports rose 8%.", "輸出は8%、輸入は5%増加した。"),
        ("From 2010 to 2020 it grew.", "2010年から2020年にかけて成長した。"),
        ("The score was 3-2.", "スコアは3対2だった。"),
        ("Japan beat Korea 3-2.", "韓国は2-3で日本に敗れた。"),
        ("A thousand people came.", "千人が集まった。"),
        ("It was the half-year result.", "中間決算だった。"),
        ("The second half of the year was better.", "下半期は好転した。"),
        ("The first half of 2025 was better.", "2025年上半期は好転した。"),
        ("It is a two-part plan.", "二部構成の計画である。"),
    ],
)
def test_the_same_said_otherwise_is_no_flaw(source: str, target: str) -> None:
    assert disagreements(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The yen fell to 152.30 against the dollar.", "円は対ドルで152円80銭に下落した。"),
        ("The book costs $9.99.", "本の値段は9ドル89セントである。"),
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
