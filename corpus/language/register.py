"""敬体 and 常体, by the ends of sentences, and one rewritten as the other.

An ending is only judged where it can be nothing else: a sentence that ends in a noun, in こと or in
a quotation has no register of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from corpus.bitext import Span
from corpus.language.inflection import plain, polite
from corpus.language.japanese import sentences
from corpus.language.verbs import ADJECTIVES
from corpus.patterns import regex


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


_POLITE = regex(
    "(?:ではありません(?:でした)?|で(?:す|した|しょう)"
    "|(?:[てで](?:い|おり)|し)?ま(?:す|した|せん(?:でした)?|しょう))$"
)
_KANJI = "[一-龯々]"
_PLAIN = regex(
    "(?:で(?:ある|あった|あろう)|だ(?:ろう|った)?|(?:[てで]い|す|[^\\Wァ-ヺー])る|(?:[てで]い|し|(?<!あな))た"
    f"|{_KANJI}[うぐすつぬぶむ]|[かまらわい]う|[かたやらばなわごぼろ]す|しむ|{_KANJI}く|てい?く"
    f"|[{''.join(sorted(ADJECTIVES))}]い|しい|たい|ない|かった)$"
)
_NO_VERB = regex(
    f"(?:[{''.join(sorted(ADJECTIVES))}]く|[一二三四五六七八九幾]つ|あなた|ください|下さい)$"
)
"""Adverbs, counts, requests."""
_STOPS = "。．｡ 　"
_LONGEST = 16
"""Characters that show how a verb is inflected."""
_NO_ENDING = regex('(?:[」』）)】〉》］\\]”"…]|こと|もの|とき|ため|ところ|など|ほか)$')
_ASIDE = regex("(?:[（(［\\[][^（()）［\\[]*[）)］\\]])+$")
_CLOSED = regex("[」』”）)]")
_QUOTED = regex("「[^」]*」|『[^』]*』|“[^”]*”|（[^）]*）|\\([^)]*\\)")


@lru_cache(maxsize=1 << 16)  # a review asks the same again after every edit
def endings(text: str) -> tuple[Ending, ...]:
    """The endings of all finished sentences of a text, in reading order.

    A sentence is finished by a full stop; without one, a polite end is still an end. Questions,
    exclamations and requests are spoken to somebody and say nothing about the text.
    """
    return tuple(e for sentence in sentences(text) if (e := _ending(text, sentence)))


def ends_in_a_verb(text: str) -> bool:
    """Whether a text breaks off behind what can only be the end of a sentence."""
    tail = text[-_LONGEST:]
    return not _NO_VERB.search(tail) and bool(_POLITE.search(tail) or _PLAIN.search(tail))


def _ending(text: str, sentence: Span) -> Ending | None:
    whole = sentence.of(text)
    bare = _ASIDE.sub("", whole.rstrip(_STOPS))
    if _NO_ENDING.search(bare[-_LONGEST:]) or _NO_VERB.search(bare[-_LONGEST:]):
        return None
    said = bare[-_LONGEST:]
    if _CLOSED.search(said):
        said = _QUOTED.sub(lambda m: "\x00" * len(m[0]), bare)[-_LONGEST:]
    match = _POLITE.search(said)
    register = Register.POLITE
    if match is None and len(bare) < len(whole.rstrip()):
        match = _PLAIN.search(said)
        register = Register.PLAIN
    end = sentence.start + len(bare)
    return Ending(register, Span(end - len(match[0]), end)) if match else None


def rewritten(text: str, ending: Ending, copula: str = "である") -> tuple[Span, str] | None:
    """A stretch at the end of the sentence, and what the other register writes there.

    `copula` is what stands for です, である or だ. None where the verb does not show how it is
    inflected: 降ります may be 降りる or 降る.
    """
    upto = text[max(0, ending.span.end - _LONGEST) : ending.span.end]
    change = plain(upto, copula) if ending.register is Register.POLITE else polite(upto)
    if change is None:
        return None
    start, instead = change
    return Span(ending.span.end - len(upto) + start, ending.span.end), instead
