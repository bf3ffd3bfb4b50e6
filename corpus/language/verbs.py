"""Which inflection the writing of a Japanese verb or adjective stands for.

Closed classes are listed whole, as far as statements, reports and the news use them. What stands in
none of the sets of one ending is unknown.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ONE_ROW = _words(
    "起き 生き 尽き 飽き 過ぎ 落ち 満ち 朽ち 閉じ 信じ 感じ 生じ 講じ 通じ 応じ 論じ 禁じ "
    "命じ 転じ 演じ 投じ 報じ 興じ 準じ 乗じ 案じ 動じ 変じ 封じ 恥じ 任じ 借り 足り 懲り "
    "伸び 延び 浴び 帯び 滅び 錆び 詫び 用い 率い 老い 悔い 報い 試み 省み 顧み 鑑み 降り "
    "下り 染み 強い"
)
"""Stems of verbs of one row that end in the い-row: 起きる, 信じる, 借りる."""

EITHER = frozenset(("降り", "下り", "染み", "強い"))
"""Of those, the ones whose writing is also that of another verb or an adjective."""

ONE_ROW_KANJI = frozenset("見出得経着寝似煮診観看来")
"""見る, 出る, 得る: nothing stands between the kanji and the ending."""

ENDING_IN_SU = _words(
    "目指 見直 見出 見逃 見渡 見通 見返 見下 見過 手放 取消 取戻 取出 引出 引渡 引下 裏返 "
    "繰返 差出 差戻 言渡 呼出 掘出 打出 作出 生出 売出 貸出 踏出 押出 思出 書直 立直 仕直 "
    "手渡"
)
"""Verbs of two kanji in す, where all others of two kanji are followed by する."""

ENDING_IN_U = frozenset("言思使買合会払違扱争救失伴担願狙疑補養競従迷祝習負洗笑歌追誓")
ENDING_IN_TSU = frozenset("立持待勝打放育保絶断")
ENDING_IN_RU = frozenset("取作送守至図残戻限移語減帰入知走切握創造贈釣参売乗滑登渡返")
"""Kanji before った in the past: 言った, 立った, 取った; not 行った, which is two verbs."""

ENDING_IN_BU = frozenset("遊呼飛学選並叫及結運転喜尊")
ENDING_IN_MU = frozenset("読進住組望含込挑臨飲頼富悩盗積生編歩踏励営囲縮")
"""Kanji before んだ in the past: 学んだ, 進んだ."""

ENDING_IN_GU = frozenset("泳継防急稼注騒担漕脱凌")
"""Kanji before いだ in the past: 防いだ; else いだ is a noun and its copula: 違いだ."""

ADJECTIVES = frozenset("多少近遠高低長短深浅広狭良悪古若重軽早暑寒熱白黒赤青厚薄鋭濃細太硬")
"""Kanji that い and く follow as the ending of an adjective: 多い, 高く."""
