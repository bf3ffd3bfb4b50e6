"""What words stand for in these very texts: what is over beside known words, and company.

"Chuo Ward" is 中央区 where Chuo is 中央: then Ward is 区, if that happens again and again. Two
words that are hardly ever seen without each other answer each other too
(log-likelihood, Dunning 1993).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from corpus.patterns import regex
from glossary.folding import is_kanji

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.extraction.evidence import Link, Word

Learnt = dict[str, dict[str, float]]
"""For English words in lower case: Japanese with how sure it is, 0 to 1."""

_AGAIN = 2
_SHARE = 0.25
_RUN = regex("[\u4e00-\u9fff々]{2,8}|[ァ-ヺー]{2,}[\u4e00-\u9fff]{0,4}")
_MOST_PLACES = 60
"""Of a frequent word so many units are looked at."""
_SURE = 10.8
"""Log-likelihood ratio of p = .001."""


class Leftovers:
    """Counts what stands beside linked words on both sides."""

    def __init__(self) -> None:
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._words: Counter[str] = Counter()

    def add(self, english: Sequence[Word], japanese: str, found: Sequence[Link]) -> None:
        """The links of one unit."""
        linked = {link.word for link in found}
        taken = [link.target for link in found]
        for link in found:
            following = link.word + 1
            if following >= len(english) or following in linked:
                continue
            end = stop = link.target.end
            while stop < len(japanese) and stop - end < 3 and is_kanji(japanese[stop]):
                stop += 1
            stop = min([stop, *(span.start for span in taken if span.start >= end)])
            if end < stop:
                word = english[following].text.lower()
                self._words[word] += 1
                self._pairs[word, japanese[end:stop]] += 1

    def learnt(self) -> Learnt:
        """Pairs that come again, and are a good part of what the word was seen beside."""
        found: Learnt = defaultdict(dict)
        for (word, japanese), count in self._pairs.items():
            if count >= _AGAIN and count >= _SHARE * self._words[word]:
                found[word][japanese] = 0.75
        return dict(found)


def merged(one: Learnt, other: Learnt) -> Learnt:
    """What both say."""
    return {word: {**one.get(word, {}), **other.get(word, {})} for word in one.keys() | other}


def associated(units: Iterable[tuple[set[str], str]]) -> Learnt:
    """English words (of units given as their words and their Japanese) by what comes with them."""
    texts = [(words, _parts(japanese)) for words, japanese in units]
    total = len(texts)
    places: dict[str, list[int]] = defaultdict(list)
    often: Counter[str] = Counter()
    for number, (words, parts) in enumerate(texts):
        often.update(parts)
        for word in words:
            places[word].append(number)
    found: Learnt = {}
    for word, numbers in places.items():
        if len(numbers) < _AGAIN or len(numbers) > total / 4:
            continue
        step = max(1, len(numbers) // _MOST_PLACES)
        looked_at = numbers[::step]
        together = Counter(part for number in looked_at for part in texts[number][1])
        best = _best(together, often, len(looked_at), step, total)
        if best:
            found[word] = best
    return found


def _best(
    together: Counter[str], often: Counter[str], places: int, step: int, total: int
) -> dict[str, float]:
    rated = []
    for part, count in together.most_common(40):
        if count < max(_AGAIN, 0.4 * places):
            break
        dice = 2 * count * step / (places * step + often[part])
        if dice > 0.5 and likelihood_ratio(count * step, places * step, often[part], total) > _SURE:
            rated.append((dice, len(part), part))
    if not rated:
        return {}
    dice, _, part = max(rated)
    return {part: min(0.9, dice * (0.8 if places < 3 else 1.0))}


def likelihood_ratio(together: int, one: int, other: int, total: int) -> float:
    """How much more two things come together than by chance."""
    cells = (
        (together, one, other),
        (one - together, one, total - other),
        (other - together, total - one, other),
        (total - one - other + together, total - one, total - other),
    )
    return 2 * sum(
        n * math.log(n * total / (row * column))
        for n, row, column in cells
        if n > 0 and row and column
    )


def _parts(japanese: str) -> set[str]:
    """Runs of kanji and of katakana, with beginnings and ends of the longer ones."""
    found = set()
    for run in _RUN.findall(japanese):
        found.add(run)
        if is_kanji(run[0]):
            found.update(run[:n] for n in (2, 3, 4) if n < len(run))
            found.update(run[-n:] for n in (2, 3, 4) if n < len(run))
    return found
