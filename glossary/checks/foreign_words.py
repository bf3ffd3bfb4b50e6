"""Words of another language, or a model's own remarks.

What it does: it looks for characters that only simplified Chinese has, for Hangul and Cyrillic
that the English does not have, and for what language models say around a translation.
Why it is bad: the text has words that no Japanese reader can read, or that nobody wrote.
Example: 以下が翻訳です：港は閉鎖された.
Use instead: 港は閉鎖された.
The fix takes a remark out, and is safe; words have to be translated.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.rendering import AnnotatedUnit

NAME = "foreign-words"
_KANJI = regex("[一-鿿]+")
_SCRIPTS = regex("[가-힣]+|[А-я]{2,}")
_REMARK = regex(
    r"^\s*(?:(?:承知(?:いた)?しました|かしこまりました|もちろんです|はい)[。、！!]\s*)?"
    r"(?:(?:以下|こちら|次)(?:が|は|に)[^。\n]{0,12}(?:翻訳|訳文|日本語訳|和訳)[^。：:\n]{0,8}[。：:]\s*"
    r"|(?:Here is|Here's|Sure|Certainly)[^\n]{0,60}[:：]\s*"
    r"|(?:日本語訳|翻訳|訳文|和訳)[：:]\s*)",
)
_ABOUT_IT = regex("translat|Japanese version|here is|here's|sure|certainly", re.IGNORECASE)


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Remarks, and runs of foreign letters."""
    unit = annotated.unit
    if unit.one_sided:
        return
    remark = _REMARK.match(unit.target)
    if remark and not _ABOUT_IT.search(unit.source):
        span = Span(*remark.span())
        fix = Fix(span, remark[0], "") if remark.end() < len(unit.target) else None
        yield _finding(unit.id, span, told("this is a remark, not a translation"), fix)
    for span in (
        *_chinese(unit.target),
        *(Span(*m.span()) for m in _SCRIPTS.finditer(unit.target)),
    ):
        word = span.of(unit.target)
        if word not in unit.source:
            yield _finding(unit.id, span, told("{} is not Japanese", word), None)


def _chinese(text: str) -> Iterator[Span]:
    """Words up to their last character that mainland China's standard has and no Japanese one."""
    for match in _KANJI.finditer(text):
        if not _in(match[0], "euc_jis_2004"):
            strange = [n for n, c in enumerate(match[0]) if _simplified(c)]
            if strange:
                yield Span(match.start(), match.start() + strange[-1] + 1)


def _simplified(character: str) -> bool:
    return _in(character, "gb2312") and not _in(character, "euc_jis_2004")


def _in(text: str, standard: str) -> bool:
    try:
        text.encode(standard)
    except UnicodeEncodeError:
        return False
    return True


def _finding(unit: str, span: Span, message: str, fix: Fix | None) -> Finding:
    return Finding(
        unit=unit,
        check=NAME,
        severity=Severity.MAJOR,
        message=message,
        target=span,
        suggestions=("",) if fix else (),
        fix=fix,
        why=told("the letters themselves"),
    )


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="Chinese, Korean or Cyrillic words, or a model's remark about its work.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("The port was closed.", "以下が翻訳です：港は閉鎖された。"),
        Example(
            "The port was closed.", "承知しました。以下に日本語訳を示します：港は閉鎖されました。"
        ),
        Example("The port was closed.", "港は关闭された。"),
        Example("The port was closed.", "항구は閉鎖された。"),
    ),
    passed=(
        Example("The port was closed.", "港は閉鎖された。"),
        Example(
            "Here is the translation: the port was closed.", "以下が翻訳です：港は閉鎖された。"
        ),
    ),
)
