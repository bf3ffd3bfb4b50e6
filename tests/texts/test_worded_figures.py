"""Figures told in words, in other units, in parts of something, of the year, of the day."""

from __future__ import annotations

import pytest

from corpus.bitext import Span
from corpus.language.figures.agreement import disagreements
from corpus.language.figures.proportions import proportions
from corpus.language.figures.writing import japanese_for


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
        (
            "Sales rose in the April-June period.",
            "4～6月期の売上高は増加した。",
        ),
        (
            "Sales rose in the April-June period.",
            "4-6月期の売上高は増加した。",
        ),
        (
            "Sales rose from April to June.",
            "売上高は4～6月に増加した。",
        ),
        (
            "Sales rose in the July-September quarter of 2025.",
            "2025年7～9月期の売上高は増加した。",
        ),
        (
            "Sales rose between June and August.",
            "売上高は6～8月に増加した。",
        ),
        (
            "For May-June sales rose.",
            "5、6月の売上高は増加した。",
        ),
        (
            "Sales rose in Q1 (January to March).",
            "第1四半期（1～3月）の売上高は増加した。",
        ),
        (
            "Sales rose in the three months through June.",
            "4～6月期の売上高は増加した。",
        ),
        (
            "Sales rose in the April–September half.",
            "4〜9月期の売上高は増加した。",
        ),
        (
            "The yield rose 120 basis points.",
            "利回りは1.2ポイント上昇した。",
        ),
        (
            "The yield rose 50 basis points.",
            "利回りは0.5%上昇した。",
        ),
        (
            "The rate was cut by 25 basis points.",
            "利下げ幅は0.25%だった。",
        ),
        (
            "The rate was cut by 25 bps.",
            "利下げ幅は0.25ポイントだった。",
        ),
        (
            "The Dow fell 512.40 points.",
            "ダウ平均は512ドル40セント安となった。",
        ),
        (
            "The Nikkei fell 318.50 points.",
            "日経平均は318円50銭下落した。",
        ),
        (
            "The storm had winds of 65 mph.",
            "暴風は時速約105キロだった。",
        ),
        (
            "The train runs at 200 mph.",
            "列車は時速320キロで走る。",
        ),
        (
            "The 200-mph train opened.",
            "時速320キロの列車が開業した。",
        ),
        (
            "The wind blew at 110 mph.",
            "風速は約50メートルに達した。",
        ),
        (
            "The wind blew at 50 knots.",
            "風速は約25メートルに達した。",
        ),
        (
            "It is a 10,000-square-foot house.",
            "930平方メートルの家である。",
        ),
        (
            "He is 6 feet 2 inches tall.",
            "彼の身長は188センチである。",
        ),
        (
            "She is 5-foot-9.",
            "彼女の身長は175センチである。",
        ),
        (
            "It was 40 degrees Celsius (104 Fahrenheit).",
            "気温は40度だった。",
        ),
        (
            "The world warmed by 1.55°C (2.79°F).",
            "世界の気温は1.55度上昇した。",
        ),
        (
            "Winds reached 74 mph (119 kph).",
            "風速は時速119キロに達した。",
        ),
        (
            "The climate warmed by 9 degrees Fahrenheit.",
            "気温は5度上がった。",
        ),
        (
            "Costs fell by a tenth.",
            "コストは1割減少した。",
        ),
        (
            "A tenth of voters agreed.",
            "有権者の1割が同意した。",
        ),
        (
            "Sales fell by a fifth.",
            "売上高は2割減少した。",
        ),
        (
            "Sales fell by a fifth.",
            "売上高は20%減少した。",
        ),
        (
            "One in five people agreed.",
            "20%の人が同意した。",
        ),
        (
            "From 70 to 80 percent agreed.",
            "7〜8割が同意した。",
        ),
        (
            "Between 60 to 70 percent agreed.",
            "6〜7割が同意した。",
        ),
        (
            "The price fell 15 percent.",
            "価格は1割5分下がった。",
        ),
        (
            "Sales fell by two-thirds.",
            "売上高は3分の1に減った。",
        ),
        (
            "Sales rose 50 percent.",
            "売上高は1.5倍になった。",
        ),
        (
            "Sales rose 150 percent.",
            "売上高は2.5倍になった。",
        ),
        (
            "It is 32 times weaker.",
            "32分の1の強さである。",
        ),
        (
            "Profit for the six months ended September 30, 2025 rose.",
            "2026年3月期第2四半期（中間期）の利益は増加した。",
        ),
        (
            "Profit for the three months ended June 30, 2025 rose.",
            "2026年3月期第1四半期の利益は増加した。",
        ),
        (
            "Profit for the nine months ended December 31, 2024 rose.",
            "2025年3月期第3四半期累計期間の利益は増加した。",
        ),
        (
            "Profit for the first quarter of fiscal 2025 rose.",
            "2026年3月期第1四半期の利益は増加した。",
        ),
        (
            "The loss was $(12.5) million.",
            "損失は1,250万ドルだった。",
        ),
        (
            "The loss was ¥(3,210) million.",
            "損失は△3,210百万円だった。",
        ),
        (
            "The deal cost $3.4mm.",
            "取引額は340万ドルだった。",
        ),
        (
            "It closed at 12:30 a.m.",
            "午前0時半に閉まった。",
        ),
        (
            "It closed at 12:01 a.m.",
            "午前0時1分に閉まった。",
        ),
        (
            "The meeting starts at 1430 hours.",
            "会議は14時30分に始まる。",
        ),
        (
            "The meeting starts at 0600 hours.",
            "会議は午前6時に始まる。",
        ),
        (
            "He ran it in 9.95 seconds.",
            "彼は9秒95で走った。",
        ),
        (
            "He swam it in 4 minutes 12.34 seconds.",
            "彼は4分12秒34で泳いだ。",
        ),
        (
            "The firm was founded in 1898.",
            "同社は1898（明治31）年に創業した。",
        ),
        (
            "The Games opened on Oct. 1, 1964.",
            "大会は1964（昭和39）年10月1日に開幕した。",
        ),
        (
            "It opened in Heisei 31 (2019).",
            "平成31年（2019年）に開業した。",
        ),
        (
            "He joined in 2010 and left three years later.",
            "彼は2010年に入社し、13年に退社した。",
        ),
        (
            "He joined in 2010 and left five years later.",
            "彼は2010年に入社し、5年後の15年に退社した。",
        ),
        (
            "COVID-19 spread.",
            "新型コロナが広がった。",
        ),
        (
            "COVID-19 vaccines arrived.",
            "新型コロナワクチンが届いた。",
        ),
        (
            "It must be not less than 5 percent.",
            "5%以上でなければならない。",
        ),
        (
            "It must be not more than 5 percent.",
            "5%以下でなければならない。",
        ),
        (
            "They are buildings from the 1800s.",
            "19世紀の建物である。",
        ),
        (
            "The fighter programme is run by Japan, the United Kingdom and Italy.",
            "戦闘機計画は日英伊3カ国が運営する。",
        ),
        (
            "The show lasts 80 minutes.",
            "公演時間は1時間20分です。",
        ),
        (
            "It took 75 seconds.",
            "1分15秒かかった。",
        ),
        (
            "He was sentenced to 18 months.",
            "禁錮1年6カ月の判決を受けた。",
        ),
        (
            "She is 20 months old.",
            "彼女は1歳8カ月である。",
        ),
        (
            "It took 30 months.",
            "2年6カ月かかった。",
        ),
        (
            "It took 135 minutes.",
            "2時間15分かかった。",
        ),
        (
            "It took two hours and 30 minutes.",
            "2時間半かかった。",
        ),
        (
            "Sales rose to ¥12 billion from ¥10 billion.",
            "売上高は20億円増の120億円となりました。",
        ),
        (
            "Sales rose to ¥30 billion from ¥25 billion.",
            "売上高は50億円増えて300億円となりました。",
        ),
        (
            "The rate rose from 3% to 5%.",
            "率は2ポイント引き上げられ5%となった。",
        ),
        (
            "The number of stores rose from 100 to 130.",
            "店舗数は30店増の130店となった。",
        ),
        (
            "For the first nine months, revenue reached ¥1.5 trillion.",
            "第3四半期累計の売上収益は1兆5000億円でした。",
        ),
        (
            "Revenue for the nine-month period rose.",
            "第3四半期累計期間の売上高は増加した。",
        ),
        (
            "Revenue for the first six months rose.",
            "第2四半期累計期間の売上高は増加した。",
        ),
        (
            "The rate is 5-1/2 percent.",
            "金利は5.5%である。",
        ),
        (
            "He drank 1 1/2 liters.",
            "彼は1.5リットル飲んだ。",
        ),
        (
            "Rates were 4-1/4 to 4-1/2 percent.",
            "金利は4.25~4.5%だった。",
        ),
        (
            "Rates rose by 1/4 percentage point.",
            "金利は0.25ポイント上昇した。",
        ),
        (
            "Preheat the oven to 350°F.",
            "オーブンを180度に予熱する。",
        ),
        (
            "It was 14°F this morning.",
            "今朝は氷点下10度だった。",
        ),
        (
            "Rs 5 crore was set aside.",
            "5000万ルピーが確保された。",
        ),
        (
            "They sent 100 lakh doses.",
            "1000万回分が送られた。",
        ),
        (
            "It has a seven-figure price tag in dollars.",
            "100万ドルを超える値が付いている。",
        ),
        (
            "He worked from nine to five.",
            "彼は9時から17時まで働いた。",
        ),
        (
            "The bar is open until 2 a.m.",
            "店は26時まで開いている。",
        ),
        (
            "All but two of the 15 members agreed.",
            "15人の委員のうち13人が賛成した。",
        ),
        (
            "All but one of the nine crew survived.",
            "乗組員9人のうち8人が助かった。",
        ),
        (
            "The spread is 85bp over SOFR.",
            "スプレッドはSOFR+0.85%である。",
        ),
        (
            "The jump of 2.30 meters won gold.",
            "2メートル30の跳躍が金メダルを獲得した。",
        ),
        (
            "She clocked 4:03.21.",
            "彼女は4分3秒21で走った。",
        ),
        (
            "It applies to firms with more than 50 employees.",
            "対象は従業員51人以上の企業である。",
        ),
        (
            "The 11th-grade student won.",
            "高校2年生が優勝した。",
        ),
        (
            "The file must not exceed 25 MB.",
            "ファイルは25MB以下でなければならない。",
        ),
        (
            "The speed shall not exceed 30 km/h.",
            "速度は時速30キロ以下とする。",
        ),
        (
            "It must not be below ¥100 million.",
            "1億円以上でなければならない。",
        ),
        (
            "Costs did not exceed $1 million.",
            "費用は100万ドル以下だった。",
        ),
        (
            "It never exceeded 10 ppm.",
            "10ppm以下だった。",
        ),
        (
            "Do not store above 25°C.",
            "25度以下で保管してください。",
        ),
        (
            "It must be at least 1%.",
            "1%を下回ってはならない。",
        ),
        (
            "TOKYO, Aug. 5 (Jiji) - The yen rose.",
            "円は5日、上昇した。",
        ),
        (
            "He will visit on Friday, Nov. 7.",
            "彼は7日に訪問する。",
        ),
        (
            "Summary of Results for the Six Months Ended September 30, 2025",
            "2026年3月期 第2四半期（中間期）決算短信",
        ),
        (
            "Results for the nine months ended December 31, 2025",
            "2026年3月期 第3四半期決算短信",
        ),
        (
            "First quarter of the fiscal year ending March 31, 2026 (April 1 - June 30, 2025)",
            "2026年3月期第1四半期（2025年4月1日~6月30日）",
        ),
        (
            "The dollar was quoted at 152.68-70 yen.",
            "ドルは1ドル=152円68~70銭で取引された。",
        ),
        (
            "Six of every ten homes are vacant.",
            "住宅の6割が空き家だ。",
        ),
        (
            "A 500-kilovolt line was built.",
            "50万ボルトの送電線が建設された。",
        ),
        (
            "Costs fell 75 percent.",
            "費用は4分の1になった。",
        ),
        (
            "It took twenty-five years.",
            "四半世紀かかった。",
        ),
        (
            "A quintet played.",
            "5人組が演奏した。",
        ),
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


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("It is 50 miles away.", "120キロ離れている。", "80キロ"),
        ("It ran at 50 mph.", "時速120キロで走った。", "80キロ"),
        ("It is 10,000 square feet.", "300平方メートルである。", "929平方メートル"),
        ("It rose 25 basis points.", "2.5ポイント上昇した。", "0.25ポイント"),
        ("The yen fell to 152.30.", "円は152円80銭に下落した。", ""),
        ("The book costs 152.30 yen.", "本は152円80銭である。", "152円30銭"),
    ],
)
def test_a_wrong_figure_is_mended_in_its_own_unit(source: str, target: str, wanted: str) -> None:
    (flaw,) = disagreements(source, target)
    assert flaw.source is not None
    assert flaw.target is not None
    assert japanese_for(flaw.source, flaw.target, target) == wanted
