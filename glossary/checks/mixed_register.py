"""です・ます among である, or the other way round.

What it does: it reads the ends of all sentences of a document and reports the few that are not in
the register of the others. Quotations, headings, lists and ends in a noun have none, and what is
spoken ("I", "you", "don't") is let pass. Where the document is too short to have a register, a
polite end next to a plain one is reported. A change inside a paragraph is major, others are minor.
It looks at 我々 and 私たち in the same way.
Why it is bad: the voice changes in the midst of a page, as if two people had written it.
Example: 評価しています among sentences that end in する and である.
Use instead: 評価している.
The fix rewrites the ending, and is safe: it is only there where the verb shows its inflection.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.register import Register, endings, rewritten
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from corpus.language.register import Ending
    from glossary.rendering import AnnotatedUnit

NAME = "mixed-register"
_NAMES = {Register.POLITE: "です・ます", Register.PLAIN: "である"}
_WE = regex("(?P<formal>我々|われわれ)|(?P<friendly>私たち|私達|わたしたち)")
_VERB = regex(
    "(?:[一-龯々][いきぎしちにびみりえけげせてねべめれ])?[一-龯々ァ-ヺー]+[ぁ-ゖ]{0,2}$"
    "|(?:でき|あ|な|なっ|い)$"
)
_FEW = 0.15
"""The part of the sentences that others may be and still be slips; more is a way of writing."""
_ENOUGH = 6
"""Sentences that make a register of a document."""
_TALK = 0.5
"""The part of the paragraphs in which somebody speaks, above which a text is a conversation."""
_LISTED = regex(
    r"\s*(?:[・•●○■□◆◇▪‣*＊–—-]|[①-⑳]|[（(]?[0-9０-９a-zａ-ｚア-ン一二三四五六七八九十]{1,3}[).）．])"
)
_ENDS_IN_A_COPULA = regex("(?:である|(?<![んい])だ)(?=。)")
_SPOKEN = regex(
    r"[\"“][^\"”]*(?:\b[a-z]+ ){3}[^\"”]*[\"”]|(?:^|\s)['‘]\w[^'’]*(?:\b[a-z]+ ){3}"
    r"|\b(?:I|[Yy]ou|[Yy]our|[Mm]y|[Mm]e)\b|\w['’](?:m|t|re|ll|ve|d)\b"
)
"""English that is quoted, or in which somebody speaks to somebody."""


def find(_: AnnotatedUnit) -> Iterator[Finding]:
    """Nothing: it takes a document."""
    yield from ()


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """The sentences in another register than those around them."""
    linked = [each.unit for each in units if not each.unit.one_sided]
    written = [unit for unit in linked if not _spoken(unit)]
    if len(linked) - len(written) > _TALK * len(linked):
        return
    copula = _copula(written)
    for listed in (False, True):
        alike = [unit for unit in written if bool(_LISTED.match(unit.target)) is listed]
        read = [(unit, ends) for unit in alike if (ends := endings(unit.target))]
        for unit, run, inside in _odd(read):
            yield _finding(unit, run, copula, Severity.MAJOR if inside else Severity.MINOR)
    yield from _pronouns(written)


def _odd(
    read: Sequence[tuple[TranslationUnit, Sequence[Ending]]],
) -> Iterator[tuple[TranslationUnit, list[Ending], bool]]:
    """The runs in the register of the few, and whether their paragraph has the other one too."""
    counts = Counter(end.register for _, ends in read for end in ends)
    few = min(Register, key=lambda register: counts[register])
    if counts.total() >= _ENOUGH:
        odd = few if counts[few] <= _FEW * counts.total() else None
    else:
        read = [(unit, ends) for unit, ends in read if len({end.register for end in ends}) > 1]
        odd = next((r for r in Register if read and r is not read[0][1][0].register), None)
    for unit, ends in read:
        inside = len({end.register for end in ends}) > 1
        for register, run in groupby(ends, key=lambda end: end.register):
            if register is odd:
                yield unit, list(run), inside


def _copula(units: Sequence[TranslationUnit]) -> str:
    """である, or だ where the text writes that more often."""
    found = Counter(m[0] for unit in units for m in _ENDS_IN_A_COPULA.finditer(unit.target))
    return max(("である", "だ"), key=lambda copula: found[copula])


def _pronouns(units: Sequence[TranslationUnit]) -> Iterator[Finding]:
    """The few 私たち of a text that writes 我々, and the other way round."""
    found = [(u, Span(*m.span()), m.lastgroup) for u in units for m in _WE.finditer(u.target)]
    counts = Counter(kind for _, _, kind in found)
    odd = min(("formal", "friendly"), key=lambda kind: counts[kind])
    if counts.total() < _ENOUGH or not 0 < counts[odd] <= _FEW * counts.total():
        return
    wanted = Counter(s.of(u.target) for u, s, kind in found if kind != odd).most_common(1)[0][0]
    for unit, span, kind in found:
        if kind == odd:
            said = span.of(unit.target)
            yield Finding(
                unit=unit.id,
                check=NAME,
                severity=Severity.MINOR,
                message=told("{} in a text that writes {}", said, wanted),
                target=span,
                suggestions=(wanted,),
                fix=Fix(span, said, wanted),
                why=told("what the text says elsewhere for we and us"),
            )


def _spoken(unit: TranslationUnit) -> bool:
    """Whether somebody speaks, who may speak as he likes."""
    return _speaks(unit.source) or unit.target.startswith(("「", "『", "“"))


@lru_cache(maxsize=1 << 16)  # a review asks the same again after every edit
def _speaks(source: str) -> bool:
    return bool(_SPOKEN.search(source))


def _finding(
    unit: TranslationUnit, run: Sequence[Ending], copula: str, severity: Severity
) -> Finding:
    first, more = run[0], len(run) - 1
    odd = first.register
    usual = Register.PLAIN if odd is Register.POLITE else Register.POLITE
    change = rewritten(unit.target, first, copula)
    span = _with_its_verb(unit.target, first.span, change[0].start if change else first.span.start)
    said = span.of(unit.target)
    instead = unit.target[span.start : change[0].start] + change[1] if change else ""
    also = told(", like {} more behind it", more) if more else ""
    return Finding(
        unit=unit.id,
        check=NAME,
        severity=severity,
        message=told("{} is {}; the text writes {}{}", said, _NAMES[odd], _NAMES[usual], also),
        target=span,
        suggestions=(instead,) if instead else (),
        fix=Fix(span, said, instead) if instead else None,
        why=told("the ends of the other sentences"),
    )


def _with_its_verb(target: str, ending: Span, changed: int) -> Span:
    """From the kanji or katakana on that the ending belongs to: 歓迎します, 取り組みます."""
    start = min(ending.start, changed)
    verb = _VERB.search(target[:start])
    return Span(verb.start() if verb else start, ending.end)


_ENGLISH = "The dam was finished. It holds much water. Boats cross it. Fish live in it. " * 2

CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A few sentences are in another register than all the others.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "The dam was finished. It holds much water.",
            "ダムは完成しました。多くの水をたたえている。",
        ),
        Example(
            _ENGLISH,
            "ダムは完成した。水が多い。船が通る。魚がいる。"
            "ダムは完成した。水をたたえています。船が通る。魚がいる。",
        ),
    ),
    passed=(
        Example(
            "The dam was finished. It holds much water.", "ダムは完成した。多くの水をたたえている。"
        ),
        Example("Two dams. It holds much water.", "二つのダム。多くの水をたたえています。"),
        Example(
            'The mayor said "the dam is finished". It holds much water.',
            "市長は「ダムは完成しました」と述べた。多くの水をたたえている。",
        ),
    ),
    across=across,
)
