"""Translating many paragraphs: in batches, each kept before the next, none of them paid twice.

A request that was refused, or that never left, is repeated with growing pauses. One whose answer
did not arrive may have been billed, and is never repeated here.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from corpus.engines.engine import request_size
from corpus.errors import (
    BadRequest,
    EngineBusy,
    GlossaryGone,
    NoConnection,
    TooLarge,
)
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.engines.engine import Capabilities, Engine, Options, Translated

_PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
_UNREACHED = 3
"""How often a server that cannot be reached is tried again."""


class Cache(Protocol):
    """Where translations are kept (`corpus.workspace.engine_cache`)."""

    def send(self, keys: Sequence[str]) -> None:
        """Called before a request: from now on these may be billed."""

    def not_billed(self, keys: Sequence[str]) -> None:
        """Called where a request was refused, or surely never arrived."""

    def keep(self, made: Sequence[tuple[str, str, Translated]]) -> None:
        """Keys, English and what it became; on the disk when this returns."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paragraph to translate, and the name under which its translation is kept."""

    key: str
    text: str
    context: str


@dataclass(frozen=True, slots=True)
class Job:
    """With what, and under which conditions."""

    engine: Engine
    cache: Cache
    glossary: str | None
    options: Options
    tell: Callable[[int, int], None] = lambda _done, _total: None
    """Called after every batch."""
    say: Callable[[str], None] = lambda _text: None
    """Called before every pause, for the person who waits."""
    wait: Callable[[float], None] = time.sleep
    """May raise to cancel."""
    jitter: Callable[[], float] = lambda: random.uniform(0.8, 1.2)  # noqa: S311


def translate_all(job: Job, wanted: Sequence[Wanted]) -> list[BadRequest]:
    """Translate into the cache; what was refused for good is returned, and the rest goes on.

    Raises EngineError where nothing more can be done now, or all of several is refused: what is
    done is kept then.
    """
    refused: list[BadRequest] = []
    done = 0
    for batch in batches(wanted, job.engine.capabilities):
        refused += _translate(job, batch)
        done += len(batch)
        job.tell(done, len(wanted))
    if len(refused) == len(wanted) > 1:
        raise refused[0]  # it is not the paragraphs: a wrong address, say
    return refused


def batches(wanted: Sequence[Wanted], limits: Capabilities) -> Iterator[list[Wanted]]:
    """Paragraphs with one context together, within the limits; a single one may exceed them."""
    batch: list[Wanted] = []
    for one in wanted:
        texts = [w.text for w in (*batch, one)]
        fits = len(texts) <= limits.texts and request_size(texts, one.context) <= limits.size
        if batch and not (fits and batch[0].context == one.context):
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


def _translate(job: Job, batch: list[Wanted]) -> list[BadRequest]:
    """Translate one batch, in halves where it is too large or one of it is refused."""
    try:
        _send(job, batch)
    except GlossaryGone:
        raise
    except BadRequest as error:
        if len(batch) == 1:
            return [error]
        if isinstance(error, TooLarge):
            half = len(batch) // 2
            return _translate(job, batch[:half]) + _translate(job, batch[half:])
        # Which of them is refused, the answer does not say.
        return [refused for one in batch for refused in _translate(job, [one])]
    return []


def _send(job: Job, batch: list[Wanted]) -> None:
    """One batch, tried again as long as it is sure that nothing was billed."""
    keys = [w.key for w in batch]
    for attempt, pause in enumerate((*_PAUSES, None), 1):
        job.cache.send(keys)
        try:
            made = job.engine.translate(
                [w.text for w in batch], batch[0].context, job.glossary, job.options
            )
        except NoConnection as error:
            if error.sent:
                raise  # the marks stay
            job.cache.not_billed(keys)
            if pause is None or error.lasting or attempt > _UNREACHED:
                raise
            why, most = error.message, _UNREACHED
        except EngineBusy as error:
            job.cache.not_billed(keys)
            if pause is None:
                raise
            why, most = error.message, len(_PAUSES)
        except Exception:
            job.cache.not_billed(keys)
            raise
        else:
            rows = zip(batch, made, strict=True)
            job.cache.keep([(w.key, w.text, translated) for w, translated in rows])
            return
        seconds = pause * job.jitter()
        job.say(told("{}; again in {:.0f} s ({} of {})", why, seconds, attempt, most))
        job.wait(seconds)
