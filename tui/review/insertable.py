"""What the English of a unit has for machines and its Japanese does not: tags and variables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.formats.inline import missing
from corpus.language.tags import lost_halves, pair_around
from corpus.language.variables import beyond, mangled, variables
from tui.display.codes import code_said
from tui.display.linebreak import shortened
from tui.display.printable import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.bitext import InlineCode
    from corpus.language.tags import Tag
    from corpus.language.variables import Variable

_WIDEST = 24


class Insertable(NamedTuple):
    """What an editor can put where the cursor is."""

    text: str
    said: str
    """As a person can read it, in short."""


def insertable(source: str, target: str, codes: Sequence[InlineCode]) -> list[Insertable]:
    """All that is missing, in the order of the source: of a variable inside a tag the whole pair;
    not a variable that only is mangled."""
    found = {
        source.find(code.mark): Insertable(code.mark, code_said(code))
        for code in missing(source, target, codes)
    }
    for variable in beyond(variables(source), variables(target)):
        if not mangled(variable, target):
            pair = pair_around(source, variable.span)
            lost: Sequence[Tag | Variable] = [t for t in pair if t.text not in target]
            found |= dict(map(_written, lost or [variable]))
    found |= dict(map(_written, lost_halves(source, target)))
    return [found[at] for at in sorted(found)]


def _written(lost: Tag | Variable) -> tuple[int, Insertable]:
    return lost.span.start, Insertable(lost.text, shortened(flat(lost.text), _WIDEST))
