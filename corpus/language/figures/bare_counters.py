"""Counters and units of a Japanese text whose number is lost: 人以上の生徒, 第回大会."""

from __future__ import annotations

from corpus.bitext import Span
from corpus.patterns import regex

_DANGLING = regex(
    "(?:^|[、。「『（(\\s第約のでにはがをともし中過去計])"
    "(?:回|人|名|件|個|位|台|つ|か月|頭|隻|社|カ国|か国|ドル|円|％|%|パーセント|年間|時間)"
    "(?:の|が|は|を|に|で|も|と|へ|目|以上|以下|超|ほど|再生|ルール|程度|増|減|近|余)"
    "|第(?:回|位|章|条|世代)|(?:^|[のはにでし、])から[0-9０-９]|[0-9０-９]から[^0-9０-９]{0,2}パーセント|人中[0-9]|(?:過去|合計|計|通算)回(?![答復収避線路転帰想顧])"
)
_DANGLING_MONEY = regex("(?:^|[、。のでにはがをと約額])(?:米)?(?:ドル|円|ポンド|ユーロ|[億兆])")
_BARE_COUNTER = regex(
    "(?:^|[、。でにはが])(?P<a>位(?=[にとの]))|もう(?P<b>[台個隻])|ランク(?P<c>位)"
    "|第(?P<d>回|位|条|章)(?!答)|(?:過去|合計|通算|、)(?P<e>回)(?=[のにも目])"
)


def unit_alone(text: str) -> bool:
    """Whether a counter or a currency stands where a number should be before it."""
    return bool(_DANGLING.search(text) or _DANGLING_MONEY.search(text))


def bare_counter(text: str) -> Span | None:
    """The place of a counter that can hardly stand without its number, if there is one."""
    match = _BARE_COUNTER.search(text)
    return Span(*match.span(match.lastgroup)) if match and match.lastgroup else None
