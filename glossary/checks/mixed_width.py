"""One thing in two widths, or now with ・ and now without.

What it does: it counts the digits, letters and brackets of a document by their width, and the
katakana words that it writes with ・ as well as without. Where nearly all are written in one way,
the few others are reported.
Why it is bad: a search finds only half of the places, and the page looks patched together.
Example: ２０２４年 in a text that writes 2025年.
Use instead: 2024年.
The fix writes it as the others are, and is safe.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from corpus.bitext import Span
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.rendering import AnnotatedUnit

NAME = "mixed-width"
_NARROW_TO_WIDE = {ord(c): chr(ord(c) + 0xFEE0) for c in map(chr, range(0x21, 0x7F))}
_KINDS = (
    (
        re.compile("(?<![0-9A-Za-z.,/_-])[0-9](?![0-9A-Za-z.,/_-])|[0-9]{2,}"),
        re.compile("[０-９]+"),
    ),
    (re.compile("[A-Za-z]{2,}"), re.compile("[Ａ-Ｚａ-ｚ]{2,}")),
    (re.compile("[()]"), re.compile("[（）]")),
)
"""Each narrow and wide."""
_PARTED = re.compile("[ァ-ヺー]{2,}(?:・[ァ-ヺー]{2,})+")
_FEW = 0.1
_ENOUGH = 20
"""Places that show what is usual."""
_AS_OFTEN = 3
"""How many times as often the other spelling of a katakana word stands."""


def find(_: AnnotatedUnit) -> Iterator[Finding]:
    """Nothing: what is usual in a document decides."""
    yield from ()


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """The few places in the other width, one finding a paragraph and kind."""
    linked = [each.unit for each in units if not each.unit.one_sided]
    for kind in _KINDS:
        yield from _of_kind(linked, *kind)
    yield from _parted(linked)


def _of_kind(
    units: Sequence[TranslationUnit], narrow: re.Pattern[str], wide: re.Pattern[str]
) -> Iterator[Finding]:
    counts = [sum(len(p.findall(u.target)) for u in units) for p in (narrow, wide)]
    if sum(counts) < _ENOUGH or not 0 < min(counts) <= _FEW * sum(counts):
        return
    odd = narrow if counts[0] < counts[1] else wide
    for unit in units:
        match = odd.search(unit.target)
        if match:
            usual = (
                match[0].translate(_NARROW_TO_WIDE)
                if odd is narrow
                else unicodedata.normalize("NFKC", match[0])
            )
            yield _finding(unit, Span(*match.span()), usual)


def _parted(units: Sequence[TranslationUnit]) -> Iterator[Finding]:
    """Katakana words whose parts are joined, or parted, everywhere else."""
    whole = "\n".join(unit.target for unit in units)
    parted = Counter(_PARTED.findall(whole))
    for word, times in parted.items():
        joined = word.replace("・", "")
        others = len(re.findall(f"(?<![ァ-ヺー・]){joined}(?![ァ-ヺー])", whole))
        if others >= _AS_OFTEN * times:
            odd, usual = word, joined
        elif others and times >= _AS_OFTEN * others:
            odd, usual = joined, word
        else:
            continue
        for unit in units:
            for match in re.finditer(f"(?<![ァ-ヺー・]){odd}(?![ァ-ヺー])", unit.target):
                yield _finding(unit, Span(*match.span()), usual)


def _finding(unit: TranslationUnit, span: Span, usual: str) -> Finding:
    written = span.of(unit.target)
    return Finding(
        unit=unit.id,
        check=NAME,
        severity=Severity.MINOR,
        message=f"{written} is {usual} elsewhere in the text",
        target=span,
        suggestions=(usual,),
        fix=Fix(span, written, usual),
        why="how the text writes nearly all others",
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
