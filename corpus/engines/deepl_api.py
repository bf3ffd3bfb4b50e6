"""DeepL by its official client, EN to JA: the one file that imports `deepl`.

What the client raises, and what it lets pass without a word (an empty list for a sign-in page),
comes out as the errors of `corpus.errors`; the key stands in none of their messages. The client's
own repetitions are off: they cannot be stopped, and a text may be billed twice.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import deepl
from deepl import http_client
from deepl.api_data import MultilingualGlossaryDictionaryEntries

from corpus.engines.engine import Capabilities, RemoteGlossary, Translated, Usage
from corpus.errors import (
    BadRequest,
    EngineBusy,
    EngineError,
    GlossaryGone,
    NoConnection,
    NotAllowed,
    QuotaUsedUp,
    TooLarge,
    UnexpectedAnswer,
)
from corpus.patterns import regex
from corpus.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus.engines.engine import Options

_TIMEOUT = 60.0
_LIMITS = Capabilities(texts=50, size=100 * 1024)
_KEY = regex(r"[!-~]+")
_NOWHERE = "00000000-0000-0000-0000-000000000000"
_NEVER_SENT = ("SSLError", "ProxyError", "InvalidProxyURL", "InvalidURL", "MissingSchema")
"""What the client's library calls a connection that cannot come about; no text has left then."""
_MAY_BE_BACK = told("Wait a while and start again: what is translated is kept.")


class DeepL:
    """The engine. Making one sends nothing."""

    name = "deepl"
    capabilities = _LIMITS

    def __init__(
        self,
        key: str,
        *,
        server: str = "",
        proxy: str = "",
        ca_bundle: str = "",
        timeout: float = _TIMEOUT,
    ) -> None:
        """Raises NotAllowed for a key that cannot be one."""
        key = key.strip()
        if not _KEY.fullmatch(key):
            raise NotAllowed(
                "the DeepL key is empty or holds characters that no key has",
                "Copy it anew from your DeepL account.",
            )
        http_client.max_network_retries = 0
        http_client.min_connection_timeout = timeout
        logging.getLogger("deepl").setLevel(logging.WARNING)  # below, it logs texts
        self._key = key
        self._timeout = timeout
        given = server.strip().rstrip("/")
        free = key.endswith(":fx")
        host = "https://api-free.deepl.com" if free else "https://api.deepl.com"
        self.server = (given or host) + "/"
        self._client = deepl.DeepLClient(
            key,
            server_url=self.server,
            proxy=proxy or None,
            verify_ssl=ca_bundle or None,
            send_platform_info=False,
        ).set_app_info("taiyaku", "0.1")

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def translate(
        self, texts: Sequence[str], context: str, glossary: str | None, options: Options
    ) -> tuple[Translated, ...]:
        """See `Engine`; raises EngineError."""
        into_japanese = options.target == "JA"
        with self._mapped(told("translation"), "translate:text"):
            results = self._client.translate_text(
                list(texts),
                source_lang="EN" if into_japanese else "JA",
                target_lang=options.target,
                context=context or None,
                formality=options.formality if into_japanese else None,
                model_type=options.model,
                glossary=glossary,
            )
        if not isinstance(results, list) or not results:
            raise self._not_deepl()
        whole = len(results) == len(texts) and all(isinstance(r.text, str) for r in results)
        if not whole or not all(r.text.strip() for r in results):
            raise self._broken()
        return tuple(
            Translated(r.text, r.billed_characters, r.model_type_used or "") for r in results
        )

    def usage(self) -> Usage:
        """See `Engine`."""
        with self._mapped(told("usage"), "usage:read"):
            found = self._client.get_usage().character
        if not found.valid:
            raise self._not_deepl()
        return Usage(found.count or 0, found.limit)

    def glossaries(self) -> tuple[RemoteGlossary, ...]:
        """See `Engine`."""
        with self._mapped(told("glossary list"), "glossaries:read"):
            found = self._client.list_multilingual_glossaries()
        if not found:
            self._ask_for_a_glossary_that_is_not_there()
        return tuple(RemoteGlossary(g.glossary_id, g.name) for g in found)

    def terms(self, glossary: str) -> dict[str, str]:
        """See `Engine`."""
        with self._mapped(told("glossary read"), "glossaries:read"):
            info = self._client.get_multilingual_glossary(glossary)
            pairs = {(d.source_lang.upper(), d.target_lang.upper()) for d in info.dictionaries}
            if ("EN", "JA") not in pairs:
                return {}
            found = self._client.get_multilingual_glossary_entries(glossary, "EN", "JA")
            rows: object = found.dictionaries[0].entries
        if isinstance(rows, dict):
            return dict(rows)
        # Version 3 answers with a TSV, whatever the type says.
        cells = (row.split("\t", 1) for row in str(rows).split("\n") if "\t" in row)
        return {source: target.rstrip("\r") for source, target in cells}

    def create(self, name: str, terms: Mapping[str, str]) -> str:
        """See `Engine`."""
        with self._mapped(told("glossary write"), "glossaries:write"):
            made = self._client.create_multilingual_glossary(name, [_dictionary(terms)])
        return str(made.glossary_id)

    def replace(self, glossary: str, terms: Mapping[str, str]) -> None:
        """See `Engine`."""
        with self._mapped(told("glossary write"), "glossaries:write"):
            if not terms:
                self._client.delete_multilingual_glossary_dictionary(
                    glossary, source_lang="EN", target_lang="JA"
                )
            else:
                self._client.replace_multilingual_glossary_dictionary(glossary, _dictionary(terms))

    def _ask_for_a_glossary_that_is_not_there(self) -> None:
        """An empty list is also what the client makes of a sign-in page, which knows no 404."""
        try:
            with self._mapped(told("glossary read"), "glossaries:read"):
                self._client.get_multilingual_glossary(_NOWHERE)
        except BadRequest:
            return
        raise self._not_deepl()

    @contextmanager
    def _mapped(self, what: str, scope: str) -> Iterator[None]:
        """Say in our errors what the client raises in its own. No cause is kept: it has the key."""
        try:
            yield
        except deepl.ConnectionException as error:
            raise self._unreached(error) from None
        except deepl.DeepLException as error:
            raise self._refused(error, what, scope) from None
        except (IndexError, KeyError, TypeError, ValueError, AttributeError):
            raise self._not_deepl() from None

    def _unreached(self, error: deepl.ConnectionException) -> NoConnection:
        said = repr(error.__cause__)
        where = urlsplit(self.server).hostname
        if any(kind in said for kind in _NEVER_SENT):
            return NoConnection(
                told("no safe connection to {}: certificate or proxy trouble", where),
                "Name your company's certificates with --ca-bundle FILE, or set HTTPS_PROXY.",
                sent=False,
                lasting=True,
            )
        # Only a connection that never came about cannot have carried a text.
        sent = "NewConnectionError" not in said and "ConnectTimeout" not in said
        how = told("the connection failed")
        if "Timeout" in said:
            how = told("no answer within {:.0f} s", self._timeout)
        return NoConnection(told("cannot reach {}: {}", where, how), _MAY_BE_BACK, sent=sent)

    def _refused(self, error: deepl.DeepLException, what: str, scope: str) -> EngineError:
        status = error.http_status_code
        said = self._scrubbed(str(error))
        if status in (401, 403):
            return NotAllowed(
                told("DeepL refused the {} ({})", what, status),
                told("Check the key. A key with limited rights needs {} for this.", scope),
            )
        if status == 456:
            return QuotaUsedUp(
                told("DeepL refused the {}: the quota is used up", what),
                "Start again when it resets or is raised: what is translated is kept.",
            )
        if status is not None and (status == 429 or status >= 500):
            return EngineBusy(told("DeepL is busy or in trouble ({})", status), _MAY_BE_BACK)
        if status == 413:
            return TooLarge("a paragraph is too long for one request", "Split the paragraph.")
        if isinstance(error, deepl.GlossaryNotFoundException) or "lossary not found" in said:
            return GlossaryGone(
                "the glossary is not at DeepL any more",
                "Make it anew from your file: taiyaku glossary sync --push",
            )
        return BadRequest(
            told("DeepL refused the {}: {}", what, said[:200]), "Change what it names."
        )

    def _scrubbed(self, text: str) -> str:
        return text.replace(self._key, "…")

    def _broken(self) -> NoConnection:
        """An answer of DeepL that lacks something: the work may well have been billed."""
        where = urlsplit(self.server).hostname
        return NoConnection(told("the answer of {} is not whole", where), _MAY_BE_BACK, sent=True)

    def _not_deepl(self) -> UnexpectedAnswer:
        return UnexpectedAnswer(
            told("the server at {} did not answer like DeepL", urlsplit(self.server).hostname),
            "Does the network ask for a sign-in, or a proxy stand between? Nothing of it was kept.",
        )


def _dictionary(terms: Mapping[str, str]) -> MultilingualGlossaryDictionaryEntries:
    return MultilingualGlossaryDictionaryEntries("EN", "JA", dict(terms))
