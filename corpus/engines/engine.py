"""What a translation engine is: a protocol, and plain values to talk to it with.

Engines get terms as plain pairs, since `corpus` does not know glossaries. Whatever an engine
raises for a person to mend is one of the six classes at the end of `corpus.errors`.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Options:
    """All that changes a translation but the text, its context and the terms."""

    formality: str = "default"
    """default, prefer_more (です・ます) or prefer_less (だ・である)."""
    model: str = "prefer_quality_optimized"
    target: str = "JA"


@dataclass(frozen=True, slots=True)
class Translated:
    """One paragraph, translated."""

    text: str
    billed: int
    """Characters, as the engine counts them."""
    model: str = ""
    """What the engine says it used."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Characters of this billing period; None where the engine names no limit."""

    used: int
    limit: int | None


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What one request may hold."""

    texts: int
    size: int
    """Bytes of the request as it is sent."""


@dataclass(frozen=True, slots=True)
class RemoteGlossary:
    """A glossary as the engine keeps it."""

    id: str
    name: str


class Engine(Protocol):
    """Translates paragraphs; not to be shared between threads."""

    @property
    def name(self) -> str:
        """What it is called in the name of a kept translation, such as `deepl`."""

    @property
    def server(self) -> str:
        """Where texts go: two engines with one server know the same glossaries."""

    @property
    def capabilities(self) -> Capabilities:
        """What one request of it may hold."""

    def translate(
        self, texts: Sequence[str], context: str, glossary: str | None, options: Options
    ) -> tuple[Translated, ...]:
        """As many as there are texts, in their order, in one request that is never repeated."""

    def usage(self) -> Usage:
        """How much of this billing period is used, as the engine says now."""

    def glossaries(self) -> tuple[RemoteGlossary, ...]:
        """All that the engine keeps for this key."""

    def terms(self, glossary: str) -> dict[str, str]:
        """The EN to JA entries; raises GlossaryGone where the glossary is not there any more."""

    def create(self, name: str, terms: Mapping[str, str]) -> str:
        """The id of a new glossary."""

    def replace(self, glossary: str, terms: Mapping[str, str]) -> None:
        """Afterwards the glossary holds these entries and no others."""


def key(text: str, terms: Mapping[str, str], options: Options, engine: str) -> str:
    """The name under which a translation is kept.

    It holds what `terms` say about this very text, not the id of a glossary: after a change of
    one term, texts with that term are new, and all others stay what they were paid for. The
    context is left out: it may make a translation better, never wrong.
    """
    said = [engine, options.formality, options.model, options.target, text]
    return _digest([*said, *map(list, sorted(relevant(text, terms).items()))])


def relevant(text: str, terms: Mapping[str, str]) -> dict[str, str]:
    """The terms that may bear on a text: those that stand in it, in whatever letter case."""
    folded = _folded(text)
    return {a: b for a, b in terms.items() if _folded_term(a) in folded}


def request_size(texts: Sequence[str], context: str) -> int:
    """Bytes of a request, reckoned high: all but ASCII travels as six bytes a character."""
    return len(json.dumps({"text": list(texts), "context": context})) + 1024


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()


@lru_cache(maxsize=1 << 14)
def _folded_term(term: str) -> str:
    return _folded(term)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())
