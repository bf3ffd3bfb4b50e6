"""How likely a pair of phrases is a pair of terms, by how it was found and how it is cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.extraction.evidence import COUNTRIES, SMALL_WORDS, By
from glossary.extraction.phrases import content
from glossary.fuzzy import script

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.extraction.evidence import Word
    from glossary.extraction.phrases import Phrase

ANCHORED = 0.97
"""What an acronym on both sides is worth."""
KEPT = 0.3
"""What is worth less is not proposed."""
_COUNTRIES = {*COUNTRIES, "united", "states", "kingdom"}
_RUNS_ON = (" ", "' ", "’ ")
"""Between words of one name: Parliamentarians' Network."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen of a phrase in its place."""

    capitals: bool
    """All its words have one, none of them only for beginning a sentence."""
    some_capitals: bool
    words: int
    cut_left: bool
    """The Japanese goes on to the left in the same script."""
    cut_right: bool
    more: bool
    """The English goes on with a capital that nothing answers to."""
    by: frozenset[By]
    countries: bool
    """It is nothing but countries: "Japan and the United States" is no name of anything."""


def look(phrase: Phrase, source: str, target: str, english: Sequence[Word]) -> Look:
    """The phrase in its unit."""
    numbers = [n for n, w in enumerate(english) if phrase.source.contains(w.span)]
    first, last = numbers[0], numbers[-1]
    answered = {link.word for link in phrase.links}
    after = english[last + 1] if last + 1 < len(english) else None
    gap = source[english[last].span.end : after.span.start] if after else ""
    before = english[first - 1] if first else None
    gap_before = source[before.span.end : english[first].span.start] if before else ""
    linked = [english[n] for n in numbers if n in answered]
    return Look(
        capitals=all(w.capital and not w.sentence_start for w in linked),
        some_capitals=any(w.capital for w in linked),
        words=len(linked),
        cut_left=_goes_on(target, phrase.target.start - 1, phrase.target.start),
        cut_right=_goes_on(target, phrase.target.end, phrase.target.end - 1),
        more=bool(after and after.capital and gap == " ")
        or bool(before and _begins_name(before) and gap_before in _RUNS_ON),
        by=frozenset(link.by for link in phrase.links),
        countries=len(linked) > 1 and all(w.text.lower() in _COUNTRIES for w in linked),
    )


def _begins_name(word: Word) -> bool:
    plain = word.text.lower()
    return word.capital and plain not in SMALL_WORDS and not plain.endswith("ing")


def _goes_on(text: str, outside: int, inside: int) -> bool:
    step = outside - inside
    if 0 <= outside < len(text) and text[outside] in "・＝":
        outside += step
    return (
        0 <= outside < len(text)
        and content(text[outside])
        and script(text[outside]) == script(text[inside])
    )


def worth(phrase: Phrase, seen: Look) -> float:
    """0 to 1."""
    if phrase.acronym:
        return ANCHORED
    value = sum(link.score for link in phrase.links) / len(phrase.links)
    if not seen.capitals:
        value *= 0.75 if seen.some_capitals else 0.4
    by_name = seen.by <= {By.READING}
    if seen.words == 1 and not by_name:
        value *= 0.6
    if seen.words == 2 and seen.capitals:
        value *= 1.2
    if seen.words > 2:
        value *= 0.9 if seen.capitals else 0.4
    if seen.countries:
        value *= 0.3
    if seen.cut_left:
        value *= 0.6
    if seen.cut_right:
        value *= 0.95 if by_name and seen.words == 1 else 0.7
    if seen.more:
        value *= 0.85 if by_name and seen.words == 1 else 0.4
    return min(0.95, value)


def is_name(phrase: Phrase) -> bool:
    """Whether all of it is read off the Japanese, as names of people and places are."""
    return all(link.by is By.READING for link in phrase.links) and not phrase.acronym
