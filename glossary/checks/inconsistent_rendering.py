"""One thing under several names.

What it does: it counts the renderings of each concept in a document, and in the paragraphs of other
statements that a person has corrected in the same workspace. Two of them that are no short
and long form of one name, nor Japanese and Latin letters of it, are reported where the rarer one
stands. What everybody says in two ways, as countries and offices, is let pass in bundled names.
Why it is bad: readers take two names for two things, and look in vain for the difference.
Example: 供給網 in one paragraph and サプライチェーン in all others.
Use instead: the rendering that stands there most often, or the preferred one where they are level.
The fix replaces the rarer one, and is safe: both are right renderings.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.examples import concept
from glossary.checks.wording import source_of
from glossary.concept import EntityKind
from glossary.finding import Finding, Fix, Severity
from glossary.folding import fold_japanese, fold_loosely, is_latin
from glossary.termbase import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.bitext import Span
    from glossary.concept import Concept
    from glossary.recognition import Mention
    from glossary.rendering import AnnotatedUnit

NAME = "inconsistent-rendering"
_NATIONS = regex("[日米英豪印韓中仏独伊加露欧]{2,}")
_SAID_VARIOUSLY = frozenset({EntityKind.PLACE, EntityKind.PERSON, EntityKind.TITLE})


@dataclass(frozen=True, slots=True)
class _Place:
    concept: Concept
    annotated: AnnotatedUnit
    mention: Span
    span: Span
    form: str
    """Folded."""


def find(_: AnnotatedUnit) -> Iterator[Finding]:
    """Nothing: it takes a document."""
    yield from ()


def across(units: Sequence[AnnotatedUnit]) -> Iterator[Finding]:
    """The places where the rarer rendering of a concept stands."""
    for places in _renderings(units).values():
        families = _families({p.form for p in places})
        if len(families) > 1:
            yield from _findings(places, families)


def _renderings(units: Sequence[AnnotatedUnit]) -> dict[tuple[str, str], list[_Place]]:
    """The places of a concept under one English name.

    A unit that mentions it under several, or a name that several share, tells nothing.
    """
    found: dict[tuple[str, str], list[_Place]] = {}
    for each in units:
        mentioned: dict[str, dict[str, Span]] = {}
        for mention in sorted(each.mentions, key=lambda m: _acronym(m, each.unit.source)):
            for meant in mention.concepts:
                forms = mentioned.setdefault(meant.id, {})
                if not (forms and _acronym(mention, each.unit.source)):
                    forms.setdefault(mention.form.removesuffix("s"), mention.span)
        for name in each.names:
            known = [c for c in name.concepts if c.id in mentioned]
            if len(known) != 1 or len(mentioned[known[0].id]) > 1 or _free(known[0]):
                continue
            form = fold_japanese(name.span.of(each.unit.target)).text
            if _gloss(form, name.span, each.unit.target):
                continue
            if each.remembered and known[0].origin == BUNDLED:
                continue  # what we say of it in another statement is free
            ((english, span),) = mentioned[known[0].id].items()
            place = _Place(known[0], each, span, name.span, form)
            found.setdefault((known[0].id, english), []).append(place)
    return found


def _acronym(mention: Mention, source: str) -> bool:
    """Whether it is named by an acronym, which adds nothing to the name beside it."""
    return " " not in mention.form and mention.span.of(source).isupper()


def _gloss(form: str, span: Span, text: str) -> bool:
    """Whether it stands beside the name or for a former one: クアッド（日米豪印）, 旧東芝メモリ."""
    before = text[: span.start].replace("(", "（").replace(")", "）")
    bracketed = before.rfind("（") > before.rfind("）")
    acronym = all(is_latin(c) for c in form)
    return acronym or before.endswith(("旧", "現")) or bracketed or bool(_NATIONS.fullmatch(form))


def _free(known: Concept) -> bool:
    return known.origin == BUNDLED and known.kind in _SAID_VARIOUSLY


def _families(forms: Iterable[str]) -> list[set[str]]:
    """The forms by what counts as one rendering."""
    families: list[set[str]] = []
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        kin = [f for f in families if any(_one_name(form, other) for other in f)]
        families = [f for f in families if f not in kin]
        families.append({form}.union(*kin))
    return families


def _one_name(form: str, longer: str) -> bool:
    """Whether one is short for the other, or another spelling of it."""
    loose = fold_loosely(form).text
    letters = iter(fold_loosely(longer).text)
    return all(c in letters for c in loose)


def _findings(places: Sequence[_Place], families: Sequence[set[str]]) -> Iterator[Finding]:
    known = places[0].concept
    counts = Counter(p.form for p in places)
    written = {fold_japanese(text).text: text for text in reversed(known.accepted)}
    preferred = fold_japanese(known.preferred).text
    main = max(families, key=lambda f: (sum(counts[form] for form in f), preferred in f))
    kept = max(main, key=lambda form: (counts[form], form == preferred))
    wanted = written.get(kept, known.preferred)
    times = sum(counts[form] for form in main)
    for place in places:
        if place.form in main:
            continue
        standing = place.span.of(place.annotated.unit.target)
        yield Finding(
            unit=place.annotated.unit.id,
            check=NAME,
            severity=Severity.MINOR,
            message=_message(standing, wanted, times),
            source=place.mention,
            target=place.span,
            suggestions=(wanted,),
            concept=known.id,
            fix=Fix(place.span, standing, wanted),
            why=source_of(known),
        )


def _message(standing: str, wanted: str, times: int) -> str:
    if times == 1:
        return told("{} here, but {} in one other place", standing, wanted)
    return told("{} here, but {} in {} other places", standing, wanted, times)


_CHAIN = (concept("supply chain", "サプライチェーン", "供給網"),)
_BANK = (concept("Bank of Japan", "日本銀行", "日銀", kind=EntityKind.ORGANISATION),)

CHECK = Check(
    name=NAME,
    severity=Severity.MINOR,
    summary="One concept has several renderings in a document.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "Supply chains broke. A supply chain needs care. Every supply chain is long.",
            "サプライチェーンが途切れた。供給網には手入れが要る。サプライチェーンはどれも長い。",
            _CHAIN,
        ),
    ),
    passed=(
        Example(
            "Supply chains broke. A supply chain needs care.",
            "供給網が途切れた。供給網には手入れが要る。",
            _CHAIN,
        ),
        Example(
            "The Bank of Japan met. The Bank of Japan did not act.",
            "日本銀行は会合を開いた。日銀は動かなかった。",
            _BANK,
        ),
    ),
    across=across,
    beyond=True,
    by_terms=True,
)
