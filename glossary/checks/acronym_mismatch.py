"""An acronym that is not the one of the English.

What it does: it compares the acronyms in brackets on both sides. One that neither text has
elsewhere and that stands where the English has another, one behind the name of another body, and
one that stands behind itself are reported. An acronym that is merely dropped is let pass, unless
the Japanese goes on to use it.
Why it is bad: from there on readers take one body for another, or find no sense in the letters.
Example: 世界食糧計画（WPF） for "World Food Programme (WFP)".
Use instead: the acronym of the English.
The fix puts it there, and is safe; a doubled one loses its brackets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.told import told
from glossary.acronyms import Bracketed, bracketed, name_before
from glossary.checks.check import Check, Example
from glossary.checks.examples import concept
from glossary.concept import EntityKind
from glossary.finding import Finding, Fix, Severity
from glossary.folding import fold_japanese

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.rendering import AnnotatedUnit, Name

NAME = "acronym-mismatch"


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Acronyms that are not those of the English."""
    unit = annotated.unit
    if unit.one_sided:
        return
    source, target = bracketed(unit.source), bracketed(unit.target)
    yield from _doubled(annotated, target)
    if source:
        yield from _changed(annotated, source, target)
        yield from _exchanged(annotated, source, target)


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """Acronyms that the Japanese uses without having explained them, where the English has."""
    said: set[str] = set()
    lost: set[str] = set()
    for each in units:
        unit = each.unit
        new = {b.acronym for b in bracketed(unit.source)}
        for acronym in sorted(new | lost):
            match = re.search(rf"(?<![A-Za-z]){re.escape(acronym)}(?![A-Za-z])", unit.target)
            if match is None:
                continue
            if acronym in lost - said - new:
                message = told("{} is not explained before, as it is in the English", acronym)
                span = Span(*match.span())
                yield _finding(each, Severity.MINOR, message, None, span, "", mend=False)
            said.add(acronym)
        lost |= {a for a in new - said if not unit.one_sided}


def _doubled(annotated: AnnotatedUnit, target: tuple[Bracketed, ...]) -> Iterator[Finding]:
    text = annotated.unit.target
    for each in target:
        before = text[: each.span.start]
        written = each.span.of(text)
        again = before.endswith((written[1:-1], written))
        if again and f"{each.acronym} ({each.acronym})" not in annotated.unit.source:
            message = told("{} stands there twice", each.acronym)
            yield _finding(annotated, Severity.MINOR, message, None, each.span, "")


def _changed(
    annotated: AnnotatedUnit, source: tuple[Bracketed, ...], target: tuple[Bracketed, ...]
) -> Iterator[Finding]:
    """One of the Japanese that the English does not have, where one of the English is lost."""
    english = fold_japanese(annotated.unit.source).text
    japanese = fold_japanese(annotated.unit.target).text
    lost = [s for s in source if s.acronym.casefold() not in japanese]
    strange = [t for t in target if t.acronym.casefold() not in english]
    if len(lost) != 1 or len(strange) != 1:
        return
    right, wrong = lost[0], strange[0]
    if not _alike(right.acronym, wrong.acronym) and not _behind_its_name(annotated, right, wrong):
        return
    span = Span(wrong.span.start + 1, wrong.span.end - 1)
    message = told("{} is {} in the English", wrong.acronym, right.acronym)
    inner = Span(right.span.start + 1, right.span.end - 1)
    yield _finding(annotated, Severity.MAJOR, message, inner, span, right.acronym)


def _behind_its_name(annotated: AnnotatedUnit, right: Bracketed, wrong: Bracketed) -> bool:
    """Whether what stands before the Japanese one is the name that the English abbreviates."""
    meant = name_before(annotated.mentions, annotated.unit.source, right)
    name = _name_before(annotated, wrong)
    return bool(meant and name and {c.id for c in meant.concepts} & {c.id for c in name.concepts})


def _alike(one: str, other: str) -> bool:
    """Whether one is a slip for the other: another body's own acronym is another matter."""
    if sorted(one) == sorted(other):
        return True
    shared = sum(min(one.count(c), other.count(c)) for c in set(one))
    return one[0] == other[0] and shared >= max(len(one), len(other)) - 1


def _exchanged(
    annotated: AnnotatedUnit, source: tuple[Bracketed, ...], target: tuple[Bracketed, ...]
) -> Iterator[Finding]:
    """An acronym behind a name that the English gives another one."""
    named = {s.acronym: name_before(annotated.mentions, annotated.unit.source, s) for s in source}
    owners = {c.id: a for a, mention in named.items() if mention for c in mention.concepts}
    for each in target:
        name = _name_before(annotated, each)
        meant = named.get(each.acronym)
        if name is None or meant is None:
            continue
        ids = {c.id for c in name.concepts}
        own = {owners[i] for i in ids if i in owners}
        if own and each.acronym not in own and not ids & {c.id for c in meant.concepts}:
            right = min(own)
            span = Span(each.span.start + 1, each.span.end - 1)
            standing = name.span.of(annotated.unit.target)
            message = told("{} is not {}, which is {}", each.acronym, standing, right)
            yield _finding(annotated, Severity.CRITICAL, message, meant.span, span, right)


def _name_before(annotated: AnnotatedUnit, each: Bracketed) -> Name | None:
    text = annotated.unit.target
    for name in annotated.names:
        if name.span.end <= each.span.start and not text[name.span.end : each.span.start].strip():
            return name
    return None


def _finding(
    annotated: AnnotatedUnit,
    severity: Severity,
    message: str,
    source: Span | None,
    target: Span,
    wanted: str,
    *,
    mend: bool = True,
) -> Finding:
    return Finding(
        unit=annotated.unit.id,
        check=NAME,
        severity=severity,
        message=message,
        source=source,
        target=target,
        suggestions=(wanted,) if wanted else (),
        fix=Fix(target, target.of(annotated.unit.target), wanted) if mend else None,
        why=told("the acronym that stands in brackets in the English"),
    )


_BODIES = (
    concept("World Food Programme", "世界食糧計画", kind=EntityKind.ORGANISATION),
    concept("World Health Organization", "世界保健機関", kind=EntityKind.ORGANISATION),
)

CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="An acronym is changed, doubled or behind another body's name.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "The World Food Programme (WFP) sent rice.",
            "世界食糧計画（WPF）は米を送った。",
            _BODIES,
        ),
        Example(
            "The World Food Programme (WFP) sent rice.",
            "WFP（WFP）は米を送った。",
        ),
    ),
    passed=(
        Example(
            "The World Food Programme (WFP) sent rice.",
            "世界食糧計画（WFP）は米を送った。",
            _BODIES,
        ),
        Example("The World Food Programme (WFP) sent rice.", "世界食糧計画は米を送った。", _BODIES),
        Example(
            "The World Health Organization (WHO) and the World Food Programme (WFP) agreed.",
            "世界保健機関（WHO）と世界食糧計画（WFP）が合意した。",
            _BODIES,
        ),
    ),
    across=across,
)
