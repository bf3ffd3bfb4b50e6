"""Sentences of a linked pair that the other language does not say.

Nobody is told that a sentence is missing on the word of the aligner alone. Three things must agree:
the alignment of sentences leaves it out; nothing that only this sentence says (figures by value,
names, words) stands anywhere on the other side; and the other side is too short for all, but
about right without it.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.alignment.evidence import gather
from corpus.alignment.length import SMOOTHING, english_size, japanese_size, precision
from corpus.alignment.sentences import sentence_links
from corpus.alignment.words import renderings
from corpus.language import english, japanese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.alignment.evidence import Token
    from corpus.bitext import Span

_SMALLEST = 25
"""Size, in English letters, below which a sentence may be cut wrongly or said in passing."""
_ENOUGH = 2
"""Words that must be missing."""
_OUTWEIGHED = 3
"""Missing words for each that is found, since a word may be found by chance."""
_TRUSTED = 0.4
"""The mean score that the links of the other sentences must have."""
_TELLING = frozenset(("figure", "small", "word", "name"))
_RELATED = 4
"""Telling signs of the other sentences for each that must be found."""
_FULL = 30.0
"""The greatest precision given to a length: good translators differ by as much."""


def omitted(source: str, target: str, names: Sequence[tuple[str, str]] = ()) -> tuple[Span, ...]:
    """The sentences of an English paragraph that its Japanese surely leaves out."""
    texts = [s.of(source) for s in english.sentences(source)]
    sizes = [english_size(text) for text in texts]
    if not _some_too_many(sizes, japanese_size(target)):
        return ()
    evidence = gather(texts, [s.of(target) for s in japanese.sentences(target)], names)
    said = frozenset().union(*evidence.target)
    found = [
        span
        for k, span in enumerate(english.sentences(source))
        if _too_many(sizes[k], sum(sizes), japanese_size(target))
        and _unsaid(_own(evidence.source, k), said)
        and _related([_others(evidence.source, k)], said)
    ]
    # Last, since it costs most by far.
    alone = _alone(source, target, names)[0] if found else ()
    return tuple(span for span in found if span in alone)


def added(source: str, target: str, names: Sequence[tuple[str, str]] = ()) -> tuple[Span, ...]:
    """The sentences of a Japanese paragraph that its English surely does not say."""
    texts = [s.of(target) for s in japanese.sentences(target)]
    sizes = [japanese_size(text) for text in texts]
    if not _some_too_many(sizes, english_size(source)):
        return ()
    evidence = gather([s.of(source) for s in english.sentences(source)], texts, names)
    said = frozenset().union(*evidence.source)
    found = [
        span
        for k, span in enumerate(japanese.sentences(target))
        if _too_many(sizes[k], sum(sizes), english_size(source))
        and not (own := _own(evidence.target, k)) & said
        and _foreign(texts[k], own, evidence.source) >= _ENOUGH
        and _related(evidence.source, _others(evidence.target, k))
    ]
    alone = _alone(source, target, names)[1] if found else ()
    return tuple(span for span in found if span in alone)


def unsaid(
    source: str,
    near: Sequence[tuple[str, str]],
    names: Sequence[tuple[str, str]] = (),
) -> bool:
    """Whether an English paragraph surely stands in none of the units near it.

    `near` are their texts, English and Japanese, either of which may be empty. Only Japanese
    without English, or long enough to say more than its own, can hold the paragraph.
    """
    size = english_size(source)
    if size < _SMALLEST:
        return False
    able = [pair for pair in near if _can_hold(size, english_size(pair[0]), japanese_size(pair[1]))]
    evidence = gather([source, *(pair[0] for pair in able)], [pair[1] for pair in able], names)
    return _unsaid(_own(evidence.source, 0), frozenset().union(*evidence.target))


def unheard(
    target: str,
    near: Sequence[tuple[str, str]],
    names: Sequence[tuple[str, str]] = (),
) -> bool:
    """Whether a Japanese paragraph surely says nothing that the units near it say in English.

    `near` are their texts, English and Japanese, either of which may be empty. Only English
    without Japanese, or long enough for more than its own, can have called for the paragraph.
    """
    size = japanese_size(target)
    if size < _SMALLEST:
        return False
    able = [pair for pair in near if _can_hold(size, japanese_size(pair[1]), english_size(pair[0]))]
    evidence = gather([pair[0] for pair in able], [target, *(pair[1] for pair in able)], names)
    own = _own(evidence.target, 0)
    said = frozenset().union(*evidence.source)
    return not own & said and _foreign(target, own, evidence.source) >= _ENOUGH


def _can_hold(size: float, own: float, other: float) -> bool:
    """Whether a text of size `other` may answer `size` more than what it is linked with."""
    if not own or not other:
        return bool(other)
    return _misfit(own, other) > _misfit(own + size, other)


def _alone(
    source: str, target: str, names: Sequence[tuple[str, str]]
) -> tuple[set[Span], set[Span]]:
    """The sentences left out on either side, where the others are linked well."""
    links = sentence_links(source, target, names)
    linked = [link.score for link in links if link.source and link.target]
    if not linked or sum(linked) / len(linked) < _TRUSTED:
        return set(), set()
    return (
        {span for link in links if not link.target for span in link.source},
        {span for link in links if not link.source for span in link.target},
    )


def _some_too_many(sizes: Sequence[float], other: float) -> bool:
    total = sum(sizes)
    return len(sizes) > 1 and any(_too_many(size, total, other) for size in sizes)


def _too_many(size: float, total: float, other: float) -> bool:
    """Whether the lengths fit better without a sentence of this size."""
    return size >= _SMALLEST and _misfit(total, other) > _misfit(total - size, other)


def _misfit(size: float, other: float) -> float:
    """How unlikely a pair of these sizes is."""
    off = math.log(size + SMOOTHING) - math.log(other + SMOOTHING)
    return off * off * min(_FULL, precision(min(size, other)))


def _own(sides: Sequence[frozenset[Token]], k: int) -> frozenset[Token]:
    """What no other sentence says."""
    return frozenset(t for t in sides[k] - _others(sides, k) if t.kind != "mark")


def _others(sides: Sequence[frozenset[Token]], k: int) -> frozenset[Token]:
    return frozenset().union(*(tokens for n, tokens in enumerate(sides) if n != k))


def _unsaid(own: frozenset[Token], said: frozenset[Token]) -> bool:
    """Whether enough tokens are missing, and none found but words that chance may explain."""
    found = [token.kind for token in own & said]
    if any(kind != "word" for kind in found):
        return False
    missing = sum(
        2 if token.kind == "figure" else token.kind in ("small", "word") for token in own - said
    )
    return missing >= _ENOUGH and missing >= _OUTWEIGHED * len(found)


def _related(others: Sequence[frozenset[Token]], said: frozenset[Token]) -> bool:
    """Whether the Japanese says enough of the other sentences to be their translation at all."""
    tokens = {token for each in others for token in each if token.kind in _TELLING}
    return len(tokens) <= _RELATED * len(tokens & said)


def _foreign(text: str, own: frozenset[Token], source: Sequence[frozenset[Token]]) -> int:
    """How much of a Japanese sentence the English cannot have said."""
    words = {token.text for tokens in source for token in tokens if token.kind == "word"}
    forms = {form for form in _words_of_forms() if form in text}
    strange = {form for form in forms if not _words_of_forms()[form] & words}
    strange = {form for form in strange if not any(form in f for f in forms if f != form)}
    return len(strange) + sum(2 * (token.kind in ("figure", "latin")) for token in own)


@lru_cache(maxsize=1)
def _words_of_forms() -> dict[str, frozenset[str]]:
    """The English words that each Japanese form of two characters or more may stand for."""
    found: dict[str, set[str]] = {}
    for word, forms in renderings().items():
        for form in forms:
            if len(form) > 1:
                found.setdefault(form, set()).add(word)
    return {form: frozenset(words) for form, words in found.items()}
