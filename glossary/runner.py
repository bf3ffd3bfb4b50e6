"""Runs the checks over a unit or a bitext and puts the findings in order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from corpus.bitext import TranslationUnit
from glossary.checks import DEFAULT_CHECKS
from glossary.finding import fingerprint
from glossary.rendering import REMEMBERED, annotate
from glossary.settled import in_doubt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.bitext import Bitext
    from glossary.acronyms import Acronyms
    from glossary.checks import Check
    from glossary.finding import Finding
    from glossary.rendering import AnnotatedUnit
    from glossary.termbase import Termbase

_EXPLAINS = {
    "omission": frozenset(
        ("missing-rendering", "number-missing", "date-value", "acronym-mismatch", "qualifier")
    ),
    "addition": frozenset(("number-added",)),
    "control-character": frozenset(("number-added", "unbalanced-brackets", "foreign-words")),
    "duplication": frozenset(("addition",)),
    "doubled-heading": frozenset(("duplication", "addition")),
    "left-in-english": frozenset(("state-mismatch",)),
    "confusable-rendering": frozenset(("missing-rendering", "variant-rendering")),
    "placeholder-lost": frozenset(
        ("number-missing", "number-added", "number-value", "unbalanced-brackets", "mixed-width")
    )
    | frozenset(("foreign-words", "foreign-punctuation", "left-in-english", "stray-space")),
}
"""One flaw, one finding: what is dropped where the other check has found the same place."""
_EXPLAINED = frozenset(chain.from_iterable(_EXPLAINS.values()))


@dataclass(frozen=True, slots=True)
class Judged:
    """A unit that was read, and what it shows by itself."""

    annotated: AnnotatedUnit
    acronyms: Acronyms
    """What its document has explained before it."""
    alone: tuple[Finding, ...]
    """The findings that need no other unit."""


def check_unit(
    unit: TranslationUnit, termbase: Termbase, checks: Sequence[Check] = DEFAULT_CHECKS
) -> tuple[Finding, ...]:
    """The flaws of one unit by itself, by place in the target, with fingerprints.

    What needs the whole document is left to `check_bitext`.
    """
    return _finished(unit, _judged(unit, {}, termbase, checks).alone)


def check_bitext(
    bitext: Bitext,
    termbase: Termbase,
    checks: Sequence[Check] = DEFAULT_CHECKS,
    waived: frozenset[str] = frozenset(),
    earlier: Sequence[AnnotatedUnit] = (),
) -> tuple[Finding, ...]:
    """The findings of all units in their order, without those whose fingerprint is `waived`."""
    units = in_doubt(bitext.units, termbase, checks, earlier)
    return findings(judged(units, termbase, checks), checks, waived, earlier)


def remembered(pairs: Iterable[tuple[str, str]], termbase: Termbase) -> tuple[AnnotatedUnit, ...]:
    """Paragraphs of earlier statements, English and Japanese, for `findings`."""
    return tuple(
        annotate(TranslationUnit(f"{REMEMBERED}{number}", *pair), termbase)
        for number, pair in enumerate(pairs)
    )


def judged(
    units: Iterable[TranslationUnit], termbase: Termbase, checks: Sequence[Check] = DEFAULT_CHECKS
) -> list[Judged]:
    """All units of a bitext, read one after the other; `findings` says what they show.

    What stands there again, with the same codes and state, is not judged again.
    """
    acronyms: dict[str | None, Acronyms] = {}
    known: dict[TranslationUnit, Judged] = {}
    read = []
    for unit in units:
        explained = acronyms.get(unit.document, {})
        content = _content(unit)
        if not explained and content in known:
            each = _again(known[content], unit)
        else:
            each = _judged(unit, explained, termbase, checks)
            if not explained:  # else it depends on what stands before it
                known[content] = each
        acronyms[unit.document] = each.annotated.acronyms
        read.append(each)
    return read


def rejudged(
    each: Judged, target: str, termbase: Termbase, checks: Sequence[Check] = DEFAULT_CHECKS
) -> Judged:
    """The unit with other Japanese, in the same place of its document."""
    return _judged(each.annotated.unit.with_target(target), each.acronyms, termbase, checks)


def findings(
    read: Sequence[Judged],
    checks: Sequence[Check] = DEFAULT_CHECKS,
    waived: frozenset[str] = frozenset(),
    earlier: Sequence[AnnotatedUnit] = (),
) -> tuple[Finding, ...]:
    """What whole documents show, with fingerprints, in the order of the units.

    `read` holds all units of each document in it; `earlier` are paragraphs of other statements,
    by which `Check.beyond` judges.
    """
    return heard(every(read, checks, earlier), waived)


def every(
    read: Sequence[Judged],
    checks: Sequence[Check] = DEFAULT_CHECKS,
    earlier: Sequence[AnnotatedUnit] = (),
) -> list[tuple[TranslationUnit, Finding]]:
    """The same with their units, those that are waived among them."""
    found = {(j.annotated.unit.document, j.annotated.unit.id): list(j.alone) for j in read}
    for document, units in _documents(j.annotated for j in read).items():
        for check in checks:
            around = [*earlier, *units] if check.beyond else units
            for finding in check.across(around) if check.across else ():
                if (document, finding.unit) in found:
                    found[document, finding.unit].append(finding)
    return [
        (unit, finding)
        for unit in (j.annotated.unit for j in read)
        for finding in _finished(unit, found[unit.document, unit.id])
    ]


def heard(
    found: Sequence[tuple[TranslationUnit, Finding]], waived: frozenset[str]
) -> tuple[Finding, ...]:
    """Those that nobody has waived, each with the number of places that are like it."""
    left = [(unit, finding) for unit, finding in found if finding.fingerprint not in waived]
    alike = Counter(_flaw(finding, unit) for unit, finding in left)
    return tuple(replace(f, places=alike[_flaw(f, unit)] - 1) for unit, f in left)


def _judged(
    unit: TranslationUnit, acronyms: Acronyms, termbase: Termbase, checks: Sequence[Check]
) -> Judged:
    annotated = annotate(unit, termbase, acronyms)
    return Judged(annotated, acronyms, tuple(f for c in checks for f in c.find(annotated)))


def _content(unit: TranslationUnit) -> TranslationUnit:
    """The unit without its place, on which nothing depends that it shows by itself."""
    return replace(unit, id="", document=None, line=None, source_span=None, target_span=None)


def _again(before: Judged, unit: TranslationUnit) -> Judged:
    """What is known of another unit of the same content."""
    alone = tuple(replace(finding, unit=unit.id) for finding in before.alone)
    return Judged(replace(before.annotated, unit=unit), before.acronyms, alone)


def _flaw(finding: Finding, unit: TranslationUnit) -> tuple[str | None, ...]:
    """What is alike in all places where the same words are wrong in the same way."""
    if finding.target is None and finding.concept is None:
        return unit.document, unit.id, finding.check, finding.fingerprint
    marked = finding.target.of(unit.target) if finding.target else None
    return unit.document, finding.check, finding.concept, marked


def _documents(units: Iterable[AnnotatedUnit]) -> dict[str | None, list[AnnotatedUnit]]:
    documents: dict[str | None, list[AnnotatedUnit]] = {}
    for unit in units:
        documents.setdefault(unit.unit.document, []).append(unit)
    return documents


def _finished(unit: TranslationUnit, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of a unit that say something new, in order, with document and fingerprint."""
    if not found:
        return ()
    kept = [
        f
        for f in found
        if f.check not in _EXPLAINED or not any(_explained(f, other) for other in found)
    ]
    alike: Counter[tuple[str, str | None, str, str]] = Counter()
    finished = []
    for finding in sorted(kept, key=_place):
        marked = finding.target.of(unit.target) if finding.target else ""
        mentioned = finding.source.of(unit.source) if finding.source else ""
        key = (finding.check, finding.concept, marked, mentioned)
        mark = fingerprint(finding, unit, alike[key])
        finished.append(replace(finding, document=unit.document, fingerprint=mark))
        alike[key] += 1
    return tuple(finished)


def _explained(finding: Finding, other: Finding) -> bool:
    """Whether `other` says all of `finding` and more."""
    if finding.check not in _EXPLAINS.get(other.check, ()):
        return False
    if finding.target and other.target:
        return finding.target.overlaps(other.target)
    return bool(finding.source and other.source and other.source.contains(finding.source))


def _place(finding: Finding) -> tuple[int, int, int, int]:
    # What is absent from the target comes last.
    start, end = (finding.target.start, finding.target.end) if finding.target else (1 << 40, 0)
    mentioned = finding.source.start if finding.source else 0
    return start, -finding.severity.rank, end, mentioned
