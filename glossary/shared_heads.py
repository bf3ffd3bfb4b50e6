"""Names that share a word: "the Departments of State and Defense", "Foreign and Defense Ministers".

They are looked for in folded English, where names of bodies and offices begin or end with a plural.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_SINGULAR = {
    "bureaus": "bureau",
    "commissions": "commission",
    "departments": "department",
    "ministers": "minister",
    "ministries": "ministry",
    "secretaries": "secretary",
    "universities": "university",
}
HEADS = tuple(_SINGULAR)
"""The words without which no text has any of these names."""
_ANY_HEAD = "|".join(HEADS)
_BEFORE = regex(rf" ({_ANY_HEAD}) of ")
_BEHIND = regex(rf" ((?:\w+ , )*\w+) (?:, )?and (?:\w+ )({_ANY_HEAD})(?= )")
_NEXT = regex(r" (?:, and|,|and) (?:of )?(?:the )?")
_WORDS = regex(r"\w+(?: \w+){0,4}")

Hit = tuple[int, int, str]
"""Start and end in the folded text, and the form that is meant."""


def shared_heads(folded: str, known: Container[str]) -> Iterator[Hit]:
    """The names in a folded text that are said without their own "Department of" or "Minister"."""
    for match in _BEFORE.finditer(folded):
        hits = list(_listed(folded, match.end(), f"{_SINGULAR[match[1]]} of", known))
        if len(hits) > 1:
            start, end, form = hits[0]
            yield match.start(1), end, form
            yield from hits[1:]
    for match in _BEHIND.finditer(folded):
        for word in re.finditer(r"\w+", match[1]):
            form = f"{word[0]} {_SINGULAR[match[2]]}"
            if form in known:
                start = match.start(1) + word.start()
                yield start, start + len(word[0]), form


def _listed(folded: str, start: int, head: str, known: Container[str]) -> Iterator[Hit]:
    """What stands in a list from `start` on, each the longest that makes a name with the head."""
    while match := _WORDS.match(folded, start):
        words = match[0].split()
        lengths = range(len(words), 0, -1)
        length = next((n for n in lengths if f"{head} {' '.join(words[:n])}" in known), 0)
        if not length:
            return
        part = " ".join(words[:length])
        yield start, start + len(part), f"{head} {part}"
        following = _NEXT.match(folded, start + len(part))
        if following is None:
            return
        start = following.end()
