"""What in a glossary deserves a second look. None of it need be wrong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.language.japanese import is_japanese
from corpus.patterns import regex
from corpus.told import told
from glossary.concept import EntityKind
from glossary.effect import effects
from glossary.english_words import COMMON_WORDS
from glossary.folding import english_text, fold_japanese
from glossary.forms import english_forms
from glossary.sync import faults_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.concept import Concept

_SHORT_JAPANESE = 2
_SHORT_ENGLISH = 3
_WORD = regex("[a-z]{3}")


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at."""

    concept: Concept
    kind: str
    """A word for sorting: `conflict`, `duplicate`, `twin`, `inside`, `borrowed`, `chain`,
    `swapped`, `short`, `common`, `deepl`; of texts `unused`, `contradicted`."""
    message: str


def doubts(concepts: Sequence[Concept]) -> tuple[Doubt, ...]:
    """All doubts about these concepts, in their order."""
    named, wrong = _by_preferred(concepts), _by_wrong(concepts)
    found = [*_shared(concepts), *_twins(concepts), *_inside(concepts)]
    for concept in concepts:
        found += [*_borrowed(concept, named), *_chained(concept, wrong), *_swapped(concept)]
        found += [*_short(concept), *_refused(concept)]
    order = {id(concept): number for number, concept in enumerate(concepts)}
    return tuple(sorted(found, key=lambda d: (order[id(d.concept)], d.kind, d.message)))


def doubts_in_texts(
    concepts: Sequence[Concept], units: Iterable[TranslationUnit], *, all_named: bool = True
) -> tuple[Doubt, ...]:
    """Concepts that confirmed texts mostly render otherwise or, where they should name all, never
    name."""
    found = []
    for effect in effects(concepts, units):
        english = effect.concept.source[0].text
        if all_named and not effect.named:
            found.append(Doubt(effect.concept, "unused", f"{english} stands in none of the texts"))
        elif len(effect.flagged) > len(effect.right):
            message = f"{english} = {effect.concept.preferred}: {effect}"
            found.append(Doubt(effect.concept, "contradicted", message))
    return tuple(found)


def _shared(concepts: Iterable[Concept]) -> Iterator[Doubt]:
    """One English name of several concepts that no context tells apart."""
    owners: dict[str, dict[str, Concept]] = defaultdict(dict)
    for concept in concepts:
        for term in concept.source:
            owners[english_text(term.text)].setdefault(concept.id, concept)
    for found in owners.values():
        first, *others = found.values()
        for other in others:
            if not _comparable(first, other):
                continue
            same = set(first.accepted) & set(other.accepted)
            kind = "duplicate" if same else "conflict"
            also = min(same) if same else first.preferred
            said = told("{} is {}, but also {}", other.source[0].text, other.preferred, also)
            yield Doubt(other, kind, said)


def _comparable(one: Concept, other: Concept) -> bool:
    """Whether both say what to write in the same texts."""
    return one.context == other.context and bool(one.accepted and other.accepted)


def _twins(concepts: Iterable[Concept]) -> Iterator[Doubt]:
    """Terms that are found as another one, in the plural: "port cranes" beside "port crane"."""
    owners: dict[str, Concept] = {}
    for concept in concepts:
        for term in concept.source:
            owners.setdefault(_folded(term.text), concept)
    for concept in concepts:
        for term in concept.source:
            for form in english_forms(term, concept.kind)[1:]:
                other = None if form.shortened else owners.get(form.text)
                if other and other.id != concept.id and _comparable(other, concept):
                    message = f"{other.source[0].text} is found as {term.text} already"
                    if not set(concept.accepted) & set(other.accepted):
                        message += f", which is {concept.preferred} and not {other.preferred}"
                    yield Doubt(other, "twin", message)


def _inside(concepts: Sequence[Concept]) -> Iterator[Doubt]:
    """Terms whose Japanese does not stand in that of a longer term which contains them."""
    nouns = {EntityKind.TERM, EntityKind.PRODUCT}
    parts = {
        form.text: (term.text, concept)
        for concept in reversed(concepts)
        if concept.kind in nouns and concept.accepted and not concept.context
        for term in concept.source
        if not term.case_sensitive
        for form in english_forms(term, concept.kind)
    }
    for concept in concepts:
        words = _folded(concept.source[0].text).split()
        for text, part in filter(None, map(parts.get, _stretches(words))):
            if part.id != concept.id and concept.accepted and not _holds(concept, part):
                whole = f"{concept.source[0].text} is {concept.preferred}"
                yield Doubt(concept, "inside", f"{whole}, and {text} in it is {part.preferred}")


def _stretches(words: Sequence[str]) -> Iterator[str]:
    """All that can be cut out of these words, but for all of them."""
    count = len(words)
    for start in range(count):
        for end in range(start + 1, count + 1):
            if end - start < count:
                yield " ".join(words[start:end])


def _holds(whole: Concept, part: Concept) -> bool:
    short = [fold_japanese(text).text for text in part.accepted]
    return any(s in fold_japanese(text).text for text in whole.accepted for s in short)


def _folded(english: str) -> str:
    return english_text(english).strip(" ,")


def _swapped(concept: Concept) -> Iterator[Doubt]:
    """Terms that stand in the column of the other language."""
    for term in concept.source:
        if is_japanese(term.text):
            yield Doubt(concept, "swapped", f"{term.text} is no English")
    english = {term.text for term in concept.source}
    for text in concept.accepted:
        common = concept.kind is EntityKind.TERM and text.islower() and _WORD.search(text)
        if common and text not in english:
            yield Doubt(concept, "swapped", f"{text} is no Japanese")


def _refused(concept: Concept) -> Iterator[Doubt]:
    """What DeepL does not take into a glossary."""
    for text in (*(term.text for term in concept.source), *concept.accepted[:1]):
        for fault in faults_of(text):
            yield Doubt(concept, "deepl", f"DeepL would refuse {text[:60]!r}: it {fault}")


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
                names = (concept.source[0].text, other.source[0].text)
                message = told("{} is accepted for {}, and is first of all {}", text, *names)
                yield Doubt(concept, "borrowed", message)


def _chained(concept: Concept, wrong: dict[str, list[Concept]]) -> Iterator[Doubt]:
    """Accepted renderings that are wrong for the same English elsewhere."""
    english = {english_text(term.text) for term in concept.source}
    for text in concept.accepted:
        for other in wrong.get(fold_japanese(text).text, ()):
            if english & {english_text(term.text) for term in other.source}:
                message = told("{} is both right and wrong for {}", text, concept.source[0].text)
                yield Doubt(concept, "chain", message)


def _short(concept: Concept) -> Iterator[Doubt]:
    """Terms that may be found where they are not meant."""
    for text in concept.accepted:
        if len(text) < _SHORT_JAPANESE:
            yield Doubt(concept, "short", f"{text} will be found inside other words")
    for term in concept.source:
        word = term.text.strip()
        if term.case_sensitive or " " in word or is_japanese(word):
            continue
        if len(word) <= _SHORT_ENGLISH and not word.isupper():
            yield Doubt(concept, "short", f"{word} may be any word: set case_sensitive")
        elif word.islower() is False and word.casefold() in COMMON_WORDS:
            yield Doubt(concept, "common", f"{word} is an ordinary word: set case_sensitive")
