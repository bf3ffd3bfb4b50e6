"""Pairs of texts that are not an English text and its Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import NotATranslation
from corpus.language.japanese import Language, language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.bitext import AlignmentLink


def refuse(
    source_name: str,
    source: Sequence[str],
    target_name: str,
    target: Sequence[str],
    links: Sequence[AlignmentLink],
) -> None:
    """Raise NotATranslation for one language twice, sides swapped, or unrelated texts.

    Texts too short to tell are let through.
    """
    found = language("\n".join(source)), language("\n".join(target))
    if found == (Language.JAPANESE, Language.ENGLISH):
        raise NotATranslation(
            f"{source_name} is Japanese and {target_name} is English",
            "name the English text first, then the Japanese",
        )
    if found[0] is found[1] and found[0] is not Language.UNKNOWN:
        raise NotATranslation(
            f"{source_name} and {target_name} are both {found[0]}",
            "name the English text first, then its Japanese translation",
        )
