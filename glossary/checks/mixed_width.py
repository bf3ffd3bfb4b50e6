"""One thing in two widths, or now with ・ and now without.

What it does: it counts the digits, letters, brackets, percent signs and colons of a document by
their width, and the katakana words that it writes with ・ as well as without. Where nearly all are
written in one way, the few others are reported, once a paragraph.
Why it is bad: a search finds only half of the places, and the page looks patched together.
Example: ２０２４年 in a text that writes 2025年 everywhere else.
Use instead: 2024年.
The fix writes all of the paragraph as the others are, and is safe.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.rendering import AnnotatedUnit

    _Change = tuple[re.Pattern[str], Callable[[str], str]]
    """What is written otherwise, and how to write it as usual."""

NAME = "mixed-width"
_WIDE = {narrow: narrow + 0xFEE0 for narrow in range(0x21, 0x7F)}
_SINGLE = "(?<![0-9A-Za-z.,/_-])[0-9](?![0-9A-Za-z.,/_-])"
_LETTER = "ぁ-ゖァ-ヺー一-龯々"
_KINDS = tuple(
    (regex(narrow), regex(wide))
    for narrow, wide in (
        (f"{_SINGLE}|[0-9]{{2,}}", "[０-９]+"),
        ("[A-Za-z]{2,}", "[Ａ-Ｚａ-ｚ]{2,}"),
        ("[()]", "[（）]"),
        ("(?<=[0-9０-９])%", "(?<=[0-9０-９])％"),
        (f"(?<=[{_LETTER}]):(?=[ {_LETTER}])", f"(?<=[{_LETTER}])：(?=[ {_LETTER}])"),
    )
)
"""Each narrow and wide."""
_KATAKANA = regex("[ァ-ヺー]+")
_PARTED = regex("[ァ-ヺー]{2,}(?:・[ァ-ヺー]{2,})+")
_FEW = 0.1
_ENOUGH = 20
"""Places that show what is usual."""
_AS_OFTEN = 3
"""How many times as often the other spelling of a katakana word stands."""


def find(_: AnnotatedUnit) -> Iterator[Finding]:
    """Nothing: what is usual in a document decides."""
    yield from ()


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """The few places that are written unlike all others, one finding a paragraph."""
    linked = [each.unit for each in units if not each.unit.one_sided]
    whole = "\n".join(unit.target for unit in linked)
    odd = [change for kind in _KINDS if (change := _minority(whole, *kind))]
    odd += _parted(whole)
    for unit in linked if odd else ():
        for pattern, usual in odd:
            if first := pattern.search(unit.target):
                yield _finding(unit, Span(*first.span()), pattern, usual)
                break


def _minority(whole: str, narrow: re.Pattern[str], wide: re.Pattern[str]) -> _Change | None:
    """The width that only few have, and the other one. Single digits may all be wide."""
    found = {pattern: pattern.findall(whole) for pattern in (narrow, wide)}
    few = min(found, key=lambda pattern: len(found[pattern]))
    total = sum(map(len, found.values()))
    if total < _ENOUGH or not 0 < len(found[few]) <= _FEW * total:
        return None
    singles = {len(written) == 1 for written in found[wide]}
    if narrow is _KINDS[0][0] and singles == {True} and all(len(w) > 1 for w in found[narrow]):
        return None
    return few, _widened if few is narrow else _narrowed


def _widened(written: str) -> str:
    return written.translate(_WIDE)


def _narrowed(written: str) -> str:
    return unicodedata.normalize("NFKC", written)


def _joined(written: str) -> str:
    return written.replace("・", "")


def _parter(first: str) -> Callable[[str], str]:
    return lambda written: f"{first}・{written[len(first) :]}"


def _parted(whole: str) -> Iterator[_Change]:
    """Katakana words whose parts are joined, or parted, nearly everywhere else."""
    words = Counter(_KATAKANA.findall(whole))
    parted = Counter(pair for word in _PARTED.findall(whole) for pair in pairwise(word.split("・")))
    for (first, second), times in parted.items():
        others = words[first + second]
        if others >= _AS_OFTEN * times:
            yield re.compile(f"(?<![ァ-ヺー]){first}・{second}(?![ァ-ヺー])"), _joined
        elif others and times >= _AS_OFTEN * others:
            yield re.compile(f"(?<![ァ-ヺー]){first}{second}(?![ァ-ヺー])"), _parter(first)


def _finding(
    unit: TranslationUnit, first: Span, pattern: re.Pattern[str], usual: Callable[[str], str]
) -> Finding:
    """A finding at the first place, whose fix mends the others of the paragraph too."""
    written = first.of(unit.target)
    last = max(match.end() for match in pattern.finditer(unit.target))
    whole = Span(first.start, last)
    mended = pattern.sub(lambda match: usual(match[0]), unit.target)
    mended = mended[first.start : len(mended) - len(unit.target) + last]
    return Finding(
        unit=unit.id,
        check=NAME,
        severity=Severity.MINOR,
        message=told("{} is {} elsewhere in the text", written, usual(written)),
        target=first,
        suggestions=(usual(written),),
        fix=Fix(whole, whole.of(unit.target), mended),
        why=told("how the text writes nearly all others"),
    )


_YEARS = "".join(f"In 20{n} it rained. " for n in range(10, 32))
_JAPANESE_YEARS = "".join(f"20{n}年は雨だった。" for n in range(10, 31))

CHECK = Check(
    name=NAME,
    severity=Severity.MINOR,
    summary="Digits, letters or brackets are in another width than elsewhere.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(_YEARS, f"{_JAPANESE_YEARS}２０３１年は雨だった。"),
        Example(
            "The data centre is old. A data centre opens. Data centre sold. No data centre.",
            "データセンターは古い。データセンターは小さい。データセンターが開く。データ・センターはない。",
        ),
    ),
    passed=(
        Example(_YEARS, f"{_JAPANESE_YEARS}2031年は雨だった。"),
        Example("The data centre is old.", "データ・センターは古い。"),
        Example("In 2024 it rained; in 2025 it snowed.", "２０２４年は雨、2025年は雪だった。"),
    ),
    across=across,
)
