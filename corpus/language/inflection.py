"""The ends of Japanese sentences in 敬体 and 常体, each written as the other.

A change is made only where the writing shows the inflection. 書きます can be nothing but 書く;
verbs that keep their い-row before ます (起きる, 試みる) are a closed class and are listed. What
may be one of two, as 降ります (降りる, 降る) and 行った (行きました, 行いました), a reader decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.language import verbs
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_I_ROW, _U_ROW, _A_ROW = "いきぎしちにびみり", "うくぐすつぬぶむる", "わかがさたなばまら"
_E_ROW = "えけげせてねべめれ"
_PAST = dict(
    zip(_I_ROW, ("った", "いた", "いだ", "した", "った", *["んだ"] * 3, "った"), strict=True)
)

_POLITE_VERB = regex("(?P<end>ませんでした|ません|ました|ます)$")
_WORD = regex("(?P<kanji>[一-龯々]*)(?P<kana>[ぁ-ゖ]*)$")
_SURU = regex("(?:[一-龯々]{2}|[ァ-ヺー]{2}|[をに])し$")
_ONE_ROW_KANA = frozenset(("でき", "てい", "でい", "てみ", "でみ"))
_INSIDE_VERBS = {
    "り": "あかがただなばまらわじやつも",
    "い": "かまらわ",
    "み": "し",
    "き": "だつづい",
    "し": "かたやらばなわごぼろ",
}
"""Kana before the last one of a stem of five rows: 始まり, 向かい, 楽しみ, 動かし."""


class _Verb(Enum):
    """How a verb is inflected."""

    ONE_ROW = auto()
    """見る, 食べる: the stem stays as it is."""
    FIVE_ROWS = auto()
    """書く: the last kana of the stem goes through the rows."""
    SURU = auto()


@dataclass(frozen=True, slots=True)
class _Rule:
    """An end of a sentence and what stands there in the other register."""

    pattern: str
    instead: str | None
    """None where it has to be left."""


def plain(sentence: str, copula: str = "である") -> tuple[int, str] | None:
    """Where the polite end of a sentence begins, and how 常体 writes it.

    `sentence` stands without its full stop; `copula` is である or だ. None where the ending is not
    polite, or the verb does not show how it is inflected.
    """
    known, change = _looked_up((*_TO_PLAIN, *_COPULA[copula]), sentence)
    match = None if known else _POLITE_VERB.search(sentence)
    return _verb_to_plain(sentence[: match.start()], match["end"]) if match else change


def polite(sentence: str) -> tuple[int, str] | None:
    """Where the plain end of a sentence begins, and how 敬体 writes it; else as `plain`."""
    return _looked_up(_TO_POLITE, sentence)[1]


def _looked_up(rules: Iterable[_Rule], sentence: str) -> tuple[bool, tuple[int, str] | None]:
    """Whether a rule knows the end of the sentence, and what the first that does writes there."""
    for rule in rules:
        if match := _compiled(rule.pattern).search(sentence):
            return True, None if rule.instead is None else (match.start(), rule.instead)
    return False, None


def _verb_to_plain(stem: str, end: str) -> tuple[int, str] | None:
    last = len(stem) - 1
    if end == "ました" and stem.endswith("し"):
        return last, "した"  # of する and of す alike
    match _verb(stem):
        case _Verb.ONE_ROW:
            return last + 1, {"ます": "る", "ました": "た"}.get(end) or _denied(end)
        case _Verb.SURU:
            return last, "する" if end == "ます" else f"し{_denied(end)}"
        case _Verb.FIVE_ROWS:
            row = _I_ROW.index(stem[-1])
            if end == "ました":
                return last, "った" if stem[-2:] in ("行き", "いき") else _PAST[stem[-1]]
            return last, _U_ROW[row] if end == "ます" else f"{_A_ROW[row]}{_denied(end)}"
    return None


def _denied(end: str) -> str:
    return "なかった" if end == "ませんでした" else "ない"


def _verb(stem: str) -> _Verb | None:
    """How the verb goes whose stem stands before ます; None where the writing leaves it open."""
    word = _WORD.search(stem)
    kanji, kana = (word["kanji"], word["kana"]) if word else ("", "")
    pair = (kanji + kana)[-2:]
    if not kana:
        return _Verb.ONE_ROW if pair and pair[-1] in verbs.ONE_ROW_KANJI else None
    if _SURU.search(stem):
        return _Verb.FIVE_ROWS if kanji[-2:] in verbs.ENDING_IN_SU else _Verb.SURU
    if len(pair) == 1 or pair in verbs.EITHER:
        return None
    if kana[-1] in _E_ROW or pair in verbs.ONE_ROW or pair in _ONE_ROW_KANA:
        return _Verb.ONE_ROW
    known = kana[-1] in _I_ROW and kana[-1] != "し" and len(kana) == 1
    return _Verb.FIVE_ROWS if known or pair[0] in _INSIDE_VERBS.get(pair[1], "") else None


def _rules(*pairs: tuple[str, str | None]) -> tuple[_Rule, ...]:
    return tuple(_Rule(f"(?:{pattern})$", instead) for pattern, instead in pairs)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Only when a sentence asks for it: all together they take longer than a short text."""
    return re.compile(pattern)


def _after(words: Iterable[str]) -> str:
    """A look-behind for words of one length."""
    return f"(?<={'|'.join(sorted(words))})"


_NOUN = (
    "(?:(?<=[一-龯々ァ-ヺー])|(?<=つもり|ところ|とおり)"
    "|(?<=もの|こと|ため|はず|わけ|から|まで|だけ|ほど|のみ|べき|よう|とき|まま|通り))"
)
_TO_PLAIN = _rules(
    ("(?:いたし|ござい|まいり|くださ[いり])(?:ます|ました|ません(?:でした)?)|ください", None),
    ("ありません", "ない"),
    ("ありませんでした", "なかった"),
    ("(?<=て)きます", "くる"),
    ("(?<=て)きました", "きた"),
    ("(?<=て)きません", "こない"),
    ("(?<=[一-龯々ァ-ヺー]が)います", "いる"),
    ("(?<=[一-龯々ァ-ヺー]が)いました", "いた"),
    ("(?<=[てで])おります", "いる"),
    ("(?<=[てで])おりました", "いた"),
    ("(?<=[てで])おりません", "いない"),
    (f"(?:(?<=しい|たい|ない)|{_after(f'{kanji}い' for kanji in verbs.ADJECTIVES)})です", ""),
    ("(?<=かった)です", ""),
)
_COPULA = {
    "である": _rules(
        (f"{_NOUN}です", "である"),
        (f"{_NOUN}でした", "であった"),
        (f"(?:{_NOUN}|(?<=[るたい]))でしょう", "であろう"),
        ("(?<=[るたいな])[のん]です", "のである"),
    ),
    "だ": _rules(
        (f"{_NOUN}です", "だ"),
        (f"{_NOUN}でした", "だった"),
        (f"(?:{_NOUN}|(?<=[るたい]))でしょう", "だろう"),
        ("(?<=[るたいな]の)です", "だ"),
        ("(?<=[るたいな]ん)です", "だ"),
    ),
}

_KANJI = "(?<=[一-龯々])(?<![一二三四五六七八九幾])"
_DENIED = tuple((a, i) for a, i in zip(_A_ROW, _I_ROW, strict=True) if a != "が")
"""書かない and the like; but 音がない has a particle."""
_STEM = (
    f"(?:(?<=[一-龯々][{_E_ROW}])|(?<=[わかがさたなばまらだ][れせめけげ])|(?<=くれ|でき)"
    f"|{_after(verbs.ONE_ROW)}|{_after(verbs.ONE_ROW_KANJI)})"
)
"""Behind the stem of a verb of one row."""
_TO_POLITE = _rules(
    ("(?<=[はも])ない", "ありません"),
    ("(?<=[はも])なかった", "ありませんでした"),
    ("ならない", "なりません"),
    ("ならなかった", "なりませんでした"),
    ("である|(?<=[るたいな][のん])だ|(?<=[ぁ-ゖ])(?<![んいまた])だ|(?<=まま)だ", "です"),
    ("であった|だった", "でした"),
    ("であろう|だろう", "でしょう"),
    ("(?<=[てでが])いる", "います"),
    ("(?<=[てでが])いた", "いました"),
    ("(?<=[てで])いない", "いません"),
    ("(?<=て)いく", "いきます"),
    ("(?<=て)くる", "きます"),
    ("(?<=て)きた", "きました"),
    (f"{_STEM}る", "ます"),
    (f"{_STEM}た", "ました"),
    (f"{_STEM}ない", "ません"),
    (f"{_STEM}なかった", "ませんでした"),
    ("(?<=[一-龯々ァ-ヺーをにとがも])する", "します"),
    ("(?<=[一-龯々ァ-ヺーをにとかたやらばなわごぼろ])した", "しました"),
    ("(?<=[一-龯々]{2})しない|(?<=[ァ-ヺー]{2})しない", "しません"),
    (f"{_after(verbs.ADJECTIVES)}く", None),
    *((f"{_KANJI}(?<!下){a}ない", f"{i}ません") for a, i in _DENIED),
    *((f"{_KANJI}(?<!下){a}なかった", f"{i}ませんでした") for a, i in _DENIED),
    *((f"{_KANJI}{u}", f"{i}ます") for u, i in zip(_U_ROW, _I_ROW, strict=True)),
    ("(?<=[あかがただなばまらわ])る", "ります"),
    ("(?<=[かまらわ])う", "います"),
    ("(?<=[かたやらばなわごぼろ])す", "します"),
    ("(?<![一-龯々]な)(?<=な)った|(?<=[一-龯々][まが])った|(?<=あ)った", "りました"),
    (f"{_after(verbs.ENDING_IN_RU)}った", "りました"),
    (f"{_after(verbs.ENDING_IN_U)}った", "いました"),
    (f"{_after(verbs.ENDING_IN_TSU)}った", "ちました"),
    (f"{_after(verbs.ENDING_IN_BU)}んだ", "びました"),
    (f"{_after(verbs.ENDING_IN_MU)}んだ", "みました"),
    (f"{_after(verbs.ENDING_IN_GU)}いだ", "ぎました"),
    ("(?<=[一-龯々])いた", "きました"),
    ("(?<=[一-龯々ァ-ヺー])だ|(?<=[一-龯々]い)だ", "です"),
    (f"(?<=しい|たい)|(?<=少ない)|{_after(f'{kanji}い' for kanji in verbs.ADJECTIVES)}", "です"),
    (f"(?<=しかった)|{_after(f'{kanji}かった' for kanji in verbs.ADJECTIVES)}", "です"),
)
