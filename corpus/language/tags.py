"""Tags that stand in a text as they are written: `<a href="x">`, `</a>`, in catalogues of programs.

Only what belongs to a pair: a language may do without italics, but no page without an end of them.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from corpus.bitext import Span
from corpus.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = regex(r"<(/?)([A-Za-z][A-Za-z0-9.:-]{0,30})(?:\s[^<>]{0,500})?(?<!/)>")


class Tag(NamedTuple):
    """A beginning or an end, as it is written."""

    text: str
    span: Span
    name: str
    ends: bool


def lost_halves(source: str, target: str) -> list[Tag]:
    """The tags of the source, in its order, whose other half stands in the target alone."""
    if "<" not in source:
        return []
    ours, theirs = list(_tags(source)), Counter((t.name, t.ends) for t in _tags(target))
    counts = Counter((tag.name, tag.ends) for tag in ours)
    found: list[Tag] = []
    for name in {tag.name for tag in ours}:
        more = theirs[name, False] - theirs[name, True]
        ends = more > 0
        alike = [tag for tag in ours if tag.name == name and tag.ends is ends]
        if counts[name, False] == counts[name, True]:
            found += alike[theirs[name, ends] :][: abs(more)]
    return sorted(found, key=lambda tag: tag.span)


def pair_around(source: str, inside: Span) -> list[Tag]:
    """The tag that something stands in, with the next end of its pair; nothing where none does."""
    tags = list(_tags(source))
    for at, tag in enumerate(tags):
        if tag.span.contains(inside):
            ends = (end for end in tags[at:] if end.ends and end.name == tag.name)
            return [tag, *([] if tag.ends else islice(ends, 1))]
    return []


def _tags(text: str) -> Iterator[Tag]:
    for match in _TAG.finditer(text):
        yield Tag(match[0], Span(*match.span()), match[2].lower(), bool(match[1]))
