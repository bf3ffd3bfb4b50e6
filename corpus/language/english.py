"""Reading English: words and sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.bitext import Span
from corpus.patterns import regex

WORD = regex(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?")
"""A word, with its apostrophe and what follows."""

_END = regex(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9]|\s*$)|\n")
_ABBREVIATIONS = frozenset(
    re.findall(
        r"\w+",
        "mr mrs ms dr prof sen rep gov gen col lt capt st mt ft no nos vol vs etc inc ltd co corp"
        " jr sr dept est fig sec art pp ca approx jan feb mar apr jun jul aug sep sept oct nov dec",
    )
)
_LAST_WORD = regex(r"([A-Za-z]+)\.$")
_INITIALS = regex(r"(?:\b[A-Za-z]\.)+$")
_ITEM_NUMBER = regex(r"\s*\(?\d{1,3}\.")
_OPENING = "([“"
_CLOSING = ")]”"


@lru_cache(maxsize=64)  # several checks ask the same of one paragraph
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a paragraph, white space between them left out.

    Abbreviations (`Mt.`, `U.S.`), initials, decimal points and list numbers end nothing, nor
    does anything inside brackets or quotation marks that are closed later.
    """
    spans = []
    start = 0
    end = len(text.rstrip())
    for match in _END.finditer(text, 0, end):
        if match.group() == "\n" or not _goes_on(text, start, match):
            spans.append(Span(start, match.end()).trimmed(text))
            start = match.end()
    spans.append(Span(start, end).trimmed(text))
    return tuple(span for span in spans if span)


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the stop found stands inside a sentence."""
    before = text[start : match.end()]
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        if before.count(opening) > before.count(closing):
            # A bracket that is never closed must not swallow the rest.
            return text.find(closing, match.end()) >= 0
    if before.count('"') % 2 and text.find('"', match.end()) >= 0:
        return True
    if match.group() != ".":
        return False
    before = text[start : match.start() + 1]
    word = _LAST_WORD.search(before)
    return (
        bool(word and word.group(1).lower() in _ABBREVIATIONS)
        or bool(_INITIALS.search(before))
        or bool(_ITEM_NUMBER.fullmatch(before))
    )
