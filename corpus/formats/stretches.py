"""Bitexts of any size, in stretches of whole documents, so that memory stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import Bitext
from corpus.formats.rows import units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.formats.rows import Row

STRETCH = 2000
"""Units that are held at a time."""


def stretches(rows: Iterable[Row], path: str) -> Iterator[Bitext]:
    """The units of one file, in its order.

    A document whose units stand together and are no more than `STRETCH` is in one stretch whole;
    a longer one, and units that name no document, are cut. Raises what `rows` raises, and
    BadContent where an id stands twice in one document of a stretch.
    """
    held: list[Row] = []
    begun = 0
    """Where the last document begins in `held`."""
    for row in rows:
        if not held or row.document is None or row.document != held[-1].document:
            begun = len(held)
        if len(held) == STRETCH:
            cut = begun or STRETCH
            yield Bitext(path, units(held[:cut], path))
            held, begun = held[cut:], 0
        held.append(row)
    yield Bitext(path, units(held, path))
