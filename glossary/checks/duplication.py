"""The same thing said twice.

What it does: it looks for sentences and long clauses that the Japanese has twice and the English
has not, and for whole paragraphs that are printed again in place of another.
Why it is bad: a sentence that is finished too early and begun again confuses, and a reader stops
trusting the text.
Example: 決定を想起した。決定を想起し、両国は… for "Recalling the decision, both countries …".
Use instead: the second form alone, which goes on.
The fix takes out a sentence that stands there again at once, word for word; in all other cases
which of the two is to stay has to be read.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.alignment.length import japanese_size
from corpus.alignment.unanswered import unsaid
from corpus.bitext import Span
from corpus.language.japanese import sentences
from corpus.language.repeats import alike, repeats, said_twice
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.neighbours import around, called_for, inside, names, quoted
from glossary.finding import Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from corpus.language.repeats import Repeat
    from glossary.rendering import AnnotatedUnit

NAME = "duplication"
_STOPS = ("。", "！", "？")
_SHORTEST = 10
"""Characters of a sentence that is looked for behind the border of a paragraph."""
_LIKEWISE = 0.4
"""The part of it, by size, that the English must have twice to call for it."""


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Repetitions inside a paragraph."""
    unit = annotated.unit
    if unit.one_sided:
        return
    for repeat in repeats(unit.target):
        if repeat.heading or called_for(unit, repeat):
            continue
        again = repeat.extra.overlaps(repeat.first)
        other = repeat.second if again else repeat.first
        said = quoted(other.of(unit.target))
        message = told("said twice: {} stands there already", said)
        if again:
            message = told("said twice: {} stands there again", said)
        yield Finding(
            unit=unit.id,
            check=NAME,
            severity=Severity.MAJOR,
            message=message,
            target=repeat.extra,
            fix=_once(unit.target, repeat),
            why=told("the English does not repeat itself here"),
        )


def _once(text: str, repeat: Repeat) -> Fix | None:
    """The change that leaves one of two sentences that stand together and are the same."""
    between = text[repeat.first.end : repeat.second.start]
    said = repeat.second.of(text)
    if said != repeat.first.of(text) or between.strip() or not said.endswith(_STOPS):
        return None
    extra = Span(repeat.first.start, repeat.second.start)
    return Fix(extra, extra.of(text), "")


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """Sentences said again behind the border of a paragraph, and paragraphs printed again."""
    linked = [each.unit for each in units if not each.unit.one_sided]
    for before, unit in pairwise(linked):
        if found := _begun_again(before, unit):
            yield found
    yield from _paragraphs(units)


def _begun_again(before: TranslationUnit, unit: TranslationUnit) -> Finding | None:
    """The first sentence, where it is the last one of the paragraph before."""
    last, first = sentences(before.target)[-1:], sentences(unit.target)[:1]
    if not last or not first or len(first[0]) < _SHORTEST or alike(before.target, unit.target):
        return None
    said = first[0].of(unit.target)
    if not alike(last[0].of(before.target), said):
        return None
    if said_twice(f"{before.source} {unit.source}") >= _LIKEWISE * japanese_size(said):
        return None
    return Finding(
        unit=unit.id,
        check=NAME,
        severity=Severity.MAJOR,
        message=told("said twice: {} ends the paragraph before", quoted(said)),
        target=first[0],
        why=told("the English does not repeat itself here"),
    )


def _paragraphs(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """Paragraphs printed again, without an English of their own or in place of its translation."""
    statement = inside(units)
    for k, each in enumerate(units):
        unit = each.unit
        if not unit.target.strip():
            continue
        near = around(units, k)
        twins = [n.unit for n in near if not n.unit.one_sided and alike(unit.target, n.unit.target)]
        if not twins:
            continue
        beside = any(twins[0] is n.unit for n in (*units[max(0, k - 1) : k], *units[k + 1 : k + 2]))
        if unit.source.strip():
            own = unsaid(unit.source, (("", unit.target),), names((each,)))
        else:
            own = beside or k in statement
        if own:
            yield Finding(
                unit=unit.id,
                check=NAME,
                severity=Severity.MAJOR if unit.source.strip() else Severity.MINOR,
                message=told(
                    'this paragraph stands twice: it is the Japanese of "{}"',
                    quoted(twins[0].source),
                ),
                target=Span(0, len(unit.target)),
                why=told("a paragraph near by has the same Japanese, and another English"),
            )


CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A sentence, a clause or a paragraph stands twice.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "Welcoming the harvest report of the cooperative, the mayor thanked the growers.",
            "市長は、協同組合が公表した収穫報告書を歓迎した。協同組合が公表した収穫報告書を歓迎し、市長は生産者に感謝した。",
        ),
        Example(
            "Rain fell. The mayor thanked the growers of the valley.\n\nThe harvest was poor.",
            "雨が降った。市長は谷の生産者に感謝した。\n\n市長は谷の生産者に感謝した。収穫は少なかった。",
        ),
        Example(
            "Recalling the decision, both towns thanked the growers.",
            "決定を想起した。決定を想起し、両町は生産者に感謝した。",
        ),
    ),
    passed=(
        Example(
            "They closed the port. Closing the port, they thanked the crews.",
            "両町は港を閉鎖した。港を閉鎖し、船員に感謝した。",
        ),
        Example(
            "Welcoming the harvest report of the cooperative, the mayor thanked the growers.",
            "協同組合が公表した収穫報告書を歓迎し、市長は生産者に感謝した。",
        ),
        Example(
            "The town plans to build a harbour. The town plans to build a railway.",
            "町は港を建設する計画である。町は鉄道を建設する計画である。",
        ),
        Example(
            "Sales in 2023 rose by 4 percent. Sales in 2024 rose by 6 percent.",
            "2023年の売上高は4％増加した。2024年の売上高は6％増加した。",
        ),
        Example(
            "You will get through the long winter. You will get through the long winter, I know.",
            "あなたはその長い冬を乗り越えるだろう。あなたはその長い冬を乗り越えるだろうと、私は知っている。",
        ),
    ),
    across=across,
)
