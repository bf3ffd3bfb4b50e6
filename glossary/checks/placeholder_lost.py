"""A tag or a variable that the Japanese does not have, has twice, or has in another form.

What it does: where a file has tags inside its texts, each stands in the text as a mark (🅐, 🅑 …);
the check counts them. Of variables that a program fills in (%s, %(name)s, {0}, {name}) it asks that
those of the English stand in the Japanese as they are, and no others; of tags that are written out
(<b>, </b>) that none stands there without its other half.
Why it is bad: the program that the text goes back to shows it without its link, its bold type or
what the variable stands for; or it stops, or cannot read the file at all.
Example: 計画🅑を見よ（See 🅐the plan🅑）.
Use instead: 🅐計画🅑を見よ.
The fix is offered only where the place is sure: at either end of the text, or around the same
number, or the same name by its right Japanese, that stands once in both texts. A variable is
written as in the English where only spaces, width or letter case were changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from corpus.bitext import InlineCode, Span
from corpus.formats.inline import MARK
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.lost_variables import lost_tags, lost_variables
from glossary.finding import Finding, Fix, Severity
from glossary.rendering import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.bitext import TranslationUnit
    from glossary.rendering import AnnotatedUnit

NAME = "placeholder-lost"
_MANY = 1000
"""Codes of a unit above which no place is sought, since that takes a look at all for each."""
_FIGURE: Final = regex("[0-9](?:[0-9.,]*[0-9])?")


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Marks that are gone, and second ones; and what became of variables."""
    unit = annotated.unit
    if unit.one_sided:
        return
    for found in MARK.finditer(unit.source):
        at, mark = found.start(), found.group()
        if mark not in unit.target:
            message = told("the mark {} is missing", mark)
            few = len(unit.codes) <= _MANY
            fix = (_at_an_end(unit, mark) or _around(annotated, mark)) if few else None
            yield _finding(unit.id, message, source=Span(at, at + 1), fix=fix)
    for found in MARK.finditer(unit.target):
        at, mark = found.start(), found.group()
        if mark in unit.source and mark in unit.target[:at]:
            message = told("the mark {} stands twice", mark)
            yield _finding(unit.id, message, target=Span(at, at + 1))
    yield from lost_variables(unit, NAME)
    yield from lost_tags(unit, NAME)


def _at_an_end(unit: TranslationUnit, mark: str) -> Fix | None:
    """At the beginning or the end of the text, where the English has it there and nothing else of
    its pair would then stand on the wrong side."""
    source, target = unit.source.strip(), unit.target
    ends = {code.mark: code.opening for code in unit.codes if code.opening}
    opens = mark in ends.values()
    partner = next((m for m, o in ends.items() if o == mark), ends.get(mark, ""))
    if partner and partner not in target:
        return None
    if source.startswith(mark) and mark not in ends:
        return Fix(Span(0, 1), target[0], mark + target[0])
    if source.endswith(mark) and not opens:
        end = len(target)
        return Fix(Span(end - 1, end), target[-1], target[-1] + mark)
    return None


def _around(annotated: AnnotatedUnit, mark: str) -> Fix | None:
    """Before or behind what the pair holds, where that is known to stand in the Japanese once."""
    unit = annotated.unit
    for end in unit.codes:
        if end.opening and mark in (end.mark, end.opening) and end.mark in unit.source:
            inside = Span(unit.source.find(end.opening) + 1, unit.source.find(end.mark))
            place = _answer(annotated, inside)
            if place is None or _parted(unit.target, place, end, mark):
                return None
            held = place.of(unit.target)
            return Fix(place, held, mark + held if mark == end.opening else held + mark)
    return None


def _answer(annotated: AnnotatedUnit, inside: Span) -> Span | None:
    """Where a number or a name of the English stands in the Japanese, if both have it once."""
    unit = annotated.unit
    held = inside.of(unit.source)
    if _FIGURE.fullmatch(held):
        alone = re.compile(rf"(?<![0-9A-Za-z.,]){re.escape(held)}(?![0-9A-Za-z]|[.,][0-9])")
        there = [Span(*m.span()) for m in alone.finditer(unit.target)]
        return there[0] if len(there) == len(alone.findall(unit.source)) == 1 else None
    for each in annotated.renderings:
        if each.verdict is Verdict.RIGHT and each.target and each.mention.span == inside:
            words = each.target.of(unit.target)
            once = unit.target.count(words) == unit.source.count(held) == 1
            return each.target if once else None
    return None


def _parted(target: str, place: Span, end: InlineCode, mark: str) -> bool:
    """Whether the other half of the pair stands elsewhere than at the place."""
    if mark == end.opening:
        return end.mark in target and not target.startswith(end.mark, place.end)
    return end.opening in target and not target.endswith(end.opening, 0, place.start)


def _finding(
    unit: str,
    message: str,
    source: Span | None = None,
    target: Span | None = None,
    fix: Fix | None = None,
) -> Finding:
    return Finding(
        unit=unit,
        check=NAME,
        severity=Severity.MAJOR,
        message=message,
        source=source,
        target=target,
        fix=fix,
        why=told("the marks of the two texts, one by one"),
    )


_PAIR = (InlineCode("🅐", "<g>"), InlineCode("🅑", "</g>", "🅐", tight=True))

CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A tag or a variable is missing in the Japanese, stands there twice, or is mangled.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example("See 🅐the plan🅑.", "計画🅑を見よ。"),
        Example("It rained 🅐here.", "🅐ここで雨が降った🅐。"),
        Example("The fee is 🅐120🅑 yen.", "料金は🅐120円です。", codes=_PAIR),
        Example("It rained.🅐", "雨が降った。", codes=(InlineCode("🅐", "<x/>"),)),
        Example("Hello %(name)s!", "こんにちは!"),
        Example("Hello %(name)s!", "％(name)s さん!"),
        Example("Copied %d of %d files", "%d 個のファイルを写しました"),
        Example("Hello {name}!", "{名前}さん!"),
        Example("Hello {name}!", "{name}さん、{0}!"),
        Example('See <a href="{url}">the plan</a>.', '<a href="{url}">計画を見よ。'),
    ),
    passed=(
        Example("See 🅐the plan🅑.", "🅐計画🅑を見よ。"),
        Example("It rained 🅐here.", "ここで🅐雨が降った。"),
        Example("Hello %(name)s!", "%(name)s さん!"),
        Example("%s of %s", "%2$s の %1$s"),
        Example("{} of {}", "{1} の {0}"),
        Example("Hello {name}!", "{name}さん、{name}さん!"),
        Example("See <i>the plan</i>.<br>", "計画を見よ。<br>"),
        Example("It fell by 50% of the sum.", "総額の50％下がった。"),
    ),
)
