"""Paying for translations, once: from what is wanted to what is kept in the workspace."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.engines.run import Job, translate_all
from corpus.errors import BadContent, EngineError, TaiyakuError
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from corpus.engines.engine import Engine
    from corpus.engines.run import Wanted
    from corpus.errors import BadRequest
    from corpus.workspace.engine_cache import EngineCache
    from tui.translation.connection import Conditions


class Stopped(TaiyakuError):
    """A person has stopped the work; what came until then is kept."""


@dataclass(frozen=True, slots=True)
class Bill:
    """What is still to be paid for, and what that costs."""

    missing: tuple[Wanted, ...]
    """None twice, none that is kept already."""
    unknown: frozenset[str]
    """Keys of those that were sent before without an answer, and were perhaps billed."""

    @property
    def characters(self) -> int:
        """As they will be billed."""
        return sum(len(w.text) for w in self.missing)

    @property
    def certain(self) -> Bill:
        """Without those that might be paid twice."""
        return Bill(tuple(w for w in self.missing if w.key not in self.unknown), frozenset())


def bill(wanted: Iterable[Wanted], cache: EngineCache) -> Bill:
    """What is to be paid for to have all that is wanted."""
    first = {w.key: w for w in wanted}
    found = cache.found(first)
    missing = tuple(w for w in first.values() if w.key not in found)
    return Bill(missing, cache.unknown(w.key for w in missing))


def is_pushed(cache: EngineCache, server: str, name: str, terms: Mapping[str, str]) -> bool:
    """Whether the last push to a server was of these very terms."""
    push = cache.pushed(server, name)
    return push is not None and dict(push.terms) == dict(terms)


def pay(
    engine: Engine,
    cache: EngineCache,
    how: Conditions,
    terms: Mapping[str, str],
    missing: Sequence[Wanted],
    *,
    tell: Callable[[int, int], None],
    say: Callable[[str], None],
    wait: Callable[[float], None] = time.sleep,
) -> list[BadRequest]:
    """Translate into the cache; what was refused for good is returned.

    `tell` and `wait` may raise to stop. An EngineError says how much is kept.
    """
    glossary = _glossary(engine, cache, how.name, terms)
    job = Job(engine, cache, glossary, how.options, tell=tell, say=say, wait=wait)
    try:
        return translate_all(job, missing)
    except EngineError as error:
        done = len(cache.found(w.key for w in missing))
        error.message = told(
            "{}; {} of {} paragraphs are translated and kept", error.message, done, len(missing)
        )
        raise


def _glossary(
    engine: Engine, cache: EngineCache, name: str, terms: Mapping[str, str]
) -> str | None:
    """The id of our glossary at the engine, which holds exactly these terms now."""
    if not terms:
        return None
    push = cache.pushed(engine.server, name)
    again = told("taiyaku glossary sync --push, with the same --glossary; or S in a review")
    if push is None or not is_pushed(cache, engine.server, name, terms):
        raise BadContent("DeepL does not have these terms yet", again)
    if engine.terms(push.glossary) != dict(terms):
        raise BadContent("somebody changed the glossary at DeepL", again)
    return push.glossary
