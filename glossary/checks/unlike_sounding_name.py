"""A katakana name that sounds like another one.

What it does: it looks at names that no glossary has. Where no katakana of the paragraph can be such
a name, and one that is known as another name begins like it, or stands where the other half of the
name stands, and can be no word of the English at all, that one is reported.
Why it is bad: a person, firm or place gets the name of another, often of one that is better known.
Example: ブルックリン for "Brookfield".
Use instead: the name as it is said, or as its owner writes it in Japanese.
There is no fix: how a name is said cannot be told from its letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.sounds import key_of_katakana
from corpus.patterns import regex
from corpus.told import told
from glossary.checks.check import Check, Example
from glossary.checks.examples import concept
from glossary.concept import EntityKind
from glossary.english_words import COMMON_WORDS, OPENING_WORDS
from glossary.finding import Finding, Severity
from glossary.sounding import OTHER, apart, keys, may_be

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.rendering import AnnotatedUnit

NAME = "unlike-sounding-name"

_WORD = regex(r"[A-Za-zÀ-ɏ]+")
_NAME = regex(r"(?:^|(?<=[a-z,;.!?(\"“] ))[A-ZÀ-Þ][a-zß-ɏ]{3,}(?!\w)")
_RUN = regex("[ァ-ヺー]{3,}")
_BEFORE = regex(r"([A-ZÀ-Þ][a-zß-ɏ]+) $")
_AFTER = regex(r" ([A-ZÀ-Þ][a-zß-ɏ]+)")
_RUN_BEFORE = regex("([ァ-ヺー]{2,})[・=＝･]$")
_RUN_AFTER = regex("[・=＝･]([ァ-ヺー]{2,})")
_HEAD = 2
_NO_NAMES = COMMON_WORDS | OPENING_WORDS
_PEOPLES = ("ean", "ese", "ian", "ish")
_FEWEST = 3
"""Consonants that a name needs to be told from others."""


def find(annotated: AnnotatedUnit) -> Iterator[Finding]:
    """Katakana that does not sound like the name it stands for."""
    unit = annotated.unit
    if unit.one_sided:
        return
    names = _unknown_names(annotated)
    runs = [Span(*m.span()) for m in _RUN.finditer(unit.target)] if names else []
    free = [r for r in runs if any(r.contains(span) for span in _others(annotated))]
    if not free:
        return
    words = _WORD.findall(unit.source)
    for name in names:
        word = name.of(unit.source)
        if word in unit.target or any(may_be(word, run.of(unit.target)) for run in runs):
            continue
        for run in free:
            said = run.of(unit.target)
            if _instead(unit.source, name, unit.target, run) and not _explained(said, words):
                yield _finding(annotated, name, run)
                break


def _others(annotated: AnnotatedUnit) -> list[Span]:
    """Where the Japanese has a known name that the English does not mention."""
    mentioned = {c.id for m in annotated.mentions for c in m.concepts}
    return [n.span for n in annotated.names if not mentioned & {c.id for c in n.concepts}]


def _unknown_names(annotated: AnnotatedUnit) -> list[Span]:
    """Capitalised words inside a sentence that no glossary has, each once."""
    source = annotated.unit.source
    found: dict[str, Span] = {}
    for match in _NAME.finditer(source):
        word, span = match[0], Span(*match.span())
        known = any(span.overlaps(m.span) for m in annotated.mentions)
        plain = word.casefold()
        if not (known or plain in _NO_NAMES or plain.endswith(_PEOPLES)):
            found.setdefault(word, span)
    return [s for w, s in found.items() if max(map(len, keys(w))) >= _FEWEST]


def _instead(source: str, name: Span, target: str, run: Span) -> bool:
    """Whether the katakana stands for the name, and is another one."""
    word, said = name.of(source), run.of(target)
    if apart(word, said) < OTHER:
        return False
    return _begins_alike(word, said) or _other_half_agrees(source, name, target, run)


def _begins_alike(word: str, said: str) -> bool:
    key = key_of_katakana(said)
    return len(key) > 1 and any(reading.startswith(key[:_HEAD]) for reading in keys(word))


def _other_half_agrees(source: str, name: Span, target: str, run: Span) -> bool:
    """Whether the name beside this one is the katakana beside that one, both being of two parts."""
    before, after = _BEFORE.search(source[: name.start]), _AFTER.match(source, name.end)
    if before and after:
        return False
    first, second = _RUN_BEFORE.search(target[: run.start]), _RUN_AFTER.match(target, run.end)
    return bool(
        (before and first and may_be(before[1], first[1]))
        or (after and second and may_be(after[1], second[1]))
    )


def _explained(said: str, words: Sequence[str]) -> bool:
    """Whether the katakana may be any word of the English."""
    return any(may_be(word, said) for word in words)


def _finding(annotated: AnnotatedUnit, name: Span, run: Span) -> Finding:
    unit = annotated.unit
    said, word = run.of(unit.target), name.of(unit.source)
    whose = next(
        (n.concepts[0].source[0].text for n in annotated.names if run.contains(n.span)),
        told("another"),
    )
    return Finding(
        unit=unit.id,
        check=NAME,
        severity=Severity.MAJOR,
        message=told('{} is {}, and nothing here sounds like "{}"', said, whose, word),
        source=name,
        target=run,
        why=told("the consonants of both, by rule"),
    )


_PLACES = (
    concept("Brooklyn", "ブルックリン", kind=EntityKind.PLACE),
    concept("Tokyo", "東京", kind=EntityKind.PLACE),
)

CHECK = Check(
    name=NAME,
    severity=Severity.MAJOR,
    summary="A katakana name sounds unlike the English one.",
    explanation=__doc__,
    find=find,
    flagged=(
        Example(
            "The plant was sold to Brookfield, which leases trains in Tokyo.",
            "工場は、東京で列車を貸し出すブルックリンに売却された。",
            _PLACES,
        ),
    ),
    passed=(
        Example("The plant was sold to Brookfield.", "工場はブルックフィールドに売却された。"),
        Example("The plant was sold to Brookfield.", "工場は同社に売却された。"),
    ),
)
