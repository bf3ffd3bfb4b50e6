"""One paragraph back into English: a clause that was dropped shows, a wrong name may not.

Engines mend names on the way back, so likeness to the source is a hint and no proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.engines.engine import Options, key
from corpus.engines.run import Job, Wanted, translate_all
from corpus.scoring import scores

if TYPE_CHECKING:
    from corpus.engines.engine import Engine
    from corpus.workspace.engine_cache import EngineCache

BACK = Options(target="EN-US")


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back, and how like the source it is."""

    english: str
    likeness: float
    """chrF, 0 to 100."""


def price(japanese: str, cache: EngineCache, engine: str) -> int:
    """Characters that would be billed; 0 for what was asked before."""
    return 0 if cache.found([key(japanese, {}, BACK, engine)]) else len(japanese)


def back(english: str, japanese: str, engine: Engine, cache: EngineCache) -> Returned:
    """Paid once, kept like any other translation. Raises EngineError."""
    name = key(japanese, {}, BACK, engine.name)
    if not cache.found([name]):
        refused = translate_all(Job(engine, cache, None, BACK), [Wanted(name, japanese, "")])
        if refused:
            raise refused[0]
    returned = cache.found([name])[name].text
    return Returned(returned, scores([returned], [english])[0].value)
