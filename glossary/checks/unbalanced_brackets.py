"""A bracket or quotation mark without its counterpart.

What it does: it pairs the brackets of a paragraph, whatever their width. List marks as in 1) are
none, and what the English leaves open, or the next paragraphs close, is let pass.
Why it is bad: nobody can see where the aside or the quotation ends.
Example: この賞（賞金5,000ユーロは毎年贈られる.
Use instead: この賞（賞金5,000ユーロ）は毎年贈られる.
There is no fix: where the other one belongs has to be read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.rendering import AnnotatedUnit

NAME = "unbalanced-brackets"
_PAIRS = {
    "（": "）",
    "「": "」",
    "『": "』",
    "【": "】",
    "〈": "〉",
    "《": "》",
    "〔": "〕",
    "［": "］",
}
_WIDE = str.maketrans("()[]｢｣", "（）［］「」")
_BRACKET = regex(f"[{re.escape(''.join((*_PAIRS, *_PAIRS.values())))}()\\[\\]｢｣]")
_LIST_MARK = regex(
    r"(?:^|(?<=[\n、。])|(?<=[、。] ))[（(]?[0-9０-９a-zａ-ｚA-Z一二三四五六七八九十]{1,3}[）)]"
)
_FACE = regex(r"[:;8=][-^o']?[()\[\]]|\([^\w\s]{1,3}|[^\w\s]{1,3}\)|[（(](?:笑|泣|涙)")
_OPENED = regex(r"(?:^|(?<=[\s(:—-]))['‘](?=\w)")
_CLOSED = regex(r"(?<=[\w.,!?])['’](?=[\s.,;:)—-]|$)")
"""Single quotation marks, as the English of Britain has them."""
_NEAR = 3
"""Paragraphs over which a quotation may go on."""


def find(_: AnnotatedUnit) -> Iterator[Finding]:
    """Nothing: the paragraphs around may have the other one."""
    yield from ()


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """Brackets that no other one answers, here or near by."""
    texts = [each.unit.target for each in units]
    for k, each in enumerate(units):
        unit = each.unit
        lone = {} if unit.one_sided else _lone(unit.target)
        if len(lone) != 1 or _open_in_english(unit.source) or _FACE.search(unit.target):
            continue
        ((span, mark),) = lone.items()
        opens = mark.translate(_WIDE) in _PAIRS
        near = texts[k + 1 : k + 1 + _NEAR] if opens else texts[max(0, k - _NEAR) : k]
        if not any(_answers(mark, other) for text in near for other in _lone(text).values()):
            yield Finding(
                unit=unit.id,
                check=NAME,
                severity=Severity.MINOR,
                message=told("{} has no counterpart", mark),
                target=span,
                why=told("the brackets of the paragraph, in pairs"),
            )


def _answers(mark: str, other: str) -> bool:
    one, two = mark.translate(_WIDE), other.translate(_WIDE)
    return _PAIRS.get(one) == two or _PAIRS.get(two) == one


def _open_in_english(text: str) -> bool:
    """Whether the English itself leaves a bracket or a quotation open, or smiles with one."""
    straight = text.count('"') % 2 or text.count("“") != text.count("”")
    opened, closed = len(_OPENED.findall(text)), len(_CLOSED.findall(text))
    return bool(straight or opened > closed or _lone(text) or _FACE.search(text))


def _lone(text: str) -> dict[Span, str]:
    """The brackets that are not answered, with their places."""
    brackets = [(match.start(), match[0].translate(_WIDE)) for match in _BRACKET.finditer(text)]
    if not brackets:
        return {}
    listed = {at for match in _LIST_MARK.finditer(text) for at in range(*match.span())}
    waiting: list[tuple[int, str]] = []
    lone: list[int] = []
    for at, mark in brackets:
        if at in listed:
            continue
        if mark in _PAIRS:
            waiting.append((at, _PAIRS[mark]))
        elif waiting and waiting[-1][1] == mark:
            waiting.pop()
        else:
            lone.append(at)
    return {Span(at, at + 1): text[at] for at in sorted((*lone, *(at for at, _ in waiting)))}


CHECK = Check(
    name=NAME,
    severity=Severity.MINOR,
    summary="A bracket or quotation mark is never closed, or was never opened.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("The prize (5,000 euros) is given yearly.", "この賞（5,000ユーロは毎年贈られる。"),
        Example('He called it "a gift".', "彼はそれを贈り物」と呼んだ。"),
    ),
    passed=(
        Example("The prize (5,000 euros) is given yearly.", "この賞（5,000ユーロ)は毎年贈られる。"),
        Example("1) Rain, 2) Snow", "1）雨、2）雪"),
        Example('"I saw rain.', "「雨を見た。"),
        Example("It rained. :)", "雨だった。:)"),
    ),
    across=across,
)
