"""An engine that replays what was translated before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.engines.engine import Capabilities, RemoteGlossary, Translated, Usage
from corpus.errors import BadRequest, GlossaryGone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.engines.engine import Options

_LIMITS = Capabilities(50, 100 * 1024)


class Recorded:
    """Knows the texts that it is given, and keeps glossaries without heeding them."""

    name = "recorded"
    server = "recorded:"

    def __init__(self, texts: Mapping[str, str], capabilities: Capabilities = _LIMITS) -> None:
        self.texts = dict(texts)
        self.capabilities = capabilities
        self.sent: list[tuple[str, ...]] = []
        """The texts of every request."""
        self._glossaries: dict[str, tuple[str, dict[str, str]]] = {}

    def translate(
        self, texts: Sequence[str], context: str, glossary: str | None, options: Options
    ) -> tuple[Translated, ...]:
        """See `Engine`. Raises BadRequest for a text that was not recorded."""
        del context, glossary, options
        self.sent.append(tuple(texts))
        if any(text not in self.texts for text in texts):
            raise BadRequest("not recorded", "record it first")
        return tuple(Translated(self.texts[t], len(t), self.name) for t in texts)

    def usage(self) -> Usage:
        """Characters of all requests; there is no limit."""
        return Usage(sum(len(t) for texts in self.sent for t in texts), None)

    def glossaries(self) -> tuple[RemoteGlossary, ...]:
        """See `Engine`."""
        return tuple(RemoteGlossary(id_, name) for id_, (name, _) in self._glossaries.items())

    def terms(self, glossary: str) -> dict[str, str]:
        """See `Engine`."""
        return dict(self._known(glossary)[1])

    def create(self, name: str, terms: Mapping[str, str]) -> str:
        """See `Engine`."""
        id_ = str(len(self._glossaries) + 1)
        self._glossaries[id_] = (name, dict(terms))
        return id_

    def replace(self, glossary: str, terms: Mapping[str, str]) -> None:
        """See `Engine`."""
        self._glossaries[glossary] = (self._known(glossary)[0], dict(terms))

    def _known(self, glossary: str) -> tuple[str, dict[str, str]]:
        if glossary not in self._glossaries:
            raise GlossaryGone("there is no such glossary", "make it anew")
        return self._glossaries[glossary]
