"""What stands twice in one Japanese text although nothing calls for it.

Machines begin a sentence, finish it too early and begin again: …を想起した。…を想起し、…. Parallel
sentences, lists and names that return are Japanese as it should be, so only this counts: a
sentence that a near one says again with nothing of its own; a long clause that begins twice with
the same words, particles and all; a line that stands twice running; and the beginning of a line
that is begun again at once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.language.japanese import sentences
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from difflib import Match

_SHORTEST = 12
"""Characters that a sentence must share with the other."""
_SHORTEST_CLAUSE = 16
_SHORTEST_AT_ONCE = 10
_SHORTEST_BEGINNING = 8
_SHORTEST_LINE = 2
_SEED = 6
"""Characters that must be equal before two sentences are compared at all."""
_WIDEST_GAP = 8
_ALIKE = 0.9
_LONGEST = 1000
"""Characters above which texts are compared for equality only, since the rest would take long."""
_LONGEST_PARAGRAPH = 20_000
_LONGEST_ENGLISH = 2000
_MANY_WORDS = 50
_APART = 3
"""How many sentences further on a repetition is looked for."""
_LOOSE = 0.25
"""The share of a sentence, particles and endings only, that may be said otherwise."""

_CONTENT = regex(
    "(?P<figure>[0-9０-９〇一二三四五六七八九十百千万億兆,.，．]+)|[\u3400-\u9fff々]+|[ァ-ヺー]+|[A-Za-zＡ-Ｚａ-ｚ]+"
)
_HIRAGANA = regex("[ぁ-ゖ]+")
_CLAUSE_START = regex(r"^|[、。\n]\s*")
_CLAUSES_APART = 12
_FIGURE_CUT = regex(r"\d[,.]?\d$")
_ENDED = regex("[。．！？!?][」』）)]*$")
_STEM = 6
_WORD = regex(r"[^\W_]+")
_NO_LETTER = regex(r"[\W_]+")
_LINE = regex(r"[^\n\r]+")
_TOPIC = regex("[^、。]{1,12}[はも]、?")
_BEGUN_AGAIN = regex(
    rf"(?m)^(?P<first>[^\s、。]{{{_SHORTEST_BEGINNING},60}})[^\s、。]{{0,4}}?(?P<second>(?P=first))"
    r"[^\s、。:：]{0,12}(?:[:：]|$)"
)
"""What follows shows that it is a heading."""
_FINISHED_TOO_EARLY = regex(
    r"(?:^|(?<=[。\n]))(?P<whole>(?:[^。、\n]{1,15}は、?)?"
    r"(?P<first>[^。、\n]{2,40}[をにがで][^。、\n]{1,20}?)(?:た|る|ました|ます|てい(?:る|ます))?。)\s*"
    r"(?P<second>(?P=first))(?:、|つつ|ながら|て、)"
)
"""…を想起した。…を想起し、…: a sentence that is begun again, to go on."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two places of one text that say the same."""

    first: Span
    second: Span
    extra: Span
    """The place that could go: a whole sentence or line where one is."""
    heading: bool = False
    """Whether it is a line, or the beginning of one, and no sentence or clause."""


@lru_cache(maxsize=64)  # several checks ask the same of one paragraph
def repeats(text: str) -> tuple[Repeat, ...]:
    """The repetitions in a Japanese paragraph, in the order of their second places.

    What is longer than 20,000 characters is no paragraph, and is not searched.
    """
    if len(text) > _LONGEST_PARAGRAPH:
        return ()
    found = [*_lines(text), *_beginnings(text), *_again_at_once(text)]
    found += [*_sentences(text), *_clauses(text)]
    kept: list[Repeat] = []
    for each in found:
        if not any(each.second.overlaps(other.second) for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.second))


@lru_cache(maxsize=1 << 14)  # a review of 2,000 paragraphs asks the same after every edit
def alike(first: str, second: str) -> bool:
    """Whether two texts say the same, up to particles, endings and punctuation."""
    if (bare := _NO_LETTER.sub("", first)) == _NO_LETTER.sub("", second):
        return bool(bare)
    if max(len(first), len(second)) > _LONGEST:
        return False
    if _ratio_at_most(first, second) < _ALIKE:
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return False
    blocks = [block for block in matcher.get_matching_blocks() if block.size > 1]
    one = _rest(first, [Span(b.a, b.a + b.size) for b in blocks])
    other = _rest(second, [Span(b.b, b.b + b.size) for b in blocks])
    return not _news(first, one, second) and not _news(second, other, first)


def _ratio_at_most(first: str, second: str) -> float:
    """A bound of `SequenceMatcher.ratio` that costs much less: letters in any order."""
    both = len(first) + len(second)
    lengths = 2.0 * min(len(first), len(second)) / both
    if lengths < _ALIKE:
        return lengths
    return 2.0 * (_letters(first) & _letters(second)).total() / both


@lru_cache(maxsize=1 << 10)
def _letters(text: str) -> Counter[str]:
    return Counter(text)


def _lines(text: str) -> Iterator[Repeat]:
    """Lines that are equal to the line before, punctuation aside."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text) if match.group().strip()]
    for first, second in pairwise(lines):
        bare = _NO_LETTER.sub("", first.of(text))
        if len(bare) >= _SHORTEST_LINE and bare == _NO_LETTER.sub("", second.of(text)):
            yield Repeat(first, second, second, heading=True)


def _beginnings(text: str) -> Iterator[Repeat]:
    """A heading begun again before it ends: 防衛協力の深化防衛協力:"""
    for match in _BEGUN_AGAIN.finditer(text):
        if any(not word["figure"] for word in _CONTENT.finditer(match["first"])):
            first, second = Span(*match.span("first")), Span(*match.span("second"))
            yield Repeat(first, second, second, heading=True)


def _again_at_once(text: str) -> Iterator[Repeat]:
    for match in _FINISHED_TOO_EARLY.finditer(text):
        first, second = Span(*match.span("first")), Span(*match.span("second"))
        yield Repeat(first, second, Span(*match.span("whole")))


def _sentences(text: str) -> Iterator[Repeat]:
    """A sentence that a near one says again; what could go is the shorter of the two."""
    spans = [s for s in sentences(text) if len(s) <= _LONGEST and _ENDED.search(s.of(text)[-8:])]
    for k, first in enumerate(spans):
        for second in spans[k + 1 : k + 1 + _APART]:
            if len(first) <= len(second):
                shared = _said_again(first.of(text), second.of(text))
            else:
                shared = _said_again(second.of(text), first.of(text))
                shared = shared and shared[::-1]
            if shared:
                whole = first if len(first) <= len(second) else second
                yield Repeat(shared[0].shifted(first.start), shared[1].shifted(second.start), whole)


def _clauses(text: str) -> Iterator[Repeat]:
    """Clauses that begin with the same words, among them two particles or endings at least.

    A clause that stands again whole and at once may be shorter.
    """
    starts = [match.end() for match in _CLAUSE_START.finditer(text)]
    for k, first in enumerate(starts):
        for second in starts[k + 1 : k + 1 + _CLAUSES_APART]:
            size = _common(text, first, second)
            shared = text[first : first + size]
            shortest = _SHORTEST_AT_ONCE if size == second - first else _SHORTEST_CLAUSE
            if size >= shortest and len(_HIRAGANA.findall(shared.rstrip("はも、"))) > 1:
                one, other = Span(first, first + size), Span(second, second + size)
                yield Repeat(one, other, other)


def _common(text: str, first: int, second: int) -> int:
    """How many characters are equal from the two places on, the first not reaching the second."""
    size = 0
    limit = min(second - first, len(text) - second)
    while size < limit and text[first + size] == text[second + size]:
        size += 1
    return size


def _said_again(short: str, long: str) -> tuple[Span, Span] | None:
    """What the two sentences share, where the shorter one has nothing else to say."""
    if not any(short[k : k + _SEED] in long for k in range(len(short) - _SEED + 1)):
        return None
    blocks = _cluster(SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks())
    if sum(block.size for block in blocks) < _SHORTEST:
        return None
    one = Span(blocks[0].a, blocks[-1].a + blocks[-1].size)
    other = Span(blocks[0].b, blocks[-1].b + blocks[-1].size)
    rest = _rest(short, [Span(b.a, b.a + b.size) for b in blocks])
    loose = sum(len(span) for span in rest if not _topic(span.of(short), long))
    gaps = _rest(long, [Span(b.b, b.b + b.size) for b in blocks])[1:-1]
    if loose > _LOOSE * len(short) or _news(short, rest, long) or _news(long, gaps, short):
        return None
    return None if _FIGURE_CUT.search(long[: other.start + 1]) else (one, other)


def _cluster(blocks: list[Match]) -> list[Match]:
    """The longest block with those near it."""
    blocks = [block for block in blocks if block.size > 1]
    if not blocks:
        return []
    middle = max(range(len(blocks)), key=lambda k: blocks[k].size)
    low = high = middle
    while low and _near(blocks[low - 1], blocks[low]):
        low -= 1
    while high + 1 < len(blocks) and _near(blocks[high], blocks[high + 1]):
        high += 1
    return blocks[low : high + 1]


def _near(block: Match, following: Match) -> bool:
    gap = max(following.a - block.a, following.b - block.b) - block.size
    return gap <= min(_WIDEST_GAP, 2 * block.size, 2 * following.size)


def _rest(text: str, blocks: list[Span]) -> list[Span]:
    """What stands before, between and after the blocks; may be empty."""
    ends = [0, *(block.end for block in blocks)]
    starts = [*(block.start for block in blocks), len(text)]
    return [Span(a, b) for a, b in zip(ends, starts, strict=True)]


def _topic(text: str, other: str) -> bool:
    """Whether this is a topic (両首脳は、) that the other sentence has elsewhere."""
    return _TOPIC.fullmatch(text) is not None and text.rstrip("、") in other


def _news(text: str, spans: list[Span], other: str) -> bool:
    """Whether there is a word or figure in these places that the other sentence does not have."""
    figures = {word.group() for word in _CONTENT.finditer(other)}
    return any(
        word.group() not in figures
        if word["figure"]
        else text[max(word.start(), span.start) : min(word.end(), span.end)] not in other
        for word in _CONTENT.finditer(text)
        for span in spans
        if span and span.overlaps(Span(*word.span()))
    )


@lru_cache(maxsize=64)  # all neighbours of a sentence ask the same
def said_twice(text: str) -> int:
    """The letters of the longest run of words that an English text has twice, endings aside.

    Runs of more than fifty words count as fifty.
    """
    words = _WORD.findall(text.lower())[:_LONGEST_ENGLISH]
    stems = [word[:_STEM] for word in words]
    longest = 0
    starts: Sequence[int] = range(len(words))
    size = 1
    while starts and size <= _MANY_WORDS:
        places: dict[tuple[str, ...], list[int]] = {}
        for k in starts:
            if k + size <= len(words):
                places.setdefault(tuple(stems[k : k + size]), []).append(k)
        twice = [ks for ks in places.values() if ks[-1] - ks[0] >= size]
        longest = max((len("".join(words[ks[0] : ks[0] + size])) for ks in twice), default=longest)
        starts = [k for ks in twice for k in ks]
        size += 1
    return longest
