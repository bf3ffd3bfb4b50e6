"""What became of each term in the engine's Japanese, as lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.bitext import TranslationUnit
from glossary.obedience import obedience
from tui.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.termbase import Termbase


def obeyed(pairs: Iterable[tuple[int, str, str]], termbase: Termbase) -> tuple[str, ...]:
    """A line for each term that the English mentions, those that were not obeyed first.

    `pairs` are numbers of paragraphs with their English and the engine's Japanese; `termbase`
    holds the own terms alone, no bundled names.
    """
    units = [TranslationUnit(str(number), english, text) for number, english, text in pairs]
    said = []
    for one in obedience(units, termbase):
        term = f"{one.concept.source[0].text} = {one.concept.preferred}"
        where = tr("; look at paragraph {}", ", ".join(one.units)) if one.units else ""
        count = tr("{} of {}", one.applied, one.places)
        said.append(f"{tr(one.obeyed.value)}: {term} ({count}{where})")
    return tuple(said)
