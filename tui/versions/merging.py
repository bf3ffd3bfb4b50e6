"""Versions of one English text brought together where each is aligned in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.alignment.pairing import unit_of
from corpus.bitext import TranslationUnit
from corpus.segmentation import unit_ids
from glossary.effort import size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.bitext import AlignmentLink, Bitext, Document

_TELLING = 10
"""Characters of a paragraph that can be told from another by what it shares with it."""
_STRANGE = 0.75
"""Of a paragraph, what differs where it is another one; of two translations it is about half."""


def numbered(first: Bitext, japanese: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """The Japanese of each unit in documents of as many paragraphs, by the links of the first."""
    assert first.source is not None  # noqa: S101
    return tuple(
        tuple(unit_of(first.source, document, link, "").target for link in first.links)
        for document in japanese
    )


def in_step(japanese: Sequence[Document]) -> bool:
    """Whether documents of as many paragraphs have the same ones, by what they share."""
    first, *others = [[s.text for s in document.segments] for document in japanese]
    return all(
        size(one, other) <= _STRANGE * max(len(one), len(other))
        for texts in others
        for one, other in zip(first, texts, strict=True)
        if min(len(one), len(other)) >= _TELLING
    )


def merged(
    bitexts: Sequence[Bitext],
) -> tuple[tuple[TranslationUnit, ...], tuple[tuple[str, ...], ...]]:
    """Units that are large enough for all, with the first's Japanese, and the Japanese of each.

    All are pairs with one English document. English paragraphs that one version joins are joined
    in all. Japanese without English stands with what precedes it, so that nothing is left out.
    """
    english = bitexts[0].source
    assert english is not None  # noqa: S101
    groups = _groups(len(english.segments), [b.links for b in bitexts])
    texts = tuple(tuple(_texts(bitext, groups)) for bitext in bitexts)
    sources = ["\n".join(english.segments[n].text for n in group) for group in groups]
    made = zip(unit_ids(sources), sources, texts[0], strict=True)
    return tuple(TranslationUnit(*each) for each in made), texts


def _groups(count: int, links: Sequence[Sequence[AlignmentLink]]) -> list[list[int]]:
    """English paragraphs by what some version joins, in the order of the English."""
    head = list(range(count))

    def top(n: int) -> int:
        while head[n] != n:
            n = head[n]
        return n

    for each in (link for version in links for link in version):
        for n in each.source[1:]:
            low, high = sorted((top(each.source[0]), top(n)))
            head[high] = low
    groups: dict[int, list[int]] = {}
    for n in range(count):
        groups.setdefault(top(n), []).append(n)
    return list(groups.values())


def _texts(bitext: Bitext, groups: Sequence[Sequence[int]]) -> Iterator[str]:
    """The Japanese of each group."""
    assert bitext.target is not None  # noqa: S101
    group_of = {n: at for at, group in enumerate(groups) for n in group}
    owner = {
        n: group_of[link.source[0]] for link in bitext.links if link.source for n in link.target
    }
    found: list[list[str]] = [[] for _ in groups]
    here = 0
    for number, segment in enumerate(bitext.target.segments):
        here = owner.get(number, here)
        if found:
            found[here].append(segment.text)
    yield from ("\n".join(each) for each in found)
