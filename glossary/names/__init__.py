"""The bundled English-Japanese names: one table a category, in the form users write theirs in.

See README.md in this folder for where they come from and how to mend one.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from glossary.compiled import CompiledTermbase, kept
from glossary.layers import layered
from glossary.names import tables
from glossary.names.tables import CATEGORIES, COLUMNS, ORIGIN, category

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.concept import Concept
    from glossary.termbase import Termbase

__all__ = ["CATEGORIES", "COLUMNS", "ORIGIN", "load_names", "names_key", "over_names"]


@lru_cache(maxsize=1)
def load_names() -> tuple[Concept, ...]:
    """All bundled concepts, by category; read once and then kept."""
    return tuple(concept for name in CATEGORIES for concept in category(name))


def over_names(own: Iterable[Concept]) -> Termbase:
    """A termbase of these and, below them, of all bundled names.

    The same as `Termbase.of((*own, *load_names()))`, but from a compiled copy in the user's cache
    folder, which is made when it is missing or the tables have changed.
    """
    return layered(own, _compiled())


@lru_cache(maxsize=1)
def names_key() -> str:
    """Changes with what the tables say."""
    content = blake2b(digest_size=16)
    for name in CATEGORIES:
        content.update(tables.raw(name))
    return content.hexdigest()


@lru_cache(maxsize=1)
def _compiled() -> CompiledTermbase:
    from platformdirs import user_cache_path

    path = user_cache_path("taiyaku", appauthor=False) / "names.bin"
    return CompiledTermbase(kept(path, names_key(), load_names), names_key()[:16])
