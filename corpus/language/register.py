"""敬体 and 常体, by the ends of sentences, and one rewritten as the other.

An ending is only judged where it can be nothing else: a sentence that ends in a noun, in こと or in
a quotation has no register of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corpus.bitext import Span
from corpus.language.japanese import sentences


class Register(StrEnum):
    """How a sentence speaks to its reader."""

    POLITE = "polite"
    """です, ます."""
    PLAIN = "plain"
    """である, する, した."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a sentence that has a register."""

    register: Register
    span: Span
    """From the part that the other register writes otherwise, without the full stop."""


_POLITE = re.compile(
    "(?:(?:で|て)(?:い|お)り?ま(?:す|した)|ではありません(?:でした)?|でした|です|でしょう"
    "|し?ませんでした|し?ません|し?ましょう|し?ました|し?ます|ください|下さい)(?P<after>(?:か|ね|よ|よね)?)"
)
_PLAIN = re.compile(
    "(?:である|であった|であろう|だろう|だった|だ|のだ|ている|ていた|でいる|でいた|している|していた"
    "|する|した|[^\\Wァ-ヺー0-9０-９一二三四五六七八九][うくぐすつぬぶむる]|[^\\Wァ-ヺー]た|んだ|[いしなか]ない|なかった|かった|しい|たい|ない)"
)
_STOPS = "。．！？!?｡ 　"
_NO_ENDING = re.compile('(?:[」』）)】〉》］\\]”"…]|こと|もの|とき|ため|ところ|など|ほか)$')
_QUOTED = re.compile("「[^」]*」|『[^』]*』|“[^”]*”|（[^）]*）|\\([^)]*\\)")


@lru_cache(maxsize=1 << 16)  # a review asks the same again after every edit
def endings(text: str) -> tuple[Ending, ...]:
    """The endings of all finished sentences of a text, in reading order.

    A sentence is finished by a full stop; without one, a polite end is still an end.
    """
    return tuple(e for sentence in sentences(text) if (e := _ending(text, sentence)))


def _ending(text: str, sentence: Span) -> Ending | None:
    whole = sentence.of(text)
    bare = whole.rstrip(_STOPS)
    if _NO_ENDING.search(bare):
        return None
    said = _QUOTED.sub(lambda m: "\x00" * len(m[0]), bare)
    polite = _last(_POLITE, said)
    if polite is not None:
        return Ending(Register.POLITE, _span(sentence, polite))
    stopped = len(bare) < len(whole.rstrip()) or whole.endswith(tuple("。．｡"))
    plain = _last(_PLAIN, said) if stopped and not bare.endswith(("?", "？")) else None
    return Ending(Register.PLAIN, _span(sentence, plain)) if plain is not None else None


def _last(pattern: re.Pattern[str], text: str) -> tuple[int, int] | None:
    """The longest match that ends the text."""
    for start in range(max(0, len(text) - 12), len(text)):
        if pattern.fullmatch(text, start):
            return start, len(text)
    return None


def _span(sentence: Span, place: tuple[int, int]) -> Span:
    return Span(sentence.start + place[0], sentence.start + place[1])


_TO_PLAIN = (
    (re.compile("ではありませんでした$"), "ではなかった"),
    (re.compile("ではありません$"), "ではない"),
    (re.compile("(?<=[てで])います$"), "いる"),
    (re.compile("(?<=[てで])いました$"), "いた"),
    (re.compile("(?<=[てで])おります$"), "いる"),
    (re.compile("(?<=[てで])おりました$"), "いた"),
    (re.compile("(?<=[一-龯々][一-龯々])します$"), "する"),
    (re.compile("(?<=[一-龯々][一-龯々])しました$"), "した"),
    (re.compile("(?<=[ァ-ヺー])します$"), "する"),
    (re.compile("(?<=[ァ-ヺー])しました$"), "した"),
    (re.compile("(?<=[えけげせてねべめれ])ます$"), "る"),
    (re.compile("(?<=[えけげせてねべめれ])ました$"), "た"),
    (re.compile("(?<=[えけげせてねべめれ])ません$"), "ない"),
    (re.compile("(?<=でき)ます$"), "る"),
    (re.compile("(?<=でき)ました$"), "た"),
    (re.compile("(?<=り組)みます$"), "む"),
    (re.compile("(?<=[一-龯々ァ-ヺーの])です$"), "である"),
    (re.compile("(?<=[一-龯々ァ-ヺーの])でした$"), "であった"),
)
_TO_POLITE = (
    (re.compile("ではなかった$"), "ではありませんでした"),
    (re.compile("ではない$"), "ではありません"),
    (re.compile("(?:である|だ)$"), "です"),
    (re.compile("(?:であった|だった)$"), "でした"),
    (re.compile("(?<=[てで])いる$"), "います"),
    (re.compile("(?<=[てで])いた$"), "いました"),
    (re.compile("(?<=[一-龯々ァ-ヺー][一-龯々ァ-ヺー])する$"), "します"),
    (re.compile("(?<=[一-龯々ァ-ヺー][一-龯々ァ-ヺー])した$"), "しました"),
    (re.compile("(?<=[えけげせてねべめれ])た$"), "ました"),
    (re.compile("(?<=[けげせてねべめれ])る$"), "ます"),
)


def rewritten(text: str, ending: Ending) -> tuple[Span, str] | None:
    """A stretch at the end of the sentence and what the other register writes there.

    None where the verb does not show how it is inflected: 借ります may be 借る or 借りる.
    """
    rules = _TO_PLAIN if ending.register is Register.POLITE else _TO_POLITE
    upto = text[: ending.span.end]
    for pattern, instead in rules:
        if match := pattern.search(upto):
            return Span(match.start(), match.end()), instead
    return None
