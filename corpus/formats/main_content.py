"""Which blocks of a web page are its main text, with the help of trafilatura.

trafilatura says what the main text is, but not where in the page it stands, and leaves out a
table or a short line here and there. So it is a witness: what it takes is text, what stands
with it is text too unless the page itself marks it as a menu or the like.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from corpus.bitext import Span
from corpus.errors import UnreadableFile
from corpus.extras import adding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.formats.html_blocks import Block

_LARGEST = 1024 * 1024
"""Characters of a page up to which trafilatura is asked."""
_LONG = 20
"""Characters of a block that is not found within others by chance."""
_PARAGRAPH = 60
"""Characters of a block that the witness is believed about against the page itself."""
_PATIENCE = 2_000_000_000
_LINKS = 0.9
"""Part of a block in links from which it is a list of links."""
_LEAST = 1 / 3
"""Part of the text outside of menus that must have been taken for the witness to be believed."""


def main_blocks(source: str, found: Sequence[Block], elements: Sequence[Span]) -> list[Block]:
    """The blocks of the main text: those that are taken, and what else is text in the smallest
    element that holds them. Raises UnreadableFile without the extra `documents`."""
    said = _said(source)
    lines = {_flat(line) for line in said.splitlines()}
    whole = _flat(said)
    if len(whole) * len(found) > _PATIENCE:
        whole = ""
    taken = [_is_in(_flat(block.text), lines, whole) for block in found]
    kept = [
        n
        for n, block in enumerate(found)
        if taken[n] and (not block.furniture or len(block.text) >= _PARAGRAPH)
    ]
    plain = [block for block in found if not block.furniture]
    if not kept or sum(len(found[n].text) for n in kept) < _LEAST * sum(len(b.text) for b in plain):
        return plain or list(found)
    titles = [n for n in range(kept[0]) if found[n].tag == "h1" and not found[n].furniture]
    kept = [*titles[-1:], *kept]
    around = _around([found[n].start for n in kept], elements)
    chosen = set(kept)
    chosen |= {
        n for n, block in enumerate(found) if around.contains(_place(block)) and _is_text(block)
    }
    return [found[n] for n in sorted(chosen)]


def _around(places: Sequence[int], elements: Sequence[Span]) -> Span:
    """The smallest element that holds all of them."""
    whole = Span(places[0], places[-1] + 1)
    holding = (element for element in elements if element.contains(whole))
    return min(holding, key=len, default=whole)


def _place(block: Block) -> Span:
    return Span(block.start, block.start)


def _is_in(text: str, lines: set[str], whole: str) -> bool:
    return text in lines or (len(text) >= _LONG and text in whole)


def _is_text(block: Block) -> bool:
    return not block.furniture and block.linked < _LINKS * len(block.text)


def _flat(text: str) -> str:
    return "".join(text.split()).lstrip("-|")


def _said(source: str) -> str:
    try:
        import trafilatura
    except ImportError:
        raise UnreadableFile("web pages need the extra documents", adding("documents")) from None
    if len(source) > _LARGEST:
        return ""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.extract(source, include_comments=False, favor_recall=True) or ""
    except Exception:  # noqa: BLE001 -- a broken page makes it raise nearly anything
        return ""
