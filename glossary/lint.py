"""What in a glossary deserves a second look. None of it need be wrong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.effect import effects
from glossary.english_words import COMMON_WORDS
from glossary.folding import fold_english, fold_japanese

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.concept import Concept

_SHORT_JAPANESE = 2
_SHORT_ENGLISH = 3


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at."""

    concept: Concept
    kind: str
    """A word for sorting: `conflict`, `duplicate`, `borrowed`, `chain`, `short`, `common`; of
    texts `unused`, `contradicted`."""
    message: str


def doubts(concepts: Sequence[Concept]) -> tuple[Doubt, ...]:
    """All doubts about these concepts, in their order."""
    named, wrong = _by_preferred(concepts), _by_wrong(concepts)
    found = [*_shared(concepts)]
    for concept in concepts:
        found += [*_borrowed(concept, named), *_chained(concept, wrong), *_short(concept)]
    order = {id(concept): number for number, concept in enumerate(concepts)}
    return tuple(sorted(found, key=lambda d: (order[id(d.concept)], d.kind, d.message)))


def doubts_in_texts(
    concepts: Sequence[Concept], units: Iterable[TranslationUnit]
) -> tuple[Doubt, ...]:
    """Concepts that confirmed texts never name, or mostly render otherwise."""
    found = []
    for effect in effects(concepts, units):
        english = effect.concept.source[0].text
        if not effect.named:
            found.append(Doubt(effect.concept, "unused", f"{english} stands in none of the texts"))
        elif len(effect.flagged) > len(effect.right):
            message = f"{english} = {effect.concept.preferred}: {effect}"
            found.append(Doubt(effect.concept, "contradicted", message))
    return tuple(found)


def _shared(concepts: Iterable[Concept]) -> Iterator[Doubt]:
    """One English name of several concepts."""
    owners: dict[str, dict[str, Concept]] = defaultdict(dict)
    for concept in concepts:
        for term in concept.source:
            owners[fold_english(term.text).text].setdefault(concept.id, concept)
    for found in owners.values():
        first, *others = found.values()
        for other in others:
            same = set(first.accepted) & set(other.accepted)
            kind = "duplicate" if same else "conflict"
            said = f"also {min(same)}" if same else f"also {first.preferred}"
            yield Doubt(other, kind, f"{other.source[0].text} is {other.preferred}, but {said}")


def _by_preferred(concepts: Iterable[Concept]) -> dict[str, list[Concept]]:
    named: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        named[fold_japanese(concept.preferred).text].append(concept)
    return named


def _by_wrong(concepts: Iterable[Concept]) -> dict[str, list[Concept]]:
    wrong: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        for text in concept.deprecated:
            wrong[fold_japanese(text).text].append(concept)
    return wrong


def _borrowed(concept: Concept, named: dict[str, list[Concept]]) -> Iterator[Doubt]:
    """Accepted renderings that are first of all the name of another of the same kind."""
    for text in concept.accepted[1:]:
        for other in named.get(fold_japanese(text).text, ()):
            if other.id != concept.id and other.kind is concept.kind:
                message = f"{text} is accepted for {concept.source[0].text}, and is first of all "
                yield Doubt(concept, "borrowed", message + other.source[0].text)


def _chained(concept: Concept, wrong: dict[str, list[Concept]]) -> Iterator[Doubt]:
    """Accepted renderings that are wrong for the same English elsewhere."""
    english = {fold_english(term.text).text for term in concept.source}
    for text in concept.accepted:
        for other in wrong.get(fold_japanese(text).text, ()):
            if english & {fold_english(term.text).text for term in other.source}:
                message = f"{text} is both right and wrong for {concept.source[0].text}"
                yield Doubt(concept, "chain", message)


def _short(concept: Concept) -> Iterator[Doubt]:
    """Terms that may be found where they are not meant."""
    for text in concept.accepted:
        if len(text) < _SHORT_JAPANESE:
            yield Doubt(concept, "short", f"{text} will be found inside other words")
    for term in concept.source:
        word = term.text.strip()
        if term.case_sensitive or " " in word:
            continue
        if len(word) <= _SHORT_ENGLISH and not word.isupper():
            yield Doubt(concept, "short", f"{word} may be any word: set case_sensitive")
        elif word.islower() is False and word.casefold() in COMMON_WORDS:
            yield Doubt(concept, "common", f"{word} is an ordinary word: set case_sensitive")
