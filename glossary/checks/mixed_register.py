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

import re
from collections import Counter
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.register import Register, endings, rewritten
from glossary.checks.check import Check, Example
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from corpus.language.register import Ending
    from glossary.rendering import AnnotatedUnit

NAME = "mixed-register"
_NAMES = {Register.POLITE: "です・ます", Register.PLAIN: "である"}
_WE = re.compile("(?P<formal>我々|われわれ)|(?P<friendly>私たち|私達|わたしたち)")
_VERB = re.compile(
    "(?:[一-龯々][いきぎしちにびみりえけげせてねべめれ])?[一-龯々ァ-ヺー]+[ぁ-ゖ]{0,2}$"
)
_FEW = 0.15
"""The part of the sentences that others may be and still be slips; more is a way of writing."""
_ENOUGH = 6
"""Sentences that make a register of a document."""
_SPOKEN = re.compile(
    r"[\"“][^\"”]*(?:\b[a-z]+ ){3}[^\"”]*[\"”]|(?:^|\s)['‘]\w[^'’]*(?:\b[a-z]+ ){3}"
    r"|\b(?:I|[Yy]ou|[Yy]our|[Mm]y|[Mm]e)\b|\w['’](?:m|t|re|ll|ve|d)\b"
)
"""English that is quoted, or in which somebody speaks to somebody."""


def find(_: AnnotatedUnit) -> Iterator[Finding]:
    """Nothing: it takes a document."""
    yield from ()


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """The sentences in another register than those around them."""
    read = [(each.unit, ends) for each in units if (ends := _own_endings(each.unit))]
    all_ends = [e for _, ends in read for e in ends]
    polite = sum(e.register is Register.POLITE for e in all_ends)
    odd = _minority(polite, len(all_ends) - polite)
    if odd is None and len(all_ends) < _ENOUGH:
        read = [(unit, ends) for unit, ends in read if len({e.register for e in ends}) > 1]
        odd = Register.PLAIN if all_ends and all_ends[0].register is Register.POLITE else None
        odd = odd or Register.POLITE
    if odd is not None:
        for unit, ends in read:
            inside = len({e.register for e in ends}) > 1
            for run in _runs(ends, odd):
                yield _finding(unit, run, Severity.MAJOR if inside else Severity.MINOR)
    yield from _pronouns([each.unit for each in units if not _spoken(each.unit)])


def _pronouns(units: Sequence[TranslationUnit]) -> Iterator[Finding]:
    """The few 私たち of a text that writes 我々, and the other way round."""
    found = [(u, Span(*m.span()), m.lastgroup) for u in units for m in _WE.finditer(u.target)]
    formal = sum(kind == "formal" for _, _, kind in found)
    usual = _minority(formal, len(found) - formal)
    if usual is None:
        return
    odd = "formal" if usual is Register.POLITE else "friendly"
    wanted = Counter(s.of(u.target) for u, s, kind in found if kind != odd).most_common(1)[0][0]
    for unit, span, kind in found:
        if kind == odd:
            said = span.of(unit.target)
            yield Finding(
                unit=unit.id,
                check=NAME,
                severity=Severity.MINOR,
                message=f"{said} in a text that writes {wanted}",
                target=span,
                suggestions=(wanted,),
                fix=Fix(span, said, wanted),
                why="what the text says elsewhere for we and us",
            )


def _minority(polite: int, plain: int) -> Register | None:
    """The register that only few have, if any has it."""
    total = polite + plain
    if total < _ENOUGH or min(polite, plain) > _FEW * total:
        return None
    return Register.POLITE if polite < plain else Register.PLAIN


def _spoken(unit: TranslationUnit) -> bool:
    """Whether somebody speaks, who may speak as he likes."""
    return bool(_SPOKEN.search(unit.source)) or unit.target.startswith(("「", "『", "“"))


def _own_endings(unit: TranslationUnit) -> tuple[Ending, ...]:
    return () if unit.one_sided or _spoken(unit) else endings(unit.target)


def _runs(ends: Sequence[Ending], odd: Register) -> Iterator[list[Ending]]:
    run: list[Ending] = []
    for end in ends:
        if end.register is odd:
            run.append(end)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _finding(unit: TranslationUnit, run: Sequence[Ending], severity: Severity) -> Finding:
    first, more = run[0], len(run) - 1
    odd = first.register
    usual = Register.PLAIN if odd is Register.POLITE else Register.POLITE
    change = rewritten(unit.target, first)
    span, fix = _with_its_verb(unit.target, first.span), None
    said: tuple[str, ...] = ()
    if change:
        said = (unit.target[span.start : change[0].start] + change[1],)
        fix = Fix(change[0], change[0].of(unit.target), change[1])
    also = f", like {more} more behind it" if more else ""
    return Finding(
        unit=unit.id,
        check=NAME,
        severity=severity,
        message=f"{span.of(unit.target)} is {_NAMES[odd]}; the text writes {_NAMES[usual]}{also}",
        target=span,
        suggestions=said,
        fix=fix,
        why="the ends of the other sentences",
    )


def _with_its_verb(target: str, ending: Span) -> Span:
    """From the kanji or katakana on that the ending belongs to: 歓迎します, 取り組みます."""
    verb = _VERB.search(target[: ending.start])
    return Span(verb.start() if verb else ending.start, ending.end)


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
