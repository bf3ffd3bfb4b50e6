"""Likeness of names: every scorer and every cut-off. The only file that knows rapidfuzz."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Levenshtein

from corpus.bitext import Span
from glossary.folding import is_kanji, is_katakana, is_latin

if TYPE_CHECKING:
    from collections.abc import Sequence

# 三井E&S against 三井物産E&S is exactly 60 as a partial ratio: the usual 75 to 90 would miss it.
GATE = 50.0
NEAR = 0.6
"""From here on a stretch of Japanese may be meant for a name that is missing."""
BESIDE = 0.7
"""The same where the right name stands in the text as well."""
VERY_NEAR = 0.75
"""The same for bundled names, and where the head is another one."""
ALIKE = 0.2
"""From here on two English names are so alike that one may be taken for the other."""
VERY_ALIKE = 0.4
"""The same for common nouns."""
FOUND = 0.66
"""From here on a look-up counts as an answer."""
_SHORTEST = 4
_LONGEST_INSERTION = 4
_MOST_DROPPED = 0.3
_LONG = 6
_SHORT = 8
_LOOKED_AT = 150
_VERIFIED = 20
_FEWEST_GRAMS = 3
_MOST_COUNTED = 2000
_MANY = 200_000
"""From so many names on three letters tell too little."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A stretch of a folded text that is almost a form."""

    start: int
    end: int
    score: float
    """1 minus the share of the form that is changed; an insertion counts as one character."""
    head: bool
    """Whether the beginning of the form is what differs."""
    gap: str
    """The characters that should not be there."""


def near_miss(form: str, text: str) -> NearMiss | None:
    """The stretch of `text` most like `form` with one contiguous part changed, `NEAR` or better.

    None also where `form` itself is too short to tell a slip from another word.
    """
    if len(form) < _SHORTEST or not text or fuzz.partial_ratio(form, text) < GATE:
        return None
    heads = [(i, _common_prefix(form, text, i)) for i, c in enumerate(text) if c == form[0]]
    tails = [
        (i + 1, _common_suffix(form, text, i + 1)) for i, c in enumerate(text) if c == form[-1]
    ]
    ends = [end for end, _ in tails]
    misses = [
        miss
        for start, prefix in heads
        for end, suffix in tails[
            bisect_left(ends, start + 2) : bisect_right(
                ends, start + len(form) + _LONGEST_INSERTION
            )
        ]
        if (miss := _between(form, text, start, prefix, end, suffix))
    ]
    misses += [m for end, suffix in tails if (m := _other_head(form, text, end, suffix))]
    misses += [m for start, prefix in heads if (m := _other_tail(form, text, start, prefix))]
    misses = [m for m in misses if m.score >= NEAR]
    return max(misses, key=lambda m: (m.score, -m.start), default=None)


def _common_prefix(form: str, text: str, start: int) -> int:
    n = 0
    while n < len(form) and start + n < len(text) and form[n] == text[start + n]:
        n += 1
    return n


def _common_suffix(form: str, text: str, end: int) -> int:
    n = 0
    while n < len(form) and end - n > 0 and form[-1 - n] == text[end - 1 - n]:
        n += 1
    return n


def _between(
    form: str, text: str, start: int, prefix: int, end: int, suffix: int
) -> NearMiss | None:
    """Head and tail are right, the middle is another, missing, or too long."""
    width = end - start
    suffix = min(suffix, width - prefix, len(form) - prefix)
    if prefix + suffix < 3 or suffix < 1:
        return None
    dropped, put_in = len(form) - prefix - suffix, width - prefix - suffix
    gap = text[start + prefix : end - suffix]
    if any(not _is_letter(c) for c in gap):
        return None
    if not put_in and (min(prefix, suffix) < 2 or dropped > len(form) * _MOST_DROPPED):
        return None  # a shortened name, not a wrong one
    cost = dropped + max(0, put_in - dropped) / 2 if dropped else min(put_in, 1)
    return NearMiss(start, end, 1 - cost / len(form), False, gap)


def _other_head(form: str, text: str, end: int, suffix: int) -> NearMiss | None:
    dropped = len(form) - suffix
    if suffix < 3 or dropped < 1:
        return None
    start = _run_start(text, end - suffix, dropped)
    gap = text[start : end - suffix]
    if not gap and (suffix < 5 or dropped > 1):
        return None  # a shortened name, not a wrong one
    return NearMiss(start, end, 1 - dropped / len(form), True, gap)


def _other_tail(form: str, text: str, start: int, prefix: int) -> NearMiss | None:
    dropped = len(form) - prefix
    if prefix < 3 or dropped < 1 or len(form) < _LONG:
        return None  # オランダ語 is no slip for オランダ人
    end = _run_end(text, start + prefix, dropped)
    gap = text[start + prefix : end]
    if not gap:
        return None
    return NearMiss(start, end, 1 - dropped / len(form), False, gap)


def _run_start(text: str, position: int, wanted: int) -> int:
    """Up to `wanted` letters of one script to the left of `position`."""
    start = position
    while start > 0 and position - start < wanted and _same_run(text, start - 1, position):
        start -= 1
    return start


def _run_end(text: str, position: int, wanted: int) -> int:
    end = position
    while end < len(text) and end - position < wanted and _same_run(text, end, position - 1):
        end += 1
    return end


def _same_run(text: str, index: int, other: int) -> bool:
    if not _is_letter(text[index]):
        return False
    other = min(max(other, 0), len(text) - 1)
    return script(text[index]) == script(text[other]) or is_kanji(text[index])


def _is_letter(character: str) -> bool:
    return script(character) != ""


@lru_cache(maxsize=8192)
def script(character: str) -> str:
    """One letter for kanji, katakana and Latin; empty for all else, hiragana among it."""
    if is_kanji(character):
        return "k"
    if is_katakana(character):
        return "t"
    if is_latin(character) or character == "&":
        return "l"
    return ""


def bounded(text: str, start: int, end: int) -> bool:
    """Whether no katakana or Latin word goes on across either end."""
    return not goes_on(text, start) and not goes_on(text, end)


def goes_on(text: str, position: int) -> bool:
    """Whether one katakana or Latin word stands on both sides of the position."""
    if not 0 < position < len(text):
        return False
    before = script(text[position - 1])
    return before in ("t", "l") and before == script(text[position])


def likeness(one: str, other: str) -> float:
    """0 to 1 for two folded English names, by the triplets of letters they share."""
    a, b = _triplets(one), _triplets(other)
    return len(a & b) / len(a | b) if a and b else 0.0


@lru_cache(maxsize=4096)
def _triplets(name: str) -> frozenset[str]:
    padded = f" {name} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


def edits(old: str, new: str) -> list[tuple[Span, Span]]:
    """Where `old` was changed into `new` in the fewest characters: what went and what came."""
    return [
        (Span(step.src_start, step.src_end), Span(step.dest_start, step.dest_end))
        for step in Levenshtein.opcodes(old, new)
        if step.tag != "equal"
    ]


def sameness(query: str, name: str) -> float:
    """0 to 1 for two folded English names, by what it takes to turn one into the other."""
    letters = OSA.normalized_similarity(query, name)
    joined = OSA.normalized_similarity(query.replace(" ", ""), name.replace(" ", ""))
    # Of two names at one distance, a slip of the pen rather leaves the length as it is.
    return max(letters, joined - 0.01) - 0.001 * (len(query) != len(name))


class NameIndex:
    """Finds the names most like a query without looking at them all."""

    def __init__(self, names: Sequence[str]) -> None:
        """`names` are folded and distinct; a result gives their numbers."""
        self._names = names
        self._length = 3 if len(names) < _MANY else 4
        self._postings: dict[str, array[int]] = {}
        for number, name in enumerate(names):
            for gram in _grams(name, self._length):
                posting = self._postings.get(gram)
                if posting is None:
                    posting = self._postings[gram] = array("I")
                posting.append(number)

    def nearest(self, query: str, limit: int) -> list[tuple[int, float]]:
        """Number and `sameness` of the best `limit` names, `FOUND` or better, best first."""
        likely = self._likely(query)
        nearest = process.extract(
            query,
            [self._names[number] for number in likely],
            scorer=OSA.normalized_similarity,
            limit=max(_VERIFIED, limit),
            score_cutoff=FOUND / 2,
        )
        scored = ((likely[at], sameness(query, name)) for name, _, at in nearest)
        good = sorted((s for s in scored if s[1] >= FOUND), key=lambda s: (-s[1], s[0]))
        return good[:limit]

    def _likely(self, query: str) -> list[int]:
        """The names that share most with the query, of its rarest grams as many as are needed."""
        postings = [p for gram in _grams(query, self._length) if (p := self._postings.get(gram))]
        votes: Counter[int] = Counter()
        counted = 0
        for used, posting in enumerate(sorted(postings, key=len)):
            if used >= _FEWEST_GRAMS and counted + len(posting) > _MOST_COUNTED:
                break
            votes.update(posting)
            counted += len(posting)
        # Those with the most votes, whole classes of them: ties are settled by `sameness`.
        classes = Counter(votes.values())
        bound, taken = 0, 0
        for votes_had in sorted(classes, reverse=True):
            if taken >= _LOOKED_AT:
                break
            bound, taken = votes_had, taken + classes[votes_had]
        return [number for number, had in votes.items() if had >= bound]


def _grams(name: str, length: int) -> set[str]:
    """Stretches of so many letters; of a short name, where a slip spoils them all, pairs too."""
    padded = f" {name} "
    grams = {padded[i : i + length] for i in range(len(padded) - length + 1)}
    if len(name) <= _SHORT:
        grams.update(padded[i : i + 2] for i in range(len(padded) - 1))
    return grams
