"""New terms out of aligned text."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from glossary.extraction.acronyms import anchored, without_asides
from glossary.extraction.evidence import links, words
from glossary.extraction.learning import Leftovers, associated, merged
from glossary.extraction.phrases import chosen, phrases
from glossary.extraction.ranking import KEPT, is_name, look, worth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from corpus.bitext import TranslationUnit
    from glossary.extraction.learning import Learnt
    from glossary.extraction.phrases import Phrase

MOST_PLACES = 20
_PART = 0.5
_STEP = 500
"""Units after which it is told how far the work has come."""
_LEARNT_FROM = 20_000
"""Of more units so many or fewer, evenly spread, are enough to learn words from."""


_OFTEN = 1.15
"""What being seen again and again adds at the most."""
_Key = tuple[str | None, str, str]
"""Document, English in lower case, Japanese."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair of terms that the text suggests."""

    document: str | None
    source: str
    target: str
    count: int
    score: float
    places: tuple[str, ...] = ()
    """The first units, by id."""
    rivals: tuple[str, ...] = ()
    """Other Japanese that the same English was given, the likeliest first."""
    acronym: str = ""
    """What both texts put in brackets behind it."""


@dataclass(slots=True)
class _Pair:
    spellings: Counter[str] = field(default_factory=Counter)
    count: int = 0
    score: float = 0.0
    places: list[str] = field(default_factory=list)
    acronym: str = ""
    name: bool = False
    """All of it is read off the Japanese: it is a name by itself."""


def extract(
    units: Iterable[TranslationUnit],
    *,
    per_document: bool = False,
    tell: Callable[[int, int], None] = lambda _part, _whole: None,
) -> tuple[Candidate, ...]:
    """The terms that the units suggest, best first; with `per_document` those of each apart.

    `tell` is called now and then with the units done and their number.
    """
    read = [unit for unit in units if not unit.one_sided]
    learnt = _learnt(read[:: len(read) // _LEARNT_FROM + 1])
    pairs: dict[_Key, _Pair] = defaultdict(_Pair)
    for number, unit in enumerate(read, 1):
        if number % _STEP == 0 or number == len(read):
            tell(number, len(read))
        document = unit.document if per_document else None
        for phrase, value in _seen(unit, learnt):
            if value * _OFTEN >= KEPT:
                source = without_asides(phrase.source.of(unit.source))
                target = without_asides(phrase.target.of(unit.target))
                key = document, source.casefold(), target
                _add(pairs[key], unit, source, phrase, value)
    return _ranked(pairs)


def _seen(unit: TranslationUnit, learnt: Learnt) -> Iterator[tuple[Phrase, float]]:
    """The phrases of a unit that may be terms, with what they are worth."""
    english = words(unit.source)
    every = links(english, unit.target, learnt)
    found = chosen(every)
    taken = set()
    for phrase in (
        *anchored(unit.source, unit.target, english, every),
        *phrases(english, unit.target, unit.source, found),
    ):
        place = phrase.source, phrase.target
        if len(phrase.target) > 1 and place not in taken:
            taken.add(place)
            yield phrase, worth(phrase, look(phrase, unit.source, unit.target, english))


def _add(pair: _Pair, unit: TranslationUnit, source: str, phrase: Phrase, value: float) -> None:
    pair.spellings[source] += 1
    pair.count += 1
    pair.score = max(pair.score, value)
    pair.name = pair.name or is_name(phrase)
    pair.acronym = pair.acronym or phrase.acronym
    if len(pair.places) < MOST_PLACES:
        pair.places.append(unit.id)


def _learnt(read: Sequence[TranslationUnit]) -> Learnt:
    """What the words stand for in these units, where the lists and the sounds do not say."""
    leftovers = Leftovers()
    bags = []
    for unit in read:
        english = words(unit.source)
        found = chosen(links(english, unit.target, {}))
        leftovers.add(english, unit.target, found)
        linked = {link.word for link in found}
        rest = list(unit.target)
        for link in found:
            rest[link.target.start : link.target.end] = "。" * len(link.target)
        bag = {w.text.lower() for n, w in enumerate(english) if n not in linked}
        bags.append((bag, "".join(rest)))
    return merged(associated(bags), leftovers.learnt())


def _ranked(pairs: dict[_Key, _Pair]) -> tuple[Candidate, ...]:
    rivals: dict[tuple[str | None, str], list[tuple[float, str]]] = defaultdict(list)
    _discount(pairs)
    good = {key: pair for key, pair in pairs.items() if _score(pair) >= KEPT}
    for (document, source, target), pair in good.items():
        rivals[document, source].append((_score(pair), target))
    made = [
        Candidate(
            document,
            pair.spellings.most_common(1)[0][0],
            target,
            pair.count,
            round(_score(pair), 3),
            tuple(pair.places),
            tuple(t for _, t in sorted(rivals[document, source], reverse=True) if t != target),
            pair.acronym,
        )
        for (document, source, target), pair in good.items()
    ]
    return tuple(sorted(made, key=lambda c: (-c.score, -c.count)))


def _discount(pairs: dict[_Key, _Pair]) -> None:
    """A pair that never stands without a longer one around it is only a part of that."""
    inside: Counter[_Key] = Counter()
    by_source: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for document, source, target in pairs:
        by_source[document, source].append(target)
    for (document, source, target), pair in pairs.items():
        if pair.score < KEPT:
            continue
        for part in _parts(source):
            for other in by_source.get((document, part), ()):
                if other in target and other != target:
                    key = (document, part, other)
                    inside[key] = max(inside[key], pair.count)
    for key, count in inside.items():
        if count >= pairs[key].count and not pairs[key].name:
            pairs[key].score *= _PART


def _parts(source: str) -> set[str]:
    found = source.split(" ")
    return {
        " ".join(found[i:j])
        for i in range(len(found))
        for j in range(i + 1, len(found) + 1)
        if j - i < len(found)
    }


def _score(pair: _Pair) -> float:
    """What is seen again is likelier a term."""
    return min(1.0, pair.score * (_OFTEN - (_OFTEN - 1) * 0.5 ** (pair.count - 1)))
